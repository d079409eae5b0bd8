import { z } from 'zod';

const seq = z.number().int();

/** Deeds that follow each other, by number. */
const span = z.object({ from: seq, to: seq });

/** Acknowledged deeds that the journal does not hold as they were written. */
const finding = z.object({
  at: z.string().describe('when it was first found'),
  why: z.string().describe('what is wrong, a sentence in English'),
  soundTo: seq.describe('the last deed before the first that the journal lacks'),
  fromDatabase: z.array(span).describe('deeds that the database holds and proves by their hashes'),
  fromJournal: z.array(span).describe('deeds behind the damage whose lines are as they were written'),
  lost: z.array(span).describe('deeds that were done and that neither journal nor database holds'),
  resting: z.array(span).describe('deeds that are held and cannot be followed without the lost ones before them'),
  choices: z.array(z.enum(['rewrite', 'give-up'])).describe('what may be chosen; to restore a backup may always be'),
});

/** A choice that was made, as its deed tells it for good. */
const mended = z.object({
  seq,
  at: z.string(),
  who: z.string().nullable().describe('null: that person was erased'),
  reason: z.string(),
  way: z.enum(['rewrite', 'give-up', 'give-up-names']),
  rewritten: z.array(span),
  givenUp: z.array(span),
});

/** Whether the journal holds every deed that was done, and what was chosen where it did not. */
export const journal = z.object({ finding: finding.nullable(), mended: z.array(mended) }).meta({ id: 'JournalReport' });

export const mendRequest = z.strictObject({
  who: z.string().trim().min(1).max(80),
  reason: z.string().trim().min(1).max(500),
  way: z.enum(['rewrite', 'give-up']),
});

/** What was chosen; `mustRestart`: deeds that were shown are given up, so that Westgate has to be started anew. */
export const mendAnswer = z.object({ mended, mustRestart: z.boolean() }).meta({ id: 'MendAnswer' });
