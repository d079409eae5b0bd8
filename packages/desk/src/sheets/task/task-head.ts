import type { SheetGrid } from '../common/sheet-grid.ts';
import { HEAD_LOOKED_AT, type HeadColumn, headOf, type SheetHead } from '../common/sheet-head.ts';
import type { SheetRecipe } from '../common/sheet-recipe.ts';
import { type ColumnRole, isColumnRole, isOfAnswering, OFTEN, roleOfHead } from './column-roles.ts';

/** A column of a task sheet. */
export type TaskColumn = HeadColumn<ColumnRole>;
/** The head of a task sheet. */
export type TaskHead = SheetHead<ColumnRole>;

/** The head of a task sheet; null where no row has two words of heads. */
export function taskHead(grid: SheetGrid, recipe: SheetRecipe): TaskHead | null {
  const said = recipe.columns.flatMap(({ head, role }) => (role === null || isColumnRole(role) ? [{ head, role }] : []));
  const head = headOf<ColumnRole>(grid, { said, guess: roleOfHead, often: OFTEN, settled: withAnswering });
  return head && { ...head, columns: withTask(grid, head.bottom, head.columns) };
}

/** Beside a column of who leads, one of who answers is of the others. */
function withAnswering(columns: readonly TaskColumn[]): readonly TaskColumn[] {
  const isAnswering = ({ role, rule, head }: TaskColumn): boolean =>
    role === 'lead' && rule === 'head' && isOfAnswering(head.split(' / ').at(-1) ?? '');
  const leads = columns.some((column) => column.role === 'lead' && !isAnswering(column));
  return columns.map((column) => (leads && isAnswering(column) ? { ...column, role: 'support' as const } : column));
}

/** Where no head says task, the column with the longest texts is taken for it. */
function withTask(grid: SheetGrid, bottom: number, columns: readonly TaskColumn[]): readonly TaskColumn[] {
  if (columns.some(({ role }) => role === 'task')) return columns;
  const lengths = columns.map(({ column, role }) => {
    if (role !== null && role !== 'sentence') return 0;
    let sum = 0;
    for (let row = bottom + 1; row <= Math.min(grid.lastRow, bottom + HEAD_LOOKED_AT); row += 1)
      sum += grid.at(row, column)?.text.length ?? 0;
    return sum;
  });
  const longest = lengths.indexOf(Math.max(...lengths));
  if (longest < 0 || lengths[longest] === 0) return columns;
  return columns.map((column, index) => (index === longest ? { ...column, role: 'task', rule: 'longest', proposed: null } : column));
}
