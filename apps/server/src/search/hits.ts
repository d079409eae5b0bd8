import type { SearchEntry } from './catalogue.ts';

/** How a record was found: the words as they stand; all of them, but apart; by sound or first letters; all but for a slip. */
export type MatchKind = 'exact' | 'words' | 'pinyin' | 'near';

/** A record found. `start` and `end` are a stretch of the entry's text. */
export interface Hit {
  readonly entry: SearchEntry;
  readonly kind: MatchKind;
  /** Less is better. */
  readonly rank: number;
  readonly start: number;
  readonly end: number;
}

/** What stands exactly always comes before what is found otherwise. */
export const BANDS = { exact: 0, words: 20, pinyin: 40, near: 60 } as const satisfies Record<MatchKind, number>;

const WEIGHTS = { name: 0, words: 4, remark: 8 } as const;
/** Where in the text the words stand: all of it, its beginning, the beginning of a word, anywhere. */
const PLACES = { whole: 0, beginning: 1, word: 2, inside: 3 } as const;
const LETTER = /[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/u;

/** The best place where `words` stand in an entry: names before texts before remarks, within these {@link PLACES}. Null where they do not. */
export function standsIn(entry: SearchEntry, words: string, kind: MatchKind = 'exact'): Hit | null {
  const { text } = entry;
  let best: Hit | null = null;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const weight = at < entry.wordsFrom ? WEIGHTS.name : at < entry.remarksFrom ? WEIGHTS.words : WEIGHTS.remark;
    if (best && BANDS[kind] + weight >= best.rank) break;
    const rank = BANDS[kind] + weight + placeOf(text, at, at + words.length);
    if (best === null || rank < best.rank) best = { entry, kind, rank, start: at, end: at + words.length };
  }
  return best;
}

function placeOf(text: string, start: number, end: number): number {
  const isAtStart = start === 0 || text.charAt(start - 1) === '\n';
  if (isAtStart) return end === text.length || text.charAt(end) === '\n' ? PLACES.whole : PLACES.beginning;
  const before = text.charAt(start - 1);
  const beginsWord = !LETTER.test(before) || HAN.test(before) !== HAN.test(text.charAt(start));
  return beginsWord ? PLACES.word : PLACES.inside;
}

/** Length of the line of the entry's text that was hit: of equal hits the shorter text comes first. */
function lineLength({ entry, start }: Hit): number {
  const end = entry.text.indexOf('\n', start);
  return (end < 0 ? entry.text.length : end) - entry.text.lastIndexOf('\n', start - 1);
}

/** The best `count` of the hits, in their order: rank, then length, then the order of kinds and of the folder, which `hits` have. */
export function bestOf(hits: readonly Hit[], count: number): readonly Hit[] {
  const byRank = new Map<number, Hit[]>();
  for (const hit of hits) {
    const group = byRank.get(hit.rank);
    if (group) group.push(hit);
    else byRank.set(hit.rank, [hit]);
  }
  const best: Hit[] = [];
  for (const rank of [...byRank.keys()].sort((a, b) => a - b)) {
    const group = (byRank.get(rank) ?? []).map((hit) => ({ hit, length: lineLength(hit) }));
    best.push(...group.sort((a, b) => a.length - b.length).map(({ hit }) => hit));
    if (best.length >= count) break;
  }
  return best.slice(0, count);
}
