import { type AnyRow, type Change, fieldsOf, sameValue } from '@westgate/domain';
import type { Deed } from '@westgate/store';
import { readFields } from '../folder/check-register.ts';
import { FaultList } from '../folder/fault.ts';
import type { Edit, EditedRecord } from './edit.ts';

/** The verb of a deed of these edits: their own where all do the same, else `edit`. */
export function verbOf(edits: readonly Edit[]): string {
  const [first] = edits;
  return first && edits.every(({ action }) => action === first.action) ? first.action : 'edit';
}

/** The records these very edits made, changed or took out in `deed`; null where it did something else. */
export function recordsOf(deed: Deed, edits: readonly Edit[]): readonly EditedRecord[] | null {
  if (deed.verb !== verbOf(edits)) return null;
  const named = new Set<Change>();
  const records: EditedRecord[] = [];
  for (const edit of edits) {
    const change = deed.changes.find((each) => isBy(each, edit) && !(edit.action === 'create' && named.has(each)));
    if (!change) return null;
    named.add(change);
    records.push({ table: edit.table, key: edit.action === 'merge' ? edit.into : change.key });
  }
  const drawsOthers = edits.some(({ action }) => action === 'withdraw' || action === 'merge');
  return drawsOthers || named.size === deed.changes.length ? records : null;
}

function isBy({ table, key, before, after }: Change, edit: Edit): boolean {
  if (table !== edit.table) return false;
  switch (edit.action) {
    case 'create':
      return before === null && after !== null && hasValues(after, edit.fields, edit);
    case 'revise':
      return key === edit.key && after !== null && hasValues(after, edit.fields, edit);
    case 'withdraw':
    case 'merge':
      return key === edit.key && after === null;
  }
}

function hasValues(row: AnyRow, given: Readonly<Record<string, unknown>>, { table }: Edit): boolean {
  const known = Object.entries(given).filter(
    ([column, value]) => Object.hasOwn(fieldsOf(table), column) && !(typeof value === 'string' && /^\$\d+$/.test(value)),
  );
  const values = readFields(table, Object.fromEntries(known), new FaultList());
  return Object.entries(values).every(([column, value]) => sameValue(row[column], value));
}
