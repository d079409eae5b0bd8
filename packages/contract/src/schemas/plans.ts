import { vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { base64, bilingual, period } from './common.ts';
import { reason, who } from './revise.ts';

const count = z.number().int();
/** Characters of a plan text that may be sent: some 300 pages. */
export const planWords = z.string().max(700_000);
const id = z.string().max(200);

/** What a person decides of a proposed match before a text is stored. */
export const matchDecision = z
  .discriminatedUnion('decision', [
    z.strictObject({
      id: id.describe('the old sentence'),
      decision: z.literal('follow').describe('it goes on in the new sentences proposed, or in the one named'),
      index: count.min(0).max(100_000).optional().describe('the new sentence, by its position from 0'),
    }),
    z.strictObject({ id, decision: z.literal('apart').describe('it goes on nowhere') }),
  ])
  .meta({ id: 'MatchDecision' });
export const matchDecisions = z.array(matchDecision).max(10_000).optional().describe('what was decided of proposed matches');

const placed = z.object({ id: z.string(), number: z.string(), text: bilingual });
const freshSentence = placed.extend({ index: count.describe('its position in the new text, from 0') });

/** Sentences of an old text beside those of a new one that they go on in. */
export const comparisonRow = z
  .object({
    kind: z.enum(['kept', 'reworded', 'split', 'merged', 'added', 'removed']),
    old: z.array(placed.extend({ links: count.describe('commitments, mentions and links that hang on it') })),
    fresh: z.array(freshSentence),
    similarity: z.number().nullable().describe('0 to 1'),
    /** Of a sentence removed: new ones that may follow it, the likeliest first. */
    candidates: z.array(freshSentence.extend({ similarity: z.number() })),
  })
  .meta({ id: 'ComparisonRow' });

export const planRequest = z
  .strictObject({
    title_zh: z.string().trim().min(1).max(500).optional(),
    title_en: z.string().trim().min(1).max(500).optional(),
    kind: z.enum(vocabulary.DOCUMENT_KINDS).default('plan'),
    wording: z.enum(['official', 'rendering']).describe('whose words they are'),
    covers: period.optional().describe('the years it is for'),
    publisher_zh: z.string().trim().max(500).optional(),
    publisher_en: z.string().trim().max(500).optional(),
    zh: planWords.optional(),
    en: planWords.optional(),
    follows: id.optional().describe('the plan of earlier years that it goes on from: links are carried where the words carry'),
    matches: matchDecisions,
    dryRun: z.boolean().default(false),
    who,
    reason,
  })
  .meta({ id: 'PlanRequest' });

export const planReport = z
  .object({
    stored: z.boolean(),
    seq: count.nullable(),
    document: z.string(),
    sentences: z.array(placed),
    /** What was carried from the plan it follows; null where it follows none. */
    carried: z
      .object({
        rows: z.array(comparisonRow),
        /** `before = kept + queued + apart + left`; `left` name an event of earlier years. */
        links: z.object({ before: count, kept: count, queued: count, apart: count, left: count }),
        questionCount: count,
      })
      .nullable(),
  })
  .meta({ id: 'PlanReport' });

export const fileRequest = z
  .strictObject({
    name: z.string().min(1).max(300).describe('the name of the file, with its ending: .txt, .md or .docx'),
    base64: base64(13_400_000).describe('its bytes, at most 10 MB'),
  })
  .meta({ id: 'PlanFileRequest' });
export const fileReading = z
  .object({ text: z.string(), language: z.enum(['zh', 'en']), encoding: z.string(), sentenceCount: count })
  .meta({ id: 'PlanFileReading' });

/** A text that a plan had. */
const version = z.object({
  seq: count.describe('the deed that made it so'),
  at: z.string(),
  who: z.string().nullable().describe('null where that person was erased'),
  verb: z.string(),
  reason: z.string(),
  sentenceCount: count,
});
export const versions = z.object({ items: z.array(version) }).meta({ id: 'TextVersions' });
export const versionDiff = z.object({ rows: z.array(comparisonRow) }).meta({ id: 'TextVersionDiff' });
const seq = z.coerce.number().int().min(1);
export const versionDiffQuery = z.strictObject({
  from: seq.describe('the deed of the older version'),
  to: seq.describe('of the newer one'),
});
