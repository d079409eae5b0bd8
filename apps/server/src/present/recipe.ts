import type { Recipe } from '@westgate/contract';
import { recipeOfRow } from '@westgate/desk';
import type { Row } from '@westgate/domain';
import { shownBy, type View } from '../view/view.ts';

/** A kept recipe by its id; null where there is none. */
export const recipeIn: (view: View, id: string) => Recipe | null = shownBy('recipe', (_view, row) => recipeShown(row));

function recipeShown(row: Row<'recipe'>): Recipe {
  const { name, document, addsSentences, year, columns, departments } = recipeOfRow(row);
  return {
    id: row.id,
    name: { ...name },
    document,
    addsSentences,
    year,
    columns: columns.map((column) => ({ ...column })),
    departments: departments.map((department) => ({ ...department })),
    rev: row.rev,
  };
}
