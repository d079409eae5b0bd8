import { type ActionName, calledIn, fieldsIn, type TableName } from '@westgate/domain';
import { useCallback } from 'react';
import type { FormKind, FormTable } from '../../api/form-kinds.ts';
import { isWordId, useSay, useWords, type WordId } from '../../messages/words.ts';
import { useLanguage } from '../../scope/use-view.ts';

/** Where the words of an enumerated column stand in the catalogues. */
const PREFIXES: Readonly<Record<string, string>> = {
  position: 'position',
  confidence: 'confidence',
  land_title: 'title',
  direction: 'direction',
  wording: 'plan.wording',
  verb_class: 'verbClass',
  cadence: 'cadence',
  visibility: 'visibility',
  qualifier: 'qualifier',
  project_kind: 'project',
  place_kind: 'place',
  supplied_by: 'supplier',
  land: 'landLaw',
  stage: 'componentStage',
  level: 'level',
};
const KINDS: Readonly<Partial<Record<TableName | ActionName, string>>> = {
  sentence: 'sentence.kind',
  document: 'document.kind',
  indicator_value: 'value',
  requirement: 'requirement',
};

/** What a field is to hold, where it is not plain; null where nothing need be said. */
export function hintWordId(kind: FormTable | ActionName, name: string): WordId | null {
  return [`hint.${kind}.${name}`, `hint.${name}`].find(isWordId) ?? null;
}

/** The word of a value of an enumerated column; null where the catalogues have none. */
export function valueWordId(kind: TableName | ActionName, column: string, value: string): WordId | null {
  const prefix = column === 'kind' ? (KINDS[kind] ?? kind) : PREFIXES[column];
  const id = `${prefix}.${value}`;
  return isWordId(id) ? id : null;
}

/** Gives the name of a field in the language shown; of one language of a pair with that language. */
export function useFieldWord(kind: TableName | ActionName): (name: string) => string {
  const word = useWords();
  const say = useSay();
  return useCallback(
    (name) => {
      const own = calledIn(kind, name);
      if (own) return say(own);
      const [, stem = name, language] = /^(.+)_(zh|en)$/.exec(name) ?? [];
      const shared = calledIn(kind, stem);
      if (!shared) return name;
      return language === 'zh' || language === 'en' ? `${say(shared)} · ${word(`language.${language}`)}` : say(shared);
    },
    [kind, word, say],
  );
}

/** Gives what an empty value of a field says: as its description says, else that it is not known. */
export function useEmptyWord(kind: TableName | ActionName): (name: string) => string {
  const word = useWords();
  const say = useSay();
  return useCallback(
    (name) => {
      const { none } = fieldsIn(kind)[name] ?? {};
      return none ? say(none) : word('unknown');
    },
    [kind, word, say],
  );
}

/** Gives the word of a value of an enumerated column: as its field says, else as the catalogue does. */
export function useValueWord(kind: TableName | ActionName): (column: string, value: string) => string {
  const word = useWords();
  const say = useSay();
  return useCallback(
    (column, value) => {
      const name = fieldsIn(kind)[column]?.names?.[value];
      const id = valueWordId(kind, column, value);
      return name ? say(name) : id ? word(id) : value;
    },
    [kind, word, say],
  );
}

/** Gives the word of a kind of record as it stands within a sentence. */
export function useNounWord(): (kind: FormKind) => string {
  const word = useWords();
  const language = useLanguage();
  return useCallback((kind) => (language === 'en' ? word(`noun.${kind}`).toLowerCase() : word(`noun.${kind}`)), [word, language]);
}
