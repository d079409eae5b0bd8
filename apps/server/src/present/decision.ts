import type { OwnParts } from '@westgate/contract';
import { decisionStanding, matterOfDecision, type Row } from '@westgate/domain';
import type { View } from '../view/view.ts';

/** What a decision tells beside its columns: the matter that carries it out, to whoever may know of that. */
export function decisionBeside({ register, whole, asOf }: View, decision: Row<'decision'>): OwnParts<'decision'> {
  const standing = decisionStanding(whole, decision, asOf);
  const held = matterOfDecision(register, decision.id, asOf);
  if (!held) return { standing, matter: null };
  const { light, lateBy } = held.standing;
  return { standing, matter: { id: held.row.id, light, dueOn: held.row.due_on, lateBy } };
}
