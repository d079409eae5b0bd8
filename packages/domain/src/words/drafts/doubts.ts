import { isVerbsOnly, verbGroupAt } from './chinese-verbs.ts';
import type { Clause } from './clause.ts';
import { dateIsSaid, type FoundDate } from './dates.ts';
import type { Doubt, Span } from './draft.ts';
import { tokensOf } from './english-tokens.ts';
import type { EnglishReading } from './english-verbs.ts';
import { hasObject, verbAt } from './english-verbs.ts';
import type { Lexicon } from './lexicon.ts';

/** What the clause of a draft is looked at with; offsets within the sentence. */
export interface DoubtContext {
  readonly lexicon: Lexicon;
  readonly isChinese: boolean;
  /** In brackets, quotation marks or a date. */
  readonly isTaken: (at: number) => boolean;
  readonly date: FoundDate | null;
  /** How many dates and how many amounts stand in the clause. */
  readonly dates: number;
  readonly amounts: number;
}

/** A year, or a span of years. */
const YEARS = /(?<!\d)(?:19|20)\d\d(?:\s?[-–—/]\s?(?:20)?\d\d)?(?!\d)/g;
/** Signs between the two years of one span: `2025 and `, `年底至`. */
const SPAN_WORDS = 9;
/** Tokens that the noun of an absolute construction may be long. */
const MOST_NOUN = 8;
const DETERMINED = /^\s+(?:(?:the|an?|all|our|its|their|new|more|further|each|every|this|these|up to|at least)\b|\d)/;
const LONGEST_DETERMINER = 12;
const OPENERS = '([{（［【〔「『“‘《〈';
const CLOSERS = ')]}）］】〕」』”’》〉';

/**
 * Where a clause may be cut in two, offsets within the sentence: before a further verb with an object of its own, behind a mark or a joining
 * word. Never within a number, a date, a word, brackets or quotation marks.
 */
export function seamsOf(folded: string, clause: Span, context: DoubtContext): readonly number[] {
  return context.isChinese ? chineseSeams(folded, clause, context) : englishSeams(folded, clause, context);
}

/** Why nobody should take a draft unread: it holds several promises, cuts a quotation or bracket, rests on a year that nobody said, or may be a noun. */
export function doubtsOf(
  folded: string,
  clause: Clause,
  seams: readonly number[],
  { date, dates, amounts }: DoubtContext,
): readonly Doubt[] {
  const doubts: Doubt[] = [];
  if (seams.length > 0 || dates > 1 || amounts > 2 || saysYearsApart(folded.slice(clause.start, clause.end)))
    doubts.push('several-promises');
  if (!isWhole(folded.slice(clause.start, clause.end))) doubts.push('cut-quotation');
  if (date !== null && !dateIsSaid(folded, date)) doubts.push('guessed-year');
  if (isBareGerund(folded, clause)) doubts.push('unsure-promise');
  return doubts;
}

/** A gerund without a determiner or number behind it may be a noun: `Leading causes of death`. */
function isBareGerund(folded: string, { rules }: Clause): boolean {
  const [opening, verb] = rules;
  return opening.rule === 'clause.gerund' && !DETERMINED.test(folded.slice(verb.end, verb.end + LONGEST_DETERMINER));
}

/** Two years, or spans of years, that are no one span: `from the start of the 2022–2023 year …, from that of the 2023–2024 year …`. */
function saysYearsApart(words: string): boolean {
  const years = [...words.matchAll(YEARS)];
  return years.some((year, index) => {
    const next = years[index + 1];
    return next !== undefined && next.index - year.index - year[0].length > SPAN_WORDS;
  });
}

/**
 * The participle of a verb with an object where `with` stands at token `index` and a noun between: `with the plan proposing the works` is a promise of its own.
 */
function isAbsolute(reading: EnglishReading, index: number): boolean {
  for (let at = index + 2; at < reading.tokens.length && at < index + MOST_NOUN; at += 1) {
    const token = reading.tokens[at];
    if (token?.mark !== '') return false;
    const verb = token.word.endsWith('ing') ? verbAt(reading, at, 'ing') : null;
    if (verb !== null && hasObject(reading, verb, 'ing')) return true;
  }
  return false;
}

function chineseSeams(text: string, clause: Span, { lexicon, isTaken }: DoubtContext): readonly number[] {
  const seams: number[] = [];
  for (let at = clause.start + 2; at < clause.end - 2; at += 1) {
    const mark = text.charAt(at);
    if (!/[，,；;、并]/.test(mark) || isTaken(at) || /^\d,\d/.test(text.slice(at - 1, at + 2))) continue;
    if (mark === '并' && (/[合兼吞]/.test(text.charAt(at - 1)) || /[网轨行购存重联列排]/.test(text.charAt(at + 1)))) continue;
    const connective = lexicon.connectives.at(text, mark === '并' ? at : at + 1, clause.end);
    const group = verbGroupAt(text, connective?.end ?? at + 1, clause.end, lexicon);
    const next = text.slice(group?.end ?? at).search(/[，,；;、]/);
    const until = group === null || next < 0 ? clause.end : Math.min(clause.end, group.end + next);
    if (group !== null && until - group.end >= 2 && !isVerbsOnly(text, group.end, until, lexicon)) seams.push(mark === '并' ? at : at + 1);
  }
  return seams;
}

function englishSeams(text: string, clause: Span, { lexicon, isTaken }: DoubtContext): readonly number[] {
  const tokens = tokensOf(text.slice(0, clause.end), clause.start, isTaken);
  const reading: EnglishReading = { text, tokens, lexicon, dateEnd: (at) => at, isEntry: false };
  const seams: number[] = [];
  for (let at = 2; at < tokens.length; at += 1) {
    const token = tokens[at];
    const joined = token?.word === 'and' || token?.word === 'then';
    if (token?.word === 'with' && !token.isInside && isAbsolute(reading, at)) seams.push(token.start);
    if (!token || token.isInside || (!joined && !/[,;.]/.test(token.mark))) continue;
    const index = at + (joined ? 1 : 0) + (tokens[at + (joined ? 1 : 0)]?.word === 'to' ? 1 : 0);
    const isPair = joined && token.mark === '' && lexicon.verbs.en.at(text, tokens[at - 1]?.start ?? 0) !== null;
    const isMarker = lexicon.promises.at(text, tokens[index]?.start ?? text.length) !== null;
    const verb = isPair
      ? null
      : (['base', 'third'] as const).map((form) => verbAt(reading, index, form)).find((each) => each && hasObject(reading, each, 'base'));
    if (isMarker || verb || /[;.]/.test(token.mark)) seams.push(token.start);
  }
  return [...new Set(seams)];
}

/** Each bracket and quotation mark of the words has its other half in them. */
function isWhole(words: string): boolean {
  const open: string[] = [];
  let straight = 0;
  for (const character of words) {
    if (character === '"') straight += 1;
    const closer = CLOSERS.indexOf(character);
    if (OPENERS.includes(character) && character !== '‘') open.push(character);
    else if (closer >= 0 && character !== '’' && open.pop() !== OPENERS.charAt(closer)) return false;
  }
  return open.length === 0 && straight % 2 === 0;
}
