import { guessMonthlyColumn, MONTHLY_PREFIX, type MonthlyRole, monthlyNameOf } from '@westgate/domain';
import type { SheetGrid } from '../common/sheet-grid.ts';
import { headOf, type SheetHead } from '../common/sheet-head.ts';
import type { SheetRecipe } from '../common/sheet-recipe.ts';

const AMOUNTS: readonly MonthlyRole[] = [
  'monthly-total',
  'monthly-base',
  'monthly-plan',
  'monthly-completed',
  'monthly-month',
  'monthly-year',
];
const NOT_TWICE: ReadonlySet<MonthlyRole> = new Set();

/** The head of a monthly sheet; null where no row has two words of heads, or none says where the projects stand. */
export function monthHead(grid: SheetGrid, recipe: SheetRecipe): SheetHead<MonthlyRole> | null {
  const said = recipe.columns.flatMap(({ head, role }) => (role === null || isMonthly(role) ? [{ head, role }] : []));
  const head = headOf<MonthlyRole>(grid, { said, guess: guessed, often: NOT_TWICE });
  return head?.columns.some(({ role }) => role === 'monthly-project') ? head : null;
}

/** True for what a column of a monthly sheet holds. */
function isMonthly(role: string): role is MonthlyRole {
  return role.startsWith(MONTHLY_PREFIX);
}

/** True where the heads of a sheet are those of a monthly one: projects, and money beside them. */
export function looksMonthly(grid: SheetGrid, recipe: SheetRecipe): boolean {
  const head = monthHead(grid, recipe);
  return head?.columns.some(({ role }) => role !== null && AMOUNTS.includes(role)) ?? false;
}

function guessed(text: string): { readonly role: MonthlyRole; readonly rule: 'head' } | null {
  const name = guessMonthlyColumn(text);
  return name === null ? null : { role: `${MONTHLY_PREFIX}${name}`, rule: 'head' };
}

/** The names of the columns of a head, without those that nobody said the meaning of. */
export function namedColumns(head: SheetHead<MonthlyRole>) {
  return head.columns.flatMap((column) => {
    const name = column.role === null ? null : monthlyNameOf(column.role);
    return name === null ? [] : [{ ...column, name }];
  });
}
