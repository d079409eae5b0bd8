import type { Catalogue, SearchEntry } from './catalogue.ts';
import { BANDS, type Hit, standsIn } from './hits.ts';
import { isNear, nearIn, slipsAllowed } from './near.ts';
import { initialsOf, lettersOf, readingsOf, soundsIn, speltIn } from './readings.ts';

/** Hits above which slips are not looked for: what was meant is among them. */
const ENOUGH = 5;
const HAN_ONLY = /^[\p{Script=Han}\d]+$/u;
const SPELT = /^[a-z][a-z0-9]+$/;

/** A question, folded. */
export interface Question {
  readonly phrase: string;
  /** Its parts between blanks. */
  readonly words: readonly string[];
  /** The words its Chinese was cut into; empty where it was not. */
  readonly cut: readonly string[];
}

/** What is looked in. */
export type Searched = Pick<Catalogue, 'entries' | 'initials' | 'letters' | 'words' | 'characters'>;

/** Every record that answers the question, each by the best way in which it was found. */
export function findIn(catalogue: Searched, question: Question): readonly Hit[] {
  const found = foundPlainly(catalogue, question);
  if (found.size >= ENOUGH) return [...found.values()];
  const joined = question.words.join('');
  if (HAN_ONLY.test(joined) && joined.length >= 3) findNearChinese(catalogue, joined, addTo(found));
  else findNearWords(catalogue, question.words, addTo(found));
  return [...found.values()];
}

/**
 * What was found before, as it is after some records were taken out and others put in behind all: `before` itself where that comes to the same. Null where slips
 * were looked for, or would be now: then it is all looked through anew.
 */
export function findSince(
  before: readonly Hit[],
  question: Question,
  { isHeld, put }: { readonly isHeld: (entry: SearchEntry) => boolean; readonly put: Searched },
): readonly Hit[] | null {
  const staying = before.filter(({ entry }) => isHeld(entry));
  const coming = foundPlainly(put, question);
  if (before.some(({ kind }) => kind === 'near') || before.length < ENOUGH || staying.length + coming.size < ENOUGH) return null;
  return staying.length === before.length && coming.size === 0 ? before : [...staying, ...coming.values()];
}

/** What is found without slips. */
function foundPlainly(catalogue: Searched, question: Question): Map<SearchEntry, Hit> {
  const found = new Map<SearchEntry, Hit>();
  const add = addTo(found);
  findExact(catalogue, question.phrase, add);
  if (question.words.length > 1) findWords(catalogue, question.words, add);
  if (question.cut.length > 1) findWords(catalogue, question.cut, add);
  const joined = question.words.join('');
  if (SPELT.test(joined)) findSpelt(catalogue, joined, add);
  if (HAN_ONLY.test(joined) && joined.length >= 2) findSounding(catalogue, joined, add);
  return found;
}

function addTo(found: Map<SearchEntry, Hit>): Add {
  return (hit) => {
    if (hit && !found.has(hit.entry)) found.set(hit.entry, hit);
  };
}

type Add = (hit: Hit | null) => void;

function findExact({ entries }: Searched, phrase: string, add: Add): void {
  for (const entry of entries) if (entry?.text.includes(phrase)) add(standsIn(entry, phrase));
}

/** Records in which all words stand, wherever. */
function findWords({ entries }: Searched, words: readonly string[], add: Add): void {
  for (const entry of entries) {
    if (!entry || !words.every((word) => entry.text.includes(word))) continue;
    const hits = words.map((word) => standsIn(entry, word, 'words')).filter((hit) => hit !== null);
    const longest = hits.reduce((long, hit) => (hit.end - hit.start > long.end - long.start ? hit : long));
    add({ ...longest, rank: Math.max(...hits.map((hit) => hit.rank)) });
  }
}

function findSpelt({ entries, initials, letters }: Searched, spelt: string, add: Add): void {
  const [first, all] = [lettersOf(spelt.charAt(0)), lettersOf(spelt)];
  for (let slot = 0; slot < entries.length; slot += 1) {
    const entry = entries[slot];
    if (!entry || ((initials[slot] ?? 0) & first) === 0 || ((letters[slot] ?? 0) & all) !== all) continue;
    const stretch = speltIn(entry.chinese, spelt);
    if (!stretch) continue;
    const rank = BANDS.pinyin + (stretch.start === 0 ? 0 : 1) + (stretch.isFull ? 0 : 2);
    add({ entry, kind: 'pinyin', rank, start: stretch.start, end: stretch.end });
  }
}

/** Other characters of the same sound: the wrong choice of an input method, or the traditional form. */
function findSounding({ entries, initials }: Searched, words: string, add: Add): void {
  if (![...words].some((character) => readingsOf(character).length > 0)) return;
  const wanted = [...words].map((character) => initialsOf(character)).filter((bits) => bits !== 0);
  for (let slot = 0; slot < entries.length; slot += 1) {
    const entry = entries[slot];
    if (!entry || wanted.some((bits) => ((initials[slot] ?? 0) & bits) === 0)) continue;
    const stretch = soundsIn(entry.chinese, words);
    if (stretch) add({ entry, kind: 'pinyin', rank: BANDS.pinyin + (stretch.start === 0 ? 0 : 1), ...stretch });
  }
}

/** One character wrong, missing or too many: all others but one must stand in the name. */
function findNearChinese({ entries, characters }: Searched, words: string, add: Add): void {
  const distinct = new Set(words);
  const counts = new Uint8Array(entries.length);
  for (const character of distinct) for (const slot of characters.get(character) ?? []) counts[slot] = (counts[slot] ?? 0) + 1;
  for (let slot = 0; slot < entries.length; slot += 1) {
    const entry = entries[slot];
    if (!entry || (counts[slot] ?? 0) < Math.max(2, distinct.size - 1)) continue;
    const stretch = nearIn(entry.chinese, words);
    if (stretch) add({ entry, kind: 'near', rank: BANDS.near + (stretch.start === 0 ? 0 : 1), ...stretch });
  }
}

/** Latin words with a slip or two. A word that is too short to be mistaken must stand as it is. */
function findNearWords({ entries, words: known }: Searched, words: readonly string[], add: Add): void {
  const meant = words.map((word) => {
    const limit = slipsAllowed(word);
    const isMeant = (other: string): boolean => other !== word && isNear(word, other, limit);
    return { word, others: limit === 0 ? [] : [...known.keys()].filter(isMeant) };
  });
  const seeds = meant.filter(({ others }) => others.length > 0);
  const slots = new Set(seeds.flatMap(({ others }) => others.flatMap((other) => known.get(other) ?? [])));
  for (const slot of slots) {
    const entry = entries[slot];
    if (!entry) continue;
    const hits = meant.map(({ word, others }) => bestHit([word, ...others].map((each) => standsIn(entry, each, 'near'))));
    const slip = hits.find((hit, index) => hit && !entry.text.startsWith(meant[index]?.word ?? '', hit.start));
    if (hits.every((hit) => hit !== null) && slip) add({ ...slip, rank: Math.max(...hits.map((hit) => hit.rank)) });
  }
}

function bestHit(hits: readonly (Hit | null)[]): Hit | null {
  return hits.reduce((best, hit) => (hit && (best === null || hit.rank < best.rank) ? hit : best), null);
}
