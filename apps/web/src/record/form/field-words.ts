import type { Said } from '@westgate/base';
import { entriesOf } from '@westgate/domain';
import { useCallback } from 'react';
import { isWordId, useSay, useWords, type WordId } from '../../messages/words.ts';
import type { FormTable, ToldKind } from './form-kinds.ts';

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
  supplied_by: 'supplier',
  land: 'landLaw',
  stage: 'componentStage',
  level: 'level',
};
const KINDS: Readonly<Partial<Record<FormTable, string>>> = {
  sentence: 'sentence.kind',
  document: 'document.kind',
  indicator_value: 'value',
  requirement: 'requirement',
};

/** The name of a field of a kind, its own or the one it shares with others. `name` is a column, or the stem of a pair. */
export function fieldWordId(kind: FormTable | ToldKind, name: string): WordId | null {
  return [`field.${kind}.${name}`, `field.${name}`].find(isWordId) ?? null;
}

/** What a field is to hold, where it is not plain; null where nothing need be said. */
export function hintWordId(kind: FormTable, name: string): WordId | null {
  return [`hint.${kind}.${name}`, `hint.${name}`].find(isWordId) ?? null;
}

/** The word of a value of an enumerated column; null where the catalogues have none. */
export function valueWordId(kind: FormTable, column: string, value: string): WordId | null {
  const prefix = column === 'kind' ? (KINDS[kind] ?? kind) : PREFIXES[column];
  const id = `${prefix}.${value}`;
  return isWordId(id) ? id : null;
}

/** Gives the name of a field in the language shown. */
export function useFieldWord(kind: FormTable | ToldKind): (name: string) => string {
  const word = useWords();
  const say = useSay();
  return useCallback(
    (name) => {
      const label = labelOf(kind, name);
      if (label) return say(label);
      const own = fieldWordId(kind, name);
      if (own) return word(own);
      const [, stem = name, language] = /^(.+)_(zh|en)$/.exec(name) ?? [];
      const shared = fieldWordId(kind, stem);
      if (!shared) return name;
      return language === 'zh' || language === 'en' ? `${word(shared)} · ${word(`language.${language}`)}` : word(shared);
    },
    [kind, word, say],
  );
}

/** What the table itself calls an entry. */
function labelOf(kind: FormTable | ToldKind, name: string): Said | null {
  return entriesOf(kind).find((entry) => entry.name === name)?.field.label ?? null;
}
