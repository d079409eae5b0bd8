import { randomUUID } from 'node:crypto';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WestgateError } from '@westgate/base';
import { messageOf } from '../disk/disk-fault.ts';
import { type Damage, DamagedError } from '../journal/damage.ts';
import type { StopReason } from '../journal/deed.ts';
import { type Finding, findingInWords } from '../mend/finding.ts';
import { lostOwnershipError } from '../ownership/ownership.ts';

/** Why no deed is taken. */
export interface Stop {
  readonly reason: StopReason;
  /** What whoever asks for a deed gets. */
  readonly error: WestgateError;
  /** Whether it may end without a restart. */
  readonly canEnd: boolean;
}

const MB = 1024 * 1024;
const PROBE_BYTES = 64 * 1024;

/** The folder was opened for looking only. */
export function lookingStop(): Stop {
  return stopOf('looking', false, 'The data folder was opened for looking only.');
}

/** The journal has a damaged line. */
export function damagedStop(damage: Damage): Stop {
  return { reason: 'journal-damaged', error: new DamagedError(damage), canEnd: false };
}

/** The journal lacks deeds that were done, and somebody has to choose. `damage`: where it is damaged; null where it is only too short. */
export function lackStop(finding: Finding, damage: Damage | null): Stop {
  const details = { ...damage, lost: finding.lost, fromDatabase: finding.fromDatabase };
  return { reason: 'journal-damaged', error: new WestgateError('WG_JOURNAL_DAMAGED', findingInWords(finding), details), canEnd: false };
}

/** The journal could not be written; it is tried again with a new descriptor, never with the old one. */
export function journalStop(error: unknown): Stop {
  const message = `The journal could not be written (${messageOf(error)}). Nothing is recorded until it can be; Westgate tries again by itself.`;
  return stopOf('journal-failed', true, message);
}

/** The database is known to hold deeds that the journal has not, and they cannot be read now. */
export function aheadStop(cause: Error): Stop {
  return stopOf('database-failed', true, `${cause.message} They cannot be read now; nothing is recorded until they can be.`);
}

/** Another process has the folder. */
export function lostStop(): Stop {
  return { reason: 'lost-ownership', error: lostOwnershipError(), canEnd: false };
}

/** The database failed; the deeds are safe in the journal. */
export function databaseStop(error: unknown): Stop {
  const message = `The database failed (${messageOf(error)}). The deeds are safe in the journal; Westgate tries again by itself.`;
  return stopOf('database-failed', true, message);
}

/** A stop when less than `minFreeBytes` are free where `dataDir` is, else null. */
export function spaceStop(dataDir: string, minFreeBytes: number): Stop | null {
  const { bavail, bsize } = statfsSync(dataDir);
  const free = bavail * bsize;
  if (free >= minFreeBytes) return null;
  const [freeMb, minFreeMb] = [Math.floor(free / MB), Math.ceil(minFreeBytes / MB)];
  const message =
    `${freeMb} MB are free on the disk of the data folder, less than the ${minFreeMb} MB that Westgate keeps free. ` +
    'Nothing is recorded until there is room; then it goes on by itself.';
  return stopOf('disk-full', true, message, { freeMb, minFreeMb });
}

/** Writes a small file to the disk and removes it. Throws where that cannot be done. */
export function probeDisk(dataDir: string): void {
  const path = join(dataDir, `probe-${randomUUID()}`);
  try {
    writeFileSync(path, Buffer.alloc(PROBE_BYTES, 1), { flush: true });
  } finally {
    rmSync(path, { force: true });
  }
}

function stopOf(reason: StopReason, canEnd: boolean, message: string, details: Readonly<Record<string, unknown>> = {}): Stop {
  return { reason, canEnd, error: new WestgateError('WG_READ_ONLY', message, { reason, ...details }) };
}
