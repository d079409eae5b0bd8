import { vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { bilingual, rev, scopeQuery, thing } from './common.ts';

const count = z.number().int();
const kind = z.enum(vocabulary.REVIEWED_KINDS);
/** The text of a value: a day, a word of a list, the id of a record, or words; null for none. */
export const proposedValue = z.string().max(2000).nullable();

/** A change that waits for the programme office, or what it decided of it. */
export const pendingChange = z
  .object({
    id: z.string(),
    subject: thing,
    /** The department that answers for the record. */
    department: thing.nullable(),
    field: z.string(),
    approved: proposedValue,
    proposed: proposedValue,
    words: bilingual,
    proposedOn: z.string(),
    /** Its deed; null where it came with the district. */
    stamp: z.object({ seq: count, at: z.string(), who: z.string().nullable() }).nullable(),
    decision: z.enum(vocabulary.REVIEW_WORDS).nullable(),
    decidedOn: z.string().nullable(),
    decisionWords: bilingual,
    /** Whether the record still holds the value it had when this was proposed. */
    isCurrent: z.boolean(),
    rev,
  })
  .meta({ id: 'PendingChange' });

/** A column that is changed by a proposal alone. */
export const reviewRule = z
  .object({ kind, field: z.string(), basis: bilingual, source: z.string().nullable(), rev })
  .meta({ id: 'ReviewRule' });

export const pendingQuery = z.strictObject({
  ...scopeQuery.shape,
  of: z.string().max(200).optional().describe('only those of this record, `kind:id`'),
  state: z.enum(['waiting', 'all']).default('waiting').describe('`all`: also those decided'),
  limit: z.coerce.number().int().min(1).max(500).default(100).describe('rows of the answer'),
  skip: z.coerce.number().int().min(0).max(100_000).default(0).describe('rows left out at the beginning'),
});

/** Changes that wait on the day asked for, the oldest first, with the rules that make them wait. */
export const pendingChanges = z
  .object({
    total: count,
    items: z.array(pendingChange),
    rules: z.array(reviewRule),
    /** The columns that can be put under review, by kind. */
    columns: z.record(kind, z.array(z.string())),
  })
  .meta({ id: 'PendingChanges' });
