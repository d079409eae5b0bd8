/**
 * A text as it is written into a CSV cell. A text that a spreadsheet would run as a formula gets a leading apostrophe, which
 * {@link readTextCell} takes off again: no text is changed by the way out and back.
 */
export function writeTextCell(text: string): string {
  return /^'*[=+\-@]/.test(text) ? `'${text}` : text;
}

/** The text of a CSV cell written by {@link writeTextCell}, or by hand. */
export function readTextCell(cell: string): string {
  return /^'+[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}
