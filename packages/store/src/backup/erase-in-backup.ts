import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { destroyFile } from '../disk/files.ts';
import { keyPath, personalRecordPath, readPersonKeys } from '../persons/key-ring.ts';
import { nameOf } from '../persons/persons.ts';
import { damagedBackup, MANIFEST, readManifest, writeManifest } from './manifest.ts';

/** The ids in a backup that a person's id or name stands for; empty where there is none. */
export function personsInBackup(dir: string, idOrName: string): readonly string[] {
  return readPersonKeys(dir)
    .filter((key) => key.id === idOrName || nameOf(key) === idOrName)
    .map(({ id }) => id);
}

/** Destroys the keys of persons in a backup, for good. The rest of the backup stays as it was, and whole. Gives the ids whose key was there. */
export function erasePersonsInBackup(dir: string, ids: readonly string[]): readonly string[] {
  const manifest = readManifest(dir);
  if (manifest === null) throw damagedBackup(MANIFEST, 'there is no finished backup in this folder');
  const held = ids.filter((id) => existsSync(join(dir, keyPath(id))));
  // The key first: killed here, the backup names a file that is gone, and says so when it is restored. Erasing again sets it right.
  for (const path of [...held.map(keyPath), ...held.map(personalRecordPath)]) destroyFile(join(dir, path));
  const gone = new Set([...ids.map(keyPath), ...ids.map(personalRecordPath)]);
  const files = manifest.files.filter(({ path }) => !gone.has(path));
  if (files.length < manifest.files.length) writeManifest(dir, { ...manifest, files });
  return held;
}
