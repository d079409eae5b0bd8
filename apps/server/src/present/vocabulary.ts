import type { Language } from '@westgate/base';
import { vocabulary } from '@westgate/domain';

type Colour = (typeof vocabulary.COLOURS)[number];
type Pattern = (typeof vocabulary.PATTERNS)[number];

/** A colour token of the district; null where there is none or it is none of ours. */
export function colourOf(word: string | undefined): Colour | null {
  return vocabulary.COLOURS.find((colour) => colour === word) ?? null;
}

/** A pattern of the district; null where there is none or it is none of ours. */
export function patternOf(word: string | undefined): Pattern | null {
  return vocabulary.PATTERNS.find((pattern) => pattern === word) ?? null;
}

/** True for the languages Westgate speaks. */
export function isLanguage(word: string): word is Language {
  return word === 'zh' || word === 'en';
}
