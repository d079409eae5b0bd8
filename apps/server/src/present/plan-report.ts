import type { PlanReport } from '@westgate/contract';
import type { Deed, PlanBrought } from '@westgate/desk';
import type { Register } from '@westgate/domain';
import { comparisonRows } from './comparison-rows.ts';

/** What bringing a plan did, or would do. */
export function planReportOf(brought: PlanBrought & { readonly deed: Deed | null }, before: Register): PlanReport {
  const { document, sentences, carried, deed } = brought;
  return {
    stored: deed !== null,
    seq: deed?.seq ?? null,
    document,
    sentences: sentences.map((sentence) => ({ ...sentence, text: { ...sentence.text } })),
    carried: carried && { rows: comparisonRows(carried, before), links: { ...carried.links }, questionCount: carried.questions.length },
  };
}
