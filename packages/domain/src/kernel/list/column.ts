import { type Attribute, type Bilingual, isPeriod, periodSpan, type Said } from '@westgate/base';
import { type Field, kindOf } from '../field.ts';
import type { Operator } from '../kinds/kind.ts';

/** What a list is put in order by; null where it is not known, which stands last whichever way the list runs. */
export type SortValue = string | number | null;

/** What is true of a column of a list, whatever its rows: all that may be asked of it follows from its field. */
export interface ColumnSaid {
  /** Its name in an address. */
  readonly id: string;
  readonly head: Said;
  /** What its values are; they need not be stored. */
  readonly field: Field;
  readonly unit?: Said;
  /** Numbers that mean nothing when they are added up: a coordinate, a value in a unit of its own. */
  readonly sums?: false;
  /** Days are put together by their month; by their year where nothing is said. */
  readonly groupBy?: 'month';
}

/** A column of a list of rows: said once, and all that lists, files and screens show of it follows. `Seen`: from where the rows are seen. */
export interface ListColumn<Row, Seen> extends ColumnSaid {
  /** The value of a row: null where it is not known, several in a list. */
  readonly of: (row: Row, seen: Seen) => unknown;
  /** What a row is put in order by, where that does not follow from the value. */
  readonly order?: (row: Row, seen: Seen) => SortValue;
  /** What is called by a key of it; null where words say it. */
  readonly nameOf?: (key: string, seen: Seen) => Bilingual | null;
  /** The texts that words are looked for in, where they are not the value. */
  readonly texts?: (row: Row, seen: Seen) => readonly (string | null)[];
  /** The place of a key among the groups, the least first, where that is not as its kind says. */
  readonly rank?: (key: string, seen: Seen) => number;
  /** The day that the value of a row is of, where that is known: a sum says which is the oldest. */
  readonly datedOn?: (row: Row, seen: Seen) => string | null;
  /** The value, or its order, is another one in another language. */
  readonly isWorded?: true;
  /** The value is another one on another day. */
  readonly byDay?: true;
  /** It rests on more than a deed is known to touch of its record, and is worked out anew after each. */
  readonly restsOnOthers?: true;
}

/** Whether a value says nothing: it is not known, or there is none. */
export function isUnknown(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** The columns of these names, in the order of the names; what is none is left out. */
export function columnsNamed<C extends Pick<ColumnSaid, 'id'>>(columns: readonly C[], names: readonly (string | null)[]): readonly C[] {
  return names.flatMap((name) => columns.find(({ id }) => id === name) ?? []);
}

/** What may be asked of a column. */
export function askable({ field, sums }: ColumnSaid): {
  readonly operators: readonly Operator[];
  readonly sorts: boolean;
  readonly groups: boolean;
  readonly sums: boolean;
} {
  const kind = kindOf(field);
  return { operators: kind.filters, sorts: kind.order !== null, groups: kind.groups, sums: kind.sums && sums !== false };
}

/** Letters of a text that put it in order: the cursor of a page holds them. */
const LETTERS = 80;

/** What a row is put in order by. */
export function sortValueOf<Row, Seen>(column: ListColumn<Row, Seen>, row: Row, seen: Seen): SortValue {
  const value = orderOf(column, row, seen);
  return typeof value === 'string' ? value.slice(0, LETTERS) : value;
}

function orderOf<Row, Seen>(column: ListColumn<Row, Seen>, row: Row, seen: Seen): SortValue {
  if (column.order) return column.order(row, seen);
  const value = column.of(row, seen);
  return isUnknown(value) ? null : (kindOf(column.field).order?.(value, column.field) ?? null);
}

/** The number of a row that is added up; null where it is not known. */
export function numberOf<Row, Seen>(column: ListColumn<Row, Seen>, seen: Seen): (row: Row) => number | null {
  return (row) => {
    const value = column.of(row, seen);
    return typeof value === 'number' ? value : null;
  };
}

/** What the rows of a list have in common by a column: a list stands under each of its words, a day under its year or month. */
export function attributeOf<Row, Seen>(column: ListColumn<Row, Seen>, seen: Seen): Attribute<Row> {
  const { id, field, rank } = column;
  const isDays = namesDays(field);
  const length = column.groupBy === 'month' ? 'yyyy-mm'.length : 'yyyy'.length;
  const keysOf = (row: Row): readonly string[] => {
    const value = column.of(row, seen);
    if (isUnknown(value)) return [];
    return isDays ? [String(value).slice(0, length)] : keysOfValue(value);
  };
  if (rank) return { id, keysOf, rankOf: (key) => rank(key, seen) };
  const { values } = field;
  if (values) return { id, keysOf, rankOf: (key) => values.indexOf(key) };
  return isDays || kindOf(field).sums ? { id, keysOf, rankOf: (key) => Number(key.replace(/(?!^-)\D/g, '')) } : { id, keysOf };
}

/** The texts of a value that can be told apart: those of a list, else the value as text. */
export function keysOfValue(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** Whether the values of a column name days. */
export function namesDays(field: Field): boolean {
  return (kindOf(field).days?.(field) ?? null) !== null;
}

/** From where to where a value reaches: the first and last day that it names, or a number twice. Null where it does neither. */
export function extentOf(field: Field, value: unknown): readonly [string, string] | readonly [number, number] | null {
  const days = kindOf(field).days?.(field);
  if (!days) return typeof value === 'number' ? [value, value] : null;
  const text = days.textOf(value);
  return typeof text === 'string' && isPeriod(text) ? periodSpan(text) : null;
}
