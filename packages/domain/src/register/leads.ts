import { isTable, isThing, PLAIN_KINDS, type PlainKind } from './described.ts';
import type { ThingKind } from './fields/vocabulary.ts';
import { type Groups, grouped } from './groups.ts';
import { pointersOf } from './pointers.ts';
import { type Register, rowIn } from './register.ts';
import { type Basis, registerIndex } from './register-index.ts';
import { type AnyRow, fieldsOf, type TableName } from './tables.ts';

/** A record that another leads to, or is led to by, and how that is said. */
export interface Led {
  readonly kind: TableName;
  readonly id: string;
  readonly via: string;
}

/** The columns of each plain kind that lead to a record of one table; a source is not led to, it is what is read. */
const LEADS = new Map(
  PLAIN_KINDS.map((kind) => [
    kind,
    pointersOf(kind).flatMap(({ column, pointer, tables: [table] }) =>
      'table' in pointer && table !== undefined && table !== 'source' ? [{ column, table, via: fieldsOf(kind)[column]?.via ?? kind }] : [],
    ),
  ]),
);

/** The plain kinds whose records lead to others. */
export const LEADING_KINDS: readonly PlainKind[] = PLAIN_KINDS.filter((kind) => leadingColumns(kind).length > 0);

/** Those of them that commitments name and figures measure. */
export const LEADING_THINGS: readonly (PlainKind & ThingKind)[] = LEADING_KINDS.filter(isThing);

/** Whether the records of that kind lead to others by what their columns name. */
export function isLeading(name: string): name is PlainKind {
  return LEADING_KINDS.some((kind) => kind === name);
}

/** The columns of a plain kind that lead to other records, or to those of one table. */
export function leadingColumns(kind: PlainKind, to?: TableName): readonly string[] {
  return (LEADS.get(kind) ?? []).flatMap(({ column, table }) => (to === undefined || table === to ? [column] : []));
}

/** The columns of every plain kind that lead to other records, as what an index rests on. */
export function leadingBasis(): Basis {
  return Object.fromEntries(LEADING_KINDS.map((kind) => [kind, leadingColumns(kind)]));
}

/** The records that a record of a plain kind leads to, or those of one table, in the order of its columns. */
export function ledTo(register: Register, kind: PlainKind, id: string, to?: TableName): readonly Led[] {
  const row = rowsOf(register, kind).get(id);
  return (LEADS.get(kind) ?? []).flatMap(({ column, table, via }) => {
    const led = row?.[column];
    return typeof led === 'string' && (to === undefined || table === to) ? [{ kind: table, id: led, via }] : [];
  });
}

/** The records of plain kinds that lead to a record, kind by kind, in the order of the folder. */
export function ledFrom(register: Register, kind: string, id: string): readonly (Led & { readonly kind: PlainKind })[] {
  return leading(register).get(`${kind}:${id}`) ?? [];
}

const leading = registerIndex<Groups<Led & { readonly kind: PlainKind; readonly to: string }>>({
  basis: leadingBasis(),
  build(register) {
    const led = LEADING_KINDS.flatMap((kind) =>
      [...rowsOf(register, kind).keys()].flatMap((id) =>
        ledTo(register, kind, id).map((to) => ({ kind, id, via: to.via, to: `${to.kind}:${to.id}` })),
      ),
    );
    return grouped(led, ({ to }) => to);
  },
});

function rowsOf(register: Register, kind: TableName): ReadonlyMap<string, AnyRow> {
  return register[kind];
}

/** A row of the table of that name, of which no more than `columns` is looked at; undefined where there is none, or no such table. */
export function rowNamed(register: Register, name: string, key: string, columns: readonly string[]): AnyRow | undefined {
  return isTable(name) ? rowIn(register, name, key, columns) : undefined;
}
