import { DOUBTS, DRAFT_RULES, type RuleId, vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { asOfQuery, day, period } from './common.ts';

const offset = z.number().int().min(0);
const planYear = z.coerce.number().int().min(1900).max(2199).optional().describe('the year that words such as "this year" mean');
const language = z.enum(['zh', 'en']);

const RULES = Object.keys(DRAFT_RULES).filter((rule): rule is RuleId => rule in DRAFT_RULES);

/** The rule that read something, and the words it read it from. Offsets of drafts are UTF-16 units of the text of their sentence. */
export const draftRule = z.enum(RULES).meta({ id: 'DraftRule' });
const read = z.object({ start: offset, end: offset, rule: draftRule });
const name = read.extend({
  value: z.string().describe('the words, letter by letter'),
  id: z.string().nullable().describe('the record that bears the name; null where none does'),
});

/** A commitment as the rules read it from a promising clause. Every field stands in the words: `start` and `end` say where. */
export const draft = z
  .object({
    sentence: z.string(),
    /** The clause. */
    start: offset,
    end: offset,
    /** Null where the vocabulary does not hold the verb. */
    verbClass: z.enum(vocabulary.VERB_CLASSES).nullable(),
    department: name.nullable(),
    place: name.nullable(),
    /** `value`: the last day of what is said; null where the words need a plan year and none is known. */
    date: read.extend({ value: day.nullable(), period: period.nullable() }).nullable(),
    /** The number with its scale: 345 billion is 345000000000. */
    number: read.extend({ value: z.number(), qualifier: z.enum(vocabulary.QUALIFIERS).nullable() }).nullable(),
    unit: read.extend({ value: z.string() }).nullable(),
    /** Why nobody should take it unread. */
    doubts: z
      .array(z.enum(DOUBTS))
      .describe(
        'several promises, a quotation cut in two, a year that its words do not say, another type that is as likely, words that people seldom hold for a promise',
      ),
    /** Where it may be cut in two. */
    seams: z.array(offset).describe('before a further promise; never within a number, a date or a word'),
    /** Every rule that fired: what makes it a clause, what gives its class, then one for each field. */
    rules: z.array(read),
  })
  .meta({ id: 'Draft' });

/** What the rules read from a text; nothing of it is stored. */
export const planDrafts = z
  .object({
    /** The sentences that offsets count in, with their own place in the text that was sent; in a held document, in its sentences joined. */
    sentences: z.array(z.object({ id: z.string(), start: offset, end: offset, text: z.string() })),
    drafts: z.array(draft),
    /** Sentences that only narrate, and the rule that says so. */
    narrative: z.array(z.object({ sentence: z.string(), rule: draftRule })),
  })
  .meta({ id: 'PlanDrafts' });

export const draftRequest = z
  .strictObject({
    text: z.string().max(350_000).describe('a plan text, some 150 pages at most'),
    language: language.optional().describe('of every sentence; each one’s own where it is not said'),
    planYear,
  })
  .meta({ id: 'DraftRequest' });

export const documentDraftsQuery = asOfQuery.extend({
  language: language.optional().describe('which words are read; those the district names first where not said'),
  planYear: planYear.describe('the year that words such as "this year" mean; the year the plan covers where not said'),
});
