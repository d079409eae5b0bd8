import type { SearchResult, ThingKindName } from '@westgate/contract';
import { vocabulary } from '@westgate/domain';
import type { View } from '../view.ts';
import { entriesIn, type FieldWeight, type SearchEntry, type SearchField } from './entries.ts';
import { fold, originalSpan } from './fold.ts';

/** What is looked for. */
export interface SearchAsk {
  readonly q: string;
  readonly kind?: ThingKindName | undefined;
  readonly limit: number;
}

/** Kinds of record that are searched, in the order in which equal hits are shown. */
const KINDS: readonly ThingKindName[] = ['sentence', ...vocabulary.THING_KINDS.filter((kind) => kind !== 'district')];

const WEIGHTS = { name: 0, text: 4, remark: 8 } as const satisfies Record<FieldWeight, number>;
/** Where in the text the words stand: all of it, its beginning, the beginning of a word, anywhere. */
const PLACES = { whole: 0, beginning: 1, word: 2, inside: 3 } as const;
const LETTER = /[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/u;

interface Hit {
  readonly field: SearchField;
  readonly rank: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Records in which every word of `q` stands, best first: names before texts before remarks; within these the whole name, its beginning,
 * the beginning of a word, anywhere; then the shorter text. Counts are of all hits, whatever `kind` and `limit` say.
 */
export function search(view: View, ask: SearchAsk): SearchResult {
  const phrase = fold(ask.q).text.trim();
  const words = phrase.split(' ').filter((word) => word !== '');
  const found = words.length === 0 ? [] : entriesIn(view).flatMap((entry) => foundIn(entry, phrase, words));
  found.sort(
    (a, b) => a.hit.rank - b.hit.rank || a.hit.field.folded.text.length - b.hit.field.folded.text.length || orderOf(a) - orderOf(b),
  );
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, found.filter(({ entry }) => entry.thing.kind === kind).length]));
  const shown = found.filter(({ entry }) => ask.kind === undefined || entry.thing.kind === ask.kind).slice(0, ask.limit);
  return {
    q: ask.q,
    counts,
    items: shown.map(({ entry: { thing, detail, state, aim }, hit }) => ({
      thing,
      match: { text: hit.field.original, language: hit.field.language, ...originalSpan(hit.field.folded, hit.start, hit.end) },
      detail,
      state,
      aim,
    })),
  };
}

interface Found {
  readonly entry: SearchEntry;
  readonly hit: Hit;
}

/** The record with its best hit; nothing where a word is missing. The phrase as a whole counts before its words. */
function foundIn(entry: SearchEntry, phrase: string, words: readonly string[]): readonly Found[] {
  const whole = bestHit(entry, phrase);
  if (whole) return [{ entry, hit: whole }];
  const hits = words.map((word) => bestHit(entry, word));
  const present = hits.filter((hit) => hit !== null);
  const [first] = present;
  if (!first || present.length < hits.length) return [];
  const worst = Math.max(...present.map((hit) => hit.rank));
  return [{ entry, hit: { ...first, rank: worst } }];
}

function bestHit(entry: SearchEntry, words: string): Hit | null {
  let best: Hit | null = null;
  for (const field of entry.fields) {
    const hit = hitIn(field, words);
    if (hit && (best === null || hit.rank < best.rank)) best = hit;
  }
  return best;
}

function hitIn(field: SearchField, words: string): Hit | null {
  const { text } = field.folded;
  const first = text.indexOf(words);
  if (first < 0) return null;
  const start = wordStart(text, words, first) ?? first;
  const place = text === words ? 'whole' : start === 0 ? 'beginning' : beginsWord(text, start) ? 'word' : 'inside';
  return { field, rank: WEIGHTS[field.weight] + PLACES[place], start, end: start + words.length };
}

/** The first place from `from` on where `words` begin a word; null where they never do. */
function wordStart(text: string, words: string, from: number): number | null {
  for (let at = from; at >= 0; at = text.indexOf(words, at + 1)) if (beginsWord(text, at)) return at;
  return null;
}

function beginsWord(text: string, at: number): boolean {
  const [before, here] = [text[at - 1] ?? '', text[at] ?? ''];
  return !LETTER.test(before) || HAN.test(before) !== HAN.test(here);
}

function orderOf({ entry }: Found): number {
  return KINDS.indexOf(entry.thing.kind);
}
