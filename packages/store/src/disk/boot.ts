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
  /** What `pg` was, while it is made anew: until that is through, nothing else may hold what the journal lacks. */
  readonly before: string;
  readonly boot: string;
}

/** A database of a folder that can be looked at. */
export type HeldDatabase = Pick<DatabaseFiles, 'owner' | 'pg'>;

const NAMES = /^(pg|boot)(?:-([1-9]\d*))?(?:\.before)?$/;

/**
 * The files of the database that the owner with the number `owner` made: `pg` and `boot` for 0, the first. An owner that is taken for gone
 * but wakes writes into its own files still; nobody else reads them.
 */
export function databaseFiles(dataDir: string, owner: number): DatabaseFiles {
  const end = owner === 0 ? '' : `-${owner}`;
  const pg = join(dataDir, `pg${end}`);
  return { dataDir, owner, pg, before: `${pg}.before`, boot: join(dataDir, `boot${end}`) };
}

/** Whether a database of any owner is in the folder. */
export function hasDatabase(dataDir: string): boolean {
  const isFilled = (name: string) => NAMES.exec(name)?.[1] === 'pg' && readdirSync(join(dataDir, name)).length > 0;
  return existsSync(dataDir) && readdirSync(dataDir).some(isFilled);
}

/** The numbers of the owners that have a database in the folder, or had one; the newest first. */
export function databaseOwners(dataDir: string): readonly number[] {
  const owners = readdirSync(dataDir).flatMap((name) => {
    const found = NAMES.exec(name);
    return found ? [Number(found[2] ?? 0)] : [];
  });
  return [...new Set(owners)].sort((a, b) => b - a);
}

/**
 * The database from which the deeds of a folder are read: the owner's own or, where it has finished none yet, the newest that an owner before it
 * had finished; never that of a later one, which an owner that lost the folder finds there. Null where there is none.
 */
export function databaseHeld(files: DatabaseFiles): HeldDatabase | null {
  const own = finishedBy(files);
  // A mark that is not `unfinished` without a database: somebody chose to go on without what was held.
  if (own || (existsSync(files.boot) && !isUnfinished(files))) return own;
  const former = databaseOwners(files.dataDir).filter((owner) => owner < files.owner);
  const [newest] = former.flatMap((owner) => finishedBy(databaseFiles(files.dataDir, owner)) ?? []);
  return newest ?? (existsSync(files.pg) ? files : null);
}

/** The database that an owner finished last: `pg` or, while that is made anew, what it was before. */
export function finishedBy(files: DatabaseFiles): HeldDatabase | null {
  if (existsSync(files.pg) && !isUnfinished(files)) return files;
  return existsSync(files.before) ? { owner: files.owner, pg: files.before } : null;
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
export function markWrong({ boot }: Pick<DatabaseFiles, 'boot'>): void {
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
