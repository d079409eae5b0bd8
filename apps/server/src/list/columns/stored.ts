import type { Said } from '@westgate/base';
import {
  columnWords,
  described,
  entriesOf,
  entryName,
  fieldsOf,
  kindOf,
  type Row,
  type TableEntry,
  type TableName,
} from '@westgate/domain';
import { pairAt } from '../../present/text.ts';
import { findThing } from '../../present/thing.ts';
import { type Column, fieldCell, wordsColumn } from './column.ts';

/** Numbers that say where something stands. */
const PLACES: ReadonlySet<string> = new Set(['paragraph', 'position']);

/** Columns whose value a list tells under another name, or as a part of one. */
const TOLD: ReadonlySet<string> = new Set(['due_on', 'tags']);

/** What no list tells: who wrote is told by itself to who may answer, and what opens a page of theirs by nobody. */
const UNTOLD: ReadonlySet<string> = new Set(['feedback.contact', 'feedback.secret_hash']);

/** The columns of a table that are not among those a list tells in its own way, as the table describes them: two of one text are one. */
export function storedColumns<T extends TableName>(table: T, told: ReadonlySet<string>): readonly Column<Row<T>>[] {
  return entriesOf(table).flatMap((entry) => {
    if (told.has(entry.name) || TOLD.has(entry.name) || UNTOLD.has(`${table}.${entry.name}`)) return [];
    return entry.kind === 'pair' ? [pairColumn<Row<T>>(table, entry)] : storedColumn<Row<T>>(table, entry.column, headOf(table, entry));
  });
}

/** The stored columns that the value of a column of a list stands in and is changed by, alone or as a text in both languages; none where it is computed. */
export function editedBy(table: TableName, id: string): readonly string[] {
  const { form, written } = described(table);
  if (form === undefined || (written !== 'form' && written !== 'text')) return [];
  const fields = fieldsOf(table);
  const named = id in fields ? [id] : id === 'due' ? ['due_on'] : [`${id}_zh`, `${id}_en`];
  const may = (column: string): boolean => {
    const field = fields[column];
    return field !== undefined && kindOf(field).isShort && field.table !== 'source' && form.without?.includes(column) !== true;
  };
  return named.every(may) ? named : [];
}

/** What an entry of a table is called. */
export function headOf(table: TableName, { name }: TableEntry): Said {
  return entryName(table, name) ?? { zh: name, en: name };
}

function pairColumn<R extends object>(table: TableName, entry: Extract<TableEntry, { readonly kind: 'pair' }>): Column<R> {
  const { zh, en } = headOf(table, entry);
  return wordsColumn<R>(entry.name, [zh, en], (row) => pairAt(row, entry.name), { without: 'nothing' });
}

/** A column as it is stored; none where its values have no order. */
export function storedColumn<R extends object>(table: TableName, id: string, head: Said): readonly Column<R>[] {
  const field = fieldsOf(table)[id];
  if (!field || kindOf(field).order === null) return [];
  const wordOf = columnWords(table, id);
  const pointed = field.kind === 'ref' && field.table === 'sentence' ? field.table : null;
  return [
    {
      id,
      head,
      field,
      of: (row) => cellOf(row, id),
      ...(field.none ? { none: field.none } : {}),
      ...(PLACES.has(id) ? { sums: false as const } : {}),
      ...(wordOf ? { nameOf: wordOf } : {}),
      ...(pointed ? { nameOf: (key: string, { view }) => findThing(view.register, pointed, key)?.name ?? null } : {}),
      paper: (row, _seen, saying) => fieldCell(field, cellOf(row, id), saying, { nameOf: wordOf, none: null }),
    },
  ];
}

function cellOf(row: object, column: string): unknown {
  return Reflect.get(row, column);
}
