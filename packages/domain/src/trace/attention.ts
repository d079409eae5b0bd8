import { type Bilingual, byText, type DayString } from '@westgate/base';
import { milestonesOf } from '../programme/dates/waiting.ts';
import { reopenedOn } from '../programme/gates/standing.ts';
import { type LedgerRow, ledgerOf } from '../programme/loop/ledger.ts';
import { type Matter, mattersOn } from '../programme/supervision/matters.ts';
import { isWithoutSource } from '../register/own-basis.ts';
import type { Register } from '../register/register.ts';
import type { Row } from '../register/tables.ts';
import type { SubjectKind } from '../results/evidence.ts';
import { type Said, say, sayDay, sayName } from '../results/say.ts';
import { type State, stateOf } from '../results/state/state.ts';
import { type YearWarnings, yearWarnings } from './year-warnings.ts';

/** Why a commitment or project needs attention, the gravest first: what nobody knows stands before what is known to be late. */
export const EXCEPTIONS = [
  'due-not-known',
  'late',
  'reopened',
  'slipped',
  'unsourced',
  'blocked',
  'waiting',
  'slipping',
  'stale',
  'overdue',
  'no-owner',
  'no-due-date',
] as const;
export type ExceptionWhy = (typeof EXCEPTIONS)[number];

/** Something that passed its day without word: the outcome of the record itself, or one of its milestones, by its id. */
export interface Lapse {
  readonly milestone: string | null;
  readonly on: DayString;
}

/** That a milestone passed its day without word. */
export function lapseSaid({ zh, en }: Bilingual, on: DayString): Said {
  const [name, day] = [sayName(zh, en, ''), sayDay(on)];
  return say(`节点“${name.zh}”应于 ${day.zh}完成，情况不明`, `milestone “${name.en}” was due on ${day.en}, not known`);
}

/** A commitment or project that needs attention, with what is known of its cause. */
export interface Exception extends LedgerRow {
  readonly why: readonly ExceptionWhy[];
  /** What of it passed its day without word, the longest ago first. */
  readonly lapses: readonly Lapse[];
  /** Its milestones of which a day, reached or expected, was changed without a source. */
  readonly unsourced: readonly string[];
}

/** An event that passed without a word on whether it was held. */
export interface SilentEvent {
  readonly id: string;
  /** Its last day. */
  readonly on: DayString;
}

/** Everything of a district that needs attention on a day. */
export interface Attention {
  /** The gravest reason first, then the longest late, then in the order of the ledger. */
  readonly records: readonly Exception[];
  /** An event is no department's. The longest ago first. */
  readonly events: readonly SilentEvent[];
  /** Matters under supervision, and what was asked for at a gate, past their day, the longest ago first; then those re-opened, whatever they are about. */
  readonly matters: readonly Matter[];
  /** What the change of a year leaves open. */
  readonly warnings: YearWarnings;
  readonly looked: Looked;
}

/** How many commitments and projects were looked at: that none of them needs attention is said of so many. */
interface Looked {
  readonly commitments: number;
  readonly projects: number;
}

/** What attention is asked for, and what is known already. */
export interface AttentionOptions {
  readonly stateOf?: ((kind: SubjectKind, id: string) => State) | undefined;
  /** The records looked at; every commitment and project where it is left out. */
  readonly ledger?: readonly LedgerRow[] | undefined;
  /** The district of which the register is a part: what follows a plan, and what a gate rests on, is looked for there. */
  readonly whole?: Register | undefined;
}

/**
 * What needs attention on a day. It is the one computation behind every list, sentence and count that says late, due, without owner or
 * without due date: a record that is past its day without word (`due-not-known`), late or put off by its evidence; with a due date, or a day of a
 * milestone, that was changed without a source (`unsourced`); blocked, waiting for another department or expected later than promised by its last
 * report or a milestone; not reported on in time, the reply window past; or, whatever its state, re-opened (a gate that it passed or a matter on it
 * rested on what is gone), or without owner or due date. What is done has no other reason. A matter that is overdue or re-opened is named itself, be it
 * about a place, an event or an indicator.
 */
export function attentionOf(
  register: Register,
  asOf: DayString,
  { ledger: asked, stateOf: known, whole = register }: AttentionOptions = {},
): Attention {
  const matters = mattersOn(register, asOf);
  const reopened = reopenedRecords(matters, whole, asOf);
  const ledger = asked ?? ledgerOf(register, asOf);
  const state = known ?? ((kind: SubjectKind, id: string): State => stateOf(register, { kind, id }, asOf));
  const records = ledger
    .flatMap((row) => exceptionOf(register, row, state(row.kind, row.id), reopened(row), asOf) ?? [])
    .sort((a, b) => gravity(a) - gravity(b) || (b.standing?.lateBy ?? 0) - (a.standing?.lateBy ?? 0));
  const lapses = records.flatMap((record) => record.lapses.map(({ on }) => on));
  return {
    records,
    events: [...register.event.keys()]
      .flatMap((id) => {
        const { name, dueBy } = state('event', id);
        return isSilent(name, dueBy, asOf) ? [{ id, on: dueBy }] : [];
      })
      .sort((a, b) => byText(a.on, b.on)),
    matters: matters.filter((each) => isPastDay(each) || isReopened(each)),
    warnings: yearWarnings(register, asOf, { whole, ledger, matters, lapses }),
    looked: { commitments: countOf(ledger, 'commitment'), projects: countOf(ledger, 'project') },
  };
}

/** How many have each reason; a record may have several. */
export function countExceptions(records: readonly { readonly why: readonly string[] }[]): Readonly<Record<ExceptionWhy, number>> {
  const counts = new Map<string, number>(EXCEPTIONS.map((why) => [why, 0]));
  for (const { why } of records) for (const each of new Set(why)) counts.set(each, (counts.get(each) ?? 0) + 1);
  return Object.fromEntries(EXCEPTIONS.map((why) => [why, counts.get(why) ?? 0])) as Record<ExceptionWhy, number>;
}

/** What a commitment or project lacks, whatever its state: somebody who answers for it, a day by which it is promised. */
export function lacking({ department, dueOn }: Pick<LedgerRow, 'department' | 'dueOn'>): readonly ('no-owner' | 'no-due-date')[] {
  return [...(department === null ? (['no-owner'] as const) : []), ...(dueOn === null ? (['no-due-date'] as const) : [])];
}

function countOf(ledger: readonly LedgerRow[], kind: LedgerRow['kind']): number {
  return ledger.filter((row) => row.kind === kind).length;
}

/** True for what passed its day while nothing says that it was done or that it was not. */
function isSilent(name: State['name'], dueBy: DayString | null, asOf: DayString): dueBy is DayString {
  return dueBy !== null && dueBy < asOf && name !== 'done' && name !== 'late';
}

/** Whether a matter is past its day. */
export function isPastDay({ standing }: Pick<Matter, 'standing'>): boolean {
  return standing.light === 'overdue';
}

/** Whether a matter is open again as what its last steps rested on is gone. */
function isReopened({ lost }: Matter): boolean {
  return lost.length > 0;
}

/** Tells of a record whether a gate that it passed, or one of `matters` on it, is open again as what it rested on is gone. */
function reopenedRecords(matters: readonly Matter[], whole: Register, asOf: DayString): (record: LedgerRow) => boolean {
  const subjects = new Set(matters.filter(isReopened).map(({ row }) => `${row.subject_kind}:${row.subject_id}`));
  return ({ kind, id }) => subjects.has(`${kind}:${id}`) || (kind === 'project' && reopenedOn(whole, id, asOf).length > 0);
}

function exceptionOf(register: Register, row: LedgerRow, { name, dueBy }: State, isReopened: boolean, asOf: DayString): Exception | null {
  const isOpen = name !== 'done';
  const ofProject = isOpen && row.kind === 'project' ? milestonesOf(register, row.id) : [];
  const milestones = ofProject.filter(({ actual }) => actual === null || actual > asOf);
  const lapses: readonly Lapse[] = [
    ...(isSilent(name, dueBy, asOf) ? [{ milestone: null, on: dueBy }] : []),
    ...milestones.flatMap(({ id, baseline, forecast }) => {
      const on = forecast ?? baseline;
      return on !== null && on < asOf ? [{ milestone: id as string, on }] : [];
    }),
  ].sort((a, b) => byText(a.on, b.on));
  const { dueOn, report, standing } = row;
  const isLater =
    (report?.forecastOn != null && dueOn !== null && report.forecastOn > dueOn) ||
    milestones.some(({ baseline, forecast }) => baseline !== null && forecast !== null && forecast > baseline);
  const unsourced = ofProject.filter((each) => isWithoutSource('milestone', 'forecast', each)).map(({ id }) => id);
  const open: readonly (ExceptionWhy | false)[] = [
    lapses.length > 0 && 'due-not-known',
    name === 'late' && 'late',
    name === 'slipped' && 'slipped',
    ((dueOn !== null && isDueWithoutSource(register, row)) || unsourced.length > 0) && 'unsourced',
    report?.step === 'blocked' && 'blocked',
    report?.waitsFor != null && 'waiting',
    isLater && 'slipping',
    standing?.name === 'stale' && 'stale',
    standing?.name === 'overdue' && 'overdue',
  ];
  const holds = new Set<ExceptionWhy | false>([...(isOpen ? open : []), isReopened && 'reopened', ...lacking(row)]);
  const why = EXCEPTIONS.filter((reason) => holds.has(reason));
  return why.length === 0 ? null : { ...row, why, lapses, unsourced };
}

function isDueWithoutSource(register: Register, { kind, id }: LedgerRow): boolean {
  const rows: ReadonlyMap<string, Row<LedgerRow['kind']>> = register[kind];
  const row = rows.get(id);
  return row !== undefined && isWithoutSource(kind, 'due_on', row);
}

function gravity({ why: [gravest = 'no-due-date'] }: Exception): number {
  return EXCEPTIONS.indexOf(gravest);
}
