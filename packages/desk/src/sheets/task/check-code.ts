import { createHash } from 'node:crypto';
import { flatText } from '../common/flat-text.ts';
import type { ExportedCells } from './exported-cells.ts';
import { STATED_NAMES } from './stated-fields.ts';

/** The cells of an exported row that its check code tells of, in its order; those that are kept as stated only where one of them is filled. */
const ALWAYS = ['sentence', 'task', 'lead', 'support', 'due', 'note'] as const;
const CHECKED = [...ALWAYS, ...STATED_NAMES] as const;
/** Letters for each of them: a spreadsheet takes letters for no number, and one change in 456,976 goes unseen. */
const LETTERS = 4;
const CODE = new RegExp(`^(?:[a-z]{${ALWAYS.length * LETTERS}}|[a-z]{${CHECKED.length * LETTERS}})$`);

/** How a cell that differs from what is held came to differ. */
export type CellAge =
  /** It was edited in the sheet; what is held is what was exported. */
  | 'edited'
  /** It is as it was exported; what is held was changed since. */
  | 'changed-meanwhile'
  /** It was edited in the sheet, and what is held was changed since. */
  | 'changed-by-both'
  /** The row has no check code. */
  | 'not-known';

/** What an exported row held, as letters from which no word of it can be read: whoever brings the sheet back is told what was edited in it. */
export function checkCode(cells: ExportedCells): string {
  const told = STATED_NAMES.some((name) => cells[name] !== null) ? CHECKED : ALWAYS;
  return told.map((name) => lettersOf(cells[name] ?? '')).join('');
}

/** How a cell came to differ from `held`, by the check code of its row; `read`: its words, and what else they may have stood for when exported. */
export function cellAge(code: string, field: string, read: readonly string[], held: string): CellAge {
  const place = CHECKED.findIndex((name) => name === field);
  if (place < 0) return 'edited';
  if (!CODE.test(code)) return 'not-known';
  const exported = code.slice(place * LETTERS, (place + 1) * LETTERS) || lettersOf('');
  if (read.some((text) => lettersOf(text) === exported)) return 'changed-meanwhile';
  return lettersOf(held) === exported ? 'edited' : 'changed-by-both';
}

/** The words on one line as letters, by their SHA-256. */
function lettersOf(text: string): string {
  const number = createHash('sha256').update(flatText(text)).digest().readUIntBE(0, 6);
  return Array.from({ length: LETTERS }, (_, at) => String.fromCharCode(97 + (Math.floor(number / 26 ** at) % 26))).join('');
}
