import { z } from 'zod';

/** Someone who did deeds. */
export const person = z
  .object({
    /** Null where the name stands in plain, in deeds of Westgate 0.1. */
    id: z.string().nullable(),
    /** Null where the person was erased. */
    name: z.string().nullable(),
    deeds: z.number().int(),
    first: z.string().nullable(),
    last: z.string().nullable(),
  })
  .meta({ id: 'Person' });

/** Everyone who did deeds, programs left out. */
export const persons = z.object({ items: z.array(person) }).meta({ id: 'Persons' });

/** Erasing is final; the reason is kept with the deed that records it and must not name the person. */
export const eraseRequest = z.strictObject({ reason: z.string().max(500).default('') }).meta({ id: 'EraseRequest' });

/** `deeds` now show an erased person; `plainDeeds`, of Westgate 0.1, keep the name, because the chain of hashes covers it. */
export const erasure = z
  .object({ seq: z.number().int(), id: z.string(), deeds: z.number().int(), plainDeeds: z.number().int() })
  .meta({ id: 'Erasure' });
