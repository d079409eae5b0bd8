import type { Register } from '../register/register.ts';
import { type AnyRow, FOLDER_TABLES, fieldsOf, TABLE_NAMES, type TableName } from '../register/tables.ts';
import { VISIBILITIES } from '../register/vocabulary.ts';
import { keptOf } from './kept.ts';
import { mayTouch, type Reader, reachesAll } from './policy.ts';

/** Columns that are for the district, where their record may be for the public. */
const FOR_THE_DISTRICT: { readonly [table in TableName]?: readonly string[] } = {
  place: ['land_title', 'land_title_note_zh', 'land_title_note_en'],
};

/** Tables of a folder that are the office's own work, which nobody sees who did not sign in; nor any table that no folder holds. */
const OF_THE_OFFICE: ReadonlySet<TableName> = new Set<TableName>([
  'text_question',
  'draft_refusal',
  'term',
  'recipe',
  'update_rule',
  'status_update',
  'evidence',
  'requirement_answer',
  'planned_amount',
  'monthly_progress',
  'review_rule',
  'pending_change',
  'supervision',
  'supervision_department',
  'supervision_step',
  'comment',
  'comment_department',
]);

/** A register and what was shown of it to a class of readers, so that the next need not be gone through from the beginning. */
export interface ShownBefore {
  readonly whole: Register;
  readonly register: Register;
}

/**
 * What `reader` may know of the district, and nothing else: without the rows above the reader's right, without all that hangs on them, with
 * columns emptied that are narrower than their record or lead to what is hidden. References hold in it as in the whole. The same object where
 * nothing is hidden; a table of which nothing is hidden is the same map, and one that nothing touched since `before` is as it was there.
 */
export function registerFor(register: Register, reader: Reader, before: ShownBefore | null = null): Register {
  if (reachesAll(reader, 'read')) return register;
  const isPublic = reader.roles.length === 0;
  const seen: Seen = {};
  for (const table of TABLE_NAMES) {
    if (isPublic && (OF_THE_OFFICE.has(table) || !FOLDER_TABLES.includes(table))) seen[table] = NO_ROWS;
    else seen[table] = shownBefore(register, seen, table, before) ?? seenOf(register, seen, table, reader);
  }
  const shown = registerIn(seen);
  return TABLE_NAMES.every((table) => shown[table] === register[table]) ? register : shown;
}

/** What is shown of each table, as far as they were gone through. */
type Seen = Partial<Record<TableName, ReadonlyMap<string, AnyRow>>>;

/** The columns of `table` that `reader` may not know of, whoever the row belongs to. */
export function hiddenColumns(table: TableName, reader: Reader): readonly string[] {
  const isKnown = mayTouch(reader, 'read', { visibility: 'district', department: null });
  return isKnown ? [] : (FOR_THE_DISTRICT[table] ?? []);
}

const NAMES: ReadonlySet<string> = new Set(TABLE_NAMES);
const NO_ROWS: ReadonlyMap<string, AnyRow> = new Map();

/** What was shown of a table before, where neither it nor a table that it leads to is another one; else null. */
function shownBefore(register: Register, seen: Seen, table: TableName, before: ShownBefore | null): ReadonlyMap<string, AnyRow> | null {
  if (!before || register[table] !== before.whole[table]) return null;
  const isSame = (name: TableName): boolean => register[name] === before.whole[name] && seen[name] === before.register[name];
  return pointersOf(table).every(({ tables }) => tables.every(isSame)) ? before.register[table] : null;
}

function seenOf(register: Register, seen: Seen, table: TableName, reader: Reader): ReadonlyMap<string, AnyRow> {
  const whole: ReadonlyMap<string, AnyRow> = register[table];
  const isCut = (name: TableName): boolean => seen[name] !== undefined && seen[name] !== register[name];
  const pointers = pointersOf(table).filter(({ tables }) => tables.some(isCut));
  const hidden = hiddenColumns(table, reader);
  const isOpen = [...visibilitiesIn(whole)].every((visibility) => isForAny(reader, visibility));
  if (isOpen && pointers.length === 0 && hidden.length === 0) return whole;
  const rows = new Map<string, AnyRow>();
  let isWhole = true;
  for (const [key, row] of whole) {
    const shown = seenRow(register, seen, { table, reader, pointers, hidden }, row);
    if (shown !== row) isWhole = false;
    if (shown) rows.set(key, shown);
  }
  return isWhole ? whole : rows;
}

/** How the rows of a table are gone through. */
interface Going {
  readonly table: TableName;
  readonly reader: Reader;
  /** The columns that may lead to something hidden. */
  readonly pointers: readonly Pointer[];
  readonly hidden: readonly string[];
}

/** A row as it is shown; null where it is not. What it hangs on is told by its columns: only whose it is must be looked up. */
function seenRow(register: Register, seen: Seen, { table, reader, pointers, hidden }: Going, row: AnyRow): AnyRow | null {
  const isKnown =
    isForAny(reader, row.visibility) ||
    keptOf(register, table, row)
      .slice(0, 1)
      .every((kept) => mayTouch(reader, 'read', kept));
  return isKnown ? shownRow(register, seen, pointers, row, hidden) : null;
}

/** Whether `reader` may know of any record of this visibility, whoever it belongs to; rows without one are as widely known as what they hang on. */
function isForAny(reader: Reader, visibility: unknown): boolean {
  if (visibility === undefined) return true;
  const known = VISIBILITIES.find((each) => each === visibility);
  return known !== undefined && mayTouch(reader, 'read', { visibility: known, department: null });
}

const visibilities = new WeakMap<ReadonlyMap<string, AnyRow>, ReadonlySet<unknown>>();

/** The visibilities that rows of a table have; undefined for rows without one. */
function visibilitiesIn(rows: ReadonlyMap<string, AnyRow>): ReadonlySet<unknown> {
  const held = visibilities.get(rows);
  if (held) return held;
  const found = new Set<unknown>();
  for (const { visibility } of rows.values()) found.add(visibility);
  visibilities.set(rows, found);
  return found;
}

/** A column that leads to a record, and whether it may be empty. An outline does not stand without its place. */
interface Pointer {
  readonly column: string;
  readonly optional: boolean;
  /** The tables it may lead to. */
  readonly tables: readonly TableName[];
  /** Where each row names the table; null where it leads to one alone. */
  readonly kindColumn: string | null;
}

const POINTERS = new Map(TABLE_NAMES.map((name) => [name, readPointers(name)]));

function pointersOf(table: TableName): readonly Pointer[] {
  return POINTERS.get(table) ?? [];
}

function readPointers(name: TableName): readonly Pointer[] {
  const fields = fieldsOf(name);
  return Object.entries(fields).flatMap(([column, { kind, optional, table, kindColumn = '' }]) => {
    if (kind !== 'ref' && kind !== 'anyref') return [];
    const tables = kind === 'ref' ? [table] : (fields[kindColumn]?.values ?? []);
    return [
      {
        column,
        optional: optional && !(name === 'feature' && column === 'place'),
        tables: tables.filter(isTable),
        kindColumn: kind === 'ref' ? null : kindColumn,
      },
    ];
  });
}

/** The row without what it must not tell; null where it cannot stand without a record that is hidden. */
function shownRow(register: Register, seen: Seen, pointers: readonly Pointer[], row: AnyRow, hidden: readonly string[]): AnyRow | null {
  const emptied = hidden.filter((column) => row[column] !== null);
  for (const { column, optional, tables, kindColumn } of pointers) {
    const [id, table] = [row[column], kindColumn === null ? tables[0] : row[kindColumn]];
    if (typeof id !== 'string' || !isTable(table) || seen[table]?.has(id)) continue;
    const rows: ReadonlyMap<string, AnyRow> = register[table];
    if (!rows.has(id)) continue;
    if (!optional) return null;
    emptied.push(column);
  }
  return emptied.length === 0 ? row : { ...row, ...Object.fromEntries(emptied.map((column) => [column, null])) };
}

function isTable(name: unknown): name is TableName {
  return typeof name === 'string' && NAMES.has(name);
}

/** Every table was filled above. */
function registerIn(tables: Seen): Register {
  return tables as unknown as Register;
}
