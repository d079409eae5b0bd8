import { LINKED_KINDS, vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { bilingual, day, thing } from './common.ts';

/** The kinds of records that are published each by itself, and what says something of them. */
export const PUBLISHED_KINDS = [
  'document',
  ...LINKED_KINDS.filter((each) => each !== 'document'),
  'source',
  'figure',
  'indicator_value',
  'outcome',
  'link',
] as const;
const kind = z.enum(PUBLISHED_KINDS);
const language = z.enum(['zh', 'en']);

/**
 * How a record stands: whole with the public, or without columns that are withheld; withheld for its own visibility; withheld because it does
 * not stand without a record that is.
 */
export const STANDINGS = ['public', 'partly', 'district', 'department', 'confidential', 'under'] as const;
const standing = z.enum(STANDINGS);

const count = z.number().int().min(0);

/** What would be published now, and what is withheld and why, counted. */
export const publishing = z
  .object({
    asOf: z.string(),
    seq: z.number().int(),
    languages: z.array(language),
    kinds: z.array(z.object({ kind, standings: z.record(standing, count) })),
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
  })
  .meta({ id: 'Publishing' });

/** A record and how it stands towards the public. */
export const publicityRow = z
  .object({
    kind,
    /** Its id, or its key columns joined by |. */
    id: z.string(),
    name: bilingual,
    rev: z.number().int(),
    standing,
    /** Its own visibility; null where its kind has none. */
    visibility: z.enum(vocabulary.VISIBILITIES).nullable(),
    /** The department it belongs to. */
    department: z.string().nullable(),
    /** The record that it is withheld with. */
    under: z.object({ kind: z.string(), id: z.string(), name: bilingual }).nullable(),
    /** The record it says something of; null where it stands by itself. */
    of: thing.nullable(),
    /** Columns that are withheld from it. */
    without: z.array(z.string()),
  })
  .meta({ id: 'PublicityRow' });

/** Records of one kind, of one standing or all that are withheld, of one department; page by page. */
export const publicityQuery = z.strictObject({
  kind: kind.optional(),
  standing: z.enum(['withheld', ...STANDINGS]).optional(),
  department: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  after: z
    .string()
    .regex(/^\d{1,9}$/, 'expected the cursor of the page before')
    .optional(),
});
export const publicityPage = z
  .object({ items: z.array(publicityRow), total: count, next: z.string().nullable() })
  .meta({ id: 'PublicityPage' });

const siteAsk = {
  asOf: day.optional().describe('states as of that day; today in the district where it is left out'),
  lang: z
    .string()
    .max(20)
    .regex(/^ *(zh|en) *(, *(zh|en) *)*$/, 'expected zh, en or both, separated by commas')
    .optional()
    .describe('languages separated by commas, the first at the root; those of the district where left out'),
  url: z.string().max(500).optional().describe('the http or https address where the pages will stand'),
};
/** How the pages are wanted. */
export const siteQuery = z.strictObject(siteAsk);
/** Publishes: into an archive to take away, or into the folder that the operator named. */
export const publishRequest = z.strictObject({ to: z.enum(['archive', 'folder']), ...siteAsk }).meta({ id: 'PublishRequest' });

/** What was published. */
export const published = z
  .object({
    asOf: z.string(),
    seq: z.number().int(),
    hash: z.string(),
    languages: z.array(language),
    url: z.string().nullable(),
    pages: count,
    files: count,
    bytes: count,
    /** The folder it was written into; null for an archive, which is kept ready at `/publishing/site.zip`. */
    folder: z.string().nullable(),
  })
  .meta({ id: 'Published' });
