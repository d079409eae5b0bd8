import { type Said, strangeInLine, strangeInWords } from '@westgate/base';

/** Characters of one text, at most. */
export const MAX_TEXT = 20_000;
/** Characters no text may hold: control characters but tab and line feed, the replacement character, halves of pairs. */
const BAD_CHARACTER = /[\p{Surrogate}\uFFFD]|(?![\t\n])\p{Cc}/u;
const UNKEPT_CHARACTER = /^\uFEFF|[\p{Surrogate}\0]/u;

/** True for a text that holds nothing but characters a person can read. */
export function isReadable(text: string): boolean {
  return !BAD_CHARACTER.test(text);
}

/** Whether a database keeps the text letter by letter: none keeps a NUL, nor half of a character, and one gives no byte order mark back that a text begins with. */
export function isKeptText(text: unknown): text is string {
  return typeof text === 'string' && !UNKEPT_CHARACTER.test(text);
}

/** The longest key, in characters: an index of the database holds 2,704 bytes of an entry, and a character has up to four. */
const LONGEST_KEY = 500;

/** The same of a text by which something is found. */
export function isKeptKey(text: unknown): text is string {
  return isKeptText(text) && text.length <= LONGEST_KEY;
}

/** What was expected of a text that stands in one line, where it is none; else null. */
export function wrongLine(text: unknown): Said | null {
  const found = typeof text === 'string' ? strangeInLine(text) : null;
  return found === null ? null : { zh: `一行看得见的字符，不含 ${found}`, en: `one line of characters that can be seen, without ${found}` };
}

/** What was expected of a text of several lines, where it is none; else null. */
export function wrongWords(text: string): Said | null {
  const found = strangeInWords(text);
  return found === null ? null : { zh: `分行的文字，不含 ${found}`, en: `a text of lines, without ${found}` };
}

/** The first that is wrong of several values; null where none is. */
export function firstWrong(values: readonly unknown[], wrong: (value: unknown) => Said | null): Said | null {
  for (const value of values) {
    const found = wrong(value);
    if (found !== null) return found;
  }
  return null;
}

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
