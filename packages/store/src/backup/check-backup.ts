import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { WestgateError } from '@westgate/base';
import { hashFile } from '../disk/copy-file.ts';
import { openJournal } from '../journal/journal.ts';
import { filePath } from '../kept-files/folder-keep.ts';
import { NamedFiles } from '../kept-files/named-files.ts';
import { readPersonKeys } from '../persons/key-ring.ts';
import { readSnapshot } from '../snapshots/snapshot.ts';
import { type BackupManifest, damagedBackup, MANIFEST, readManifest } from './manifest.ts';

/**
 * The manifest of a backup, after every file of it was read: sizes and hashes, the chain of the journal, the files of its batches, the rows
 * of its snapshot, the keys, the evidence files that its deeds brought. Throws WG_BACKUP_DAMAGED with the first place that is not as it was written, or says that it is unfinished.
 */
export function checkBackup(dir: string): BackupManifest {
  const manifest = readManifest(dir);
  if (manifest === null) {
    const what = existsSync(join(dir, 'journal')) ? 'it is missing, so the backup was never finished' : 'there is no backup in this folder';
    throw damagedBackup(MANIFEST, what);
  }
  for (const { path, bytes, sha256 } of manifest.files) {
    const found = hashFile(join(dir, path), bytes);
    if (found === sha256) continue;
    requireSoundJournal(dir, path);
    throw damagedBackup(path, found === null ? `it is missing or shorter than ${bytes} bytes` : 'it is not as it was written');
  }
  checkJournal(dir, manifest);
  checkSnapshot(dir, manifest);
  readPersonKeys(dir);
  return manifest;
}

/** Follows every line and reads every batch up to the last deed of the manifest. */
function checkJournal(dir: string, { seq: last, hash, files }: BackupManifest): void {
  const { journal } = openJournal(dir, { untouched: true });
  const named = new NamedFiles();
  try {
    if (journal.hashAt(last) !== hash) throw damagedBackup('journal', `deed ${last} is not the one that ${MANIFEST} names`);
    for (let seq = 1; seq <= last; seq++) {
      const deed = journal.read(seq);
      if (deed.seq !== seq) throw damagedBackup('journal', `line ${seq} holds deed ${deed.seq}`);
      named.add(deed);
    }
  } catch (error) {
    throw asDamage(error);
  } finally {
    journal.close();
  }
  const kept = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  for (const sha256 of named.brought) {
    const path = filePath(sha256);
    if (kept.get(path) !== sha256) throw damagedBackup(path, 'an evidence file that a deed brought is not in the backup');
  }
}

function checkSnapshot(dir: string, { seq, hash, tables }: BackupManifest): void {
  try {
    const { manifest } = readSnapshot(dir, seq);
    const isSame =
      manifest.hash === hash &&
      tables.every(({ table, checksum }) => checksum === manifest.tables.find((each) => each.table === table)?.checksum);
    if (!isSame) throw new Error(`it is not the one that ${MANIFEST} names`);
  } catch (error) {
    throw damagedBackup(`snapshots/${seq}`, error instanceof Error ? error.message : String(error));
  }
}

/** Names the line and the byte where a file of the journal is damaged. */
function requireSoundJournal(dir: string, path: string): void {
  if (!path.startsWith('journal/')) return;
  const { journal, damage } = openJournal(dir, { untouched: true });
  journal.close();
  if (damage)
    throw damagedBackup(damage.file, `line ${damage.line} (byte ${damage.offset}, deed ${damage.seq}): ${damage.why}`, { ...damage });
}

function asDamage(error: unknown): unknown {
  if (!(error instanceof WestgateError) || error.code !== 'WG_JOURNAL_DAMAGED') return error;
  const { file, line, offset, seq, why } = error.details;
  return damagedBackup(String(file), `line ${line} (byte ${offset}, deed ${seq}): ${why}`, error.details);
}
