import type { Register } from '../register/register.ts';
import { type AnyRow, fieldsOf, TABLE_NAMES, type TableName } from '../register/tables.ts';
import type { Visibility } from '../register/vocabulary.ts';
import { keptOf } from './kept.ts';
import { type Kept, mayTouch, type Reader, reachesAll } from './policy.ts';

/** Columns that fewer may know of than of their record. */
const NARROWER: { readonly [table in TableName]?: Readonly<Record<string, Visibility>> } = {
  place: { land_title: 'district', land_title_note_zh: 'district', land_title_note_en: 'district' },
};

/** Tables of the office's own work, which nobody sees who did not sign in. */
const OF_THE_OFFICE: ReadonlySet<TableName> = new Set<TableName>([
  'text_question',
  'draft_refusal',
  'term',
  'recipe',
  'account',
  'update_rule',
  'status_update',
  'evidence',
  'requirement_answer',
]);

/**
 * What `reader` may know of the district, and nothing else: without the rows above the reader's right, without all that hangs on them, with
 * columns emptied that are narrower than their record or lead to what is hidden. References hold in it as in the whole. The same object where
 * nothing is hidden; a table of which nothing is hidden is the same map.
 */
export function registerFor(register: Register, reader: Reader): Register {
  if (reachesAll(reader, 'read')) return register;
  const isPublic = reader.roles.length === 0;
  const seen: Partial<Record<TableName, ReadonlyMap<string, AnyRow>>> = {};
  for (const table of TABLE_NAMES) {
    const whole: ReadonlyMap<string, AnyRow> = register[table];
    seen[table] = isPublic && OF_THE_OFFICE.has(table) ? NO_ROWS : seenOf(register, seen, table, reader, whole);
  }
  const shown = registerIn(seen);
  return TABLE_NAMES.every((table) => shown[table] === register[table]) ? register : shown;
}

/** The columns of a row of `table` that `reader` may not know of, where the row belongs as `kept` says. */
export function hiddenColumns(table: TableName, reader: Reader, kept: Kept | undefined): readonly string[] {
  const narrower = Object.entries(NARROWER[table] ?? {});
  return narrower.flatMap(([column, visibility]) =>
    mayTouch(reader, 'read', { visibility, department: kept?.department ?? null }) ? [] : [column],
  );
}

const NO_ROWS: ReadonlyMap<string, AnyRow> = new Map();

function seenOf(
  register: Register,
  seen: Partial<Record<TableName, ReadonlyMap<string, AnyRow>>>,
  table: TableName,
  reader: Reader,
  whole: ReadonlyMap<string, AnyRow>,
): ReadonlyMap<string, AnyRow> {
  const pointers = pointersOf(table);
  const rows = new Map<string, AnyRow>();
  let isWhole = true;
  for (const [key, row] of whole) {
    const kept = keptOf(register, table, row);
    const isKnown = kept.every((each) => mayTouch(reader, 'read', each));
    const shown = isKnown ? shownRow(register, seen, pointers, row, hiddenColumns(table, reader, kept[0])) : null;
    if (shown !== row) isWhole = false;
    if (shown) rows.set(key, shown);
  }
  return isWhole ? whole : rows;
}

/** A column that leads to a record: the table, or the column that names it, and whether it may be empty. */
interface Pointer {
  readonly column: string;
  readonly optional: boolean;
  readonly target: (row: AnyRow) => unknown;
}

function pointersOf(table: TableName): readonly Pointer[] {
  return Object.entries(fieldsOf(table)).flatMap(([column, { kind, optional, table: to, kindColumn }]) => {
    if (kind === 'ref') return [{ column, optional, target: () => to }];
    return kind === 'anyref' ? [{ column, optional, target: (row: AnyRow) => row[kindColumn ?? ''] }] : [];
  });
}

/** The row without what it must not tell; null where it cannot stand without a record that is hidden. */
function shownRow(
  register: Register,
  seen: Partial<Record<TableName, ReadonlyMap<string, AnyRow>>>,
  pointers: readonly Pointer[],
  row: AnyRow,
  hidden: readonly string[],
): AnyRow | null {
  const emptied = hidden.filter((column) => row[column] !== null);
  for (const { column, optional, target } of pointers) {
    const [id, table] = [row[column], target(row)];
    if (typeof id !== 'string' || !isTable(table) || seen[table]?.has(id)) continue;
    const rows: ReadonlyMap<string, AnyRow> = register[table];
    if (!rows.has(id)) continue;
    if (!optional) return null;
    emptied.push(column);
  }
  return emptied.length === 0 ? row : { ...row, ...Object.fromEntries(emptied.map((column) => [column, null])) };
}

function isTable(name: unknown): name is TableName {
  return TABLE_NAMES.some((table) => table === name);
}

/** Every table was filled above. */
function registerIn(tables: Partial<Record<TableName, ReadonlyMap<string, AnyRow>>>): Register {
  return tables as unknown as Register;
}
