import type { DayString } from '@westgate/base';
import type { ReportStanding } from '../programme/loop/report-standing.ts';
import { type LastReport, lastReport, type ReportedKind, standingOf } from '../programme/loop/reporting.ts';
import type { Register } from '../register/register.ts';
import type { State } from '../results/state.ts';

/** Why a commitment or project wants looking at, the gravest first. */
export const EXCEPTIONS = ['late', 'slipped', 'blocked', 'waiting', 'slipping', 'stale', 'overdue', 'no-owner', 'no-due-date'] as const;
export type ExceptionWhy = (typeof EXCEPTIONS)[number];

/** A commitment or project that wants looking at, with what is known of its cause. */
export interface Exception {
  readonly kind: ReportedKind;
  readonly id: string;
  readonly why: readonly ExceptionWhy[];
  readonly department: string | null;
  /** The promised day. */
  readonly dueOn: DayString | null;
  readonly report: LastReport | null;
  readonly standing: ReportStanding | null;
}

/**
 * Every commitment and project that is late or put off by its evidence; blocked, waiting for another department or expected later than promised by its
 * last report; not reported on in time, the reply window past; or without owner or due day. What is not known makes no exception of another
 * kind. The gravest reason first, then the longest late, then in the order of the register.
 */
export function exceptionsOf(
  register: Register,
  asOf: DayString,
  stateOf: (kind: ReportedKind, id: string) => State,
): readonly Exception[] {
  const found: Exception[] = [];
  for (const { id, owner, due_on: dueOn } of register.commitment.values()) {
    add(found, register, asOf, { kind: 'commitment', id, department: owner, dueOn, state: stateOf('commitment', id) });
  }
  for (const { id, lead, due_on: dueOn } of register.project.values()) {
    add(found, register, asOf, { kind: 'project', id, department: lead, dueOn, state: stateOf('project', id) });
  }
  return found.sort((a, b) => gravity(a) - gravity(b) || (b.standing?.lateBy ?? 0) - (a.standing?.lateBy ?? 0));
}

interface Looked extends Pick<Exception, 'kind' | 'id' | 'department' | 'dueOn'> {
  readonly state: State;
}

function add(found: Exception[], register: Register, asOf: DayString, { state, ...looked }: Looked): void {
  const { kind, id, department, dueOn } = looked;
  if (state.name === 'done') return;
  const report = lastReport(register, kind, id, asOf);
  const standing = standingOf(register, kind, id, asOf);
  const isLater = report?.forecastOn != null && dueOn !== null && report.forecastOn > dueOn;
  const reasons: readonly (ExceptionWhy | false)[] = [
    state.name === 'late' && 'late',
    state.name === 'slipped' && 'slipped',
    report?.step === 'blocked' && 'blocked',
    report?.waitsFor != null && 'waiting',
    isLater && 'slipping',
    standing?.name === 'stale' && 'stale',
    standing?.name === 'overdue' && 'overdue',
    department === null && 'no-owner',
    dueOn === null && 'no-due-date',
  ];
  const why = reasons.filter((reason) => reason !== false);
  if (why.length > 0) found.push({ ...looked, why, report, standing });
}

function gravity({ why: [gravest = 'no-due-date'] }: Exception): number {
  return EXCEPTIONS.indexOf(gravest);
}
