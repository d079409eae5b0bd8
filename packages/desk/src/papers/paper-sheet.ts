/** What a cell holds: a text, a number that stays one, or nothing. */
export type PaperCell = string | number | null;

/** Rows that are made while they are written, so that no list is held whole. */
export type PaperRows = Iterable<readonly PaperCell[]> | AsyncIterable<readonly PaperCell[]>;

/** A table to be written: its name, its head, its rows. */
export interface PaperSheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: PaperRows;
  /** Widths of the columns in characters. */
  readonly widths?: readonly number[];
}
