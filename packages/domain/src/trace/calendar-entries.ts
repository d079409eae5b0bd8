import { type Bilingual, byText, type DayString, isPeriod, periodSpan, type Said } from '@westgate/base';
import { answeredFor } from '../programme/loop/assigned.ts';
import { refKey, relationsOf } from '../programme/relations.ts';
import { mattersOn, stepsOf } from '../programme/supervision/matters.ts';
import { described } from '../register/described.ts';
import type { FeedKind } from '../register/fields/vocabulary.ts';
import type { Register } from '../register/register.ts';
import type { AnyRow, Row, TableName } from '../register/tables.ts';
import type { SubjectKind } from '../results/evidence.ts';
import { readinessItemsOf } from '../results/readiness.ts';
import { type State, stateOf } from '../results/state/state.ts';
import { readinessOf } from './readiness-of.ts';

/** One date of a calendar: whole days, as the district counts them. */
export interface CalendarEntry {
  /** The same for the same date of the same record, whatever becomes of it. */
  readonly key: string;
  readonly first: DayString;
  /** The last day, `first` where it is one. */
  readonly last: DayString;
  /** What kind of date it is. */
  readonly kind: Said;
  readonly name: Bilingual;
  /** What it is a part of, such as the project of a milestone. */
  readonly of: Bilingual | null;
  /** The record whose page tells more. */
  readonly page: { readonly table: TableName; readonly id: string };
  /** What it was changed by: the row whose last change counts, and how often those that it rests on were changed. */
  readonly row: { readonly table: TableName; readonly key: string };
  readonly revisions: number;
  readonly isDone: boolean;
}

const KINDS = {
  commitment: { zh: '任务完成时限', en: 'Commitment due' },
  project: { zh: '项目完成时限', en: 'Project due' },
  reached: { zh: '关键节点（实际）', en: 'Milestone reached' },
  forecast: { zh: '关键节点（预计）', en: 'Milestone forecast' },
  baseline: { zh: '关键节点（计划）', en: 'Milestone planned' },
  issue: { zh: '问题销号时限', en: 'Issue due' },
  supervision: { zh: '督办完成时限', en: 'Action item due' },
  gate: { zh: '审批材料报送时限', en: 'Gate document due' },
  event: { zh: '活动', en: 'Event' },
  readiness: { zh: '筹备事项最迟完成', en: 'Readiness item, latest finish' },
} as const satisfies Record<string, Said>;

/** What a calendar is about: whether it tells of a record. */
type Tells = (
  kind: 'commitment' | 'project' | 'event' | 'issue' | 'supervision' | 'readiness_item',
  row: AnyRow & { readonly id: string },
) => boolean;

/**
 * The dates of a person, department, project or event that are known on the day `asOf`, from the register as whoever reads the calendar may see it; in the order of days.
 * A due date is the one that counts on that day, later moves included. `state`: the states on that day, where they are known already.
 */
export function calendarEntries(
  register: Register,
  { kind, id }: { readonly kind: FeedKind; readonly id: string },
  asOf: DayString,
  state: (kind: SubjectKind, id: string) => State = (of, each) => stateOf(register, { kind: of, id: each }, asOf),
): readonly CalendarEntry[] {
  const tells = tellsOf(register, kind, id);
  const entries = [
    ...[...register.commitment.values()]
      .filter((row) => tells('commitment', row))
      .flatMap((row) => dueOf(register, 'commitment', row, state)),
    ...[...register.project.values()].filter((row) => tells('project', row)).flatMap((row) => dueOf(register, 'project', row, state)),
    ...milestoneEntries(register, tells, asOf),
    ...issueEntries(register, tells, asOf),
    ...matterEntries(register, tells, asOf),
    ...eventEntries(register, tells),
    ...readinessEntries(register, tells, asOf),
  ];
  return entries.toSorted((a, b) => byText(a.first, b.first) || byText(a.key, b.key));
}

function tellsOf(register: Register, kind: FeedKind, id: string): Tells {
  if (kind === 'account') {
    const own = new Set(answeredFor(register, id).map((row) => refKey(row.subject_kind, row.subject_id)));
    return (table, row) => own.has(refKey(table, String(row.id))) || namesOne(row, (each, of) => own.has(refKey(each, of)));
  }
  if (kind === 'department') return (table, row) => row[described(table).owner ?? 'owner'] === id;
  if (kind === 'project')
    return (table, row) => (table === 'project' && row.id === id) || namesOne(row, (each, of) => each === 'project' && of === id);
  const relations = relationsOf(register);
  const linked = new Set(
    [...relations.from('event', id), ...relations.to('event', id)].flatMap((link) => [
      refKey(link.from_kind, link.from_id),
      refKey(link.to_kind, link.to_id),
    ]),
  );
  for (const { project } of readinessItemsOf(register, id)) if (project !== null) linked.add(refKey('project', project));
  return (table, row) =>
    (table === 'event' && row.id === id) ||
    (table !== 'event' && linked.has(refKey(table, String(row.id)))) ||
    namesOne(row, (each, of) => each === 'event' && of === id);
}

/** Whether a row names a record of which `is` is true: by a column of that kind, or as what it is about. */
function namesOne(row: AnyRow, is: (kind: string, id: string) => boolean): boolean {
  const named = (['project', 'commitment', 'event'] as const).some((kind) => typeof row[kind] === 'string' && is(kind, row[kind]));
  return named || (typeof row.subject_kind === 'string' && typeof row.subject_id === 'string' && is(row.subject_kind, row.subject_id));
}

function dueOf(
  register: Register,
  table: 'commitment' | 'project',
  row: Row<'commitment'> | Row<'project'>,
  state: (kind: SubjectKind, id: string) => State,
): readonly CalendarEntry[] {
  const { due, name, counted } = state(table, row.id);
  const day = due ?? row.due_on;
  if (day === null) return [];
  // An outcome moves the day, or says that it is done: it changes the entry as the record itself does.
  const outcomes: ReadonlyMap<string, Row<'outcome'>> = register.outcome;
  const revisions = counted.reduce((sum, { outcomeId }) => sum + (outcomes.get(outcomeId)?.rev ?? 0), row.rev);
  return [{ ...entry(table, row, KINDS[table], day), revisions, isDone: name === 'done' }];
}

function milestoneEntries(register: Register, tells: Tells, asOf: DayString): readonly CalendarEntry[] {
  return [...register.milestone.values()].flatMap((row) => {
    const project = register.project.get(row.project);
    if (!project || !tells('project', project)) return [];
    const isReached = row.actual !== null && row.actual <= asOf;
    const [day, kind] = isReached
      ? [row.actual, KINDS.reached]
      : row.forecast !== null
        ? [row.forecast, KINDS.forecast]
        : [row.baseline, KINDS.baseline];
    if (day === null) return [];
    const told = entry('milestone', row, kind, day);
    return [{ ...told, of: nameOf('project', project), page: { table: 'project' as const, id: project.id }, isDone: isReached }];
  });
}

function issueEntries(register: Register, tells: Tells, asOf: DayString): readonly CalendarEntry[] {
  return [...register.issue.values()].flatMap((row) =>
    row.due_on === null || !tells('issue', row)
      ? []
      : [{ ...entry('issue', row, KINDS.issue, row.due_on), isDone: row.closed_on !== null && row.closed_on <= asOf }],
  );
}

function matterEntries(register: Register, tells: Tells, asOf: DayString): readonly CalendarEntry[] {
  const told = [...register.supervision.values()].filter((row) => tells('supervision', row));
  const all = told.length === 0 ? [] : mattersOn(register, asOf);
  const closed = new Set(all.filter(({ standing }) => standing.light === 'closed').map(({ row }) => row.id));
  return told.map((row) => {
    const revisions = stepsOf(register, row.id).reduce((sum, step) => sum + step.rev, row.rev);
    const kind = row.requirement === null ? KINDS.supervision : KINDS.gate;
    return { ...entry('supervision', row, kind, row.due_on), revisions, isDone: closed.has(row.id) };
  });
}

function eventEntries(register: Register, tells: Tells): readonly CalendarEntry[] {
  return [...register.event.values()].flatMap((row) => {
    if (!tells('event', row) || !isPeriod(row.dates)) return [];
    const [first, last] = periodSpan(row.dates);
    // A month or a year is no date of a calendar.
    if (!row.dates.split('/').every((part) => part.length === first.length)) return [];
    return [{ ...entry('event', row, KINDS.event, first), last }];
  });
}

function readinessEntries(register: Register, tells: Tells, asOf: DayString): readonly CalendarEntry[] {
  return [...register.readiness_item.values()].flatMap((row) => {
    if (!tells('readiness_item', row)) return [];
    const { latest, name } = readinessOf(register, row, asOf);
    const event = register.event.get(row.event);
    if (latest === null || !event) return [];
    const told = entry('readiness_item', row, KINDS.readiness, latest);
    return [{ ...told, of: nameOf('event', event), revisions: row.rev + event.rev, isDone: name === 'done' }];
  });
}

function entry(table: TableName, row: AnyRow & { readonly id: string }, kind: Said, day: DayString): CalendarEntry {
  const { id } = row;
  return {
    key: `${table}.${id}`,
    first: day,
    last: day,
    kind,
    name: nameOf(table, row),
    of: null,
    page: { table, id },
    row: { table, key: id },
    revisions: row.rev,
    isDone: false,
  };
}

function nameOf(table: TableName, row: AnyRow): Bilingual {
  const { named: stem = 'name' } = described(table);
  const [zh, en] = [row[`${stem}_zh`], row[`${stem}_en`]];
  return { zh: typeof zh === 'string' ? zh : null, en: typeof en === 'string' ? en : null };
}
