import { normalText } from './normal-text.ts';

/** Where words stand in a sentence, in UTF-16 code units, end exclusive. */
export interface FoundWords {
  readonly start: number;
  readonly end: number;
  /** How much of the words stands there, 0 to 1. */
  readonly similarity: number;
  /** They are the very words, blanks and the shape of quotation marks aside. */
  readonly isSame: boolean;
}

const UNITS = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
/** How much shorter or longer than the words looked for a place may be. */
const STRETCH = { shorter: 0.5, longer: 1.6 } as const;
/** Units of a clause or sentence that are looked at: more would take long and are no sentence. */
const MOST_UNITS = 600;

/**
 * The part of `text` most like `words`, by the words of a script and the characters of Chinese; null where less than `least` of it is.
 * Marks that close or open at its ends are taken along as far as `words` has them.
 */
export function findWords(text: string, words: string, least: number): FoundWords | null {
  const sought = unitsOf(words);
  const units = unitsOf(text);
  if (sought.length === 0) return null;
  const needed = new Map<string, number>();
  for (const { unit } of sought) needed.set(unit, (needed.get(unit) ?? 0) + 1);
  let best: { readonly from: number; readonly to: number; readonly similarity: number } | null = null;
  const shortest = Math.max(1, Math.floor(sought.length * STRETCH.shorter));
  const longest = Math.ceil(sought.length * STRETCH.longer);
  for (let from = 0; from < units.length; from += 1) {
    const left = new Map(needed);
    let shared = 0;
    for (let to = from; to < Math.min(units.length, from + longest); to += 1) {
      const unit = units[to]?.unit ?? '';
      const open = left.get(unit) ?? 0;
      if (open > 0) shared += 1;
      left.set(unit, open - 1);
      const length = to - from + 1;
      const similarity = (2 * shared) / (sought.length + length);
      if (length >= shortest && similarity >= least && similarity > (best?.similarity ?? 0)) best = { from, to, similarity };
    }
  }
  return best && placeOf(text, words, units[best.from]?.start ?? 0, units[best.to]?.end ?? 0, best.similarity);
}

function placeOf(text: string, words: string, from: number, to: number, similarity: number): FoundWords {
  const lead = /^[^\p{L}\p{N}]*/u.exec(words)?.[0].trim() ?? '';
  const tail = /[^\p{L}\p{N}]*$/u.exec(words)?.[0].trim() ?? '';
  const start = lead !== '' && normalText(text.slice(from - lead.length, from)) === normalText(lead) ? from - lead.length : from;
  const end = tail !== '' && normalText(text.slice(to, to + tail.length)) === normalText(tail) ? to + tail.length : to;
  return { start, end, similarity, isSame: normalText(text.slice(start, end)) === normalText(words) };
}

function unitsOf(text: string): readonly { readonly unit: string; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(UNITS)]
    .slice(0, MOST_UNITS)
    .map(({ 0: unit, index }) => ({ unit: unit.toLowerCase(), start: index, end: index + unit.length }));
}
