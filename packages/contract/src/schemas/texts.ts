import { vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { bilingual, listQuery, pageOf, rev, thing } from './common.ts';
import { comparisonRow, matchDecisions, planWords } from './plans.ts';

const count = z.number().int();
const who = z.string().trim().min(1).max(80);
const similarity = z.number().describe('0 to 1');

/** What a replaced text leaves open about a sentence. */
export const textQuestion = z
  .object({
    id: z.string(),
    rev,
    document: z.string(),
    /** True where the sentence stands in an earlier plan: what hangs on it is carried over to this one, and stays there as well. */
    isOfEarlier: z.boolean(),
    kind: z.enum(vocabulary.QUESTION_KINDS),
    /** The sentence that was held, with its words. */
    sentence: z.object({ id: z.string(), number: z.string(), text: bilingual, inText: z.boolean() }),
    /** Sentences of the present text that may follow it, the likeliest first. */
    candidates: z.array(z.object({ id: z.string(), number: z.string(), text: bilingual })),
    /** The commitment or the thing mentioned whose words are looked for; null for a question about the sentence itself. */
    subject: thing.nullable(),
    /** The words looked for, as they were, and those proposed. */
    sought: bilingual,
    words: bilingual,
    /** Commitments, mentions and links that hang on the answer. */
    links: count,
  })
  .meta({ id: 'TextQuestion' });

export const questionQuery = listQuery.extend({
  document: z.string().max(200).optional().describe('of this plan only'),
  sentence: z.string().max(200).optional().describe('about this sentence, or with it among the candidates'),
});
export const questionPage = pageOf(textQuestion).meta({ id: 'TextQuestionPage' });

export const textRequest = z
  .strictObject({
    zh: planWords.optional(),
    en: planWords.optional(),
    wording: z.enum(['official', 'rendering']).optional().describe('whose words they are, where that changes'),
    matches: matchDecisions,
    dryRun: z.boolean().default(false),
    who,
    reason: z.string().max(500).default(''),
  })
  .meta({ id: 'TextRequest' });

/** What became of each sentence. Ids of `added`, `into` and candidates are those that the new sentences have now. */
export const textReport = z
  .object({
    stored: z.boolean(),
    seq: count.nullable(),
    kept: z.array(z.object({ id: z.string() })),
    reworded: z.array(z.object({ id: z.string(), revision: count, similarity, text: bilingual })),
    split: z.array(z.object({ id: z.string(), into: z.array(z.string()), similarity })),
    merged: z.array(z.object({ ids: z.array(z.string()), into: z.string(), similarity })),
    added: z.array(z.object({ id: z.string(), text: bilingual, candidates: z.array(z.object({ id: z.string(), similarity })) })),
    removed: z.array(z.object({ id: z.string(), candidates: z.array(z.object({ id: z.string(), similarity })) })),
    /** Commitments, mentions and links of the old text: `before = kept + queued`. */
    links: z.object({ before: count, kept: count, queued: count }),
    questionCount: count,
    /** Both texts side by side, in the order of the new one. */
    rows: z.array(comparisonRow),
  })
  .meta({ id: 'TextReport' });
