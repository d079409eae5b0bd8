import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { readBootId } from '../disk/boot.ts';

/** Which process on which machine: enough to say whether one that is named so still runs, where that can be said at all. */
export interface Identity {
  /** What the machine or container calls itself. */
  readonly host: string;
  readonly pid: number;
  /** Start of the process in ticks since boot, where the system tells; null elsewhere. */
  readonly startTime: string | null;
  readonly bootId: string | null;
  /** The space in which its number counts, and that of its network addresses; null on systems without them. */
  readonly pidSpace: string | null;
  readonly netSpace: string | null;
}

/** This process. */
export function thisProcess(): Identity {
  return {
    host: hostname(),
    pid: process.pid,
    startTime: startTimeOf(process.pid),
    bootId: readBootId(),
    pidSpace: spaceOf('pid'),
    netSpace: spaceOf('net'),
  };
}

/** Whether `other` can be looked up by its number from `mine`. On systems without a name for the boot the machine's own name must do. */
export function isInReach(mine: Identity, other: Identity): boolean {
  if (mine.bootId === null && mine.host !== other.host) return false;
  return mine.bootId === other.bootId && mine.pidSpace === other.pidSpace;
}

/** Whether both run under one kernel. */
export function isOnSameKernel(mine: Identity, other: Identity): boolean {
  return mine.bootId !== null && mine.bootId === other.bootId;
}

/** Whether an address of `other` on its own loopback is one of `mine`. */
export function sharesLoopback(mine: Identity, other: Identity): boolean {
  return mine.bootId === other.bootId && mine.netSpace === other.netSpace && (mine.bootId !== null || mine.host === other.host);
}

/** A process of this number that began then runs here, and is not another one that was given the same number. */
export function isRunning({ pid, startTime }: Pick<Identity, 'pid' | 'startTime'>): boolean {
  if (process.platform === 'linux') return startTimeOf(pid) === startTime;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
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

function spaceOf(kind: 'pid' | 'net'): string | null {
  try {
    return readlinkSync(`/proc/self/ns/${kind}`);
  } catch {
    return null;
  }
}
