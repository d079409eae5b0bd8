import { z } from 'zod';
import { day, thing } from './common.ts';

const language = z.enum(['zh', 'en']);

const count = z.number().int().min(0);

/** What would be published now, and how much of the district never is. How each record stands the list of publicity tells. */
export const publishing = z
  .object({
    asOf: z.string(),
    seq: z.number().int(),
    languages: z.array(language),
    /** Rows that are the office's own work, of which the public is never told. */
    office: count,
    /** The folder that the operator named for the screens; null where none is. */
    site: z
      .object({
        folder: z.string(),
        url: z.string().nullable(),
        /** What stands there; null where nothing was published there. */
        last: z.object({ asOf: z.string(), seq: z.number().int() }).nullable(),
      })
      .nullable(),
    /** The pages that this server gives at /public/; null where none were published to it. */
    served: z.object({ asOf: z.string(), seq: z.number().int() }).nullable(),
    /** How many follow public records by mail, most first; no address is told. `isOn`: a mail server sends the updates. */
    followers: z.object({ isOn: z.boolean(), people: count, records: z.array(z.object({ thing, count })) }),
  })
  .meta({ id: 'Publishing' });

export const siteLanguages = z
  .string()
  .max(20)
  .regex(/^ *(zh|en) *(, *(zh|en) *)*$/, 'expected zh, en or both, separated by commas');
export const siteAddress = z.string().max(500);
/** How the pages are wanted. */
export const siteQuery = z.strictObject({
  asOf: day.optional().describe('states as of that day; today in the district where it is left out'),
  lang: siteLanguages.optional().describe('languages separated by commas, the first at the root; those of the district where left out'),
  url: siteAddress.optional().describe('the http or https address where the pages will stand'),
});
