import type { LedgerRow } from '../programme/loop/ledger.ts';
import type { ReportedKind } from '../programme/loop/reporting.ts';
import type { StateName } from '../results/finding.ts';
import type { State } from '../results/state.ts';

/** Why a commitment or project wants looking at, the gravest first. */
export const EXCEPTIONS = ['late', 'slipped', 'blocked', 'waiting', 'slipping', 'stale', 'overdue', 'no-owner', 'no-due-date'] as const;
export type ExceptionWhy = (typeof EXCEPTIONS)[number];

/** A commitment or project that wants looking at, with what is known of its cause. */
export interface Exception extends LedgerRow {
  readonly why: readonly ExceptionWhy[];
}

/**
 * Of a ledger every record that is late or put off by its evidence; blocked, waiting for another department or expected later than promised
 * by its last report; not reported on in time, the reply window past; or without owner or due day. What is not known makes no exception of another
 * kind. The gravest reason first, then the longest late, then in the order of the ledger.
 */
export function exceptionsOf(ledger: readonly LedgerRow[], stateOf: (kind: ReportedKind, id: string) => State): readonly Exception[] {
  return ledger
    .flatMap((row) => {
      const why = whyOf(row, stateOf(row.kind, row.id).name);
      return why.length === 0 ? [] : [{ ...row, why }];
    })
    .sort((a, b) => gravity(a) - gravity(b) || (b.standing?.lateBy ?? 0) - (a.standing?.lateBy ?? 0));
}

function whyOf({ department, dueOn, report, standing }: LedgerRow, state: StateName): readonly ExceptionWhy[] {
  if (state === 'done') return [];
  const isLater = report?.forecastOn != null && dueOn !== null && report.forecastOn > dueOn;
  const reasons: readonly (ExceptionWhy | false)[] = [
    state === 'late' && 'late',
    state === 'slipped' && 'slipped',
    report?.step === 'blocked' && 'blocked',
    report?.waitsFor != null && 'waiting',
    isLater && 'slipping',
    standing?.name === 'stale' && 'stale',
    standing?.name === 'overdue' && 'overdue',
    department === null && 'no-owner',
    dueOn === null && 'no-due-date',
  ];
  return reasons.filter((reason) => reason !== false);
}

function gravity({ why: [gravest = 'no-due-date'] }: Exception): number {
  return EXCEPTIONS.indexOf(gravest);
}
