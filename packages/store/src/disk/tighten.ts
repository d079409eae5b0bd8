import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from './disk-fault.ts';
import { OWNER_ONLY } from './files.ts';

/** What others than the owner may do with a file. */
const OTHERS = 0o077;

/**
 * Closes a data folder or a backup, and all that lies in it, to everybody but its owner, where the folder or something at its top is open to
 * others: Westgate itself makes nothing that is. Gives a sentence where that could not be done, else null. Windows has no such modes.
 */
export function tightenFolder(dataDir: string): string | null {
  if (process.platform === 'win32') return null;
  const tops = ['.', ...readdirSync(dataDir), ...namesIn(dataDir, 'journal'), ...namesIn(dataDir, 'keys')];
  if (!tops.some((name) => isOpen(join(dataDir, name)))) return null;
  try {
    tighten(dataDir);
    return isOpen(dataDir) ? saidOf(dataDir, 'the disk keeps no modes of files') : null;
  } catch (error) {
    return saidOf(dataDir, messageOf(error));
  }
}

/** The folder before what lies in it: nobody comes to what is still open. */
function tighten(folder: string): void {
  if (isOpen(folder)) chmodSync(folder, OWNER_ONLY.folder);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) tighten(path);
    else if (entry.isFile() && isOpen(path)) chmodSync(path, OWNER_ONLY.file);
  }
}

/** What is gone by now is open to nobody. */
function isOpen(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && (found.mode & OTHERS) !== 0;
}

function namesIn(dataDir: string, folder: string): readonly string[] {
  if (!statSync(join(dataDir, folder), { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(join(dataDir, folder)).map((name) => join(folder, name));
}

function saidOf(folder: string, why: string): string {
  const mode = (statSync(folder).mode & 0o777).toString(8);
  return `Other users of this machine may read the data folder (mode ${mode}), and it could not be closed to them: ${why}.`;
}
