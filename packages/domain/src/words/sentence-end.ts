import { abbreviationKind, isCompanyWord, isStarter, wordBefore } from './abbreviations.ts';
import { beginsHan, beginsLower, characterAt, isBlank, isCloser, skipBlanks } from './characters.ts';
import type { Pair } from './pairs.ts';

/** A run of full stops, question or exclamation marks or dots in a paragraph. */
export interface Stop {
  /** Where the sentence begins that it may end. */
  readonly from: number;
  readonly at: number;
  readonly marks: string;
  /** The outermost pair of brackets or quotation marks around it. */
  readonly around: Pair | null;
}

/** What follows a stop and its closing marks. */
interface Ahead {
  /** White space stands between. */
  readonly gap: boolean;
  /** The next character that is not white space. */
  readonly mark: string;
  /** From the next letter or figure on, past opening marks; at most 24 characters. */
  readonly words: string;
}

const GOES_ON = /^[,，、；;：:!?！？。.…]/;
const OPENING = /^[\s"'“‘«「『（(《〈【〔[{*_`~#>·•-]{0,8}/;
/** A number, letter or Roman figure before the words of a listed sentence: `1`, `2.3`, `一`, `a`, `iv`, perhaps after a list mark. */
const LABEL = /^[^\p{L}\p{N}]*(?:\d{1,3}(?:[.．]\d{1,3})*|[一二三四五六七八九十百]{1,4}|[A-Za-z]|[ivxIVX]{1,5})$/u;
/** A name written with a small first letter: `e-CNY`, `iPhone`. */
const SMALL_FIRST_NAME = /^\p{Ll}{1,2}-?\p{Lu}/u;

/**
 * Where the sentence ends that `stop` may end (closing quotation marks and brackets included), or `null` when it goes on.
 * Nothing ends inside a pair of brackets or quotation marks; a stop just before the closing mark ends the sentence when it ends a
 * speech, a quotation or a bracket that is a sentence of its own.
 */
export function sentenceEnd(paragraph: string, stop: Stop): number | null {
  const end = skipClosers(paragraph, stop.at + stop.marks.length, stop.around);
  if (stop.around !== null && (end <= stop.around.close || !endsWithPair(paragraph, stop, stop.around))) return null;
  const ahead = lookAhead(paragraph, end);
  if (ahead.mark === '') return end;
  if (GOES_ON.test(ahead.mark)) return null;
  return ends(paragraph, stop, ahead) ? end : null;
}

function ends(paragraph: string, stop: Stop, ahead: Ahead): boolean {
  if (/[。｡！？]/.test(stop.marks)) return true;
  const beforeHan = beginsHan(ahead.words);
  const afterHan = beginsHan(paragraph.charAt(stop.at - 1));
  const smallLetter = beginsLower(ahead.words) && !SMALL_FIRST_NAME.test(ahead.words);
  if (/[!?]/.test(stop.marks)) return ahead.gap ? !smallLetter : beforeHan || afterHan;
  if (stop.marks.length > 1 || stop.marks === '…') return ahead.gap && !smallLetter;
  if (isLabel(paragraph, stop)) return false;
  if (!ahead.gap) return beforeHan && endsBeforeHan(paragraph, stop.at);
  return !smallLetter && endsBeforeWords(wordBefore(paragraph, stop.at), ahead.words);
}

/** `。` typed as `.`: after a word, but not after a figure (`2.` may number what follows) nor an abbreviation. */
function endsBeforeHan(paragraph: string, at: number): boolean {
  return !/[\d\s]/.test(paragraph.charAt(at - 1)) && abbreviationKind(wordBefore(paragraph, at)) === null;
}

function endsBeforeWords(word: string, words: string): boolean {
  const next = /^[\p{L}\p{N}]+/u.exec(words)?.[0] ?? '';
  switch (abbreviationKind(word)) {
    case 'before-name':
      return false;
    case 'before-number':
      return !/^(?:\p{N}+|\p{Lu}|[IVX]+)$/u.test(next);
    case 'company':
      return !isCompanyWord(next);
    case 'either':
      return isStarter(next) || beginsHan(next);
    case null:
      return true;
  }
}

function isLabel(paragraph: string, stop: Stop): boolean {
  return stop.at - stop.from <= 14 && LABEL.test(paragraph.slice(stop.from, stop.at));
}

function endsWithPair(paragraph: string, stop: Stop, pair: Pair): boolean {
  if (/[。｡]/.test(stop.marks)) return true;
  if (pair.kind === 'quote' && /[.．]/.test(stop.marks)) return true;
  const before = paragraph.slice(Math.max(stop.from, pair.open - 8), pair.open);
  return /^[^\p{L}\p{N}]*$/u.test(before) || /[:：,，]\s?$/.test(before);
}

function skipClosers(paragraph: string, from: number, around: Pair | null): number {
  let at = from;
  for (;;) {
    const note = paragraph.charAt(at) === '[' ? /^\[\^?\d{1,3}\]/.exec(paragraph.slice(at, at + 6)) : null;
    if (note !== null) at += note[0].length;
    else if (isCloser(paragraph.charAt(at)) && !opensNext(paragraph, at, around)) at += 1;
    else return at;
  }
}

/** A straight quotation mark right after a stop that is not the end of a pair begins the next sentence: `好。"他们"`. */
function opensNext(paragraph: string, at: number, around: Pair | null): boolean {
  return paragraph.charAt(at) === '"' && around?.close !== at && !isBlank(characterAt(paragraph, at + 1)) && at + 1 < paragraph.length;
}

function lookAhead(paragraph: string, end: number): Ahead {
  const at = skipBlanks(paragraph, end, paragraph.length);
  const words = paragraph.slice(at, at + 32).replace(OPENING, '');
  return { gap: at > end, mark: characterAt(paragraph, at), words };
}
