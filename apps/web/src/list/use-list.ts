import { useMemo } from 'react';
import { type Parts, useAskParts } from '../api/ask.ts';
import { useDistrictFrame } from '../frame/district-context.ts';
import { useScope } from '../frame/use-scope.ts';
import { useLanguage, useView } from '../frame/use-view.ts';
import type { FormKind } from '../record/form/form-kinds.ts';
import { askedOf, type ListAsked, listOf } from './list-address.ts';
import { type ListModel, modelOf } from './list-model.ts';

/** Rows that are asked for at a time. */
const PAGE = 100;

/** A list as its address asks for it. */
export interface List extends Pick<Parts<unknown>, 'error' | 'hasMore' | 'isAsking' | 'isOld' | 'askMore' | 'askAgain'> {
  readonly kind: FormKind;
  readonly asked: ListAsked;
  /** Which rows are asked for, whatever their columns and order: the same text as long as they are the same. */
  readonly question: string;
  /** Null until its first page is here. */
  readonly model: ListModel | null;
}

/** The list of a kind of record, asked page by page as the address says. */
export function useList(kind: FormKind): List {
  const search = useView();
  const scope = useScope();
  const lang = useLanguage();
  const { hasSeveralPlans } = useDistrictFrame();
  const asked = askedOf(kind, search, hasSeveralPlans);
  const { pages, ...parts } = useAskParts('table', { params: { list: listOf(kind) }, query: { ...asked, ...scope, lang, limit: PAGE } });
  const { shut } = asked;
  const model = useMemo(() => modelOf(pages, shut), [pages, shut]);
  const question = JSON.stringify([kind, asked.filter, asked.q, scope]);
  return { kind, asked, question, model, ...parts };
}
