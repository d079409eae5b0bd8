import { z } from 'zod';
import { listAddress, scopeQuery } from './common.ts';

/** The language of a paper; where none is asked for, the first of the district. */
const lang = z.enum(['zh', 'en']).optional().describe('the language of the paper; the first of the district when absent');

/** A file of another kind than JSON. */
export const fileBytes = z.string().meta({ format: 'binary' });

/** What says of a list which page is asked for: a whole list does without. */
export const PAGING = { limit: true, after: true } as const;

/** What is asked of a list that goes into a file as it is shown: its columns and its order. */
export const asShown = { columns: listAddress.columns, sort: listAddress.sort };

export const deedsQuery = z.strictObject({ lang });

/** What a paper of one day is asked for. */
export const paperQuery = scopeQuery.extend({ lang });
