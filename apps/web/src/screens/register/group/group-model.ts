import type { Cell, RegisterRow } from '../rows.ts';

/** A column of a list as far as grouping goes. */
interface ListColumn {
  readonly id: string;
  readonly isNumber?: boolean;
}

/** Rows with one value of an attribute. `key` '': the value is not known. */
export interface RowGroup {
  readonly key: string;
  /** A cell that shows the value; null where it is not known. */
  readonly cell: Cell | null;
  readonly rows: readonly RegisterRow[];
}

/** A narrowing by any attribute: the column and the key of its value. */
export interface Where {
  readonly column: string;
  readonly key: string;
}

/** What a row holds of an attribute, as a key; '' where it is not known. Days are grouped by their year. */
export function keyOfCell(cell: Cell | null): string {
  if (cell === null) return '';
  switch (cell.kind) {
    case 'thing':
      return cell.thing.id;
    case 'word':
      return cell.word;
    case 'state':
      return cell.state;
    case 'stage':
      return cell.stage;
    case 'aim':
      return cell.aim ?? 'none';
    case 'day':
      return cell.day.slice(0, 4);
    case 'reporting':
      return cell.reporting.standing?.name ?? 'none';
    case 'source':
      return cell.id;
    case 'text':
      return cell.text;
    case 'number':
      return String(cell.value);
  }
}

/** The kinds of cell by which rows are worth grouping. */
const GROUPED: ReadonlySet<Cell['kind']> = new Set<Cell['kind']>(['word', 'state', 'stage', 'aim', 'thing', 'day', 'reporting']);

/** The columns a list may be grouped by: all but its own name and its numbers, as far as anything is known in them. */
export function attributesOf<C extends ListColumn>(columns: readonly C[], rows: readonly RegisterRow[]): readonly C[] {
  return columns.filter(({ id }, index) => {
    if (id === 'name') return false;
    const first = rows.map(({ cells }) => cells[index] ?? null).find((cell) => cell !== null);
    return first !== undefined && first !== null && GROUPED.has(first.kind);
  });
}

/** The columns whose numbers add up: counts, and what has one unit throughout. */
export function summable<C extends ListColumn>(columns: readonly C[], rows: readonly RegisterRow[]): readonly C[] {
  return columns.filter(({ isNumber }, index) => {
    if (!isNumber) return false;
    const units = new Set(
      rows.flatMap(({ cells }) => {
        const cell = cells[index];
        return cell?.kind === 'number' ? [JSON.stringify(cell.unit)] : [];
      }),
    );
    return units.size === 1;
  });
}

/** The rows by the values of a column, the largest group first; what is not known comes last. */
export function groupsBy(rows: readonly RegisterRow[], index: number): readonly RowGroup[] {
  const groups = new Map<string, { cell: Cell | null; rows: RegisterRow[] }>();
  for (const row of rows) {
    const cell = row.cells[index] ?? null;
    const key = keyOfCell(cell);
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { cell, rows: [row] });
  }
  return [...groups]
    .map(([key, group]) => ({ key, ...group }))
    .sort((a, b) => rank(a.key) - rank(b.key) || b.rows.length - a.rows.length || (a.key < b.key ? -1 : 1));
}

function rank(key: string): number {
  return key === '' ? 1 : 0;
}

/** What stands where two values meet: how many rows, and the sum of a column over those where it is known. */
export interface PivotCell {
  readonly count: number;
  readonly sum: number;
  readonly known: number;
}

/** Two attributes against each other. Every row is in one cell; margins add up. */
export interface Pivot {
  readonly down: readonly RowGroup[];
  readonly across: readonly RowGroup[];
  /** By the keys of both. */
  readonly at: (down: string, across: string) => PivotCell;
  readonly downTotal: (key: string) => PivotCell;
  readonly acrossTotal: (key: string) => PivotCell;
  readonly total: PivotCell;
}

/** The pivot of rows over two columns; `summed`: the column whose numbers are added up, null for counts alone. */
export function pivotOf(rows: readonly RegisterRow[], down: number, across: number, summed: number | null): Pivot {
  const cellOf = (some: readonly RegisterRow[]): PivotCell => {
    const values = some.flatMap(({ cells }) => {
      const cell = summed === null ? null : (cells[summed] ?? null);
      return cell?.kind === 'number' ? [cell.value] : [];
    });
    return { count: some.length, sum: values.reduce((sum, value) => sum + value, 0), known: values.length };
  };
  const groups = { down: groupsBy(rows, down), across: groupsBy(rows, across) };
  const within = new Map<string, PivotCell>();
  for (const group of groups.down)
    for (const part of groupsBy(group.rows, across)) within.set(`${group.key}\n${part.key}`, cellOf(part.rows));
  const totals = (of: readonly RowGroup[]): ReadonlyMap<string, PivotCell> => new Map(of.map(({ key, rows: own }) => [key, cellOf(own)]));
  const [downTotals, acrossTotals] = [totals(groups.down), totals(groups.across)];
  return {
    ...groups,
    at: (downKey, acrossKey) => within.get(`${downKey}\n${acrossKey}`) ?? NOTHING,
    downTotal: (key) => downTotals.get(key) ?? NOTHING,
    acrossTotal: (key) => acrossTotals.get(key) ?? NOTHING,
    total: cellOf(rows),
  };
}

const NOTHING: PivotCell = { count: 0, sum: 0, known: 0 };

/** The narrowings of an address: `lead:works,kind:project.greenway`; an empty key: not known. */
export function readWhere(text: string | undefined): readonly Where[] {
  return (text ?? '')
    .split(',')
    .filter((part) => part.includes(':'))
    .map((part) => ({ column: part.slice(0, part.indexOf(':')), key: part.slice(part.indexOf(':') + 1) }));
}

/** The same as text; undefined for none. */
export function whereText(all: readonly Where[]): string | undefined {
  return all.map(({ column, key }) => `${column}:${key}`).join(',') || undefined;
}

/** The rows that fit every narrowing; one by a column that the list does not have narrows nothing. */
export function rowsWhere(rows: readonly RegisterRow[], all: readonly Where[], columnIds: readonly string[]): readonly RegisterRow[] {
  const asked = all.flatMap(({ column, key }) => {
    const index = columnIds.indexOf(column);
    return index < 0 ? [] : [{ index, key }];
  });
  if (asked.length === 0) return rows;
  return rows.filter(({ cells }) => asked.every(({ index, key }) => keyOfCell(cells[index] ?? null) === key));
}
