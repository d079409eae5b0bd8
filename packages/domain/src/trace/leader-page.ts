import { byText, type DayString } from '@westgate/base';
import { refKey, relationsOf } from '../programme/relations.ts';
import { ISSUE_LEVELS } from '../register/fields/vocabulary.ts';
import type { Register } from '../register/register.ts';
import { MOST_HEADLINES } from '../register/tables/results.ts';
import type { Row } from '../register/tables.ts';

/** The headline indicators that the office chose, in the order of their positions, then of the folder; at most as many as the page has room for. */
export function headlineIndicators(register: Register): readonly Row<'indicator'>[] {
  return [...register.indicator.values()]
    .filter(({ headline }) => headline !== null)
    .sort((a, b) => (a.headline ?? 0) - (b.headline ?? 0))
    .slice(0, MOST_HEADLINES);
}

/**
 * The issues that were raised by a day and are neither decided nor closed on it: the highest level first, then the nearest due date; those without one last. What the department that
 * answers for it settles itself waits for nobody's decision.
 */
export function openDecisions(register: Register, asOf: DayString): readonly Row<'issue'>[] {
  const isBy = (day: DayString | null): boolean => day !== null && day <= asOf;
  return [...register.issue.values()]
    .filter(
      (row) =>
        row.level !== 'department' && (row.raised_on === null || isBy(row.raised_on)) && !isBy(row.decided_on) && !isBy(row.closed_on),
    )
    .sort((a, b) => ISSUE_LEVELS.indexOf(b.level) - ISSUE_LEVELS.indexOf(a.level) || byDue(a.due_on, b.due_on));
}

/** The issue on a commitment or project that is open on a day, the one that was raised last; null where there is none. An issue on a project is also one on the commitments that it serves. */
export function openIssueOn(register: Register, kind: 'commitment' | 'project', id: string, asOf: DayString): Row<'issue'> | null {
  const relations = relationsOf(register);
  const serving =
    kind === 'project'
      ? []
      : relations
          .to('commitment', id)
          .filter(({ relation, from_kind }) => relation === 'serves' && from_kind === 'project')
          .map(({ from_id }) => from_id);
  const isOn = (row: Row<'issue'>): boolean =>
    kind === 'project' ? row.project === id : row.commitment === id || (row.project !== null && serving.includes(row.project));
  return (
    [...register.issue.values()]
      .filter((row) => isOn(row) && (row.raised_on === null || row.raised_on <= asOf) && (row.closed_on === null || row.closed_on > asOf))
      .sort((a, b) => byText(b.raised_on ?? '', a.raised_on ?? ''))[0] ?? null
  );
}

/**
 * The first of exceptions that say something new: a commitment is left out behind a project that serves it, and a project behind a commitment that it serves, as
 * both tell of the same work.
 */
export function worstOf<R extends { readonly kind: 'commitment' | 'project'; readonly id: string }>(
  register: Register,
  records: readonly R[],
  most: number,
): readonly R[] {
  const relations = relationsOf(register);
  const told = new Set<string>();
  const worst: R[] = [];
  for (const record of records) {
    if (worst.length === most) break;
    const { kind, id } = record;
    if (told.has(refKey(kind, id))) continue;
    worst.push(record);
    const links = kind === 'project' ? relations.from(kind, id) : relations.to(kind, id);
    for (const { relation, from_kind, from_id, to_kind, to_id } of links)
      if (relation === 'serves') told.add(kind === 'project' ? refKey(to_kind, to_id) : refKey(from_kind, from_id));
  }
  return worst;
}

/** The last month up to that of a day of which a project reported; null where none did. */
export function lastMonthReported(register: Register, asOf: DayString): string | null {
  const month = asOf.slice(0, 7);
  let last: string | null = null;
  for (const row of register.monthly_progress.values()) if (row.month <= month && (last === null || row.month > last)) last = row.month;
  return last;
}

function byDue(a: DayString | null, b: DayString | null): number {
  return a === b ? 0 : a === null ? 1 : b === null ? -1 : byText(a, b);
}
