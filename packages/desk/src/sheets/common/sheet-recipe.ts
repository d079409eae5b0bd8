import { type Bilingual, idOf } from '@westgate/base';
import { isSheetRole, MONTHLY_PREFIX, type Row, type SheetKind, type SheetRole } from '@westgate/domain';

/** How a sheet is read: of which kind it is, what its columns are, the plan it belongs to, the year of its days, the departments by its names. */
export interface SheetRecipe {
  /** The recipe as it is kept; null for one that was guessed or is not kept yet. */
  readonly id: string | null;
  readonly name: Bilingual;
  /** The kind of sheet; null: its heads tell. */
  readonly reads: SheetKind | null;
  /** The plan in which the tasks are promised; null: the sheet becomes a plan of its own. */
  readonly document: string | null;
  /** A task that stands in no sentence of `document` becomes one of its sentences; else it is left open. */
  readonly addsSentences: boolean;
  /** The year of days that name none; null: that in the title of the sheet. */
  readonly year: number | null;
  /** What columns hold, by the words of their heads. Columns not named here are guessed; null takes a column out. */
  readonly columns: readonly { readonly head: string; readonly role: SheetRole | null }[];
  /** Nothing is said: a kept recipe whose heads the sheet has takes its place. */
  readonly isOpen?: true;
  /** Names of the sheet for departments of the district. */
  readonly departments: readonly { readonly name: string; readonly id: string }[];
}

/** A recipe that says nothing: all of it is guessed. */
export const NO_RECIPE: SheetRecipe = {
  id: null,
  name: { zh: null, en: null },
  reads: null,
  document: null,
  addsSentences: true,
  year: null,
  columns: [],
  departments: [],
};

/** The recipe that the sheet itself tells: the kept one whose heads it has, else none. */
export const OWN_RECIPE: SheetRecipe = { ...NO_RECIPE, isOpen: true };

/** What stands for no role in a kept recipe. */
const NOTHING = 'none';

/** A recipe as it is kept. */
export function recipeOfRow(row: Row<'recipe'>): SheetRecipe {
  return {
    id: row.id,
    name: { zh: row.name_zh, en: row.name_en },
    reads: row.columns.some((word) => word.startsWith(MONTHLY_PREFIX)) ? 'monthly' : 'task-sheet',
    document: row.document,
    addsSentences: row.adds_sentences,
    year: row.year,
    columns: row.columns.flatMap((word) => {
      const [role, head] = parted(word);
      const isNothing = role === NOTHING || role === MONTHLY_PREFIX + NOTHING;
      return head !== '' && (isSheetRole(role) || isNothing) ? [{ head, role: isSheetRole(role) ? role : null }] : [];
    }),
    departments: row.departments.flatMap((word) => {
      const [id, name] = parted(word);
      return name === '' ? [] : [{ id, name }];
    }),
  };
}

/** The row that keeps a recipe. */
export function rowOfRecipe(recipe: SheetRecipe, id: string): Row<'recipe'> {
  const nothing = recipe.reads === 'monthly' ? MONTHLY_PREFIX + NOTHING : NOTHING;
  return {
    id: idOf<'recipe'>(id),
    name_zh: recipe.name.zh,
    name_en: recipe.name.en,
    document: recipe.document === null ? null : idOf<'document'>(recipe.document),
    adds_sentences: recipe.addsSentences,
    year: recipe.year,
    columns: [...new Set(recipe.columns.map(({ head, role }) => `${role ?? nothing}=${listWord(head)}`))],
    departments: [...new Set(recipe.departments.map(({ id: department, name }) => `${department}=${listWord(name)}`))],
    rev: 1,
  };
}

function parted(word: string): readonly [string, string] {
  const at = word.indexOf('=');
  return at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1)];
}

/** Words as an entry of a list may hold them: `;` parts the entries. */
function listWord(words: string): string {
  return words.replaceAll(';', ',').replaceAll(/\s+/g, ' ').trim();
}
