import { type CommitmentDraft, type PlanSentence, type PlanText, type Register, registerIndex, type Term } from '@westgate/domain';
import { jobRunner } from '../../jobs/job-runner.ts';
import { districtTerms } from './district-terms.ts';
import type { DraftedPlan, DraftPlanOptions } from './draft-plan.ts';
import type { jobs } from './draft-plan-job.ts';

const run = jobRunner<typeof jobs>(new URL('./draft-plan-job.js', import.meta.url));
const LIMITS = { wallMs: 60_000, memoryMb: 1_000, isLong: true } as const;

/** The vocabulary of a district, kept until names or terms change. */
const termsFor = registerIndex<readonly Term[]>({
  basis: { department: ['name_zh', 'name_en'], place: ['name_zh', 'name_en'], term: 'rows' },
  build: districtTerms,
});

/** As `draftPlan`, in a worker; of a text that is cut into sentences already these. Throws `WG_TOO_HARD` for one that takes too long. */
export async function draftInWorker(
  register: Register,
  source: string | PlanText,
  options: DraftPlanOptions,
  signal?: AbortSignal,
): Promise<DraftedPlan> {
  const sentences: PlanSentence[] = [];
  const drafts: CommitmentDraft[] = [];
  const question = { source, terms: termsFor(register), options };
  const { narrative, ...rest } = await run('draft-plan', question, LIMITS, signal, (piece) => {
    sentences.push(...piece.sentences);
    drafts.push(...piece.drafts);
  });
  return { plan: { ...rest, sentences }, drafts, narrative };
}
