import { canonicalJson, invariant, WestgateError } from '@westgate/base';
import { type AnyRow, type Change, fieldsOf, keyOf, kindOf, TABLE_NAMES, TABLES, type TableName } from '@westgate/domain';
import type { DeedDraft, Progress, RowsByTable } from '../journal/deed.ts';
import { jsonOf } from '../journal/journal-line.ts';
import { type CopyValue, copyLine } from '../sql/copy-line.ts';
import type { Sql, Transaction } from '../sql/port.ts';

/** SQL of one table, made once from its fields. Each takes one parameter: a JSON array of rows. */
interface Statements {
  readonly all: string;
  readonly find: string;
  readonly insert: string;
  readonly update: string;
  readonly remove: string;
  /** The table and its columns, as what is copied names them. */
  readonly into: string;
  /** The columns, where what each holds is a word or a number as it is copied; null where one is a list or JSON. */
  readonly plain: readonly string[] | null;
  /** To be added to one of these three: the rows are told as they are stored. */
  readonly told: Readonly<Record<'insert' | 'update' | 'remove', string>>;
}

/** Rows of one statement: a deed may change a whole district, and no statement may take long. */
const ROWS_AT_ONCE = 2_000;
const FEWEST_COPIED = 500;
/** Types whose text is not that of the value. */
const NOT_PLAIN: ReadonlySet<string> = new Set(['text[]', 'jsonb']);

const COLUMNS: ReadonlyMap<TableName, ReadonlySet<string>> = new Map(TABLE_NAMES.map((name) => [name, new Set(columnsOf(name))]));
const NO_COLUMNS: ReadonlySet<string> = new Set();
const STATEMENTS = new Map(TABLE_NAMES.map((name) => [name, statementsOf(name)]));

/** Every row of every table, in the order in which they were added. */
export async function readRows(sql: Sql): Promise<RowsByTable> {
  const tables: Partial<Record<TableName, readonly AnyRow[]>> = {};
  for (const name of TABLE_NAMES) tables[name] = (await sql.query<AnyRow>(statements(name).all)).rows;
  return complete(tables);
}

/** Every row of a table, in the order in which they were added, in parts; within a transaction, which they are read in. */
export async function* rowParts(tx: Transaction, name: TableName): AsyncGenerator<readonly AnyRow[]> {
  await tx.exec(`declare all_rows cursor for ${statements(name).all}`);
  for (;;) {
    const { rows } = await tx.query<AnyRow>(`fetch ${ROWS_AT_ONCE} from all_rows`);
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await tx.exec('close all_rows');
}

/**
 * Writes `changes` to their tables after comparing each `before` with the row that stands there, and each `after` with what was stored.
 * Throws WG_STALE_RECORD with the row that stands there now (null: none). `progressed` is told, part by part, how far it has come.
 */
export async function writeChecked(tx: Transaction, { idem, changes }: DeedDraft, progressed: (progress: Progress) => void): Promise<void> {
  let written = 0;
  for (const [name, group] of byTable(changes)) {
    const sql = statements(name);
    for (const part of partsOf(group)) {
      const current = await runForRows(tx, name, sql.find, part.map(keyRow));
      for (const { key, before } of part) requireCurrent(name, key, before, current.get(key) ?? null);
    }
    for (const [how, rows] of writesOf(group)) {
      const stored = await runForRows(tx, name, `${sql[how]} ${sql.told[how]}`, rows);
      for (const row of rows) {
        const found = stored.get(keyOf(name, row));
        invariant(found && imageText(found) === imageText(row), `${name} ${keyOf(name, row)} is stored letter by letter as given`);
      }
      written += rows.length;
      progressed({ key: idem?.key, rows: written, of: changes.length });
    }
  }
}

/** Writes `changes` from the journal, where they were checked before. `progressed` is told, part by part, how many rows are written. */
export async function writeReplayed(
  tx: Transaction,
  changes: readonly Change[],
  progressed: (rows: number) => void = () => undefined,
): Promise<void> {
  let written = 0;
  for (const [name, group] of byTable(changes)) {
    for (const [how, rows] of writesOf(group)) {
      const affectedRows = await writePart(tx, name, { how, rows });
      invariant(affectedRows === rows.length, `${rows.length} rows of ${name} are written, not ${affectedRows}`);
      written += rows.length;
      progressed(written);
    }
  }
}

/** Writes some rows, and gives how many were written. Many new ones are copied, where their columns are plain. */
async function writePart(
  tx: Transaction,
  name: TableName,
  { how, rows }: { readonly how: 'insert' | 'update' | 'remove'; readonly rows: readonly AnyRow[] },
): Promise<number> {
  const { into, plain, [how]: sql } = statements(name);
  if (how === 'insert' && plain && rows.length >= FEWEST_COPIED)
    return tx.copy(
      into,
      rows.map((row) => copyLine(plain.map((column) => (row[column] ?? null) as CopyValue))),
    );
  return (await tx.query(sql, [JSON.stringify(rows)])).affectedRows;
}

/** A row as canonical JSON: two rows are the same when these are. */
export function imageText(row: AnyRow): string {
  return canonicalJson(jsonOf(row));
}

/** `changes` in the form the store takes: each record once, each image whole and under its own key. Anything else is a fault of the caller. */
export function requireWholeImages(changes: readonly Change[]): void {
  const seen = new Set<string>();
  for (const { table, key, before, after } of changes) {
    const name = `${table} ${key}`;
    if (seen.has(name)) invariant(false, `${name} is changed once in a deed`);
    seen.add(name);
    if (!(before ?? after)) invariant(false, `the change of ${name} has an image`);
    if (before) requireWholeImage(table, key, before);
    if (after) requireWholeImage(table, key, after);
    if (before && after && after.rev <= before.rev) invariant(false, `rev of ${name} goes up`);
  }
}

function requireWholeImage(table: TableName, key: string, image: AnyRow): void {
  const own = keyOf(table, image);
  if (own !== key) invariant(false, `the row of ${table} ${key} has this key, not ${own}`);
  const columns = COLUMNS.get(table) ?? NO_COLUMNS;
  // The message is put together only where it is told: a deed may have a hundred thousand rows.
  for (const column of columns) if (image[column] === undefined) invariant(false, `the row of ${table} ${key} has a ${column}`);
  for (const column in image) if (!columns.has(column)) invariant(false, `${table} ${key} has no column ${column}`);
}

function requireCurrent(table: TableName, key: string, before: AnyRow | null, current: AnyRow | null): void {
  if (before === null ? current === null : current !== null && imageText(before) === imageText(current)) return;
  const happened = current === null ? 'is gone' : before === null ? 'is there already' : 'was changed by someone else';
  throw new WestgateError('WG_STALE_RECORD', `Expected ${table} ${key} as it was read; it ${happened}.`, { table, key, current });
}

function byTable(changes: readonly Change[]): ReadonlyMap<TableName, readonly Change[]> {
  const groups = new Map<TableName, Change[]>();
  for (const change of changes) {
    const group = groups.get(change.table);
    if (group) group.push(change);
    else groups.set(change.table, [change]);
  }
  return groups;
}

/** `values` in parts of at most {@link ROWS_AT_ONCE}. */
export function partsOf<V>(values: readonly V[]): readonly (readonly V[])[] {
  const count = Math.ceil(values.length / ROWS_AT_ONCE);
  return Array.from({ length: count }, (_, part) => values.slice(part * ROWS_AT_ONCE, (part + 1) * ROWS_AT_ONCE));
}

/** What a group of changes needs, each with some of its rows; none for no rows. */
function writesOf(group: readonly Change[]): readonly (readonly ['insert' | 'update' | 'remove', readonly AnyRow[]])[] {
  const removed = group.flatMap(({ before, after }) => (before && !after ? [before] : []));
  const updated = group.flatMap(({ before, after }) => (before && after ? [after] : []));
  const added = group.flatMap(({ before, after }) => (!before && after ? [after] : []));
  const writes = [['remove', removed] as const, ['update', updated] as const, ['insert', added] as const];
  return writes.flatMap(([how, rows]) => partsOf(rows).map((part) => [how, part] as const));
}

async function runForRows(tx: Transaction, name: TableName, sql: string, rows: readonly AnyRow[]): Promise<ReadonlyMap<string, AnyRow>> {
  const result = await tx.query<AnyRow>(sql, [JSON.stringify(rows)]);
  return new Map(result.rows.map((row) => [keyOf(name, row), row]));
}

/** No more of the row of a change than its key. */
function keyRow({ table, key, before, after }: Change): AnyRow {
  const image = before ?? after;
  invariant(image, `the change of ${table} ${key} has an image`);
  return Object.fromEntries(TABLES[table].key.map((column) => [column, image[column]])) as AnyRow;
}

function statements(name: TableName): Statements {
  const found = STATEMENTS.get(name);
  invariant(found, `there is a table ${name}`);
  return found;
}

function columnsOf(name: TableName): readonly string[] {
  return [...Object.keys(fieldsOf(name)), 'rev'];
}

function statementsOf(name: TableName): Statements {
  const quote = (column: string) => `"${column}"`;
  const list = (prefix: string, columns: readonly string[]) => columns.map((column) => `${prefix}${quote(column)}`).join(', ');
  const columns = columnsOf(name);
  const key: readonly string[] = TABLES[name].key;
  const given = `jsonb_populate_recordset(null::"${name}", $1::jsonb) as given`;
  const sameKey = `t.district_id = 1 and ${key.map((column) => `t.${quote(column)} = given.${quote(column)}`).join(' and ')}`;
  const assignments = columns.map((column) => `${quote(column)} = given.${quote(column)}`).join(', ');
  return {
    all: `select ${list('', columns)} from "${name}" where district_id = 1 order by ord`,
    find: `select ${list('t.', columns)} from "${name}" t join ${given} on ${sameKey}`,
    insert: `insert into "${name}" (${list('', columns)}) select ${list('', columns)} from ${given}`,
    update: `update "${name}" t set ${assignments} from ${given} where ${sameKey}`,
    remove: `delete from "${name}" t using ${given} where ${sameKey}`,
    into: `"${name}" (${list('', columns)})`,
    plain: Object.values(fieldsOf(name)).every((field) => !NOT_PLAIN.has(kindOf(field).sql)) ? columns : null,
    told: {
      insert: `returning ${list('', columns)}`,
      update: `returning ${list('t.', columns)}`,
      remove: `returning ${list('t.', columns)}`,
    },
  };
}

function complete(tables: Partial<Record<TableName, readonly AnyRow[]>>): RowsByTable {
  return tables as RowsByTable;
}
