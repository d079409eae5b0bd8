import type { Language } from '@westgate/base';
import {
  draftCommitments,
  type Lexicon,
  lexiconOf,
  type PlanDrafts,
  type PlanText,
  type Register,
  registerIndex,
  splitPlanText,
} from '@westgate/domain';
import { districtTerms } from './district-terms.ts';
import { generalTerms } from './general-terms.ts';
import { typeWeights } from './type-weights.ts';

/** What a text is read with beside the vocabulary. */
export interface DraftPlanOptions {
  /** The year that "this year" means; without it the days of such words are not known. */
  readonly planYear?: number | undefined;
  /** The language of all sentences; each one's own where it is not said. */
  readonly language?: Language | undefined;
}

/** A plan text cut into sentences, with the drafts that the rules read from it. */
export interface DraftedPlan extends PlanDrafts {
  readonly plan: PlanText;
}

/** The general vocabulary and that of a district, kept until names or terms change. */
const lexiconFor = registerIndex<Lexicon>({
  basis: { department: ['name_zh', 'name_en'], place: ['name_zh', 'name_en'], term: 'rows' },
  build: (register) => lexiconOf([...generalTerms(), ...districtTerms(register)], typeWeights()),
});

/**
 * Drafts of commitments from a plan text, by the general vocabulary and that of the district, which may be empty. Nothing is stored. Offsets
 * are UTF-16 units of `text`.
 */
export function draftPlan(register: Register, text: string, options: DraftPlanOptions = {}): DraftedPlan {
  const plan = splitPlanText(text);
  return { plan, ...draftCommitments(plan, lexiconFor(register), options) };
}
