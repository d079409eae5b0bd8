import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type InstantString, invariant, WestgateError } from '@westgate/base';
import { Copy, copyFile, hashFile } from '../disk/copy-file.ts';
import { destroyFile, makeFolder, syncFolder } from '../disk/files.ts';
import { tightenFolder } from '../disk/tighten.ts';
import { batchPath } from '../journal/batch.ts';
import { type Chain, followChain } from '../journal/chain.ts';
import { DamagedError } from '../journal/damage.ts';
import type { Head } from '../journal/deed.ts';
import { openJournal } from '../journal/journal.ts';
import { SCHEMA_VERSION } from '../journal/journal-line.ts';
import { closeSegment } from '../journal/segments.ts';
import { FILES, filePath, keptFiles } from '../kept-files/folder-keep.ts';
import { sqlFileKeep } from '../kept-files/sql-keep.ts';
import { LIMITS } from '../limits/limits.ts';
import { FINDINGS } from '../mend/finding.ts';
import { acquireLock } from '../ownership/lock.ts';
import {
  keyPath,
  makeKeyFolder,
  personalRecordPath,
  readPersonalRecords,
  readPersonKeys,
  sqlKeyRing,
  writePersonalRecord,
  writePersonKey,
} from '../persons/key-ring.ts';
import type { PersonKey } from '../persons/seal-name.ts';
import { atRest } from '../rows/catch-up.ts';
import { findDeed, storedDeeds } from '../rows/deeds.ts';
import { checkRows, type TableCheck } from '../rows/replayed-tables.ts';
import { readRows } from '../rows/rows.ts';
import { makeSnapshot } from '../snapshots/make-snapshot.ts';
import { SNAPSHOTS, snapshotFiles } from '../snapshots/snapshot.ts';
import type { Sql } from '../sql/port.ts';
import { openPostgres } from '../sql/postgres.ts';
import { checkBackup } from './check-backup.ts';
import { type BackupFile, type BackupManifest, MANIFEST, readManifest, writeManifest } from './manifest.ts';
import { writeStoredDeeds } from './write-stored-deeds.ts';

/** How long work goes: each stage by its name, as it begins. */
export type TellStage = (stage: 'copying' | 'snapshot' | 'checking') => void;

/** A whole, checked backup. */
export interface BackupReport {
  readonly manifest: BackupManifest;
  /** Deeds of a backup that stood in the folder before and was added to; 0 for a new one. */
  readonly hadDeeds: number;
}

const PARTS = ['journal', 'batches', SNAPSHOTS, 'keys', FILES, FINDINGS];
/** Reading a whole database may take any time. */
const NO_LIMIT = 0;

/**
 * Backs a data folder up into `dir`: journal, batches, a snapshot at the last deed, the keys of persons; then reads all of it again and
 * checks it. Nothing is asked of a Westgate that has the folder open, and nothing waits: what is copied only ever grows. A backup that was
 * interrupted, or an older one of this folder, is gone on with. Throws WG_JOURNAL_DAMAGED where the folder's own journal is.
 */
export async function backupFolder(dataDir: string, dir: string, tell: TellStage = () => undefined): Promise<BackupReport> {
  if (!existsSync(join(dataDir, 'journal'))) {
    throw new WestgateError('WG_NOT_FOUND', `expected a data folder with deeds, found none in ${dataDir}`, { folder: dataDir });
  }
  return inBackup(dir, async (before) => {
    tell('copying');
    const chain = await soundChain(dataDir);
    try {
      requireSameJournal(dir, before, before && hashOf(dataDir, before.seq));
      const journal = chain.segments.map(({ name, end }) => copyFile(name, dataDir, dir, end));
      const batches = [...new Set([...chain.batches.values()].map(batchPath))].map((path) => copyWhole(path, dataDir, dir));
      // After the journal, because a key or a file is on the disk before the first deed that needs it.
      const kept = keptFiles(dataDir).map((sha256) => copyWhole(filePath(sha256), dataDir, dir));
      const finding = existsSync(join(dataDir, FINDINGS)) ? [copyWhole(FINDINGS, dataDir, dir)] : [];
      return finish(
        dir,
        {
          head: chain.head,
          files: [...journal, ...batches, ...kept, ...finding],
          keys: readPersonKeys(dataDir),
          personalRecords: readPersonalRecords(dataDir),
        },
        tell,
      );
    } finally {
      for (const segment of chain.segments) closeSegment(segment);
    }
  });
}

/** The same for the database on a server: its deeds are written as the journal lines they are, its state is compared with them. */
export async function backupServer(url: string, dir: string, tell: TellStage = () => undefined): Promise<BackupReport> {
  const database = await openPostgres(url);
  try {
    return await inBackup(dir, async (before) => {
      tell('copying');
      const { deeds, live } = await atRest(
        database,
        async (tx) => {
          const held = before && (await findDeed(tx, before.seq));
          requireSameJournal(dir, before, held?.hash ?? null);
          return { deeds: await writeStoredDeeds(storedDeeds(tx), dir), live: checkRows(await readRows(tx)) };
        },
        NO_LIMIT,
      );
      // After the deeds, because a key or a file is stored before the first deed that needs it.
      const files = [...deeds.files, ...(await writeKeptFiles(database, dir))];
      const ring = sqlKeyRing(database);
      return finish(dir, { head: deeds.head, files, keys: await ring.all(), personalRecords: await ring.personalRecords() }, tell, live);
    });
  } finally {
    await database.close();
  }
}

/** Writes the files of a database as those of a folder, one after the other. */
async function writeKeptFiles(database: Sql, dir: string): Promise<readonly BackupFile[]> {
  const keep = sqlFileKeep(database);
  const files: BackupFile[] = [];
  for (const sha256 of await keep.list(0)) {
    const bytes = await keep.read(sha256);
    if (!bytes) continue;
    const copy = new Copy(dir, filePath(sha256));
    copy.put(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    files.push(copy.finish());
  }
  return files;
}

interface Copied {
  readonly head: Head;
  readonly files: readonly BackupFile[];
  readonly keys: readonly PersonKey[];
  readonly personalRecords: ReadonlyMap<string, string>;
}

/** Everything after the deeds: snapshot, keys, manifest, removal of what no longer belongs, and the check of the whole. */
function finish(
  dir: string,
  { head, files, keys, personalRecords }: Copied,
  tell: TellStage,
  live: readonly TableCheck[] | null = null,
): BackupManifest {
  tell('snapshot');
  const at = new Date().toISOString() as InstantString;
  const { journal, damage } = openJournal(dir, { untouched: true });
  if (damage) throw new DamagedError(damage);
  invariant(journal.head.seq === head.seq && journal.head.hash === head.hash, `the copy ends at deed ${head.seq} as its source does`);
  const snapshot = makeSnapshot(dir, journal, at);
  journal.close();
  requireSameTables(snapshot.tables, live);
  if (keys.length > 0) makeKeyFolder(dir);
  for (const key of keys) writePersonKey(dir, key);
  const filled = keys.flatMap(({ id }) => (personalRecords.has(id) ? [id] : []));
  for (const id of filled) writePersonalRecord(dir, id, personalRecords.get(id) ?? '');
  const more = [...snapshotFiles(snapshot), ...keys.map(({ id }) => keyPath(id)), ...filled.map(personalRecordPath)].map((path) =>
    describe(dir, path),
  );
  const manifest = writeManifest(dir, { ...head, at, schema: SCHEMA_VERSION, tables: snapshot.tables, files: [...files, ...more] });
  removeOthers(dir, manifest);
  tell('checking');
  return checkBackup(dir);
}

/** Runs `work` with `dir` made where it is missing, held against a second backup, and known to hold nothing but a backup. */
async function inBackup(dir: string, work: (before: BackupManifest | null) => Promise<BackupManifest>): Promise<BackupReport> {
  makeFolder(dir);
  const strange = readdirSync(dir).filter(
    (name) => !PARTS.includes(name) && name !== MANIFEST && !/^(lock|owners|.*\.new|.*\.stale)$/.test(name),
  );
  if (strange.length > 0) {
    const message = `expected an empty folder or a backup, found ${strange[0]} in ${resolve(dir)}`;
    throw new WestgateError('WG_NOT_EMPTY', message, { folder: dir, found: strange.slice(0, 10) });
  }
  const lock = await acquireLock(dir, { isPassing: true });
  const open = tightenFolder(dir);
  if (open !== null) process.emitWarning(open);
  try {
    const before = readManifest(dir);
    return { manifest: await work(before), hadDeeds: before?.seq ?? 0 };
  } finally {
    lock.release();
  }
}

/** The chain of a folder that may be open elsewhere: a line just being written may look altered for a moment. */
async function soundChain(dataDir: string): Promise<Chain> {
  let chain = followChain(dataDir, 'r');
  if (chain.damage) {
    for (const segment of chain.segments) closeSegment(segment);
    await sleep(LIMITS.settleMs);
    chain = followChain(dataDir, 'r');
  }
  if (!chain.damage) return chain;
  for (const segment of chain.segments) closeSegment(segment);
  throw new DamagedError(chain.damage);
}

function hashOf(dataDir: string, seq: number): string | null {
  const { journal } = openJournal(dataDir, { untouched: true });
  try {
    return journal.hashAt(seq);
  } finally {
    journal.close();
  }
}

/** Refuses to write over the backup of another office. */
function requireSameJournal(dir: string, before: BackupManifest | null, hash: string | null): void {
  if (before === null || hash === before.hash) return;
  const message = `expected an empty folder or an older backup of the same journal; ${resolve(dir)} holds another, with ${before.seq} deeds`;
  throw new WestgateError('WG_NOT_EMPTY', message, { folder: dir, seq: before.seq, hash: before.hash });
}

function requireSameTables(tables: readonly TableCheck[], live: readonly TableCheck[] | null): void {
  for (const { table, rows, checksum } of live ?? []) {
    const made = tables.find((each) => each.table === table);
    if (made?.checksum === checksum) continue;
    const message = `Table ${table} of the database (${rows} rows) is not what its deeds say (${made?.rows} rows); run westgate verify.`;
    throw new WestgateError('WG_JOURNAL_DAMAGED', message, { table, rows, expected: made?.rows });
  }
}

function copyWhole(path: string, from: string, to: string): BackupFile {
  return copyFile(path, from, to, statSync(join(from, path)).size);
}

function describe(dir: string, path: string): BackupFile {
  const bytes = readFileSync(join(dir, path)).length;
  const sha256 = hashFile(join(dir, path), bytes);
  invariant(sha256, `${path} was just written`);
  return { path, bytes, sha256 };
}

/** Removes what the manifest does not name: older snapshots, batches of imports that never became deeds, and, for good, keys of persons erased since. */
function removeOthers(dir: string, { seq, files }: BackupManifest): void {
  const named = new Set(files.map(({ path }) => path));
  for (const { id } of readPersonKeys(dir)) if (!named.has(keyPath(id))) destroyFile(join(dir, keyPath(id)));
  for (const id of readPersonalRecords(dir).keys()) if (!named.has(personalRecordPath(id))) destroyFile(join(dir, personalRecordPath(id)));
  for (const name of readdirSync(join(dir, SNAPSHOTS))) {
    if (name !== String(seq)) rmSync(join(dir, SNAPSHOTS, name), { recursive: true, force: true });
  }
  for (const sha256 of keptFiles(dir)) if (!named.has(filePath(sha256))) rmSync(join(dir, filePath(sha256)));
  if (!named.has(FINDINGS)) rmSync(join(dir, FINDINGS), { force: true });
  for (const part of ['batches', 'journal']) {
    if (!existsSync(join(dir, part))) continue;
    for (const name of readdirSync(join(dir, part))) if (!named.has(`${part}/${name}`)) rmSync(join(dir, part, name));
    syncFolder(join(dir, part));
  }
}
