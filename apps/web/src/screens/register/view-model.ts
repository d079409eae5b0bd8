import { inLanguage, type Language } from '@westgate/base';
import type { Reporting } from '@westgate/contract';
import { fileAddress } from '../../api/file-address.ts';
import type { ViewSearch } from '../../frame/view-search.ts';
import { FORM_PATHS } from '../../record/form/form-kinds.ts';
import { groupsBy, type RowGroup, rowsWhere, type Where } from './group/group-model.ts';
import { type Cell, NOUNS, type RegisterNoun, type RegisterRow } from './rows.ts';

/** Rows on a page. */
const PAGE_SIZE = 50;

/** What a list is narrowed to, and its order: a column's id, with `-` backwards. */
export interface RegisterAsk {
  readonly q: string;
  readonly state: string | null;
  readonly aim: string | null;
  readonly kind: string | null;
  readonly sort: string | null;
  readonly page: number;
  readonly where: readonly Where[];
  /** The column the rows are grouped by; null for none. */
  readonly group: string | null;
}

/** The list asked for; commitments unless another is named. */
export function nounAsked(noun: string | undefined): RegisterNoun {
  return NOUNS.find((each) => each === noun) ?? 'commitment';
}

/** A page of the rows that fit, in order; `pages` is at least 1. */
export function pageOfRows(
  rows: readonly RegisterRow[],
  ask: RegisterAsk,
  columnIds: readonly string[],
  language: Language,
): {
  readonly rows: readonly RegisterRow[];
  /** All that fit, on whatever page. */
  readonly all: readonly RegisterRow[];
  readonly total: number;
  readonly pages: number;
  readonly page: number;
  /** The groups in their order, over all pages; null where the list is not grouped. */
  readonly groups: readonly RowGroup[] | null;
} {
  const words = ask.q
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const fitting = rowsWhere(rows, ask.where, columnIds).filter(
    (row) =>
      (ask.state === null || row.state === ask.state) &&
      (ask.aim === null || (row.aim ?? 'none') === ask.aim) &&
      (ask.kind === null || row.kind === ask.kind) &&
      words.every((word) => hayOf(row).includes(word)),
  );
  const ordered = sortRows(fitting, ask.sort, columnIds, language);
  const groupIndex = columnIds.indexOf(ask.group ?? '');
  const groups = groupIndex < 0 ? null : groupsBy(ordered, groupIndex);
  const sorted = groups ? groups.flatMap((group) => group.rows) : ordered;
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE_SIZE));
  const page = Math.min(Math.max(ask.page, 1), pages);
  return { rows: sorted.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), all: sorted, total: sorted.length, pages, page, groups };
}

function hayOf({ id, name }: RegisterRow): string {
  return `${id} ${name.zh ?? ''} ${name.en ?? ''}`.toLowerCase();
}

function sortRows(
  rows: readonly RegisterRow[],
  sort: string | null,
  columnIds: readonly string[],
  language: Language,
): readonly RegisterRow[] {
  const index = columnIds.indexOf(sort?.replace(/^-/, '') ?? '');
  if (sort === null || index < 0) return rows;
  const direction = sort.startsWith('-') ? -1 : 1;
  const collator = new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en-GB', { numeric: true });
  return [...rows].sort((a, b) => {
    const [left, right] = [sortValue(a.cells[index] ?? null, language), sortValue(b.cells[index] ?? null, language)];
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    return (
      direction * (typeof left === 'number' && typeof right === 'number' ? left - right : collator.compare(String(left), String(right)))
    );
  });
}

/** What a field is ordered by; what is not known stands last either way. */
function sortValue(cell: Cell | null, language: Language): string | number | null {
  if (cell === null) return null;
  switch (cell.kind) {
    case 'thing':
      return inLanguage(cell.thing.name, language) ?? cell.thing.id;
    case 'source':
      return cell.title;
    case 'text':
      return cell.text;
    case 'word':
      return cell.word;
    case 'state':
      return STATE_RANKS.indexOf(cell.state);
    case 'stage':
      return cell.stage === 'not-known' ? null : STAGE_RANKS.indexOf(cell.stage);
    case 'aim':
      return cell.aim;
    case 'day':
      return cell.day;
    case 'reporting':
      return reportingRank(cell.reporting);
    case 'number':
      return cell.value;
  }
}

/** The longest late first, then by the day that is due next; where nobody is asked, last. */
function reportingRank({ standing }: Reporting): string | null {
  return standing ? `${standing.name === 'given' ? 1 : 0} ${standing.dueOn}` : null;
}

const STATE_RANKS: readonly string[] = ['late', 'slipped', 'under-way', 'not-started', 'done', 'not-known', 'unmeasurable'];
const STAGE_RANKS: readonly string[] = ['candidate', 'under-way', 'done'];

/** The order after a press on a column's head: forwards, backwards, as it was. */
export function nextSort(sort: string | null, column: string): string | undefined {
  if (sort === column) return `-${column}`;
  return sort === `-${column}` ? undefined : column;
}

/** The values of `pick` that occur, each with how often, most often first. */
export function occurring(
  rows: readonly RegisterRow[],
  pick: (row: RegisterRow) => string | null,
): readonly { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = pick(row);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}

/** What each list can be narrowed by when it is asked for; in the register the state of a place is its stage. */
const NARROWED_BY: Readonly<Record<RegisterNoun, readonly ('kind' | 'state' | 'stage' | 'aim')[]>> = {
  sentence: ['kind', 'aim'],
  commitment: ['state', 'aim'],
  place: ['kind', 'stage', 'aim'],
  project: ['kind', 'state', 'aim'],
  indicator: ['aim'],
  event: ['state', 'aim'],
  park: [],
  department: [],
  document: ['kind'],
  source: ['kind'],
};

/** The list as it is narrowed, as files: the same filters as above it. */
export function filesOf(
  noun: RegisterNoun,
  { asOf, q, ...asked }: ViewSearch,
  lang: Language,
): readonly { readonly label: string; readonly href: string }[] {
  const filters = { ...asked, stage: asked.state };
  const narrowed = Object.fromEntries(NARROWED_BY[noun].map((field) => [field, filters[field]]));
  return ['csv', 'xlsx'].map((format) => ({
    label: format.toUpperCase(),
    href: fileAddress(`exports/${FORM_PATHS[noun]}.${format}`, { lang, asOf, q, ...narrowed }),
  }));
}
