import { pinyin } from 'pinyin-pro';

const HAN = /\p{Script=Han}/u;
/** Marks that nobody spells. */
const BETWEEN = /[ ()（）·“”"'《》-]/;
const held = new Map<string, readonly string[]>();

/** How a Chinese character may be read, without tones, `ü` as `v`: 乐 → le, yue. Empty for other characters. */
export function readingsOf(character: string): readonly string[] {
  const known = held.get(character);
  if (known) return known;
  const found = HAN.test(character) ? pinyin(character, { multiple: true, toneType: 'none', type: 'array' }) : [];
  const readings = [...new Set(found.map((reading) => reading.toLowerCase().replaceAll('ü', 'v')))].filter((reading) =>
    /^[a-z]+$/.test(reading),
  );
  held.set(character, readings);
  return readings;
}

/** The letters that begin the readings of a text's characters, as bits. */
export function initialsOf(text: string): number {
  let bits = 0;
  for (const character of text) for (const reading of readingsOf(character)) bits |= bitOf(reading, 0);
  return bits;
}

/** All letters of the readings and of the text itself, as bits. */
export function lettersOf(text: string): number {
  let bits = 0;
  for (const character of text) {
    bits |= bitOf(character, 0);
    for (const reading of readingsOf(character)) for (let at = 0; at < reading.length; at += 1) bits |= bitOf(reading, at);
  }
  return bits;
}

/** A stretch of a text. */
export interface Stretch {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** A stretch that is spelt by letters. */
export interface Spelt extends Stretch {
  /** Every character is spelt in full, but perhaps the last. */
  readonly isFull: boolean;
}

/**
 * Where in `text` the letters spell characters one after the other, each in full or by its first letter, the last perhaps half written:
 * `songll` and `sll` find 松岭路. Digits and Latin letters of the text stand for themselves. Null where they do not.
 */
export function speltIn(text: string, letters: string): Spelt | null {
  let best: Spelt | null = null;
  for (let start = 0; start < text.length; start += 1) {
    if (!readingsOf(text.charAt(start)).some((reading) => reading.startsWith(letters.charAt(0)))) continue;
    const found = spell(text, start, letters, 0, true);
    if (found && (found.isFull || best === null)) best = { start, ...found };
    if (best?.isFull) return best;
  }
  return best;
}

function spell(text: string, at: number, letters: string, used: number, isFull: boolean): Omit<Spelt, 'start'> | null {
  if (used === letters.length) return { end: at, isFull };
  const character = text.charAt(at);
  if (character === '') return null;
  const readings = readingsOf(character);
  if (readings.length === 0) {
    if (character === letters.charAt(used)) return spell(text, at + 1, letters, used + 1, isFull);
    return BETWEEN.test(character) ? spell(text, at + 1, letters, used, isFull) : null;
  }
  const rest = letters.length - used;
  let short: Omit<Spelt, 'start'> | null = null;
  for (const reading of readings) {
    const same = commonLength(reading, letters, used);
    if (same === rest) return { end: at + 1, isFull: isFull && (same === reading.length || same > 1) };
    if (same === reading.length) {
      const found = spell(text, at + 1, letters, used + same, isFull);
      if (found?.isFull || (found && !short)) short = found;
      if (found?.isFull) return found;
    }
    for (const initial of initialLengths(reading)) {
      if (same < initial || short) continue;
      short = spell(text, at + 1, letters, used + initial, false);
    }
  }
  return short;
}

/** `s`, or `sh` and `s` for a reading that begins with two letters for one sound. */
function initialLengths(reading: string): readonly number[] {
  return /^[zcs]h/.test(reading) ? [2, 1] : [1];
}

function commonLength(reading: string, letters: string, from: number): number {
  let length = 0;
  while (length < reading.length && from + length < letters.length && reading.charCodeAt(length) === letters.charCodeAt(from + length))
    length += 1;
  return length;
}

/** Where in `text` characters stand that sound like those of `words`, one by one; null where they do not. */
export function soundsIn(text: string, words: string): Stretch | null {
  for (let start = 0; start + words.length <= text.length; start += 1) {
    let length = 0;
    while (length < words.length && soundsAlike(text.charAt(start + length), words.charAt(length))) length += 1;
    if (length === words.length) return { start, end: start + length };
  }
  return null;
}

function soundsAlike(a: string, b: string): boolean {
  if (a === b) return true;
  const readings = readingsOf(b);
  return readings.length > 0 && readingsOf(a).some((reading) => readings.includes(reading));
}

function bitOf(text: string, at: number): number {
  const letter = text.charCodeAt(at) - 97;
  return letter >= 0 && letter < 26 ? 1 << letter : 0;
}
