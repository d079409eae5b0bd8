import { existsSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { WestgateError } from '@westgate/base';
import { copyFile } from '../disk/copy-file.ts';
import { makeFolder, syncFolder, syncTree } from '../disk/files.ts';
import { openEngine } from '../engine/open-engine.ts';
import type { Head } from '../journal/deed.ts';
import { openJournal } from '../journal/journal.ts';
import { SCHEMA_VERSION } from '../journal/journal-line.ts';
import { filePath, hashInPath } from '../kept-files/folder-keep.ts';
import { addFile } from '../kept-files/sql-keep.ts';
import { findingInWords, readFinding } from '../mend/finding.ts';
import { acquireLock } from '../ownership/lock.ts';
import { makeKeyFolder, readPersonalRecords, readPersonKeys, sqlKeyRing } from '../persons/key-ring.ts';
import { readHead } from '../rows/deeds.ts';
import { checkRows, type TableCheck } from '../rows/replayed-tables.ts';
import { readRows } from '../rows/rows.ts';
import { loadSnapshot } from '../snapshots/load-snapshot.ts';
import { readSnapshot } from '../snapshots/snapshot.ts';
import { lockChain } from '../sql/chain-lock.ts';
import { migrate } from '../sql/migrate.ts';
import type { Sql } from '../sql/port.ts';
import { openPostgres } from '../sql/postgres.ts';
import { checkBackup } from './check-backup.ts';
import { type BackupManifest, damagedBackup } from './manifest.ts';

/** What was restored, and found to be what the backup says. */
export interface RestoreReport {
  readonly head: Head;
  readonly tables: readonly TableCheck[];
  /** Persons whose keys came with the backup. */
  readonly persons: number;
  /** What the journal of the backup lacked when it was made, in words: nothing is recorded until somebody chooses. Null where it lacked nothing. */
  readonly finding: string | null;
}

/** How far it is, by the name of each stage as it begins. */
export type TellRestore = (stage: 'checking' | 'copying' | 'rebuilding' | 'comparing') => void;

/** Filling a database may take any time. */
const NO_LIMIT = 0;

/**
 * Makes a data folder from the backup in `dir`. The backup is checked first, whole; then the folder is built beside its place, its database
 * made and compared with the journal and with the backup, and only then given its name: a restore that was killed leaves none. Throws
 * WG_NOT_EMPTY where `dataDir` holds anything, WG_BACKUP_DAMAGED or WG_FOLDER_NEWER where the backup cannot be used.
 */
export async function restoreFolder(dir: string, dataDir: string, tell: TellRestore = () => undefined): Promise<RestoreReport> {
  requireEmptyFolder(dataDir);
  tell('checking');
  const manifest = checkBackup(dir);
  const target = resolve(dataDir);
  const beside = `${target}.restoring`;
  makeFolder(beside);
  const lock = await acquireLock(beside, { isPassing: true });
  try {
    for (const name of readdirSync(beside))
      if (name !== 'lock' && name !== 'owners') rmSync(join(beside, name), { recursive: true, force: true });
    tell('copying');
    for (const { path, bytes } of manifest.files) copyFile(path, dir, beside, bytes);
    makeKeyFolder(beside);
    syncTree(beside);
    const rebuilt = await rebuild(beside, manifest, tell);
    requireEmptyFolder(dataDir);
    lock.release();
    takePlace(beside, target);
    return { head: headOf(manifest), ...rebuilt, persons: readPersonKeys(target).length };
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw error;
  }
}

/** The same into an empty database on a server, in one transaction: all of it is there, or nothing. */
export async function restoreServer(dir: string, url: string, tell: TellRestore = () => undefined): Promise<RestoreReport> {
  tell('checking');
  const manifest = checkBackup(dir);
  const finding = readFinding(dir);
  if (finding) {
    const message = `${findingInWords(finding)} Restore the backup into a data folder, choose there, and back that up.`;
    throw new WestgateError('WG_JOURNAL_DAMAGED', message, { lost: finding.lost });
  }
  const snapshot = readSnapshot(dir, manifest.seq);
  const keys = readPersonKeys(dir);
  const { journal } = openJournal(dir, { untouched: true });
  const database = await openPostgres(url);
  try {
    await requireEmptyDatabase(database);
    await migrate(database);
    const tables = await database.transaction(async (tx) => {
      await lockChain(tx);
      await requireEmptyDatabase(tx);
      tell('copying');
      await loadSnapshot(tx, journal, snapshot);
      for (const key of keys) await sqlKeyRing(tx).add(key);
      for (const [id, sealed] of readPersonalRecords(dir)) await sqlKeyRing(tx).fill(id, sealed, null);
      for (const { path } of manifest.files) {
        const sha256 = hashInPath(path);
        if (sha256 !== null) await addFile(tx, sha256, readFileSync(join(dir, filePath(sha256))));
      }
      tell('comparing');
      const found = checkRows(await readRows(tx));
      requireSame(manifest, await readHead(tx), found);
      await tx.exec('set constraints all immediate');
      return found;
    }, NO_LIMIT);
    return { head: headOf(manifest), tables, persons: keys.length, finding: null };
  } finally {
    journal.close();
    await database.close();
  }
}

/** Makes the database of a restored folder and compares it with the journal, row by row, and with what the backup says. */
async function rebuild(folder: string, manifest: BackupManifest, tell: TellRestore): Promise<Pick<RestoreReport, 'tables' | 'finding'>> {
  tell('rebuilding');
  const engine = await openEngine({ kind: 'folder', dataDir: folder });
  try {
    tell('comparing');
    const report = await engine.verify();
    // What the journal of the backup lacked already is restored with it, and waits for somebody to choose.
    const faults = report.finding ? report.faults.slice(1) : report.faults;
    if (faults.length > 0) throw damagedBackup('the restored database', faults.join(' '));
    requireSame(manifest, report.database, report.tables);
    return { tables: report.tables, finding: report.finding && findingInWords(report.finding) };
  } finally {
    await engine.close();
  }
}

/** Checksums of rows are compared where the backup is of this schema; rows of an older one have been brought up to this one. */
function requireSame(manifest: BackupManifest, head: Head, tables: readonly TableCheck[]): void {
  if (head.seq !== manifest.seq || head.hash !== manifest.hash) {
    throw damagedBackup('the restored database', `it ends at deed ${head.seq}, expected ${manifest.seq} ${manifest.hash}`);
  }
  for (const { table, rows, checksum } of manifest.tables) {
    const found = tables.find((each) => each.table === table);
    const isSame = found?.rows === rows && (manifest.schema !== SCHEMA_VERSION || found.checksum === checksum);
    if (!isSame)
      throw damagedBackup('the restored database', `table ${table} has ${found?.rows} rows, expected ${rows} with checksum ${checksum}`);
  }
}

function requireEmptyFolder(dataDir: string): void {
  if (!existsSync(dataDir)) return;
  const [found] = readdirSync(dataDir);
  if (found === undefined) return;
  const message = `expected an empty data folder or none at ${resolve(dataDir)}, found ${found} in it; nothing is restored over data`;
  throw new WestgateError('WG_NOT_EMPTY', message, { folder: dataDir, found });
}

/** An empty database may have our tables, without rows. */
async function requireEmptyDatabase(sql: Sql): Promise<void> {
  const { rows } = await sql.query<{ found: boolean }>("select to_regclass('deed') is not null as found");
  if (!rows[0]?.found) return;
  const { seq } = await readHead(sql);
  if (seq === 0) return;
  throw new WestgateError('WG_NOT_EMPTY', `expected an empty database, found ${seq} deeds in it; nothing is restored over data`, { seq });
}

/** Gives the finished folder its name. An empty folder that stands there goes; it must not be a mount of its own. */
function takePlace(beside: string, target: string): void {
  try {
    if (existsSync(target)) rmdirSync(target);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new WestgateError('WG_NOT_EMPTY', `${target} cannot be replaced (${why}); name a new folder, for example one inside it.`, {
      folder: target,
    });
  }
  renameSync(beside, target);
  syncFolder(dirname(target));
}

function headOf({ seq, hash }: Head): Head {
  return { seq, hash };
}
