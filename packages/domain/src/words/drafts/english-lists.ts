import type { VerbForm } from './english-forms.ts';
import { type EnglishReading, type EnglishVerb, hasObject, verbAt } from './english-verbs.ts';

/** A verb that may open the next clause of a list. */
export interface Candidate {
  readonly verb: EnglishVerb;
  /** The joining word, or the first word after the comma. */
  readonly opensAt: number;
  readonly isLast: boolean;
}

/** Words of a clause inside another one at most. */
const INNER = 14;
const NO_RESULT = new Set(['including', 'excluding', 'involving', 'during', 'according', 'following', 'concerning', 'regarding']);

/** The verb in `form` that begins a new part of a list at token `at`: after a comma, a semicolon or "and". */
export function candidateAt(reading: EnglishReading, at: number, form: VerbForm): Candidate | null {
  const token = reading.tokens[at];
  if (!token || token.isInside) return null;
  const joined = token.word === 'and' || token.word === 'then';
  if (!joined && !/[,;]/.test(token.mark)) return null;
  let index = joined ? at + 1 : at;
  if (joined && reading.tokens[index]?.word === 'then') index += 1;
  if (reading.tokens[index]?.word === 'to') index += 1;
  if (joined && /^(?:will|shall)$/.test(reading.tokens[index]?.word ?? '')) return null;
  const verb = verbAt(reading, index, form);
  if (token.mark === '' && joined && isInnerPair(reading, at)) return null;
  if (!verb || (form !== 'past' && !hasObject(reading, verb, form))) return null;
  return { verb, opensAt: at, isLast: joined || token.mark.includes(';') };
}

/** "and" joins two verbs of a clause inside: "to own and use a car", "routes that connect towns and support shops". */
function isInnerPair({ tokens }: EnglishReading, at: number): boolean {
  const before = tokens[at - 1];
  if (before !== undefined && tokens[at - 2]?.word === 'to') return true;
  for (let back = at - 1; back > Math.max(0, at - INNER); back -= 1) {
    const word = tokens[back]?.word ?? '';
    if (word === 'which' || word === 'who' || (word === 'that' && tokens[back + 1]?.word !== 'the')) return true;
    if (/[,;:]/.test(tokens[back]?.mark ?? '')) return false;
  }
  return false;
}

/**
 * The tokens at which a list may go on: where "and" leads in a verb, and at the commas before it. A comma with a verb behind it and no such
 * "and" later stands in a list of nouns: "roads, open spaces and parks".
 */
export function keepLists(reading: EnglishReading): ReadonlySet<number> {
  const kept = new Set<number>();
  for (const form of ['base', 'third', 'past', 'ing'] as const) {
    let isClosed = false;
    for (let at = reading.tokens.length - 1; at >= 0; at -= 1) {
      const token = reading.tokens[at];
      if (!token || token.isInside) continue;
      const candidate = candidateAt(reading, at, form);
      if (candidate?.isLast) {
        isClosed = true;
        kept.add(at);
      } else if (candidate && isClosed) kept.add(at);
      if (/;/.test(token.mark) || reading.lexicon.promises.at(reading.text, token.start) !== null) isClosed = false;
    }
  }
  return kept;
}

/** A participle behind a comma that tells what comes of it: ", raising its capacity". */
export function isResult(reading: EnglishReading, at: number): boolean {
  const { tokens } = reading;
  const token = tokens[at];
  if (!token?.mark.includes(',') || token.isInside) return false;
  const isAfterAdverb = /ly$/.test(token.word);
  const participle = isAfterAdverb ? tokens[at + 1] : token;
  if (!participle || !/.ing$/.test(participle.word) || NO_RESULT.has(participle.word)) return false;
  const verb = verbAt(reading, at, 'ing');
  return isAfterAdverb || (verb !== null && hasObject(reading, verb, 'ing'));
}
