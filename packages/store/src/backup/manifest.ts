import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, type InstantString, WestgateError } from '@westgate/base';
import type { CopiedFile } from '../disk/copy-file.ts';
import { writeFileSafely } from '../disk/files.ts';
import type { Head } from '../journal/deed.ts';
import { SCHEMA_VERSION } from '../journal/journal-line.ts';
import { jsonOf } from '../journal/json-of.ts';
import { FINDINGS } from '../mend/finding.ts';
import type { TableCheck } from '../rows/replayed-tables.ts';

/** A file of a backup, in the backup's folder. Its first `bytes` bytes belong to the backup: a later one into the same folder may have added to it. */
export type BackupFile = CopiedFile;

/** What a backup says of itself. It is written last: without it a backup is unfinished. */
export interface BackupManifest extends Head {
  readonly format: typeof FORMAT;
  readonly at: InstantString;
  /** The schema of the program that made it. */
  readonly schema: number;
  /** Rows and checksum of every table at the last deed. */
  readonly tables: readonly TableCheck[];
  readonly files: readonly BackupFile[];
}

export const MANIFEST = 'manifest.json';
const FORMAT = 'westgate-backup-1';

/** Writes the manifest of `dir`: from now on the backup is the one it describes. */
export function writeManifest(dir: string, parts: Omit<BackupManifest, 'format'>): BackupManifest {
  const manifest: BackupManifest = { format: FORMAT, ...parts };
  writeFileSafely(join(dir, MANIFEST), `${canonicalJson(jsonOf(manifest))}\n`);
  return manifest;
}

/** The manifest of `dir`; null where there is none. Throws WG_BACKUP_DAMAGED where it cannot be read, WG_FOLDER_NEWER where it is of a newer schema. */
export function readManifest(dir: string): BackupManifest | null {
  const path = join(dir, MANIFEST);
  if (!existsSync(path)) return null;
  const manifest = parseManifest(readFileSync(path, 'utf8'));
  if (manifest === null) throw damagedBackup(MANIFEST, 'it is not the manifest of a backup');
  if (manifest.schema > SCHEMA_VERSION) {
    const message = `Expected a backup of schema ${SCHEMA_VERSION} or older; this one is of schema ${manifest.schema}.`;
    throw new WestgateError('WG_FOLDER_NEWER', message, { schema: manifest.schema, known: SCHEMA_VERSION });
  }
  return manifest;
}

/** WG_BACKUP_DAMAGED with the file, and what is wrong with it as the end of a sentence. */
export function damagedBackup(file: string, why: string, details: Readonly<Record<string, unknown>> = {}): WestgateError {
  return new WestgateError('WG_BACKUP_DAMAGED', `The backup cannot be used: ${file}: ${why}. Nothing was written.`, { file, ...details });
}

function parseManifest(text: string): BackupManifest | null {
  try {
    const found = JSON.parse(text) as BackupManifest;
    const isWhole =
      found.format === FORMAT &&
      Number.isInteger(found.seq) &&
      Number.isInteger(found.schema) &&
      /^[0-9a-f]{64}$/.test(found.hash) &&
      found.tables.every(
        ({ table, rows, checksum }) => typeof table === 'string' && Number.isInteger(rows) && typeof checksum === 'string',
      ) &&
      found.files.every(isFile);
    return isWhole ? found : null;
  } catch {
    return null;
  }
}

/** No path leads out of the backup's folder. */
function isFile({ path, bytes, sha256 }: BackupFile): boolean {
  const isOfPart = /^(journal|batches|snapshots|keys|files)(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/.test(path) && !path.includes('..');
  const isInside = isOfPart || path === FINDINGS;
  return isInside && Number.isSafeInteger(bytes) && bytes >= 0 && /^[0-9a-f]{64}$/.test(sha256);
}
