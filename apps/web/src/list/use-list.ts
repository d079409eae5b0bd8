import type { Condition } from '@westgate/domain';
import { useMemo, useState } from 'react';
import { type Parts, useAskParts } from '../api/ask.ts';
import { useScope } from '../frame/use-scope.ts';
import { useLanguage, useSetView, useView } from '../frame/use-view.ts';
import { askedOf, filterIn, type ListAsked, type ListName } from './list-address.ts';
import { type ListModel, modelOf } from './list-model.ts';

/** Rows that are asked for at a time. */
const PAGE = 100;
const NOTHING: readonly Condition[] = [];

/** A list as its address asks for it. */
export interface List extends Pick<Parts<unknown>, 'error' | 'hasMore' | 'isAsking' | 'isOld' | 'askMore' | 'askAgain'> {
  readonly name: ListName;
  /** What holds of all its rows here, whatever its address says. */
  readonly within: readonly Condition[];
  /** The conditions of its address alone. */
  readonly filter: string | undefined;
  readonly asked: ListAsked;
  /** Looks for these words. */
  readonly find: (words: string) => void;
  /** Takes out of what is asked what does not stand in the address. */
  readonly forget: () => void;
  /** Which rows are asked for, whatever their columns and order: the same text as long as they are the same. */
  readonly question: string;
  /** Null until its first page is here. */
  readonly model: ListModel | null;
}

/** A list, asked page by page as the address says. `isOfPersons`: words that are looked for are names of persons, and stand in no address. */
export function useList(name: ListName, within = NOTHING, isOfPersons = false): List {
  const search = useView();
  const setView = useSetView();
  const [typed, type] = useState('');
  const scope = useScope();
  const lang = useLanguage();
  const asked = askedOf(name, isOfPersons ? { ...search, q: typed || undefined } : search, within);
  const { pages, ...parts } = useAskParts('table', { params: { list: name }, query: { ...asked, ...scope, lang, limit: PAGE } });
  const { shut } = asked;
  const model = useMemo(() => modelOf(pages, shut), [pages, shut]);
  const question = JSON.stringify([name, asked.filter, asked.q, scope]);
  const find = (words: string): void => (isOfPersons ? type(words) : setView({ q: words || undefined }, { replace: true }));
  return { name, within, filter: filterIn(name, search), asked, find, forget: () => type(''), question, model, ...parts };
}
