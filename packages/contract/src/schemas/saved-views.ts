import { vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { asOfQuery, bilingual, rev } from './common.ts';

const screen = z.enum(vocabulary.SAVED_SCREENS);
const sharedWith = z.enum(['me', 'department', 'all']);

/** A view kept under a name. What it shows follows from the rights of who opens it. */
export const savedView = z
  .object({
    id: z.string(),
    name: bilingual,
    screen,
    /** What stands in the address behind the question mark. */
    query: z.string(),
    sharedWith,
    /** Whether it may be dropped by whoever asks. */
    isOwn: z.boolean(),
    rev,
  })
  .meta({ id: 'SavedView' });
export const savedViews = z.object({ items: z.array(savedView) }).meta({ id: 'SavedViews' });
export const viewsQuery = asOfQuery.omit({ asOf: true }).extend({ screen: screen.optional().describe('only those of this screen') });

const name = z.string().trim().max(100).nullable().default(null);
/** The name of a view; a language may be left out. */
export const viewName = z.strictObject({ zh: name, en: name });
