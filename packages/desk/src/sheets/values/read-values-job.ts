import { readBook } from '../file/read-book.ts';
import { readValueSheet } from './read-value-sheet.ts';
import type { ValueAsking, ValueSheet } from './value-sheet.ts';
import type { ValueTerms } from './value-terms.ts';

/** A sheet of values to be read, and what its names may mean. */
export interface ValuesQuestion {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly terms: ValueTerms;
  readonly asking: ValueAsking;
}

/** The job that reads a sheet of values. */
export const jobs = { 'read-values': readValuesJob } as const;

/** Reads a file and understands it as values. Throws `WG_SHEET_UNREADABLE` and `WG_INPUT_INVALID`. */
async function readValuesJob({ bytes, fileName, terms, asking }: ValuesQuestion): Promise<ValueSheet> {
  return readValueSheet(terms, await readBook(bytes, fileName), asking);
}
