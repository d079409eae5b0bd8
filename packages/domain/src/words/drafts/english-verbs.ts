import type { VerbClass } from '../../register/fields/vocabulary.ts';
import type { Span } from './draft.ts';
import type { VerbForm } from './english-forms.ts';
import { type Token, tokenFrom } from './english-tokens.ts';
import type { Lexicon } from './lexicon.ts';
import type { RuleId } from './rules.ts';

/** An English sentence while it is read. */
export interface EnglishReading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
  /** The end of the date that begins at an offset; the offset itself where none does. */
  readonly dateEnd: (at: number) => number;
  /** A cell of a table, an item of a list or a line without a full stop: headlines are promises there. */
  readonly isEntry: boolean;
}

/** A verb with the adverbs before it; token indexes. */
export interface EnglishVerb extends Span {
  /** The first token of the group: an adverb or the verb. */
  readonly from: number;
  /** The first token of the object. */
  readonly after: number;
  readonly verbClass: VerbClass | null;
  readonly rule: RuleId;
}

/** What may stand right after a noun but not after a verb with an object. */
const NO_OBJECT = new Set(
  'of in by at and or as is are was were will shall has have had that which who from than into under over among between per'.split(' '),
);
const MOST_ADVERBS = 4;

/** The verb in `form` at token `index`, adverbs before it passed over; null where none of the vocabulary stands there. */
export function verbAt({ text, tokens, lexicon }: EnglishReading, index: number, form: VerbForm): EnglishVerb | null {
  let [at, from] = [index, index];
  let modifier: VerbClass | null = null;
  let isContinued = false;
  for (let turns = 0; turns < MOST_ADVERBS; turns += 1) {
    const token = tokens[at];
    if (!token || (turns > 0 && token.mark !== '')) return null;
    const verb = lexicon.verbs.en.at(text, token.start);
    const adverb = lexicon.modifiers.at(text, token.start);
    if (verb && isForm(verb.value.form, form, token.word) && verb.end >= (adverb?.end ?? 0)) {
      const own = verb.value.verbClass ?? (isContinued ? 'continue' : null);
      const verbClass = modifier ?? own;
      const rule: RuleId = modifier || own !== verb.value.verbClass ? 'class.modifier' : own === null ? 'class.unknown' : 'class.verb';
      return { start: verb.start, end: verb.end, from, after: tokenFrom(tokens, at, verb.end), verbClass, rule };
    }
    const connective = lexicon.connectives.at(text, token.start);
    if (!adverb && !connective && !/.ly$/.test(token.word)) return null;
    if (adverb?.value === 'continue') isContinued = true;
    else if (adverb && adverb.value !== 'adverb' && adverb.value !== 'attribute') modifier ??= adverb.value;
    at = tokenFrom(tokens, at, Math.max(adverb?.end ?? 0, connective?.end ?? 0, token.end));
    if (connective && !adverb && from < at) from = at;
  }
  return null;
}

/** Verbs whose past is written as they are. */
const UNCHANGED = new Set('let put cut set shut cast read spread become overcome'.split(' '));

function isForm(own: VerbForm, asked: VerbForm, word: string): boolean {
  return own === asked || (UNCHANGED.has(word) && own !== 'ing' && asked !== 'ing' && asked !== 'third');
}

/** True where an object of the verb follows: a word, without a mark between, that no noun would be followed by. */
export function hasObject(reading: EnglishReading, verb: EnglishVerb, form: VerbForm): boolean {
  const next = reading.tokens[verb.after];
  if (!next || /[,;:.!?]/.test(next.mark)) return false;
  if (next.word === 'and' || next.word === 'or') {
    const second = verbAt(reading, verb.after + 1, form);
    return second !== null && isObjectStart(reading, reading.tokens[second.after]);
  }
  return isObjectStart(reading, next);
}

function isObjectStart({ text, lexicon }: EnglishReading, token: Token | undefined): boolean {
  if (token === undefined || /[,;:.!?]/.test(token.mark)) return false;
  return !NO_OBJECT.has(token.word) || lexicon.qualifiers.at(text, token.start) !== null;
}
