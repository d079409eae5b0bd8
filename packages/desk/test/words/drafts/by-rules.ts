import { draftCommitments, lexiconOf, type PlanDrafts, splitPlanText } from '@westgate/domain';
import { generalTerms } from '../../../src/words/drafts/general-terms.ts';

/** Drafts of a text by the general vocabulary and the rules alone, without what was learned of types. */
export function draftByRules(text: string, planYear?: number): PlanDrafts {
  return draftCommitments(splitPlanText(text), lexiconOf(generalTerms()), { planYear });
}
