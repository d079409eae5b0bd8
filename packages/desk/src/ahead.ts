import { type AnyRow, DAY_COLUMNS, noteAhead, type Register } from '@westgate/domain';
import type { Deed, Store } from '@westgate/store';
import type { FieldHistory } from './field-history.ts';
import { dayInDistrict } from './settled-changes.ts';

/**
 * Notes which of the rows held at the opening say that something has happened which, when it was written, was still to come. When a value was written is
 * known of the last deeds and of the first, which loaded the district; what was written between them is taken as of the first.
 */
export async function noteHeldAhead(store: Pick<Store, 'deed'>, register: Register, history: FieldHistory): Promise<void> {
  const first = await store.deed(1, 0);
  if (!first) return;
  const loadedOn = dayInDistrict(register, new Date(first.at));
  for (const table of DAY_COLUMNS.keys()) {
    const rows: ReadonlyMap<string, AnyRow> = register[table];
    for (const [key, row] of rows) {
      const last = history
        .since(table, key)
        .map(({ at }) => at)
        .sort()
        .at(-1);
      noteAhead(table, null, row, last === undefined ? loadedOn : dayInDistrict(register, new Date(last)));
    }
  }
}

/** Notes the same of the rows that a deed writes over those of `register`. */
export function noteDeedAhead(register: Register, { at, changes }: Pick<Deed, 'at' | 'changes'>): void {
  const on = dayInDistrict(register, new Date(at));
  for (const { table, key, after } of changes) {
    if (after === null) continue;
    const rows: ReadonlyMap<string, AnyRow> = register[table];
    noteAhead(table, rows.get(key) ?? null, after, on);
  }
}
