import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type InstantString, WestgateError } from '@westgate/base';
import { type DatabaseFiles, databaseFiles } from '../disk/boot.ts';
import { holdsOffice } from '../journal/holds-office.ts';
import { idemOf } from '../journal/idem.ts';
import { openJournal } from '../journal/journal.ts';
import { sealDeed } from '../journal/journal-line.ts';
import { acquireLock } from '../ownership/lock.ts';
import { type Ownership, ownershipOf } from '../ownership/ownership.ts';
import { folderKeyRing, makeKeyFolder } from '../persons/key-ring.ts';
import { personsOf } from '../persons/persons.ts';
import { MEND_JOURNAL, type MendChoice, type Mended, mendedIn, mendKey } from './choice.ts';
import type { Finding } from './finding.ts';
import { findLack, type MendReport, mendJournal } from './mend.ts';
import { finishRenaming } from './redo.ts';
import { openStoredCopy } from './stored-copy.ts';
import { namesWithoutKeys } from './whole-folder.ts';
import type { MendOptions } from './write-mended.ts';

/** How a data folder that no process has open was found. */
export interface FolderFinding {
  readonly finding: Finding | null;
  /** Persons whom the deeds name, whose keys are missing altogether; 0 where keys are there, or are not needed. */
  readonly namesLost: number;
  /** What was chosen before, `who` as it is read. */
  readonly mended: readonly Mended[];
}

/**
 * Looks at a data folder that no process has open, what its journal lacks and whether its keys are gone. Throws WG_FOLDER_LOCKED while one has,
 * WG_NOT_FOUND where there is no data folder.
 */
export async function lookAtFolder(dataDir: string): Promise<FolderFinding> {
  return inFolder(dataDir, async ({ files }) => {
    const finding = await findLack(files, now());
    return { finding, namesLost: finding ? 0 : await countLostNames(files), mended: await mendedOf(dataDir) };
  });
}

/**
 * Does what was chosen in a data folder that no process has open; `who` is a name, the id of a person or `westgate`. Throws WG_INPUT_INVALID
 * where the way does not fit what is found; nothing was written then.
 */
export async function mendFolder(dataDir: string, choice: MendChoice, options: Partial<MendOptions> = {}): Promise<MendReport> {
  return inFolder(dataDir, async (held) => {
    const finding = await findLack(held.files, now());
    if (choice.way === 'give-up-names') return giveUpNames(held, choice, finding);
    return mendJournal(held.files, await sealed(dataDir, choice), { requireHeld: held.ownership.requireHeld, ...options });
  });
}

/** The deed that says that names are lost; from then on new persons have new keys. */
async function giveUpNames({ files, ownership }: Held, choice: MendChoice, finding: Finding | null): Promise<MendReport> {
  if (choice.reason.trim() === '') throw new WestgateError('WG_INPUT_INVALID', 'expected a reason: it stands in the journal for good');
  if (finding) throw new WestgateError('WG_INPUT_INVALID', 'the journal lacks deeds: mend it first');
  if ((await countLostNames(files)) === 0) {
    throw new WestgateError('WG_INPUT_INVALID', 'the keys of persons are there, or none is needed: there is nothing to give up');
  }
  const { journal } = openJournal(files.dataDir, { ownership });
  try {
    const at = now();
    const { who, reason, way } = choice;
    const idem = idemOf(mendKey(way, { at, fromDatabase: [], lost: [], resting: [] }), MEND_JOURNAL);
    const { head } = journal;
    const sealedDeed = sealDeed({ who, verb: MEND_JOURNAL, reason, idem, changes: [] }, head, at);
    journal.append(sealedDeed);
    makeKeyFolder(files.dataDir);
    const mended = mendedIn(sealedDeed.deed);
    if (!mended) throw new Error('the deed of a choice tells what was chosen');
    return { mended, provenTo: head.seq };
  } finally {
    journal.close();
  }
}

async function sealed(dataDir: string, choice: MendChoice): Promise<MendChoice> {
  if (choice.who === 'westgate') return choice;
  if (!existsSync(join(dataDir, 'keys'))) {
    throw new WestgateError('WG_INPUT_INVALID', 'keys/ is missing, so no name can be sealed: choose as westgate, without --who');
  }
  return { ...choice, who: await personsOf(folderKeyRing(dataDir)).seal(choice.who) };
}

async function countLostNames(files: DatabaseFiles): Promise<number> {
  const keys = folderKeyRing(files.dataDir);
  const held = new Set((await keys.all()).map(({ id }) => id));
  if (held.size > 0) return 0;
  const stored = await openStoredCopy(files);
  try {
    return stored ? (await namesWithoutKeys(stored.sql, held)).length : 0;
  } finally {
    await stored?.close();
  }
}

async function mendedOf(dataDir: string): Promise<readonly Mended[]> {
  const { journal } = openJournal(dataDir, { untouched: true });
  try {
    const found: Mended[] = [];
    for (let seq = 1; seq <= journal.head.seq; seq++) {
      const mended = mendedIn(journal.summary(seq));
      if (mended) found.push(mended);
    }
    return await personsOf(folderKeyRing(dataDir)).reveal(found);
  } finally {
    journal.close();
  }
}

/** A folder that is this process's. */
interface Held {
  readonly files: DatabaseFiles;
  readonly ownership: Ownership;
}

/** Runs `work` while the folder is this process's alone, after what an earlier one left half done was ended. */
async function inFolder<T>(dataDir: string, work: (held: Held) => Promise<T>): Promise<T> {
  if (!holdsOffice(dataDir)) {
    throw new WestgateError('WG_NOT_FOUND', `expected a data folder with a journal or a database, found none in ${dataDir}`, {
      folder: dataDir,
    });
  }
  const lock = await acquireLock(dataDir);
  try {
    finishRenaming(dataDir);
    return await work({ files: databaseFiles(dataDir, lock.hold.databaseOf), ownership: ownershipOf(lock.hold) });
  } finally {
    lock.release();
  }
}

function now(): InstantString {
  return new Date().toISOString() as InstantString;
}
