import { pointerOf } from '../kernel/field.ts';
import { described, isTable } from './described.ts';
import { fieldsOf, TABLE_NAMES, type TableName } from './tables.ts';

/** A column that leads to a record. */
export interface Pointer {
  readonly column: string;
  /** It may be empty. */
  readonly optional: boolean;
  /** The row says something of that record, or is a part of it. */
  readonly isOf: boolean;
  /** The row says nothing without that record, and goes with it. */
  readonly goesWith: boolean;
  /** The tables it may lead to. */
  readonly tables: readonly TableName[];
  /** Where each row names the table; null where it leads to one alone. */
  readonly kindColumn: string | null;
}

type Cells = Readonly<Record<string, unknown>>;

const POINTERS = new Map(TABLE_NAMES.map((name) => [name, readPointers(name)]));
/** Of each table the pointers to what its rows are of: the first decides whose a row is. */
const OF = new Map(
  TABLE_NAMES.map((name) => [name, described(name).of.flatMap((column) => pointersOf(name).filter((each) => each.column === column))]),
);
const POINTED_TO: ReadonlySet<TableName> = new Set([...POINTERS.values()].flatMap((own) => own.flatMap(({ tables }) => tables)));

/** The columns of a table that lead to records, in the order of its fields. */
export function pointersOf(table: TableName): readonly Pointer[] {
  return POINTERS.get(table) ?? [];
}

/** Whether any row may point to one of this table. */
export function isPointedTo(table: TableName): boolean {
  return POINTED_TO.has(table);
}

/** The records a row says something of, or is a part of, as its columns name them: the first decides whose it is. */
export function subjectsOf(table: TableName, row: Cells): readonly (readonly [TableName, string])[] {
  return (OF.get(table) ?? []).flatMap((pointer) => {
    const [kind, id] = [pointedKind(pointer, row), row[pointer.column]];
    return kind !== null && typeof id === 'string' ? [[kind, id] as const] : [];
  });
}

/** The table that a pointer of a row leads to; null where the row names none. */
export function pointedKind({ kindColumn, tables }: Pointer, row: Cells): TableName | null {
  const kind = kindColumn === null ? tables[0] : row[kindColumn];
  return isTable(kind) ? kind : null;
}

function readPointers(name: TableName): readonly Pointer[] {
  const fields = fieldsOf(name);
  const { of, goesWith } = described(name);
  return Object.entries(fields).flatMap(([column, field]): readonly Pointer[] => {
    const pointer = pointerOf(field);
    if (!pointer) return [];
    const tables = 'table' in pointer ? [pointer.table] : (fields[pointer.kindColumn]?.values ?? []);
    return [
      {
        column,
        optional: field.optional,
        isOf: of.includes(column),
        goesWith: goesWith.includes(column),
        tables: tables.filter(isTable),
        kindColumn: 'table' in pointer ? null : pointer.kindColumn,
      },
    ];
  });
}
