import type { AnyRow } from './tables.ts';

/** Columns of a cut row whose source is there and was withheld with the cut. Rows never change in place. */
const withheldIn = new WeakMap<AnyRow, ReadonlySet<string>>();

/** Notes of `copy`, made of `row` for a reader, from which columns a source was withheld; what was noted of `row` holds on. */
export function noteSourceWithheld(row: AnyRow, copy: AnyRow, columns: readonly string[] = []): void {
  const all = [...(withheldIn.get(row) ?? []), ...columns];
  if (all.length > 0) withheldIn.set(copy, new Set(all));
}

/** True where a column of a row as a reader sees it is empty only because the source it names is withheld from them: there is one. */
export function isSourceWithheld(row: AnyRow, column: string): boolean {
  return withheldIn.get(row)?.has(column) ?? false;
}
