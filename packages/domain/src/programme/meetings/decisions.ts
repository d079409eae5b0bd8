import type { DayString } from '@westgate/base';
import type { DecisionStanding } from '../../register/fields/vocabulary.ts';
import { type Groups, grouped, regrouped } from '../../register/groups.ts';
import type { Register } from '../../register/register.ts';
import { registerIndex } from '../../register/register-index.ts';
import type { Row } from '../../register/tables.ts';
import { type Matter, matterOn } from '../supervision/matters.ts';

type DecisionRow = Row<'decision'>;
type MatterRow = Row<'supervision'>;

const meetingOf = ({ meeting }: DecisionRow): string => meeting;
const decisionsByMeeting = registerIndex<Groups<DecisionRow>>({
  basis: { decision: 'rows' },
  build: (register) => grouped(register.decision.values(), meetingOf),
  grow: (held, { decision: changes = [] }) => regrouped(held, changes, meetingOf),
});
// A matter that carries out no decision stands by itself: together they would be one large group.
const decisionOf = ({ decision, id }: MatterRow): string => decision ?? `|${id}`;
const mattersByDecision = registerIndex<Groups<MatterRow>>({
  basis: { supervision: 'rows' },
  build: (register) => grouped(register.supervision.values(), decisionOf),
  grow: (held, { supervision: changes = [] }) => regrouped(held, changes, decisionOf),
});

/** The decisions of a meeting in their places, those without a place last. */
export function decisionsIn(register: Register, meeting: string): readonly DecisionRow[] {
  const placed = ({ position }: DecisionRow): number => position ?? Number.MAX_SAFE_INTEGER;
  return [...(decisionsByMeeting(register).get(meeting) ?? [])].sort((a, b) => placed(a) - placed(b));
}

/** The matter under supervision that carries out a decision, as it stands on a day; null while none does. */
export function matterOfDecision(register: Register, decision: string, asOf: DayString): Matter | null {
  const row = mattersByDecision(register).get(decision)?.at(-1);
  return row ? matterOn(register, row, asOf) : null;
}

/** Whether a decision became a matter under supervision, on whatever day. */
export function isAssigned(register: Register, decision: string): boolean {
  return mattersByDecision(register).has(decision);
}

/** What a decision lacks to be carried out: who does it, by when. */
export function lackingOf({ owner, due_on }: Pick<DecisionRow, 'owner' | 'due_on'>): readonly ('owner' | 'due_on')[] {
  return [...(owner === null ? (['owner'] as const) : []), ...(due_on === null ? (['due_on'] as const) : [])];
}

/** Where a decision stands on a day, as its matter does; null before its meeting. One that nobody was asked to carry out is overdue past its day as well. */
export function decisionStanding(register: Register, row: DecisionRow, asOf: DayString): DecisionStanding | null {
  const meetings: ReadonlyMap<string, Row<'meeting'>> = register.meeting;
  const held = meetings.get(row.meeting)?.held_on;
  if (held !== undefined && held > asOf) return null;
  const matter = matterOfDecision(register, row.id, asOf);
  if (!matter) {
    if (lackingOf(row).length > 0) return 'no-owner';
    return row.due_on !== null && row.due_on < asOf ? 'overdue' : 'unassigned';
  }
  const { light, name } = matter.standing;
  if (light === 'closed' || light === 'overdue') return light;
  return name === 'reported' || name === 'verified' ? 'reported' : 'open';
}
