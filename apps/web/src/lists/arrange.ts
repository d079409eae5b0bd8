import {
  type Attribute,
  groupsBy,
  inOrderOf,
  type Language,
  type RowGroup,
  readShut,
  readWhere,
  rowsWhere,
  wordsFinder,
} from '@westgate/base';
import type { ViewSearch } from '../frame/view-search.ts';
import type { SortKey } from './shown-attribute.ts';

/** A group with its rows on the page that is shown. `group` null: the list is not grouped. */
export interface Section<Row> {
  readonly group: RowGroup<Row> | null;
  readonly rows: readonly Row[];
  readonly isShut: boolean;
}

/** A list as its address asks for it. */
export interface Arranged<Row> {
  /** All that fit, in order, each once, on whatever page and in whatever group. */
  readonly all: readonly Row[];
  /** The groups over all pages; null where the list is not grouped. */
  readonly groups: readonly RowGroup<Row>[] | null;
  readonly sections: readonly Section<Row>[];
  readonly page: number;
  /** At least 1. */
  readonly pages: number;
  /** Rows that stand on other pages, or in groups that are shut. */
  readonly other: number;
}

/** What of an address puts a list in order. */
export type ListAsk = Pick<ViewSearch, 'q' | 'where' | 'sort' | 'group' | 'shut' | 'page'>;

/** What a list can be put in order by, without its heading. */
export type Order<Row> = Pick<SortKey<Row>, 'id' | 'orderOf'>;

/** What of a list's aspects its rows are arranged by. */
export interface Arranging<Row> {
  readonly attributes: readonly Attribute<Row>[];
  readonly sorts: readonly Order<Row>[];
}

/** The rows that fit the words and conditions of an address, sorted, grouped, and cut into pages. `hayOf`: what words are looked for in. */
export function arrange<Row>(
  rows: readonly Row[],
  ask: ListAsk,
  { attributes, sorts }: Arranging<Row>,
  {
    hayOf,
    language,
    pageSize = Number.POSITIVE_INFINITY,
  }: {
    readonly hayOf: (row: Row) => string;
    readonly language: Language;
    readonly pageSize?: number;
  },
): Arranged<Row> {
  const hasWords = wordsFinder(ask.q);
  const fitting = rowsWhere(rows, readWhere(ask.where), attributes).filter((row) => hasWords(hayOf(row)));
  const all = sorted(fitting, ask.sort, sorts, language);
  const attribute = attributes.find(({ id }) => id === ask.group);
  const groups = attribute ? groupsBy(all, attribute) : null;
  const { isShut } = readShut(ask.shut);
  const parts: readonly Section<Row>[] = groups
    ? groups.map((group) => ({ group, rows: isShut(group.key) ? [] : group.rows, isShut: isShut(group.key) }))
    : [{ group: null, rows: all, isShut: false }];
  const length = parts.reduce((sum, part) => sum + part.rows.length, 0);
  const { page, pages } = pageOf(ask.page, length, pageSize);
  const sections = pages === 1 ? parts : onPage(parts, page, pages, pageSize);
  const here = new Set(sections.flatMap(({ rows: shown }) => shown));
  return { all, groups, sections, page, pages, other: all.length - here.size };
}

/** The page that an address asks for of a list of so many rows, the nearest there is, and how many pages there are. */
function pageOf(asked: string | undefined, length: number, pageSize: number): Pick<Arranged<unknown>, 'page' | 'pages'> {
  const pages = Math.max(1, Math.ceil(length / pageSize));
  return { page: Math.min(Math.max(Number(asked ?? 1), 1), pages), pages };
}

/** The part of each group that lies on a page; the heading of a shut group lies where its rows would begin. */
function onPage<Row>(parts: readonly Section<Row>[], page: number, pages: number, pageSize: number): readonly Section<Row>[] {
  const [start, end] = [(page - 1) * pageSize, page * pageSize];
  let at = 0;
  return parts.flatMap((part) => {
    const from = at;
    at += part.rows.length;
    const rows = part.rows.slice(Math.max(0, start - from), Math.max(0, end - from));
    const isHere = part.isShut ? from >= start && (from < end || page === pages) : rows.length > 0;
    return isHere ? [{ ...part, rows }] : [];
  });
}

/** Rows in the order of a sort; what is not known stands last either way. */
function sorted<Row>(rows: readonly Row[], sort: string | undefined, sorts: readonly Order<Row>[], language: Language): readonly Row[] {
  const by = sorts.find(({ id }) => id === sort?.replace(/^-/, ''));
  if (!sort || !by) return rows;
  const direction = sort.startsWith('-') ? -1 : 1;
  const collator = new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en-GB', { numeric: true });
  return inOrderOf(rows, by.orderOf, (left, right) => {
    const isNumbers = typeof left === 'number' && typeof right === 'number';
    return direction * (isNumbers ? left - right : collator.compare(String(left), String(right)));
  });
}

/** The order after a press on a heading: forwards, backwards, as it was. */
export function nextSort(sort: string | null, column: string): string | undefined {
  if (sort === column) return `-${column}`;
  return sort === `-${column}` ? undefined : column;
}
