import { readFileSync } from 'node:fs';
import { WestgateError } from '@westgate/base';
import { codeOf } from '../disk/disk-fault.ts';
import { recordPath } from './owner-record.ts';

/** How a process holds a data folder: what crosses into the store's thread. */
export interface Hold {
  readonly dataDir: string;
  /** Grows with every owner of the folder. */
  readonly number: number;
  /** The record of this owner as it was written; a later owner adds to it, or it goes. */
  readonly record: string;
  /** `<number>-<id>`: what the journal names the owner by. */
  readonly name: string;
  /** The owner in whose name a segment of the journal must have been begun; null where no former owner can still write. */
  readonly fence: string | null;
  /** Which database of the folder is this owner's: that of the owner with this number, 0 for the first. */
  readonly databaseOf: number;
  /** Who had the folder and gave no sign of life, in a few words; left out where nobody is passed over. */
  readonly takenFrom?: string | undefined;
}

/** The hold on a folder, to be looked at before something is written, and again before it is acknowledged. */
export interface Ownership {
  readonly name: string;
  readonly fence: string | null;
  /** Whether nobody took the folder since. Throws where that cannot be seen. */
  isHeld(): boolean;
  /** Throws WG_READ_ONLY with the reason `lost-ownership` when the folder has a newer owner. */
  requireHeld(): void;
}

/** The hold on a folder that nobody else can have: one in the making, or in a test. */
export const ALWAYS_HELD: Ownership = { name: '0-alone', fence: null, isHeld: () => true, requireHeld: () => undefined };

/**
 * The hold of an owner. Each look opens its record anew, so that on a shared volume, too, it is read as the next owner left it: a volume
 * answers an opening from what was written before it.
 */
export function ownershipOf({ dataDir, number, record, name, fence }: Hold): Ownership {
  const path = recordPath(dataDir, number);
  const isHeld = (): boolean => {
    try {
      return readFileSync(path, 'utf8') === record;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return false;
      throw error;
    }
  };
  return {
    name,
    fence,
    isHeld,
    requireHeld() {
      if (!isHeld()) throw lostOwnershipError();
    },
  };
}

/** What whoever asks a former owner to write gets. */
export function lostOwnershipError(): WestgateError {
  const message =
    'Another Westgate has taken over the data folder: this one answered nobody for too long, or was stopped. It records nothing any more. ' +
    'Whether the last deed was done, the other one knows; ask there.';
  return new WestgateError('WG_READ_ONLY', message, { reason: 'lost-ownership' });
}
