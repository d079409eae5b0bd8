import { vocabulary } from '@westgate/domain';
import type { VerbClass } from './review-model.ts';

/** The keys of the types, in the order in which the types stand. */
const KEYS = '1234567890-=';

/** The types, each with its key. */
export const KEYED_TYPES = vocabulary.VERB_CLASSES.map((verbClass, at) => ({ verbClass, key: KEYS.charAt(at) }));

/** What each key of a type does. */
export function typeKeys(onChoose: (verbClass: VerbClass) => void): Readonly<Record<string, () => void>> {
  return Object.fromEntries(KEYED_TYPES.map(({ verbClass, key }) => [key, () => onChoose(verbClass)]));
}
