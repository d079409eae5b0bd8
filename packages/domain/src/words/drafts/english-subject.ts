import type { EnglishReading } from './english-verbs.ts';

/** How many words back a subject is looked for. */
const LONGEST = 60;

/**
 * The first token of the subject of the verb at token `index`: behind the last semicolon, and behind what stands before the first comma where
 * that begins with a preposition, an adverb or a participle. Tokens before `floor` belong to the verb before: where there is one, the subject
 * begins behind the next comma or "and".
 */
export function subjectStart({ text, tokens, lexicon }: EnglishReading, index: number, floor: number): number {
  let start = index;
  while (start > floor && index - start < LONGEST && !/[;:]/.test(tokens[start]?.mark ?? '')) start -= 1;
  if (floor > 0 && start === floor) start = nextComma(tokens, floor, index) ?? nextAnd(tokens, floor, index) ?? floor;
  for (let turns = 0; turns < 3; turns += 1) {
    const token = tokens[start];
    if (!token || start >= index) break;
    if (token.word === 'and' || token.word === 'but' || token.word === 'while') {
      start += 1;
      continue;
    }
    const isPreface =
      lexicon.connectives.at(text, token.start) !== null ||
      lexicon.prepositions.at(text, token.start) !== null ||
      lexicon.dateParts.at(text, token.start) !== null ||
      /(?:ly|ing)$/.test(token.word);
    const comma = isPreface ? nextComma(tokens, start + 1, index) : null;
    if (comma === null) break;
    start = comma;
  }
  return start;
}

/** The last token before `end` that stands behind a comma but not in an enumeration: a subject in several parts has "and" before its verb. */
function nextComma(tokens: EnglishReading['tokens'], from: number, end: number): number | null {
  for (let at = from; at < end; at += 1) {
    const token = tokens[at];
    if (token && !token.isInside && token.mark.includes(',')) return at;
  }
  return null;
}

function nextAnd(tokens: EnglishReading['tokens'], from: number, end: number): number | null {
  for (let at = from; at < end; at += 1) if (tokens[at]?.word === 'and') return at;
  return null;
}
