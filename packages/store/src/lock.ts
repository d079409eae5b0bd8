import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { WestgateError } from '@westgate/base';
import { readBootId } from './boot.ts';
import { writeFileSafely } from './files.ts';

/** Who has a data folder open. */
export interface LockInfo {
  readonly pid: number;
  /** Start of the process in ticks since boot, where the system tells; null elsewhere. */
  readonly startTime: string | null;
  readonly bootId: string | null;
  /** Where the process answers HTTP, once it does. */
  readonly address: string | null;
  /** What a command on this machine shows to be let in as who runs Westgate: only the owner of the folder can read it. */
  readonly operatorKey?: string | undefined;
}

export interface Lock {
  /** Tells others where this process answers. */
  setAddress(address: string, operatorKey?: string): void;
  release(): void;
}

const OWNER_ONLY = 0o600;

/** Takes `<dataDir>/lock`, makes the folder if needed. Throws WG_FOLDER_LOCKED while a living process holds it. */
export async function acquireLock(dataDir: string): Promise<Lock> {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, 'lock');
  let mine: LockInfo = { pid: process.pid, startTime: startTimeOf(process.pid), bootId: readBootId(), address: null };
  while (!tryCreate(path, mine)) {
    const holder = await readSettled(path);
    if (holder && isAlive(holder)) throw lockedError(dataDir, holder);
    removeStale(path, holder);
  }
  return {
    setAddress(address, operatorKey) {
      mine = { ...mine, address, operatorKey };
      writeFileSafely(path, textOf(mine), OWNER_ONLY);
    },
    release: () => rmSync(path, { force: true }),
  };
}

/** The living process that has `dataDir` open, or null. */
export function readLock(dataDir: string): LockInfo | null {
  const holder = parseLock(join(dataDir, 'lock'));
  return holder && isAlive(holder) ? holder : null;
}

function tryCreate(path: string, mine: LockInfo): boolean {
  try {
    writeFileSync(path, textOf(mine), { flag: 'wx', mode: OWNER_ONLY });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Reads the lock; one that cannot be read may just be in the making, so it gets a second look. */
async function readSettled(path: string): Promise<LockInfo | null> {
  for (let attempt = 0; attempt < 10 && existsSync(path); attempt++) {
    const holder = parseLock(path);
    if (holder) return holder;
    await sleep(20);
  }
  return parseLock(path);
}

/** Two processes may find the same stale lock: it is moved away first, and put back when it turns out to be the other's new one. */
function removeStale(path: string, stale: LockInfo | null): void {
  const away = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, away);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const moved = parseLock(away);
  if (moved && moved.pid !== stale?.pid && isAlive(moved) && !existsSync(path)) renameSync(away, path);
  else rmSync(away, { force: true });
}

function parseLock(path: string): LockInfo | null {
  try {
    const found = JSON.parse(readFileSync(path, 'utf8')) as LockInfo;
    return Number.isInteger(found.pid) ? found : null;
  } catch {
    return null;
  }
}

/** The process runs, in this boot, and is not another one that was given the same number. */
function isAlive(holder: LockInfo): boolean {
  const bootId = readBootId();
  if (bootId !== null && holder.bootId !== null && holder.bootId !== bootId) return false;
  if (process.platform === 'linux') return startTimeOf(holder.pid) === holder.startTime;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * When a running process started: field 22 of /proc/<pid>/stat, counted behind the last `)` as a program's name may hold anything.
 * Null for a process that is gone, or ended and not yet collected (state Z), and on systems without /proc.
 */
function startTimeOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function lockedError(dataDir: string, holder: LockInfo): WestgateError {
  const where = holder.address === null ? '' : ` and answers at ${holder.address}`;
  const message = `Expected a free data folder; process ${holder.pid} has ${dataDir} open${where}.`;
  return new WestgateError('WG_FOLDER_LOCKED', message, { folder: dataDir, pid: holder.pid, address: holder.address });
}

function textOf(lock: LockInfo): string {
  return `${JSON.stringify(lock)}\n`;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
