import type { ListColumn, listSchema } from '@westgate/contract';
import { type ColumnSaid, type Condition, MOST_ASKED, readListQuery, type SortKey, tagsAsked, writeListQuery } from '@westgate/domain';
import type { ViewSearch } from '../scope/view-search.ts';

/** What of an address a list is asked by, beside which list it is. */
export type ListSearch = Pick<
  ViewSearch,
  | 'q'
  | 'month'
  | 'columns'
  | 'filter'
  | 'sort'
  | 'group'
  | 'pivot'
  | 'sum'
  | 'shut'
  | 'state'
  | 'stage'
  | 'aim'
  | 'kind'
  | 'tag'
  | 'where'
  | 'light'
  | 'why'
>;

/** What a list is asked; what is not asked is left out. */
export interface ListAsked {
  /** Of the list of the projects in a month. */
  readonly month?: string;
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
export type ListName = (typeof listSchema.LISTS)[number];

/** What an address says for no group, or no sum, of a list that has one where nothing is said. */
export const NONE_ASKED = 'none';

/** The question that an address asks of a list, within these conditions. */
export function askedOf(list: ListName, search: ListSearch, within: readonly Condition[]): ListAsked {
  const { q, month, columns, sort, pivot, shut } = search;
  const [group, sum] = [search.group, search.sum].map((asked) => (asked === NONE_ASKED ? undefined : asked));
  const id = (text: string | undefined): string | undefined => (text === undefined ? undefined : present(list, text));
  const number = (text: string): string => NUMBERS_RENAMED[list]?.[text] ?? present(list, text);
  const filter = [filterIn(list, search), filterText(within)].filter((part) => part !== undefined).join(';');
  const isCrossed = group !== undefined && pivot !== undefined && pivot !== group;
  const asked = {
    q,
    month: list === 'months' ? month : undefined,
    columns,
    filter: filter || undefined,
    sort: sort
      ?.split(',')
      .map((part) => (part.startsWith('-') ? `-${number(part.slice(1))}` : number(part)))
      .join(','),
    group: id(group),
    pivot: isCrossed ? id(pivot) : undefined,
    sums: sum?.split(',').map(number).join(','),
    shut: group === undefined ? undefined : shut,
  };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}

/** The ids of columns that a part of an address names. */
export function idsIn(text: string | undefined): readonly string[] {
  return (text ?? '').split(',').filter((id) => id !== '');
}

/** The conditions that an address holds, in whatever older words; undefined for none. */
export function filterIn(list: ListName, search: ListSearch): string | undefined {
  return [search.filter, olderFilter(list, search)].filter((part) => part !== undefined && part !== '').join(';') || undefined;
}

/** The address that asks a list for these conditions, whatever it asked for before and in whatever older words. */
export function withFilter(conditions: readonly Condition[]): ListSearch {
  return { ...NONE_OLDER, filter: filterText(conditions), shut: undefined };
}

/** No condition in older words. */
const NONE_OLDER = {
  state: undefined,
  stage: undefined,
  aim: undefined,
  kind: undefined,
  tag: undefined,
  where: undefined,
  light: undefined,
  why: undefined,
} as const satisfies ListSearch;

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
  { filter, sort }: { readonly filter?: string | undefined; readonly sort?: string | undefined },
  columns: readonly ListColumn[],
): { readonly filter: readonly Condition[]; readonly sort: readonly SortKey[] } {
  const { query } = readListQuery({ filter, sort }, columns.map(columnSaid));
  return { filter: query.filter, sort: query.sort };
}

/** A column as the question to a list is read by. */
function columnSaid({ id, head, kind, values }: ListColumn): ColumnSaid {
  return {
    id,
    head,
    field: { kind, optional: true, about: { zh: '', en: '' }, ...(values ? { values: values.map(({ key }) => key) } : {}) },
  };
}

/** The order after a press on a head: forwards, backwards, as it was. With `isMore` it goes on where the order before leaves two rows alike. */
export function nextSort(sort: readonly SortKey[], column: string, isMore: boolean): readonly SortKey[] {
  const held = sort.find((key) => key.column === column);
  const others = isMore ? sort.filter((key) => key !== held) : [];
  const added = held === undefined ? { column, isDown: false } : { column, isDown: true };
  return held?.isDown ? others : [...others.slice(1 - MOST_ASKED.sort), added];
}

/** What columns were called in the addresses of versions before the lists of the server; views keep them. */
const RENAMED: Readonly<Partial<Record<ListName, Readonly<Record<string, string>>>>> = {
  sentences: { name: 'text' },
  commitments: { name: 'title' },
  documents: { name: 'title', published: 'published_on' },
  sources: { name: 'title' },
  indicators: { 'target-period': 'target_period', period: 'actual_period' },
  events: { venue: 'place' },
  supervision: { plans: 'plan' },
  exceptions: { plans: 'plan', said: 'reported_on' },
  programme: { plans: 'plan', place: 'place_names', last: 'last_pass' },
  months: { plans: 'plan', level: 'decides', note: 'remarkable' },
  people: { signIn: 'sign_in', role: 'roles', in: 'signed_in', answersFor: 'answers_for' },
};

/** The same of numbers, which other columns are called by now. */
const NUMBERS_RENAMED: typeof RENAMED = { months: { plan: 'year_plan', month: 'completed_month' } };

function present(list: ListName, column: string): string {
  return RENAMED[list]?.[column] ?? column;
}

/** The conditions that an address of an older version holds beside its filter. */
function olderFilter(list: ListName, { state, stage, aim, kind: word, tag, where, light, why }: ListSearch): string | undefined {
  const is = (column: string, value: string | null): Condition => ({ column, operator: 'is', values: [value] });
  const known = (value: string): string | null => (value === '' || value === 'none' ? null : value);
  const conditions: readonly Condition[] = [
    ...(state === undefined ? [] : olderState(list, state)),
    ...(stage === undefined ? [] : [is('stage', stage)]),
    ...(aim === undefined ? [] : [is('aim', known(aim))]),
    ...(word === undefined ? [] : [is('kind', word)]),
    ...(light === undefined ? [] : [is('light', light)]),
    ...(why === undefined ? [] : [is('why', why)]),
    ...tagsAsked(tag).map(({ axis, value }) => is(axis === 'aim' ? 'aim' : `axis.${axis}`, value)),
    ...(where ?? '').split(',').flatMap((part) => {
      const at = part.indexOf(':');
      return at < 0 ? [] : olderCondition(list, part.slice(0, at), part.slice(at + 1));
    }),
  ];
  return filterText(conditions);
}

/** What `state` says in an older address: of places their stage, of publicity how records stand. */
function olderState(list: ListName, state: string): readonly Condition[] {
  if (list === 'publicity' && state === 'withheld') return [{ column: 'withheld', operator: 'is', values: ['true'] }];
  const column = list === 'places' ? 'stage' : list === 'publicity' ? 'standing' : 'state';
  return [{ column, operator: 'is', values: [state] }];
}

/** A condition of an older version: some values stood there under other keys. */
function olderCondition(list: ListName, column: string, key: string): readonly Condition[] {
  if (list === 'programme' && column === 'slip' && key in OLDER_SLIPS)
    return (OLDER_SLIPS[key] ?? []).map(([operator, days]) => ({ column, operator, values: [days] }));
  if (list === 'people' && column === 'in') return [{ column: 'signed_in', operator: 'is', values: [String(key === '-in')] }];
  // A word of a list stood there with the name of the list before it, an age and how a month was reported with a stroke.
  const value = key.replace(/^.*\./, '').replace(column === 'age' || list === 'months' ? /^-/ : /^-nothing$/, '');
  return [{ column: present(list, column), operator: 'is', values: [value === '' || value === 'none' ? null : value] }];
}

/** How far projects were behind, in days. */
const OLDER_SLIPS: Readonly<Record<string, readonly (readonly ['from' | 'to', string])[]>> = {
  '-none': [['to', '0']],
  '-month': [
    ['from', '1'],
    ['to', '30'],
  ],
  '-quarter': [
    ['from', '31'],
    ['to', '90'],
  ],
  '-more': [['from', '91']],
};
