import { vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { thing, thingKind, toldBy } from './common.ts';

const record = z
  .string()
  .max(200)
  .refine((text) => thingKind.safeParse(text.slice(0, Math.max(0, text.indexOf(':')))).success && text.length > text.indexOf(':') + 1, {
    message: 'expected a record as kind:id, such as project:sea-wall',
  });

/** The records a person follows, as `kind:id`, in the order they were taken up. */
export const follows = z.object({ items: z.array(z.string()) }).meta({ id: 'Follows' });
/** Follows a record, or no longer. */
export const followRequest = z.strictObject({ of: record, isFollowed: z.boolean() }).meta({ id: 'FollowRequest' });

export const followedQuery = z.strictObject({
  of: z
    .string()
    .max(20_000)
    .transform((text) => text.split(',').filter((each) => each !== ''))
    .pipe(z.array(record).max(vocabulary.MOST_FOLLOWED))
    .describe('the records, each kind:id, separated by commas'),
  after: z.coerce.number().int().min(0).default(0).describe('only deeds after this one'),
});
/** Of the records named those that deeds touched, the last touched first. */
export const followed = z
  .object({
    items: z.array(
      z.object({ thing, seq: z.number().int(), at: z.string(), verb: z.string(), told: toldBy.nullable(), count: z.number().int() }),
    ),
  })
  .meta({ id: 'Followed' });
