import type { Said } from '@westgate/base';
import { BY_VALUE, isBlank, type Kind, textCell } from './kind.ts';
import { bad, good, type Reading, textOfCell } from './reading.ts';
import { firstWrong, isKeptText, isReadable, readTextCell, writeTextCell, wrongLine } from './texts.ts';

const WORDS: Said = { zh: '以 ; 隔开的词', en: 'words separated by ;' };

/** Words, each once, none of them empty or with a `;` inside; no words where nothing is said. */
export const list: Kind = {
  sql: 'text[]',
  sqlCheck: null,
  isKept: (value) => Array.isArray(value) && Array.from(value).every(isKeptText),
  expected: () => WORDS,
  holds: () => 'words separated by `;`',
  examples: () => [['aim:fly', 'a "b", {c}', 'NULL'], []],
  readJson: readWords,
  readText: (cell) => readWords(readTextCell(cell.trim())),
  readCell: (cell) => (cell.kind === 'error' ? { ...bad('malformed', WORDS), found: cell.error } : readWords(textOfCell(cell))),
  writeText: (value) => writeTextCell(joined(value)),
  writeCell: (value) => textCell(joined(value)),
  standard: () => [],
  least: null,
  isMade: false,
  isReviewable: false,
  isShort: false,
  isBilingual: false,
  pointer: null,
  days: null,
  wrongForm: (value) => (Array.isArray(value) ? firstWrong(value, wrongLine) : null),
  order: joined,
  filters: BY_VALUE,
  groups: true,
  sums: false,
  searchWeight: 0,
};

function readWords(raw: unknown): Reading {
  if (isBlank(raw)) return good([]);
  const parts = typeof raw === 'string' ? raw.split(';') : raw;
  if (!Array.isArray(parts)) return bad('malformed', WORDS);
  const words: string[] = [];
  for (const part of parts) {
    if (typeof part !== 'string' || part.includes(';') || !isReadable(part)) return bad('malformed', WORDS);
    if (part.trim() !== '' && !words.includes(part.trim())) words.push(part.trim());
  }
  return good(words);
}

function joined(value: unknown): string {
  return Array.isArray(value) ? value.join(';') : String(value);
}
