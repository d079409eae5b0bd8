import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inBackground, WestgateError } from '@westgate/base';
import { databaseOwners } from '../disk/boot.ts';
import { makeFolder, writeFileSafely } from '../disk/files.ts';
import { LIMITS } from '../limits/limits.ts';
import { formerOwners } from './former-owner.ts';
import { type Identity, isInReach, isRunning, sharesLoopback, thisProcess } from './identity.ts';
import {
  endFormer,
  endRecord,
  type FoundRecord,
  openRecords,
  readAddress,
  recordPath,
  removeOwners,
  removeTraces,
  writeAddress,
  writeBeat,
  writeRecord,
} from './owner-record.ts';
import { openOwnerSocket } from './owner-socket.ts';
import { type Hold, ownershipOf } from './ownership.ts';

/** Who has a data folder open. */
export interface LockInfo extends Pick<Identity, 'pid' | 'host'> {
  /** Where the process answers HTTP, once it does. */
  readonly address: string | null;
  /** What a command is let in with as who runs Westgate: only the owner of the folder can read it. */
  readonly operatorKey?: string | undefined;
  /** Whether it is known to run; on another machine or in another container only an answer can show that. */
  readonly isCertain: boolean;
  /** Whether an address on its loopback is one of this process's own. */
  readonly sharesLoopback: boolean;
}

export interface Lock {
  readonly hold: Hold;
  /** Tells others where this process answers. */
  setAddress(address: string, operatorKey?: string): void;
  release(): void;
}

/** How a folder is taken. */
export interface LockOptions {
  /** Milliseconds without a sign of life after which an owner that cannot be looked up counts as gone. */
  readonly leaseMs?: number;
  /** Who takes it: this process. */
  readonly identity?: Identity;
  /** No deed is done in the folder: nothing of the owner stays after {@link Lock.release}. */
  readonly isPassing?: boolean;
}

/** What Westgate before schema 17 wrote into `lock`, and still looks for. */
interface OldLock {
  readonly pid: number;
  readonly startTime: string | null;
  readonly bootId: string | null;
  readonly address: string | null;
}

/** Signs of life in a lease. */
const BEATS = 4;

/**
 * Takes the folder `dataDir`, makes it if needed: a record `owners/<number>.json` that nobody can make twice, with a number greater than all
 * before, those of databases among them. Throws WG_FOLDER_LOCKED, naming the holder, while another has it; one that gave no sign of life for a lease loses it.
 */
export async function acquireLock(dataDir: string, options: LockOptions = {}): Promise<Lock> {
  const { leaseMs = LIMITS.leaseMs, identity = thisProcess(), isPassing = false } = options;
  makeFolder(dataDir);
  for (;;) {
    const old = readOldLock(dataDir);
    if (old && isOldAlive(old, identity)) throw lockedError(dataDir, { ...old, host: identity.host });
    const { newest, there, silent } = await formerOwners(dataDir, identity, leaseMs);
    if (there) throw lockedError(dataDir, holderIn(dataDir, there));
    // A folder that was copied without its records still has the databases of its owners.
    const lastDatabase = databaseOwners(dataDir)[0] ?? 0;
    const lastRecord = newest?.number ?? 0;
    const number = Math.max(lastRecord, lastDatabase) + 1;
    const id = randomBytes(8).toString('hex');
    const name = `${number}-${id}`;
    const isOldElsewhere = old !== null && old.bootId !== null && old.bootId !== identity.bootId;
    // Ended by one of which no record is left: what that one knew of its owner is not known any more.
    const isUntold = lastDatabase > lastRecord || (newest !== null && (newest.record === null || newest.end === 'taken'));
    const mayWrite = silent.length > 0 || isOldElsewhere || isUntold;
    const { fence, databaseOf } = mayWrite ? { fence: name, databaseOf: number } : (newest?.record ?? { fence: null, databaseOf: 0 });
    const text = writeRecord(dataDir, { ...identity, number, id, fence, databaseOf });
    if (text === null) continue;
    try {
      endFormer(dataDir, number);
      writeFileSafely(join(dataDir, 'lock'), oldLockText(name));
    } catch (error) {
      letGo(dataDir, number);
      throw error;
    }
    const takenFrom = silent.map((each) => inWords(holderIn(dataDir, each))).join(' and ') || undefined;
    return hold(dataDir, { dataDir, number, record: text, name, fence, databaseOf, takenFrom }, { leaseMs, isPassing });
  }
}

/** The process that has `dataDir` open, or null where it is known that none has. */
export function readLock(dataDir: string): LockInfo | null {
  const mine = thisProcess();
  const old = readOldLock(dataDir);
  if (old && isOldAlive(old, mine)) return { ...old, host: mine.host, isCertain: true, sharesLoopback: true };
  for (const found of openRecords(dataDir)) {
    const { record } = found;
    const isCertain = record !== null && isInReach(mine, record);
    if (record && !(isCertain && !isRunning(record))) {
      return { ...holderIn(dataDir, found), isCertain, sharesLoopback: sharesLoopback(mine, record) };
    }
  }
  return null;
}

/** The folder is this process's, as the owners before it were told: signs of life, and a socket, until it is let go. */
async function hold(
  dataDir: string,
  held: Hold,
  { leaseMs, isPassing }: { readonly leaseMs: number; readonly isPassing: boolean },
): Promise<Lock> {
  const { number } = held;
  const ownership = ownershipOf(held);
  let beats = 0;
  const beat = (): void => {
    if (ownership.isHeld()) writeBeat(dataDir, number, ++beats);
    else clearInterval(timer);
  };
  const beatInBackground = (): void => inBackground('sign of life', beat, warnOnce(dataDir));
  const timer = setInterval(beatInBackground, leaseMs / BEATS).unref();
  beatInBackground();
  const ownerSocket = await openOwnerSocket(dataDir, number);
  return {
    hold: held,
    setAddress(address, operatorKey) {
      if (ownership.isHeld()) writeAddress(dataDir, number, { address, operatorKey });
    },
    release() {
      clearInterval(timer);
      ownerSocket?.close();
      removeTraces(dataDir, number);
      if (!ownership.isHeld()) return;
      letGo(dataDir, number);
      rmSync(join(dataDir, 'lock'), { force: true });
      if (isPassing) removeOwners(dataDir);
    },
  };
}

/** Says in the record that its owner is done; on a disk that is too full for that, takes it away. */
function letGo(dataDir: string, number: number): void {
  try {
    endRecord(dataDir, number, 'released');
  } catch {
    rmSync(recordPath(dataDir, number), { force: true });
  }
}

/** A folder that cannot be written for a while is no reason to end: another may take it, and this owner then sees that. */
function warnOnce(dataDir: string): (error: Error) => void {
  return (error) => {
    if (warned.has(dataDir)) return;
    warned.add(dataDir);
    process.emitWarning(`No sign of life could be written into ${dataDir}: ${error.message}`);
  };
}

const warned = new Set<string>();

/**
 * A Westgate that does not know of owners takes a lock for held when the process it names began when it says: number 0 is no process and
 * began at no time, so it never opens a folder that is open, wherever that is.
 */
function oldLockText(name: string): string {
  return `${JSON.stringify({ pid: 0, startTime: null, bootId: null, address: null, owner: name })}\n`;
}

/** The lock of a Westgate that does not know of owners; null where there is none that can be read. */
function readOldLock(dataDir: string): OldLock | null {
  try {
    const found = JSON.parse(readFileSync(join(dataDir, 'lock'), 'utf8')) as OldLock;
    return Number.isInteger(found.pid) && found.pid > 0 ? found : null;
  } catch {
    return null;
  }
}

function isOldAlive(old: OldLock, { bootId }: Identity): boolean {
  if (bootId !== null && old.bootId !== null && old.bootId !== bootId) return false;
  return isRunning(old);
}

type Holder = Omit<LockInfo, 'isCertain' | 'sharesLoopback'>;

function holderIn(dataDir: string, { number, record }: FoundRecord): Holder {
  const given = readAddress(dataDir, number);
  return { pid: record?.pid ?? 0, host: record?.host ?? 'unknown', address: given?.address ?? null, operatorKey: given?.operatorKey };
}

function inWords({ pid, host }: Pick<Holder, 'pid' | 'host'>): string {
  return `process ${pid} on ${host}`;
}

function lockedError(dataDir: string, { pid, host, address }: Pick<Holder, 'pid' | 'host' | 'address'>): WestgateError {
  const where = address === null ? '' : ` and answers at ${address}`;
  const message = `Expected a free data folder; ${inWords({ pid, host })} has ${dataDir} open${where}.`;
  return new WestgateError('WG_FOLDER_LOCKED', message, { folder: dataDir, pid, host, address });
}
