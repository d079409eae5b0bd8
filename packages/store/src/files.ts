import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

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

/** Replaces the file at `path`: after a crash it holds either the old content or the new, whole. `mode`: who may read it (default 0666). */
export function writeFileSafely(path: string, content: string | Uint8Array, mode?: number): void {
  const beside = `${path}.${process.pid}.new`;
  writeFileSync(beside, content, mode === undefined ? { flush: true } : { flush: true, mode });
  renameSync(beside, path);
  syncFolder(dirname(path));
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
