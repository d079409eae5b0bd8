import type { useWords } from '../messages/words.ts';

/** What stands before the name of who reported by the link of a body outside. */
const OUTSIDE = 'outside:';

/** Who did a deed, in words: a name, an erased person, or a body outside with who reported for it. */
export function sayWho(word: ReturnType<typeof useWords>, who: string | null | undefined): string {
  if (who === null || who === undefined) return word('person.erased');
  return who.startsWith(OUTSIDE) ? word('person.outside', { who: who.slice(OUTSIDE.length) }) : who;
}
