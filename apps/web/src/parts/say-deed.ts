import { inLanguage } from '@westgate/base';
import type { Deed } from '@westgate/contract';
import { isWordId, useWords } from '../messages/words.ts';
import { useLanguage } from '../scope/use-view.ts';

/** The verb of what a deed of several edits did to its record. */
const DONE = { created: 'create', changed: 'revise', deleted: 'withdraw' } as const;

/** What stands before the name of who reported by the link of a body outside. */
const OUTSIDE = 'outside:';

/** Says what a deed did by what it is told by: `made: project “North pier”`. */
export function useSayDeed(): (deed: Pick<Deed, 'verb' | 'told'>) => string {
  const word = useWords();
  const language = useLanguage();
  return ({ verb: done, told }) => {
    const verbId = `verb.deed.${done === 'edit' && told ? DONE[told.change] : done}`;
    const verb = isWordId(verbId) ? word(verbId) : word('verb.deed.other');
    if (!told) return verb;
    const nounId = `noun.${told.noun}`;
    const own = isWordId(nounId) ? word(nounId) : '';
    const noun = language === 'en' ? own.toLowerCase() : own;
    const name = (told.name && inLanguage(told.name, language)) ?? '';
    // Some verbs name what they are done to: it is not said twice.
    if (name === '' && verb.includes(noun)) return verb;
    return word(name === '' ? 'deed.saidPlain' : 'deed.said', { verb, noun, name });
  };
}

/** Who did a deed, in words: a name, an erased person, or a body outside with who reported for it. */
export function sayWho(word: ReturnType<typeof useWords>, who: string | null | undefined): string {
  if (who === null || who === undefined) return word('person.erased');
  return who.startsWith(OUTSIDE) ? word('person.outside', { who: who.slice(OUTSIDE.length) }) : who;
}
