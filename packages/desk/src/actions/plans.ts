import type { ActionName, Register, TableName } from '@westgate/domain';
import { commentOn, withdrawComment } from '../comments/comment.ts';
import { freezeDates } from '../dates/freeze-dates.ts';
import type { Ask, AskedAt } from '../deeds/ask.ts';
import type { Changing } from '../deeds/work.ts';
import { answerRequirement, refuseAdmission } from '../gates/answer-requirement.ts';
import { changeRules } from '../gates/change-rules.ts';
import { keepGate } from '../gates/keep-gate.ts';
import { passGate } from '../gates/pass-gate.ts';
import { handOver, nameOwner } from '../people/assignments.ts';
import { decideChange } from '../review/decide-change.ts';
import { proposeChange } from '../review/propose-change.ts';
import { askEvidence } from '../supervision/ask-evidence.ts';
import { registerMatter } from '../supervision/register-matter.ts';
import { judgedReport, takeStep } from '../supervision/take-step.ts';
import { saveView } from '../views/save-view.ts';

/** What an action changes: worked out of the register and what is asked, nothing else. Throws where it cannot be done. */
type Plan<N extends ActionName> = (register: Register, ask: Ask<N>, at: AskedAt) => Changing;

/** The plan of every action. */
export const PLANS: { readonly [N in ActionName]: Plan<N> } = {
  'pass-gate': passGate,
  'keep-gate': keepGate,
  'answer-requirement': answerRequirement,
  'refuse-admission': refuseAdmission,
  'change-rules': changeRules,
  'ask-evidence': askEvidence,
  'freeze-dates': freezeDates,
  'register-matter': registerMatter,
  'take-step': takeStep,
  'propose-change': proposeChange,
  'decide-change': decideChange,
  'write-comment': commentOn,
  'withdraw-comment': withdrawComment,
  'save-view': saveView,
  'name-owner': nameOwner,
  'hand-over': handOver,
};

/** The row whose author an action asks for; null for none. */
type Authored<N extends ActionName> = (register: Register, ask: Ask<N>) => readonly [TableName, string] | null;

/** Of the actions that depend on who brought a row: which row that is. Who did is looked up in the journal before the plan is asked. */
export const AUTHORED: { readonly [N in ActionName]?: Authored<N> } = {
  'take-step': judgedReport,
  'decide-change': (_register, { id }) => ['pending_change', id],
  'withdraw-comment': (_register, { id }) => ['comment', id],
};
