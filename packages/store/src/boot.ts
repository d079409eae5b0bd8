import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder, syncTree, writeFileSafely } from './files.ts';

const UNFINISHED = 'unfinished';
const WRONG = 'wrong';

/** Where the embedded database of an owner lies, absolute. */
export interface DatabaseFiles {
  readonly dataDir: string;
  /** The number of that owner; 0 for the first. */
  readonly owner: number;
  readonly pg: string;
  readonly boot: string;
}

/**
 * The files of the database that the owner with the number `owner` made: `pg` and `boot` for 0, the first. An owner that is taken for gone
 * but wakes writes into its own files still; nobody else reads them.
 */
export function databaseFiles(dataDir: string, owner: number): DatabaseFiles {
  const end = owner === 0 ? '' : `-${owner}`;
  return { dataDir, owner, pg: join(dataDir, `pg${end}`), boot: join(dataDir, `boot${end}`) };
}

/** Whether a database of any owner is in the folder. */
export function hasDatabase(dataDir: string): boolean {
  return (
    existsSync(dataDir) && readdirSync(dataDir).some((name) => /^pg(-[1-9]\d*)?$/.test(name) && readdirSync(join(dataDir, name)).length > 0)
  );
}

/**
 * The database from which the deeds of a folder are read: the owner's own or, where it has none yet, the newest that an owner before it had
 * finished; never that of a later one, which an owner that lost the folder finds there. Null where there is none.
 */
export function databaseHeld(files: DatabaseFiles): DatabaseFiles | null {
  if (existsSync(files.pg)) return files;
  const former = readdirSync(files.dataDir).flatMap((name) => {
    const found = /^pg(?:-([1-9]\d*))?$/.exec(name);
    return found ? [databaseFiles(files.dataDir, Number(found[1] ?? 0))] : [];
  });
  const [newest] = former.filter((each) => each.owner < files.owner && !isUnfinished(each)).sort((a, b) => b.owner - a.owner);
  return newest ?? null;
}

/** Removes the databases of owners before this one. To be called when none of those can be there any more, and what they hold was looked at. */
export function removeFormerDatabases(dataDir: string, owner: number): void {
  for (const name of readdirSync(dataDir)) {
    const [, which, number = '0'] = /^(pg|boot)(?:-([1-9]\d*))?$/.exec(name) ?? [];
    if (which && Number(number) < owner) rmSync(join(dataDir, name), { recursive: true, force: true });
  }
}

/**
 * PGlite never syncs its files, so `pg/` may be trusted after a clean close (which syncs them) and after the death of the process
 * (the operating system still had the pages), but not after a power cut. The file `boot` tells these apart: it names the boot of the
 * machine while the folder is open, and is gone after a clean close. Gives why the database may not be trusted; null where it may.
 */
export function whyNotTrusted({ boot }: DatabaseFiles): string | null {
  if (!existsSync(boot)) return null;
  const found = readFileSync(boot, 'utf8');
  if (found === UNFINISHED) return 'The database was not finished';
  if (found === WRONG) return 'The database was found not to agree with the journal';
  return found === readBootId() ? null : 'The machine stopped while Westgate was open';
}

/** Whether `pg/` was being made anew from the journal and never finished. */
export function isUnfinished({ boot }: DatabaseFiles): boolean {
  return existsSync(boot) && readFileSync(boot, 'utf8') === UNFINISHED;
}

/** To be called before `pg/` is made anew: until {@link markOpen}, nobody trusts it. */
export function markUnfinished({ boot }: DatabaseFiles): void {
  writeFileSafely(boot, UNFINISHED);
}

/** To be called when `pg/` turns out not to agree with the journal: it is made anew at the next opening. */
export function markWrong({ boot }: DatabaseFiles): void {
  writeFileSafely(boot, WRONG);
}

/** To be called when `pg/` agrees with the journal and is about to be written. */
export function markOpen({ boot }: DatabaseFiles): void {
  writeFileSafely(boot, readBootId() ?? 'unknown');
}

/** To be called when the database is closed: brings it to the disk. */
export function markClosed({ dataDir, pg, boot }: DatabaseFiles): void {
  syncTree(pg);
  rmSync(boot, { force: true });
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
