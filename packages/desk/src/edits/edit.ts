import { type Change, TABLES, type TableName } from '@westgate/domain';
import type { Deed } from '@westgate/store';
import type { RecordRead } from '../deeds/revise.ts';

/** A record to be made. Columns left out are empty; an id left out is made from the name. */
export interface Creation {
  readonly action: 'create';
  readonly table: TableName;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * One part of a deed of several. A text value `$0`, `$1` … stands for the id of the record that the edit of that number makes, counted from 0
 * among the edits before it.
 */
export type Edit =
  | Creation
  | (RecordRead & { readonly action: 'revise'; readonly fields: Readonly<Record<string, unknown>> })
  /** `withAll`: also takes out what only says something of the record: its links, mentions, figures, values, outcomes, outline. */
  | (RecordRead & { readonly action: 'withdraw'; readonly withAll?: boolean | undefined })
  /** What points to the record points to `into` from then on; what `into` lacks it takes over; the record goes. */
  | (RecordRead & { readonly action: 'merge'; readonly into: string });

/** The record an edit made, changed, took out, or merged into. */
export interface EditedRecord {
  readonly table: TableName;
  readonly key: string;
}

/** The deed of some edits, and the records they made, changed, took out or merged into, one for each. */
export interface EditReceipt {
  readonly deed: Deed;
  readonly records: readonly EditedRecord[];
}

/** The verb of a deed of these edits: their own where all do the same, else `edit`. */
export function verbOf(edits: readonly Edit[]): string {
  const [first] = edits;
  return first && edits.every(({ action }) => action === first.action) ? first.action : 'edit';
}

/** The records that these edits made, changed, took out or merged into, told from the deed they did. */
export function recordsOf({ changes }: Deed, edits: readonly Edit[]): readonly EditedRecord[] {
  const made = new Set(changes.filter(({ before }) => before === null));
  const records: EditedRecord[] = [];
  for (const edit of edits) {
    const { table } = edit;
    if (edit.action !== 'create') records.push({ table, key: edit.action === 'merge' ? edit.into : edit.key });
    else {
      const fields = withIds(edit.fields, records);
      // Records stand in a deed in the order of the edits that made them.
      const own = [...made].find((change) => change.table === table && hasKeyOf(change, fields));
      if (own) made.delete(own);
      records.push({ table, key: own?.key ?? '' });
    }
  }
  return records;
}

/** Whether a record has what of its key was given; an id that was left out may be any. */
function hasKeyOf({ table, after }: Change, fields: Readonly<Record<string, unknown>>): boolean {
  const key: readonly string[] = TABLES[table].key;
  return key.every((column) => !fields[column] || String(fields[column]) === String(after?.[column]));
}

/** Fields with the ids that `$0` … stand for: of the records that the edits before it made. */
export function withIds(fields: Readonly<Record<string, unknown>>, records: readonly EditedRecord[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).map(([column, value]) => {
      const number = typeof value === 'string' ? /^\$(\d{1,5})$/.exec(value)?.[1] : undefined;
      return [column, number === undefined ? value : (records[Number(number)]?.key ?? value)];
    }),
  );
}
