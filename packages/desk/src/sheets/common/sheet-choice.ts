import type { SheetRecipe } from './sheet-recipe.ts';

/** What a person takes of a sheet. */
export interface SheetChoice {
  readonly recipe: SheetRecipe;
  readonly fileName: string;
  /**
   * `all`: every row, refused where one is faulty or unclear; `clear`: those that are neither; or rows by their number, unclear ones among
   * them then taken without what is unclear.
   */
  readonly rows: 'all' | 'clear' | readonly number[];
  /** Names that become departments, with their ids. */
  readonly newDepartments: ReadonlyMap<string, string>;
  /** For rows whose words stand in no sentence of the plan: the sentence that promises them. */
  readonly sentences: ReadonlyMap<number, string>;
  /** Keep the recipe under this name. */
  readonly saveAs: string | null;
}
