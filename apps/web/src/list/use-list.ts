import type { Language } from '@westgate/base';
import type { Condition } from '@westgate/domain';
import { useEffect, useMemo, useState } from 'react';
import { type Parts, useAskParts } from '../api/ask.ts';
import type { AsksFirst } from '../api/asks-first.ts';
import { useScope } from '../scope/district-context.ts';
import { useLanguage, useSetView, useView } from '../scope/use-view.ts';
import type { ViewSearch } from '../scope/view-search.ts';
import { askedOf, filterIn, type ListAsked, type ListName, type ListSearch, NONE_ASKED } from './list-address.ts';
import { type ListModel, modelOf } from './list-model.ts';

/** Rows that are asked for at a time: of a list that is drawn as far as it is in sight, and of one that is drawn whole. */
const [PAGE, LARGEST] = [100, 500];
const NOTHING: readonly Condition[] = [];

/** How a screen asks for a list. */
export interface ListHow {
  /** What holds of all its rows, whatever its address says. */
  readonly within?: readonly Condition[] | undefined;
  /** What it is asked where its address says nothing. */
  readonly first?: ListSearch | undefined;
  /** What is looked for here are names of persons: the words stand in no address. */
  readonly isOfPersons?: boolean | undefined;
}

/** A list as its address asks for it. */
export interface List extends Pick<Parts<unknown>, 'error' | 'hasMore' | 'isAsking' | 'isOld' | 'askMore' | 'askAgain'> {
  readonly name: ListName;
  /** What holds of all its rows here, whatever its address says. */
  readonly within: readonly Condition[];
  /** What it is grouped by, set against and added up by, as its address says or, where that says nothing, its screen. */
  readonly shape: Pick<ListSearch, 'group' | 'pivot' | 'sum'>;
  /** What an address says for none of these. */
  readonly none: Pick<ListSearch, 'group' | 'sum'>;
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

/** The first page of a list that its screen says nothing of, before there is a screen: as `useList` asks for it. */
export function firstOfList(name: ListName, view: ViewSearch, lang: Language): ReturnType<AsksFirst> {
  const scope = view.asOf ? { asOf: view.asOf } : {};
  return { pagesOf: 'table', asked: tableAsked(name, { ...askedOf(name, view, NOTHING), ...scope, lang, limit: PAGE }) };
}

function tableAsked<Query>(list: ListName, query: Query): { readonly params: { readonly list: ListName }; readonly query: Query } {
  return { params: { list }, query };
}

/** A list, asked page by page as the address says. `isWhole`: all rows are asked for, page after page. */
export function useList(
  name: ListName,
  { within = NOTHING, first = {}, isOfPersons = false, isWhole = false }: ListHow & { readonly isWhole?: boolean } = {},
): List {
  const view = useView();
  const setView = useSetView();
  const [typed, type] = useState('');
  const { group = first.group, sum = first.sum } = view;
  const search = { ...view, month: view.month ?? first.month, group, sum };
  const scope = useScope();
  const lang = useLanguage();
  const asked = askedOf(name, isOfPersons ? { ...search, q: typed || undefined } : search, within);
  const limit = isWhole ? LARGEST : PAGE;
  const { pages, ...parts } = useAskParts('table', tableAsked(name, { ...asked, ...scope, lang, limit }));
  const { hasMore, isAsking, isOld, error, askMore } = parts;
  const isWanted = isWhole && hasMore && !isAsking && !isOld && error === null;
  useEffect(() => {
    if (isWanted) askMore();
  }, [isWanted, askMore]);
  const { shut } = asked;
  const model = useMemo(() => modelOf(pages, shut), [pages, shut]);
  const question = JSON.stringify([name, asked.month, asked.filter, asked.q, scope]);
  const shape = { group: asked.group, pivot: asked.pivot, sum: asked.sums };
  const none = { group: first.group && NONE_ASKED, sum: first.sum && NONE_ASKED };
  const find = (words: string): void => (isOfPersons ? type(words) : setView({ q: words || undefined }, { replace: true }));
  const forget = (): void => type('');
  return { name, within, shape, none, filter: filterIn(name, search), asked, find, forget, question, model, ...parts };
}
