import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder, syncTree, writeFileSafely } from './files.ts';

const UNFINISHED = 'unfinished';
const WRONG = 'wrong';

/**
 * PGlite never syncs its files, so `pg/` may be trusted after a clean close (which syncs them) and after the death of the process
 * (the operating system still had the pages), but not after a power cut. The file `boot` tells these apart: it names the boot of the
 * machine while the folder is open, and is gone after a clean close. Gives why the database may not be trusted; null where it may.
 */
export function whyNotTrusted(dataDir: string): string | null {
  const path = join(dataDir, 'boot');
  if (!existsSync(path)) return null;
  const found = readFileSync(path, 'utf8');
  if (found === UNFINISHED) return 'The database was not finished';
  if (found === WRONG) return 'The database was found not to agree with the journal';
  return found === readBootId() ? null : 'The machine stopped while Westgate was open';
}

/** To be called before `pg/` is made anew: until {@link markOpen}, nobody trusts it. */
export function markUnfinished(dataDir: string): void {
  writeFileSafely(join(dataDir, 'boot'), UNFINISHED);
}

/** To be called when `pg/` turns out not to agree with the journal: it is made anew at the next opening. */
export function markWrong(dataDir: string): void {
  writeFileSafely(join(dataDir, 'boot'), WRONG);
}

/** To be called when `pg/` agrees with the journal and is about to be written. */
export function markOpen(dataDir: string): void {
  writeFileSafely(join(dataDir, 'boot'), readBootId() ?? 'unknown');
}

/** To be called when the database is closed: brings it to the disk. */
export function markClosed(dataDir: string): void {
  syncTree(join(dataDir, 'pg'));
  rmSync(join(dataDir, 'boot'), { force: true });
  syncFolder(dataDir);
}

/** A name of the machine's current run, or null where there is none. */
export function readBootId(): string | null {
  try {
    if (process.platform === 'linux') return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    if (process.platform === 'darwin') return execFileSync('sysctl', ['-n', 'kern.bootsessionuuid'], { encoding: 'utf8' }).trim();
    return null;
  } catch {
    return null;
  }
}
