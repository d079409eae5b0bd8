import type { DayString } from '@westgate/base';
import type { Register } from '../../register/register.ts';
import { assignedTo } from './assigned.ts';
import type { ReportStanding } from './report-standing.ts';
import { type LastReport, lastReport, ownerOf, type ReportedKind, standingOf } from './reporting.ts';

/** A commitment or project with who answers for it, by when, what was last reported and how it stands with its reports. */
export interface LedgerRow {
  readonly kind: ReportedKind;
  readonly id: string;
  readonly department: string | null;
  /** The account of the person who answers for it within the department; null where nobody is named. */
  readonly person: string | null;
  /** The promised day. */
  readonly dueOn: DayString | null;
  readonly report: LastReport | null;
  readonly standing: ReportStanding | null;
}

/** Every commitment, then every project, as they stand on a day. */
export function ledgerOf(register: Register, asOf: DayString): readonly LedgerRow[] {
  const rowOf = (kind: ReportedKind, { id, due_on: dueOn }: { readonly id: string; readonly due_on: DayString | null }): LedgerRow => ({
    kind,
    id,
    department: ownerOf(register, kind, id),
    person: assignedTo(register, kind, id),
    dueOn,
    report: lastReport(register, kind, id, asOf),
    standing: standingOf(register, kind, id, asOf),
  });
  return [
    ...[...register.commitment.values()].map((row) => rowOf('commitment', row)),
    ...[...register.project.values()].map((row) => rowOf('project', row)),
  ];
}
