import {
  type CommitmentDraft,
  draftCommitments,
  lexiconOf,
  type PlanDrafts,
  type PlanSentence,
  type PlanText,
  splitPlanText,
  type Term,
} from '@westgate/domain';
import type { JobSite } from '../../jobs/job.ts';
import type { DraftPlanOptions } from './draft-plan.ts';
import { generalTerms } from './general-terms.ts';
import { typeWeights } from './type-weights.ts';

/** A plan text, cut into sentences or not, and the vocabulary of its district. */
interface DraftQuestion {
  readonly source: string | PlanText;
  readonly terms: readonly Term[];
  readonly options: DraftPlanOptions;
}

/** Some sentences of the text, and some drafts read from it. */
interface DraftPiece {
  readonly sentences: readonly PlanSentence[];
  readonly drafts: readonly CommitmentDraft[];
}

/** The rest; sentences and drafts are handed over before. */
interface DraftAnswer extends Pick<PlanDrafts, 'narrative'>, Omit<PlanText, 'sentences'> {}

const AT_ONCE = 500;

/** The job that reads drafts from a plan text. */
export const jobs = { 'draft-plan': draftPlanJob } as const;

/** Reads drafts of commitments from a plan text and hands them over some at a time. */
async function draftPlanJob({ source, terms, options }: DraftQuestion, site: JobSite<DraftPiece>): Promise<DraftAnswer> {
  const { sentences, ...rest } = typeof source === 'string' ? splitPlanText(source) : source;
  const { drafts, narrative } = draftCommitments({ ...rest, sentences }, lexiconOf([...generalTerms(), ...terms], typeWeights()), options);
  for (let at = 0; at < Math.max(sentences.length, drafts.length); at += AT_ONCE)
    await site.hand({ sentences: sentences.slice(at, at + AT_ONCE), drafts: drafts.slice(at, at + AT_ONCE) });
  return { ...rest, narrative };
}
