import type { Place } from './fault.ts';

/** A row as the file gives it: text from CSV, any JSON value from GeoJSON and district.json. */
export interface RawRow {
  readonly at: Place;
  readonly values: Readonly<Record<string, unknown>>;
  /** Columns without a value, with a fault noted already: nothing more is to be said of them. */
  readonly lacks: readonly string[];
}

/** The rows of a file. `isComplete`: none was passed over because of a fault, so that what is not among them is not in the file. */
export interface RawTable {
  readonly rows: readonly RawRow[];
  readonly isComplete: boolean;
}

/** A file of which nothing could be read. */
export const UNREAD: RawTable = { rows: [], isComplete: false };
