import type { ActionName, Register } from '@westgate/domain';
import { freezeDates } from '../dates/freeze-dates.ts';
import type { Ask, AskedAt } from '../deeds/ask.ts';
import type { Changing } from '../deeds/work.ts';
import { answerRequirement, refuseAdmission } from '../gates/answer-requirement.ts';
import { changeRules } from '../gates/change-rules.ts';
import { keepGate } from '../gates/keep-gate.ts';
import { passGate } from '../gates/pass-gate.ts';
import { askEvidence } from '../supervision/ask-evidence.ts';

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
};
