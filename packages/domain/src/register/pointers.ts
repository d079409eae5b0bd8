import { pointerOf, targetOf } from '../kernel/field.ts';
import type { Pointer } from '../kernel/kinds/kind.ts';
import { described, isTable } from './described.ts';
import { fieldsOf, TABLE_NAMES, type TableName } from './tables.ts';

/** A column that leads to a record. */
export interface PointerColumn {
  readonly column: string;
  readonly pointer: Pointer;
  /** It may be empty. */
  readonly optional: boolean;
  /** The row says something of that record, or is a part of it. */
  readonly isOf: boolean;
  /** The row says nothing without that record, and goes with it. */
  readonly goesWith: boolean;
  /** The tables it may lead to. */
  readonly tables: readonly TableName[];
}

type Cells = Readonly<Record<string, unknown>>;

const POINTERS = new Map(TABLE_NAMES.map((name) => [name, readPointers(name)]));
/** Of each table the pointers to what its rows are of: the first decides whose a row is. */
const OF = new Map(
  TABLE_NAMES.map((name) => [name, described(name).of.flatMap((column) => pointersOf(name).filter((each) => each.column === column))]),
);
const POINTED_TO: ReadonlySet<TableName> = new Set([...POINTERS.values()].flatMap((own) => own.flatMap(({ tables }) => tables)));

/** The columns of a table that lead to records, in the order of its fields. */
export function pointersOf(table: TableName): readonly PointerColumn[] {
  return POINTERS.get(table) ?? [];
}

/** Whether any row may point to one of this table. */
export function isPointedTo(table: TableName): boolean {
  return POINTED_TO.has(table);
}

/** The records a row says something of, or is a part of, as its columns name them: the first decides whose it is. */
export function subjectsOf(table: TableName, row: Cells): readonly (readonly [TableName, string])[] {
  return (OF.get(table) ?? []).flatMap(({ column, pointer }) => {
    const [kind, id] = [pointedKind(pointer, row), row[column]];
    return kind !== null && typeof id === 'string' ? [[kind, id] as const] : [];
  });
}

/** The table that a pointer of a row leads to; null where the row names none. */
export function pointedKind(pointer: Pointer, row: Cells): TableName | null {
  const kind = targetOf(pointer, row);
  return isTable(kind) ? kind : null;
}

function readPointers(name: TableName): readonly PointerColumn[] {
  const fields = fieldsOf(name);
  const { of, goesWith } = described(name);
  return Object.entries(fields).flatMap(([column, field]): readonly PointerColumn[] => {
    const pointer = pointerOf(field);
    if (!pointer) return [];
    const tables = 'table' in pointer ? [pointer.table] : (fields[pointer.kindColumn]?.values ?? []);
    return [
      {
        column,
        pointer,
        optional: field.optional,
        isOf: of.includes(column),
        goesWith: goesWith.includes(column),
        tables: tables.filter(isTable),
      },
    ];
  });
}
