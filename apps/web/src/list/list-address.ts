import type { ListColumn } from '@westgate/contract';
import { PLURALS } from '@westgate/contract/addresses';
import {
  type ColumnSaid,
  type Condition,
  described,
  MOST_ASKED,
  readListQuery,
  type SortKey,
  tagsAsked,
  writeListQuery,
} from '@westgate/domain';
import type { ViewSearch } from '../frame/view-search.ts';
import type { FormKind } from '../record/form/form-kinds.ts';

/** What of an address a list is asked by, beside which list it is. */
export type ListSearch = Pick<
  ViewSearch,
  'q' | 'columns' | 'filter' | 'sort' | 'group' | 'pivot' | 'sum' | 'shut' | 'state' | 'stage' | 'aim' | 'kind' | 'tag' | 'where'
>;

/** What a list is asked; what is not asked is left out. */
export interface ListAsked {
  readonly q?: string;
  readonly columns?: string;
  readonly filter?: string;
  readonly sort?: string;
  readonly group?: string;
  readonly pivot?: string;
  readonly sums?: string;
  readonly shut?: string;
}

/** The name of a list in the API. */
export type ListName = (typeof PLURALS)[FormKind];

/** The list of a kind of record. */
export function listOf(kind: FormKind): ListName {
  return PLURALS[kind];
}

/** The question that an address asks of the list of a kind. `hasSeveralPlans`: so that their column is worth its place. */
export function askedOf(kind: FormKind, search: ListSearch, hasSeveralPlans: boolean): ListAsked {
  const { q, columns, sort, group, pivot, sum, shut } = search;
  const id = (text: string | undefined): string | undefined => (text === undefined ? undefined : present(kind, text));
  const filter = [search.filter, olderFilter(kind, search)].filter((part) => part !== undefined && part !== '').join(';');
  const isCrossed = group !== undefined && pivot !== undefined && pivot !== group;
  const asked = {
    q,
    columns: columns ?? shownAtFirst(kind, hasSeveralPlans).join(','),
    filter: filter || undefined,
    sort: sort
      ?.split(',')
      .map((part) => (part.startsWith('-') ? `-${present(kind, part.slice(1))}` : present(kind, part)))
      .join(','),
    group: id(group),
    pivot: isCrossed ? id(pivot) : undefined,
    sums: id(sum),
    shut: group === undefined ? undefined : shut,
  };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}

/** The ids of columns that a part of an address names. */
export function idsIn(text: string | undefined): readonly string[] {
  return (text ?? '').split(',').filter((id) => id !== '');
}

/** The columns that a list shows where its address says nothing. */
export function shownAtFirst(kind: FormKind, hasSeveralPlans: boolean): readonly string[] {
  return (described(kind).list ?? []).filter((column) => hasSeveralPlans || column !== 'plan');
}

/** The address that asks a list for these conditions, whatever it asked for before and in whatever older words. */
export function withFilter(conditions: readonly Condition[]): ListSearch {
  const older = { state: undefined, stage: undefined, aim: undefined, kind: undefined, tag: undefined, where: undefined };
  return { ...older, filter: filterText(conditions), shut: undefined };
}

/** Conditions as an address holds them; undefined for none. */
export function filterText(filter: readonly Condition[]): string | undefined {
  return writeListQuery({ columns: null, sort: [], filter, group: null, pivot: null, sums: [] }).filter;
}

/** An order as an address holds it; undefined for that of the list. */
export function sortText(sort: readonly SortKey[]): string | undefined {
  return writeListQuery({ columns: null, sort, filter: [], group: null, pivot: null, sums: [] }).sort;
}

/** What a list that came was asked for, read by its columns: the conditions, the order. What it does not have is left out. */
export function readAsked(
  { filter, sort }: ListAsked,
  columns: readonly ListColumn[],
): { readonly filter: readonly Condition[]; readonly sort: readonly SortKey[] } {
  const { query } = readListQuery({ filter, sort }, columns.map(columnSaid));
  return { filter: query.filter, sort: query.sort };
}

/** A column as the question to a list is read by. */
function columnSaid({ id, head, kind, values }: ListColumn): ColumnSaid {
  return { id, head, field: { kind, optional: true, about: '', ...(values ? { values: values.map(({ key }) => key) } : {}) } };
}

/** The order after a press on a head: forwards, backwards, as it was. With `isMore` it goes on where the order before leaves two rows alike. */
export function nextSort(sort: readonly SortKey[], column: string, isMore: boolean): readonly SortKey[] {
  const held = sort.find((key) => key.column === column);
  const others = isMore ? sort.filter((key) => key !== held) : [];
  const added = held === undefined ? { column, isDown: false } : { column, isDown: true };
  return held?.isDown ? others : [...others.slice(1 - MOST_ASKED.sort), added];
}

/** What columns were called in the addresses of versions before the lists of the server; views keep them. */
const RENAMED: Readonly<Partial<Record<FormKind, Readonly<Record<string, string>>>>> = {
  sentence: { name: 'text' },
  commitment: { name: 'title' },
  document: { name: 'title', published: 'published_on' },
  source: { name: 'title' },
  indicator: { 'target-period': 'target_period', period: 'actual_period' },
  event: { venue: 'place' },
};

function present(kind: FormKind, column: string): string {
  return RENAMED[kind]?.[column] ?? column;
}

/** The conditions that an address of an older version holds beside its filter. */
function olderFilter(kind: FormKind, { state, stage, aim, kind: word, tag, where }: ListSearch): string | undefined {
  const is = (column: string, value: string | null): Condition => ({ column, operator: 'is', values: [value] });
  const known = (value: string): string | null => (value === '' || value === 'none' ? null : value);
  const conditions: readonly Condition[] = [
    ...(state === undefined ? [] : [is(kind === 'place' ? 'stage' : 'state', state)]),
    ...(stage === undefined ? [] : [is('stage', stage)]),
    ...(aim === undefined ? [] : [is('aim', known(aim))]),
    ...(word === undefined ? [] : [is('kind', word)]),
    ...tagsAsked(tag).map(({ axis, value }) => is(axis === 'aim' ? 'aim' : `axis.${axis}`, value)),
    // A word of a list stood there with the name of the list before it.
    ...(where ?? '').split(',').flatMap((part) => {
      const at = part.indexOf(':');
      return at < 0 ? [] : [is(present(kind, part.slice(0, at)), known(part.slice(at + 1).replace(/^.*\./, '')))];
    }),
  ];
  return filterText(conditions);
}
