import type { Attribute } from '@westgate/base';
import type { Cell, RegisterRow } from '../rows.ts';

/** A column of a list as far as grouping goes. */
interface ListColumn {
  readonly id: string;
  readonly isNumber?: boolean;
}

/** What a row holds of an attribute, as keys: of several plans it stands under each, of none under ''. */
export function keysOfCell(cell: Cell | null): readonly string[] {
  if (cell?.kind === 'plans') return cell.plans.length > 0 ? cell.plans : [''];
  return [keyOfCell(cell)];
}

/** What a row holds of an attribute, as a key; '' where it is not known. Days are grouped by their year. */
function keyOfCell(cell: Exclude<Cell, { kind: 'plans' }> | null): string {
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
    case 'aged':
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
const GROUPED: ReadonlySet<Cell['kind']> = new Set<Cell['kind']>(['word', 'state', 'stage', 'aim', 'thing', 'plans', 'day', 'reporting']);

/** A column that rows are grouped by. */
export type ColumnAttribute<Column> = Attribute<RegisterRow> & { readonly column: Column; readonly index: number };

/** The columns a list may be grouped by: all but its own name and its numbers, as far as anything is known in them. */
export function columnAttributes<Column extends ListColumn>(
  columns: readonly Column[],
  rows: readonly RegisterRow[],
): readonly ColumnAttribute<Column>[] {
  return columns.flatMap((column, index) => {
    const { id } = column;
    const first = rows.map(({ cells }) => cells[index] ?? null).find((cell) => cell !== null);
    if (id === 'name' || !first || !GROUPED.has(first.kind)) return [];
    const keysOf = ({ cells }: RegisterRow): readonly string[] => keysOfCell(cells[index] ?? null);
    return [{ id, column, index, keysOf }];
  });
}

/** The columns whose numbers add up: counts, and what has one unit throughout. */
export function summable<Column extends ListColumn>(
  columns: readonly Column[],
  rows: readonly RegisterRow[],
): readonly { readonly column: Column; readonly numberOf: (row: RegisterRow) => number | null }[] {
  return columns.flatMap((column, index) => {
    if (!column.isNumber) return [];
    const numberOf = ({ cells }: RegisterRow): number | null => {
      const cell = cells[index];
      return cell?.kind === 'number' ? cell.value : null;
    };
    const units = new Set(
      rows.flatMap(({ cells }) => {
        const cell = cells[index];
        return cell?.kind === 'number' ? [JSON.stringify(cell.unit)] : [];
      }),
    );
    return units.size === 1 ? [{ column, numberOf }] : [];
  });
}
