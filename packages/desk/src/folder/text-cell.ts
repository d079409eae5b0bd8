/** Signs that begin a formula, also in their full width, and what a spreadsheet takes for the edge of a cell. */
const RUNS = '=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\\t\\r\\n';
const TO_DEFUSE = new RegExp(`^'*[${RUNS}]`);
const DEFUSED = new RegExp(`^'+[${RUNS}]`);

/**
 * A text as it is written into a CSV cell, wherever one is written. A text that a spreadsheet would run as a formula gets a leading apostrophe, which
 * {@link readTextCell} takes off again: no text is changed by the way out and back.
 */
export function writeTextCell(text: string): string {
  return TO_DEFUSE.test(text) ? `'${text}` : text;
}

/** The text of a CSV cell written by {@link writeTextCell}, or by hand. */
export function readTextCell(cell: string): string {
  return DEFUSED.test(cell) ? cell.slice(1) : cell;
}
