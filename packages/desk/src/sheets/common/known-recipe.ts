import type { Register, SheetKind } from '@westgate/domain';
import type { SheetBook } from '../file/sheet-book.ts';
import { sheetsLookedAt } from './chosen-sheet.ts';
import { bareText } from './flat-text.ts';
import { gridOf, type SheetGrid } from './sheet-grid.ts';
import type { SheetHead } from './sheet-head.ts';
import { recipeOfRow, type SheetRecipe } from './sheet-recipe.ts';

/**
 * The kept recipe for a kind of sheet whose heads a sheet has, every one and no other: of several the one kept last. Null where there is none, and for a
 * sheet that Westgate wrote, which needs none. `wanted`: the sheet of the file that is read; `headIn`: its head where nothing was said. Throws `WG_INPUT_INVALID`.
 */
export function knownRecipe(
  register: Register,
  book: SheetBook,
  wanted: string | undefined,
  { reads, headIn }: { readonly reads: SheetKind; readonly headIn: (grid: SheetGrid) => SheetHead<string> | null },
): SheetRecipe | null {
  const kept = [...register.recipe.values()].map(recipeOfRow).filter((recipe) => recipe.reads === reads && recipe.columns.length >= FEWEST);
  if (kept.length === 0) return null;
  for (const sheet of sheetsLookedAt(book, wanted)) {
    const head = headIn(gridOf(sheet));
    if (head === null || head.columns.some(({ role }) => role === 'id')) continue;
    const heads = headsOf(head);
    const found = kept.findLast(({ columns }) => columns.map((column) => bareText(column.head)).join('\n') === heads);
    if (found) return found;
  }
  return null;
}

/** Columns by which a sheet is known again: fewer may be those of another. */
const FEWEST = 3;

function headsOf({ columns }: SheetHead<string>): string {
  return columns.flatMap(({ head }) => (head === '' ? [] : [bareText(head)])).join('\n');
}
