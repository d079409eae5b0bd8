import { readShut } from '@westgate/base';
import type { ListColumn, ListTable } from '@westgate/contract';
import { moneyText } from '@westgate/domain';

export type ListRow = ListTable['rows'][number];
export type ListCell = ListRow['cells'][number];
type ListGroup = NonNullable<ListTable['groups']>[number];

/** A line of a list: a row, or the head of a group. */
export type ListLine =
  | { readonly is: 'row'; readonly key: string; readonly row: ListRow }
  | { readonly is: 'group'; readonly key: string; readonly group: ListGroup; readonly isShut: boolean };

/** A list as far as its pages are here. */
export interface ListModel {
  /** The table that its rows are of, null for several; and the column that they are called by. */
  readonly table: string | null;
  readonly named: string;
  /** All columns of the list, and those that are shown, in their order: the cells of a row. */
  readonly columns: readonly ListColumn[];
  readonly shown: readonly ListColumn[];
  readonly rows: readonly ListRow[];
  readonly lines: readonly ListLine[];
  /** Rows that fit, on whatever page; lines with all heads and without rows of groups that are shut. */
  readonly total: number;
  readonly lineCount: number;
  /** How many rows each list has in all, by its name. */
  readonly totals: Readonly<Record<string, number>>;
  readonly sums: ListTable['sums'];
  readonly groups: ListTable['groups'];
  readonly pivot: ListTable['pivot'];
  /** What the values that it is narrowed to are called. */
  readonly conditions: ListTable['conditions'];
  /** What the groups are set against, by their names. */
  readonly across: ListTable['across'];
}

/** The list that these pages are of, the first first; null while there is none. `shut`: as the address says it. */
export function modelOf(pages: readonly ListTable[], shut: string | undefined): ListModel | null {
  const [first] = pages;
  if (first === undefined) return null;
  const { table, named, total, totals, sums, groups, pivot, across, conditions } = first;
  const columns = first.columns ?? [];
  const byId = new Map(columns.map((column) => [column.id, column]));
  const rows = pages.flatMap((page) => page.rows);
  const { isShut } = readShut(shut);
  const lineCount = groups === null ? total : groups.reduce((sum, { key, count }) => sum + 1 + (isShut(key) ? 0 : count), 0);
  return {
    table,
    named,
    columns,
    shown: first.shown.flatMap((id) => byId.get(id) ?? []),
    rows,
    lines: groups === null ? rows.map(rowLine) : groupedLines(rows, groups, isShut),
    total,
    lineCount,
    totals: totals ?? {},
    sums,
    groups,
    pivot,
    across,
    conditions,
  };
}

function rowLine(row: ListRow): ListLine {
  return { is: 'row', key: `${row.group ?? ''}/${row.id}`, row };
}

/** Heads and rows up to the first row that has not come. */
function groupedLines(rows: readonly ListRow[], groups: readonly ListGroup[], isShut: (key: string) => boolean): readonly ListLine[] {
  const lines: ListLine[] = [];
  let at = 0;
  for (const group of groups) {
    const isClosed = isShut(group.key);
    lines.push({ is: 'group', key: `group ${group.key}`, group, isShut: isClosed });
    if (isClosed) {
      // Its rows are here still where it has just been shut.
      while (rows[at]?.group === group.key) at += 1;
      continue;
    }
    const from = at;
    for (let row = rows[at]; row !== undefined && row.group === group.key; row = rows[at]) {
      lines.push(rowLine(row));
      at += 1;
    }
    if (at - from < group.count) return lines;
  }
  return lines;
}

/** The record that a row is of; null where its list does not say of which table it is. */
export function recordOf({ table }: Pick<ListModel, 'table'>, { of, id }: ListRow): { readonly table: string; readonly id: string } | null {
  return of ?? (table === null ? null : { table, id });
}

/** What a cell holds as text that can be told apart and changed: the key of a record or word, a day, a number; of a text in both languages `language`. */
export function heldText(cell: ListCell, language: 'zh' | 'en'): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  if (Array.isArray(cell)) return cell.map(({ key }) => key).join(',');
  return 'key' in cell ? cell.key : (cell[language] ?? '');
}

/** The rows from one, by its id, to the line `to`, in the order in which that was reached: the row of the line last. */
export function rowsFrom(lines: readonly ListLine[], from: string | null, to: number): readonly ListRow[] {
  const at = lines.findIndex((line) => line.is === 'row' && line.row.id === from);
  const rows = rowsBetween(lines, at < 0 ? to : at, to);
  return at > to ? rows.toReversed() : rows;
}

/** What a cell says as text for a spreadsheet, in a language and without marks: nothing where nothing is held, a day as it is written everywhere, money in 10,000 yuan. */
export function textOf(cell: ListCell, language: 'zh' | 'en', kind?: ListColumn['kind']): string {
  if (cell === null) return '';
  if (kind === 'fen') return moneyText(Number(cell));
  if (typeof cell !== 'object') return String(cell);
  if (Array.isArray(cell)) return cell.map((each) => nameIn(each.name, language) || each.key).join('; ');
  return 'key' in cell ? nameIn(cell.name, language) || cell.key : (cell[language] ?? '');
}

function nameIn(name: { readonly zh: string | null; readonly en: string | null } | null, language: 'zh' | 'en'): string {
  return name?.[language] ?? name?.zh ?? name?.en ?? '';
}

/** A row of the list that stands between these two lines, both among them, in their order. */
export function rowsBetween(lines: readonly ListLine[], a: number, b: number): readonly ListRow[] {
  return lines.slice(Math.min(a, b), Math.max(a, b) + 1).flatMap((line) => (line.is === 'row' ? [line.row] : []));
}
