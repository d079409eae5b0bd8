import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf } from './disk-fault.ts';

/** Brings a folder's list of names to the disk. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') syncPath(folder, 'r');
}

/** Brings every file and folder under `folder` to the disk. */
export function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) syncTree(path);
    else if (entry.isFile()) syncPath(path, 'r+');
  }
  syncFolder(folder);
}

/** Who may read what lies in a data folder or a backup: its owner alone. */
export const OWNER_ONLY = { file: 0o600, folder: 0o700 } as const;

/** Makes a folder for its owner alone where it is missing, with those it lies in; its name is on the disk. Nothing happens to one that is there. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { recursive: true, mode: OWNER_ONLY.folder });
  chmodSync(folder, OWNER_ONLY.folder);
  syncFolder(dirname(folder));
}

/** Replaces the file at `path`: after a crash it holds either the old content or the new, whole. `confirm` may throw before it takes its place. */
export function writeFileSafely(path: string, content: string | Uint8Array, confirm: () => void = () => undefined): void {
  const beside = besideOf(path);
  writeFileSync(beside, content, { flush: true, mode: OWNER_ONLY.file });
  try {
    confirm();
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  renameSync(beside, path);
  syncFolder(dirname(path));
}

/**
 * Makes a file that was not there, whole and on the disk; false where there is one, though others try at the same moment on another machine.
 * A second name for a finished file does that; where the disk knows no second names, the file is whole a moment after it is there.
 */
export function createWhole(path: string, content: string | Uint8Array): boolean {
  const beside = besideOf(path);
  writeFileSync(beside, content, { flush: true, mode: OWNER_ONLY.file });
  try {
    linkSync(beside, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!WITHOUT_LINKS.has(String(codeOf(error)))) throw error;
    return createInPlace(path, content);
  } finally {
    rmSync(beside, { force: true });
  }
  syncFolder(dirname(path));
  return true;
}

/** Removes the file at `path` after writing noise over its bytes. Nothing happens where there is none. */
export function destroyFile(path: string): void {
  if (!existsSync(path)) return;
  const file = openSync(path, 'r+');
  try {
    writeSync(file, randomBytes(statSync(path).size), 0, null, 0);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  rmSync(path);
  syncFolder(dirname(path));
}

/** Brings the bytes of a file to the disk. */
export function syncFile(path: string): void {
  syncPath(path, 'r+');
}

function syncPath(path: string, flags: 'r' | 'r+'): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Process numbers tell processes apart on one machine only, and a folder may be shared by two. */
function besideOf(path: string): string {
  return `${path}.${randomBytes(8).toString('hex')}.new`;
}

/** What a disk answers that knows no second names for a file. */
const WITHOUT_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

function createInPlace(path: string, content: string | Uint8Array): boolean {
  try {
    writeFileSync(path, content, { flush: true, flag: 'wx', mode: OWNER_ONLY.file });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  syncFolder(dirname(path));
  return true;
}
