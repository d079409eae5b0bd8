import type { Said } from '@westgate/base';
import { type Field, kindOf } from '../kernel/field.ts';
import { capital, isTable, nounOf } from './described.ts';
import { columnName } from './fields/column-names.ts';
import type { Fields } from './fields/fields.ts';
import { fieldsOf, TABLE_NAMES, type TableName } from './tables.ts';

/** What a table says in one entry of a form, a list or an answer: a column, or the two columns that tell one text in both languages. */
export type TableEntry =
  | { readonly kind: 'one'; readonly name: string; readonly column: string; readonly field: Field }
  | { readonly kind: 'pair'; readonly name: string; readonly zh: string; readonly en: string; readonly field: Field };

const ENTRIES = new Map(TABLE_NAMES.map((name) => [name, entriesIn(fieldsOf(name))]));

/** The entries of a table, in the order of its columns. */
export function entriesOf(table: TableName): readonly TableEntry[] {
  return ENTRIES.get(table) ?? [];
}

/** The entries of some fields, in their order. */
export function entriesIn(fields: Fields): readonly TableEntry[] {
  return Object.entries(fields).flatMap(([column, field]): readonly TableEntry[] => {
    const stem = /^(.+)_(?:zh|en)$/.exec(column)?.[1];
    const isPair = stem !== undefined && `${stem}_zh` in fields && `${stem}_en` in fields && kindOf(field).isBilingual;
    if (!isPair) return [{ kind: 'one', name: column, column, field }];
    return column.endsWith('_zh') ? [{ kind: 'pair', name: stem, zh: `${stem}_zh`, en: `${stem}_en`, field }] : [];
  });
}

/** The columns an entry holds. */
export function entryColumns(entry: TableEntry): readonly string[] {
  return entry.kind === 'pair' ? [entry.zh, entry.en] : [entry.column];
}

/** What an entry of a table is called; null where nothing says it. */
export function entryName(table: TableName, name: string): Said | null {
  return calledAs(table, name, entriesOf(table).find((entry) => entry.name === name)?.field);
}

/** What a field is called: as it says itself, else as columns of that name are, else as the record that it points to; null where nothing says it. */
export function calledAs(table: string, name: string, field: Field | undefined): Said | null {
  return field?.label ?? columnName(table, name) ?? (isTable(field?.table) ? capital(nounOf(field.table)) : null);
}

/** A column as a request and an answer name it. */
export function camelName(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
