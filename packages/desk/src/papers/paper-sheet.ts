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
  /** What stands above the head, before all else: that the district is invented. */
  readonly label?: string | null;
}

/** The sheets, each under the label. */
export function labelled(sheets: readonly PaperSheet[], label: string | null): readonly PaperSheet[] {
  return label === null ? sheets : sheets.map((sheet) => ({ ...sheet, label }));
}
