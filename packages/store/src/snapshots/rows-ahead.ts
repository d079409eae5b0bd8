import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, type ZlibOptions } from 'node:zlib';
import { type AnyRow, keyOf, TABLE_NAMES, type TableName } from '@westgate/domain';
import { messageOf } from '../disk/disk-fault.ts';
import type { Since } from '../journal/changes-after.ts';
import type { RowsByTable, State } from '../journal/deed.ts';
import { ReplayedTables } from '../rows/replayed-tables.ts';
import { readSnapshotManifest, rowsOf, snapshotFile, snapshotSeqs } from './snapshot.ts';

const unpack = promisify<Buffer, ZlibOptions, Buffer>(gunzip);
/** Bytes unpacked at once: every part comes in by a turn of the event loop, which is busy reading rows. */
const CHUNK = { chunkSize: 1 << 20 };

/**
 * The rows of the newest snapshot of `dir`, checked, to be read while the database is being opened; null where there is none. One that cannot
 * be used is named in a warning: the rows are then asked of the database.
 */
export async function readRowsAhead(dir: string): Promise<State | null> {
  try {
    return await newestRows(dir);
  } catch (error) {
    process.emitWarning(`The newest snapshot was passed over: ${messageOf(error)}. The rows are read from the database.`);
    return null;
  }
}

/** `state` as the deeds after it left it. Tables that they do not touch are shared. */
export function afterDeeds({ rows }: State, { head, changes }: Since): State {
  const replayedTables = new ReplayedTables();
  const touched = [...new Set(changes.map(({ table }) => table))];
  for (const table of touched) replayedTables.load(table, new Map(rows[table].map((row) => [keyOf(table, row), row])));
  replayedTables.apply(changes);
  return {
    head,
    rows: withRows(
      rows,
      touched.map((table) => [table, replayedTables.rows(table)] as const),
    ),
  };
}

async function newestRows(dir: string): Promise<State | null> {
  const [seq] = snapshotSeqs(dir);
  if (seq === undefined) return null;
  const { hash, schema, tables } = readSnapshotManifest(dir, seq);
  const read = tables.map(async (check) => [check.table, rowsOf(await unpacked(dir, seq, check.table), check, schema)] as const);
  return { head: { seq, hash }, rows: withRows(emptyTables(), await Promise.all(read)) };
}

async function unpacked(dir: string, seq: number, table: TableName): Promise<Buffer> {
  const file = snapshotFile(seq, table);
  try {
    return await unpack(await readFile(join(dir, file)), CHUNK);
  } catch (error) {
    throw new Error(`${file} cannot be read (${messageOf(error)})`);
  }
}

/** A snapshot of an older schema has fewer tables. */
function emptyTables(): RowsByTable {
  return Object.fromEntries(TABLE_NAMES.map((table) => [table, []])) as unknown as RowsByTable;
}

function withRows(rows: RowsByTable, tables: readonly (readonly [TableName, readonly AnyRow[]])[]): RowsByTable {
  return { ...rows, ...Object.fromEntries(tables) };
}
