import { byText, type DayString } from '@westgate/base';
import { assetOf, drillOn } from '../programme/dual-use/assets.ts';
import { decisionStanding, isAssigned } from '../programme/meetings/decisions.ts';
import type { Register } from '../register/register.ts';
import type { Row } from '../register/tables.ts';
import { dealOn } from '../results/deals.ts';
import { outputOn } from '../results/outputs.ts';
import { pipelineOf } from '../results/pipeline.ts';
import { feedbackStanding } from './feedback-standing.ts';

/**
 * Kinds of records that fall due by themselves: the quarterly review of an industry, the answer to feedback, a decision that nobody was asked to carry out, an
 * output of a project, the follow-up of a deal, a drill of a dual-use asset.
 */
export const PASSED_KINDS = ['industry', 'feedback', 'decision', 'output', 'deal', 'drill'] as const;
export type PassedKind = (typeof PASSED_KINDS)[number];

/** A record that passed its day. */
export interface PassedDay {
  readonly kind: PassedKind;
  readonly id: string;
  /** The department that answers for it; null where none is named. */
  readonly owner: string | null;
  readonly on: DayString;
}

type Due = Pick<PassedDay, 'owner' | 'on'> | null;

/** By when a row was due and who answers for it; null where its day has not passed, or what was due is there. */
const DUE: { readonly [K in PassedKind]: (register: Register, row: Row<K>, asOf: DayString) => Due } = {
  industry(register, row, asOf) {
    const { due, standing } = pipelineOf(register, row, asOf);
    return standing === 'overdue' ? owed(row.owner, due) : null;
  },
  feedback: (_register, row, asOf) => (feedbackStanding(row, asOf) === 'overdue' ? owed(row.owner, row.due_on) : null),
  // One that somebody was asked to carry out is told as a matter under supervision.
  decision: (register, row, asOf) =>
    !isAssigned(register, row.id) && decisionStanding(register, row, asOf) === 'overdue' ? owed(row.owner, row.due_on) : null,
  output(register, row, asOf) {
    const projects: ReadonlyMap<string, Row<'project'>> = register.project;
    return outputOn(register, row, asOf).name === 'overdue' ? owed(projects.get(row.project)?.lead ?? null, row.due_on) : null;
  },
  deal: (register, row, asOf) => (dealOn(register, row, asOf).isFollowUpDue ? owed(row.owner, row.follow_up_on) : null),
  drill: (register, row, asOf) =>
    drillOn(register, row, asOf) === 'overdue' ? owed(assetOf(register, row.asset)?.owner ?? null, row.planned_on) : null,
};

/** What of a district passed its day: kind by kind, the longest ago first. */
export function passedDays(register: Register, asOf: DayString): readonly PassedDay[] {
  return PASSED_KINDS.flatMap((kind) => passedOf(register, kind, asOf));
}

function passedOf<K extends PassedKind>(register: Register, kind: K, asOf: DayString): readonly PassedDay[] {
  const rows = [...register[kind].values()] as readonly Row<K>[];
  return rows
    .flatMap((row) => {
      const due = DUE[kind](register, row, asOf);
      return due ? [{ kind, id: String(row.id), ...due }] : [];
    })
    .sort((a, b) => byText(a.on, b.on));
}

function owed(owner: string | null, on: DayString | null): Due {
  return on === null ? null : { owner, on };
}
