import { type DayString, daysBetween } from '@westgate/base';
import { grouped } from '../../register/groups.ts';
import { registerMemo } from '../../register/memo.ts';
import type { Register } from '../../register/register.ts';
import type { Row } from '../../register/tables.ts';
import { refKey } from '../relations.ts';
import { dayThatCounts, knownOn } from './slip.ts';

/** Two ends of a dependency with the days that count at them. */
export interface Waiting {
  readonly row: Row<'dependency'>;
  /** The day at the end that is waited for, and the earliest that leaves for the other; null where a day is not known. */
  readonly from: DayString | null;
  readonly to: DayString | null;
  /** Days to spare between what the dates say and what the dependency asks; below 0: it cannot hold. Null where a day is not known. */
  readonly spare: number | null;
}

/** First and last day of a project, or the one day of a milestone. */
interface Span {
  readonly start: DayString | null;
  readonly finish: DayString | null;
}

const milestonesByProject = registerMemo((register) => grouped(register.milestone.values(), ({ project }) => project));
const byEnd = registerMemo((register) => ({
  from: grouped(register.dependency.values(), (row) => refKey(row.from_kind, row.from_id)),
  to: grouped(register.dependency.values(), (row) => refKey(row.to_kind, row.to_id)),
}));

/** The milestones of a project, in order; as they were known on `asOf` where a day is named. */
export function milestonesOf(register: Register, project: string, asOf: DayString | null = null): readonly Row<'milestone'>[] {
  const rows = (milestonesByProject(register).get(project) ?? []).toSorted((a, b) => a.position - b.position);
  return asOf === null ? rows : rows.map((row) => knownOn(row, asOf));
}

/** What a project or one of its milestones waits for, and what waits for them, by the days known on `asOf` where one is named. */
export function waitingOf(
  register: Register,
  project: string,
  asOf: DayString | null = null,
): { readonly waitsFor: readonly Waiting[]; readonly awaited: readonly Waiting[] } {
  const ends = [refKey('project', project), ...milestonesOf(register, project).map(({ id }) => refKey('milestone', id))];
  const { from, to } = byEnd(register);
  return {
    waitsFor: ends.flatMap((end) => to.get(end) ?? []).map((row) => waitingIn(register, row, asOf)),
    awaited: ends.flatMap((end) => from.get(end) ?? []).map((row) => waitingIn(register, row, asOf)),
  };
}

/** A dependency with the days at its ends: FS finish to start, SS start to start, FF finish to finish, SF start to finish. */
export function waitingIn(register: Register, row: Row<'dependency'>, asOf: DayString | null = null): Waiting {
  const [before, after] = [spanOf(register, row.from_kind, row.from_id, asOf), spanOf(register, row.to_kind, row.to_id, asOf)];
  const from = row.kind === 'FS' || row.kind === 'FF' ? before.finish : before.start;
  const to = row.kind === 'FS' || row.kind === 'SS' ? after.start : after.finish;
  return { row, from, to, spare: from === null || to === null ? null : daysBetween(from, to) - row.lag_days };
}

function spanOf(register: Register, kind: string, id: string, asOf: DayString | null): Span {
  if (kind === 'milestone') {
    const rows: ReadonlyMap<string, Row<'milestone'>> = register.milestone;
    const row = rows.get(id);
    const day = row ? dayThatCounts(asOf === null ? row : knownOn(row, asOf)) : null;
    return { start: day, finish: day };
  }
  const days = milestonesOf(register, id, asOf).flatMap((row) => dayThatCounts(row) ?? []);
  days.sort();
  const projects: ReadonlyMap<string, Row<'project'>> = register.project;
  return { start: days[0] ?? null, finish: days.at(-1) ?? projects.get(id)?.due_on ?? null };
}
