import { type Bilingual, ERRORS, ERRORS_ZH, type ErrorCode, inLanguage, inLanguageMarked, type Language } from '@westgate/base';
import { type TermName, termsIn } from '@westgate/domain';
import { use, useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useLanguage } from '../scope/use-view.ts';
import type en from './en.json';
import { addRoomsTo } from './room-words.ts';
import type flood from './rooms/flood.en.json';
import { textsIn } from './texts.ts';

/** The name of a text of the screens: of their own catalogues, which hold the same names (tested), a term, or what a refusal means. */
export type WordId = keyof typeof en | keyof typeof flood | TermName | `problem.${ErrorCode}`;

type Catalogue = Readonly<Record<WordId, string>>;

/** The texts of the screens in the languages that were shown: as they are asked for, and those that are here. */
const asked = new Map<Language, Promise<Catalogue>>();
const held = new Map<Language, Catalogue>();

/** The texts of the screens in a language, fetched when it is first shown. */
export function catalogueIn(language: Language): Promise<Catalogue> {
  const known = asked.get(language) ?? fetchCatalogue(language);
  asked.set(language, known);
  known.catch(() => asked.delete(language));
  return known;
}

/** The same within a screen, which waits for it. Where it is here it is given at once: React would take a kept promise for one to wait for, show nothing, and hold back what follows for a third of a second. */
export function useCatalogue(language: Language): Catalogue {
  return held.get(language) ?? use(catalogueIn(language));
}

/** Gives a text of the screens in the language shown, its `{places}` filled. */
export function useWords(): (id: WordId, values?: Readonly<Record<string, string | number>>) => string {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl]);
}

/** Gives what undoing a deed of that verb is called: as the action that did it says, else plainly so. */
export function useUndoWord(): (verb: string | undefined) => string {
  const word = useWords();
  return useCallback(
    (verb) => {
      const own: string = `undo.deed.${verb}`;
      return word(isWordId(own) ? own : 'undo.act');
    },
    [word],
  );
}

/** Gives a record's text in the language shown, else in the other and marked so, else the empty text. */
export function useSay(): (text: Bilingual) => string {
  const language = useLanguage();
  return useCallback((text) => inLanguageMarked(text, language) ?? '', [language]);
}

/** The same without the mark, for fields in which the text is changed. */
export function useSayBare(): (text: Bilingual) => string {
  const language = useLanguage();
  return useCallback((text) => inLanguage(text, language) ?? '', [language]);
}

/** Gives names as one text: with the comma that lists have in the language shown. */
export function useJoined(): (names: readonly string[]) => string {
  const comma = useLanguage() === 'zh' ? '、' : ', ';
  return (names) => names.join(comma);
}

/** True when `id` is the name of a text: of any catalogue that is here, as all have the same. */
export function isWordId(id: string): id is WordId {
  const [names] = held.values();
  return names !== undefined && id in names;
}

async function fetchCatalogue(language: Language): Promise<Catalogue> {
  const own = await textsIn(language);
  const catalogue = { ...termsIn(language), ...refusalsIn(language), ...own } as Catalogue;
  await addRoomsTo(language, catalogue);
  held.set(language, catalogue);
  return catalogue;
}

function refusalsIn(language: Language): Readonly<Record<`problem.${ErrorCode}`, string>> {
  const titles = Object.entries(ERRORS).map(([code, { title }]) => [code, title] as const);
  const said = language === 'zh' ? Object.entries(ERRORS_ZH) : titles;
  return Object.fromEntries(said.map(([code, text]) => [`problem.${code}`, text])) as Readonly<Record<`problem.${ErrorCode}`, string>>;
}
