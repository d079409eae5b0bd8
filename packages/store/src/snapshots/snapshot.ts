import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { canonicalJson, type InstantString, invariant } from '@westgate/base';
import { type AnyRow, keyOf, TABLE_NAMES, type TableName } from '@westgate/domain';
import { makeFolder, OWNER_ONLY, syncFolder } from '../disk/files.ts';
import type { Head } from '../journal/deed.ts';
import { SCHEMA_VERSION } from '../journal/journal-line.ts';
import { jsonOf } from '../journal/json-of.ts';
import type { ReplayedTables, TableCheck } from '../rows/replayed-tables.ts';
import { imageText } from '../rows/rows.ts';
import { upgradeRow } from '../rows/upgrade.ts';

/** What a snapshot says of itself, in its `manifest.json`. */
export interface SnapshotManifest extends Head {
  readonly format: typeof FORMAT;
  /** When it was made. */
  readonly at: InstantString;
  /** The schema of its rows. */
  readonly schema: number;
  /** One per file `<table>.ndjson.gz`. */
  readonly tables: readonly TableCheck[];
}

/** A snapshot read and checked: every table's rows by key, in order, as rows of the present schema. */
export interface Snapshot {
  readonly manifest: SnapshotManifest;
  readonly rows: ReadonlyMap<TableName, ReadonlyMap<string, AnyRow>>;
}

/** The folder of all snapshots, inside a data folder or a backup. */
export const SNAPSHOTS = 'snapshots';
const FORMAT = 'westgate-snapshot-1';
const MANIFEST = 'manifest.json';
const NAME = /^[1-9]\d*$/;
const NEWLINE = 0x0a;

/** Writes the rows of `replayedTables` as `snapshots/<seq>` beside the others; it has its name when all of it is on the disk. */
export function writeSnapshot(dir: string, replayedTables: ReplayedTables, head: Head, at: InstantString): SnapshotManifest {
  const parent = join(dir, SNAPSHOTS);
  makeFolder(parent);
  const folder = join(parent, String(head.seq));
  const beside = `${folder}.${randomUUID()}.new`;
  makeFolder(beside);
  const tables = TABLE_NAMES.map((table) => writeTable(beside, table, replayedTables.rows(table)));
  const manifest: SnapshotManifest = { format: FORMAT, ...head, at, schema: SCHEMA_VERSION, tables };
  writeFileSync(join(beside, MANIFEST), `${canonicalJson(jsonOf(manifest))}\n`, { flush: true, mode: OWNER_ONLY.file });
  syncFolder(beside);
  rmSync(folder, { recursive: true, force: true });
  renameSync(beside, folder);
  syncFolder(parent);
  return manifest;
}

/** The numbers of the deeds after which snapshots of `dir` stand, newest first. */
export function snapshotSeqs(dir: string): readonly number[] {
  const parent = join(dir, SNAPSHOTS);
  if (!existsSync(parent)) return [];
  const seqs = readdirSync(parent).flatMap((name) => (NAME.test(name) ? [Number(name)] : []));
  return seqs.sort((a, b) => b - a);
}

/** What the snapshot `seq` says of itself. Throws, saying what is wrong, where that is not a manifest this program can read. */
export function readSnapshotManifest(dir: string, seq: number): SnapshotManifest {
  const manifest = JSON.parse(readFileSync(join(dir, SNAPSHOTS, String(seq), MANIFEST), 'utf8')) as SnapshotManifest;
  if (manifest.format !== FORMAT) throw new Error(`its format is ${manifest.format}, expected ${FORMAT}`);
  if (manifest.seq !== seq) throw new Error(`its manifest is of deed ${manifest.seq}`);
  if (manifest.schema > SCHEMA_VERSION) throw new Error(`it is of schema ${manifest.schema}, this program knows ${SCHEMA_VERSION}`);
  return manifest;
}

/** The snapshot `seq`, every row of it checked. Throws, saying what is wrong, where it is not as it was written. */
export function readSnapshot(dir: string, seq: number): Snapshot {
  const manifest = readSnapshotManifest(dir, seq);
  const folder = join(dir, SNAPSHOTS, String(seq));
  const rows = manifest.tables.map((check) => {
    const { table } = check;
    const given = rowsOf(unpacked(folder, table), check, manifest.schema);
    return [table, new Map(given.map((row) => [keyOf(table, row), row]))] as const;
  });
  return { manifest, rows: new Map(rows) };
}

/**
 * The rows that the unpacked file of a table holds, as rows of the present schema. Throws where they are not those that `check` tells of: the
 * file is what its checksum was reckoned over, canonical line by canonical line.
 */
export function rowsOf(text: Buffer, { table, rows: count, checksum }: TableCheck, schema: number): readonly AnyRow[] {
  invariant(TABLE_NAMES.includes(table), `there is a table ${table}`);
  if (sha256Of(text) !== checksum) throw new Error(`${fileOf(table)} is not as it was written`);
  const given: AnyRow[] = [];
  for (let from = 0, end = text.indexOf(NEWLINE); end !== -1; from = end + 1, end = text.indexOf(NEWLINE, from)) {
    given.push(JSON.parse(text.toString('utf8', from, end)) as AnyRow);
  }
  if (given.length !== count) throw new Error(`${fileOf(table)} holds ${given.length} rows, not ${count}`);
  return schema === SCHEMA_VERSION ? given : given.map((row) => upgradeRow(table, row));
}

/** The files of the snapshot `seq`, as seen from `dir`. */
export function snapshotFiles({ seq, tables }: SnapshotManifest): readonly string[] {
  return [...tables.map(({ table }) => snapshotFile(seq, table)), `${SNAPSHOTS}/${seq}/${MANIFEST}`];
}

/** The file of a table in the snapshot `seq`, as seen from `dir`. */
export function snapshotFile(seq: number, table: TableName): string {
  return `${SNAPSHOTS}/${seq}/${fileOf(table)}`;
}

function fileOf(table: string): string {
  return `${table}.ndjson.gz`;
}

function writeTable(folder: string, table: TableName, rows: readonly AnyRow[]): TableCheck {
  const text = Buffer.concat(rows.map((row) => Buffer.from(`${imageText(row)}\n`)));
  writeFileSync(join(folder, fileOf(table)), gzipSync(text), { flush: true, mode: OWNER_ONLY.file });
  return { table, rows: rows.length, checksum: sha256Of(text) };
}

function unpacked(folder: string, table: TableName): Buffer {
  try {
    return gunzipSync(readFileSync(join(folder, fileOf(table))));
  } catch (error) {
    throw new Error(`${fileOf(table)} cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
