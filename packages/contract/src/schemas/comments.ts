import { z } from 'zod';
import { bilingual, rev, scopeQuery, thing } from './common.ts';

const count = z.number().int();
/** What someone of the office said of a record. */
export const comment = z
  .object({
    id: z.string(),
    subject: thing,
    replyTo: z.string().nullable(),
    on: z.string(),
    /** Empty: it was withdrawn. */
    words: bilingual,
    departments: z.array(thing),
    /** The persons mentioned; `name` null where whoever asks may not know it, or the account is gone. */
    persons: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
    /** Its deed; null where it came with the district. */
    said: z.object({ seq: count, at: z.string(), who: z.string().nullable() }).nullable(),
    /** Whether whoever asks wrote it; in an office without accounts this is not known. */
    isOwn: z.boolean().nullable(),
    rev,
  })
  .meta({ id: 'Comment' });

export const commentQuery = z.strictObject({ of: z.string().max(200).describe('the record, `kind:id`') });
/** The comments on a record, the newest last; each reply behind what it answers. */
export const comments = z.object({ items: z.array(comment) }).meta({ id: 'Comments' });

export const mentionQuery = z.strictObject({
  plan: scopeQuery.shape.plan,
  department: z.string().max(80).optional().describe('whose mentions; all where none is named'),
});
/** Comments of the last days that mention whoever asks or the department, the newest first. */
export const mentions = z.object({ items: z.array(comment) }).meta({ id: 'Mentions' });

/** What is said, in one language at least. */
export const commentWords = z.strictObject({ zh: z.string().max(2000).nullable(), en: z.string().max(2000).nullable() });
