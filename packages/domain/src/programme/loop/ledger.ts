import type { DayString } from '@westgate/base';
import type { Register } from '../../register/register.ts';
import { assignedTo } from './assigned.ts';
import type { ReportStanding } from './report-standing.ts';
import { type LastReport, lastReport, ownerOf, type ReportedKind, standingOf } from './reporting.ts';

/** Who answers for a commitment or project. */
export interface Answering {
  readonly department: string | null;
  /** The account of the person who answers for it within the department; null where nobody is named. */
  readonly person: string | null;
}

/** A commitment or project with who answers for it, by when, what was last reported and how it stands with its reports. */
export interface LedgerRow extends Answering {
  readonly kind: ReportedKind;
  readonly id: string;
  /** The promised day. */
  readonly dueOn: DayString | null;
  readonly report: LastReport | null;
  readonly standing: ReportStanding | null;
}

/** Every commitment, then every project, as they stand on a day; where `isWanted` is given, those alone whose answering body it takes. */
export function ledgerOf(
  register: Register,
  asOf: DayString,
  isWanted: (answering: Answering) => boolean = () => true,
): readonly LedgerRow[] {
  const rowsOf = (
    kind: ReportedKind,
    { id, due_on: dueOn }: { readonly id: string; readonly due_on: DayString | null },
  ): readonly LedgerRow[] => {
    const answering = { department: ownerOf(register, kind, id), person: assignedTo(register, kind, id) };
    if (!isWanted(answering)) return [];
    return [
      { kind, id, ...answering, dueOn, report: lastReport(register, kind, id, asOf), standing: standingOf(register, kind, id, asOf) },
    ];
  };
  return [
    ...[...register.commitment.values()].flatMap((row) => rowsOf('commitment', row)),
    ...[...register.project.values()].flatMap((row) => rowsOf('project', row)),
  ];
}
