import type { ChangeSet } from '../../deeds/change-set.ts';
import { flatText } from './flat-text.ts';
import { rowOfRecipe, type SheetRecipe } from './sheet-recipe.ts';

/** Keeps how a sheet was read under a name: its columns by their heads. `seq` is the number of the coming deed. */
export function keepRecipe(
  set: ChangeSet,
  recipe: SheetRecipe,
  read: SheetRecipe['columns'],
  { name, seq }: { readonly name: string; readonly seq: number },
): void {
  const plain = flatText(name);
  const isChinese = /\p{Script=Han}/u.test(plain);
  const columns = read.flatMap(({ head, role }) => (head === '' ? [] : [{ head, role }]));
  const kept = { ...recipe, columns, name: { zh: isChinese ? plain : null, en: isChinese ? null : plain } };
  set.put('recipe', rowOfRecipe(kept, recipe.id ?? `recipe-d${seq}`));
}
