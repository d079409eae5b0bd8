import type { Condition } from '@westgate/domain';
import { useMemo } from 'react';
import { type Parts, useAskParts } from '../api/ask.ts';
import { useScope } from '../frame/use-scope.ts';
import { useLanguage, useView } from '../frame/use-view.ts';
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
  /** Which rows are asked for, whatever their columns and order: the same text as long as they are the same. */
  readonly question: string;
  /** Null until its first page is here. */
  readonly model: ListModel | null;
}

/** A list, asked page by page as the address says. */
export function useList(name: ListName, within = NOTHING): List {
  const search = useView();
  const scope = useScope();
  const lang = useLanguage();
  const asked = askedOf(name, search, within);
  const { pages, ...parts } = useAskParts('table', { params: { list: name }, query: { ...asked, ...scope, lang, limit: PAGE } });
  const { shut } = asked;
  const model = useMemo(() => modelOf(pages, shut), [pages, shut]);
  const question = JSON.stringify([name, asked.filter, asked.q, scope]);
  return { name, within, filter: filterIn(name, search), asked, question, model, ...parts };
}
