import type { EnglishReading } from './english-verbs.ts';

/** How many words back a subject is looked for. */
const LONGEST = 60;
const DETERMINERS = new Set('a an the all each every both its their our this these it they we'.split(' '));

/**
 * The first token of the subject of the verb at token `index`: behind the last semicolon, and behind what stands before the first comma where
 * that begins with a preposition, an adverb or a participle. Tokens before `floor` belong to the verb before: where there is one, the subject
 * begins behind the next comma or "and".
 */
export function subjectStart({ text, tokens, lexicon }: EnglishReading, index: number, floor: number): number {
  let start = index;
  while (start > floor && index - start < LONGEST && !/[;:]/.test(tokens[start]?.mark ?? '')) start -= 1;
  if (floor > 0 && start === floor) start = seamBefore(tokens, floor, index) ?? floor;
  for (let turns = 0; turns < 3; turns += 1) {
    const token = tokens[start];
    if (!token || start >= index) break;
    if (token.word === 'and' || token.word === 'but' || token.word === 'while') {
      start += 1;
      continue;
    }
    const isNoun = DETERMINERS.has(token.word) && lexicon.dateParts.at(text, token.start)?.value === 'glue';
    if (isNoun) break;
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

/** Where the next subject begins behind a verb with its object: at ", and", else at "and the", else at a comma, else at "and". */
function seamBefore(tokens: EnglishReading['tokens'], from: number, end: number): number | null {
  const find = (is: (token: EnglishReading['tokens'][number], at: number) => boolean): number | null => {
    for (let at = from; at < end; at += 1) {
      const token = tokens[at];
      if (token && !token.isInside && is(token, at)) return at;
    }
    return null;
  };
  const isAnd = (word: string): boolean => word === 'and' || word === 'but' || word === 'while' || word === 'whilst';
  return (
    find(({ word, mark }, at) => isAnd(word) && mark.includes(',') && DETERMINERS.has(tokens[at + 1]?.word ?? '')) ??
    find(({ word }, at) => isAnd(word) && DETERMINERS.has(tokens[at + 1]?.word ?? '')) ??
    find(({ word, mark }) => isAnd(word) && mark.includes(',')) ??
    nextComma(tokens, from, end) ??
    find(({ word }) => word === 'and')
  );
}

/** Words for who promises: with another subject the clause begins at it, as in "the pier will be open". */
const AGENTS =
  /(?:council|city|district|borough|town|county|government|department|bureau|office|board|agency|authority|authorities|administration|municipality|committee|commission|partnership|company|police|mayor|team|service|partners|region|state|ministry|university|we|it|they|you|i)$/;

/** True where the words from `start` to `end` name what is promised and not who promises it: `the scheme`, `rents`, `work`. */
export function isThing(tokens: EnglishReading['tokens'], start: number, end: number): boolean {
  const words = tokens.slice(start, end).map(({ word }) => word);
  const [first] = words;
  if (first === undefined || words.some((word) => AGENTS.test(word))) return false;
  if (DETERMINERS.has(first) || /^(?:this|these|those|new|work|works|construction)$/.test(first)) return true;
  return words.length === 1 && /[^s]s$/.test(first);
}
