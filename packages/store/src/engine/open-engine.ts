import { type InstantString, never } from '@westgate/base';
import { type DatabaseFiles, markClosed } from '../disk/boot.ts';
import { isDiskFault } from '../disk/disk-fault.ts';
import { tightenFolder } from '../disk/tighten.ts';
import { removeOrphans } from '../journal/batch.ts';
import { type Damage, DamagedError } from '../journal/damage.ts';
import { type Journal, type OpenedJournal, openJournal } from '../journal/journal.ts';
import { memoryJournal } from '../journal/memory-journal.ts';
import { memoryFileKeep } from '../kept-files/file-keep.ts';
import { folderFileKeep, lookingFileKeep } from '../kept-files/folder-keep.ts';
import { type Limits, limitsOf } from '../limits/limits.ts';
import { type Finding, readFinding } from '../mend/finding.ts';
import { findLack } from '../mend/mend.ts';
import { finishRenaming } from '../mend/redo.ts';
import { requireJournal, requireKeys } from '../mend/whole-folder.ts';
import { folderOutbox } from '../outbox/folder-outbox.ts';
import { memoryOutbox } from '../outbox/outbox.ts';
import { ALWAYS_HELD, type Ownership, ownershipOf } from '../ownership/ownership.ts';
import { folderKeyRing, lookingKeyRing, memoryKeyRing } from '../persons/key-ring.ts';
import { folderSignInLog, memorySignInLog } from '../persons/sign-in-log.ts';
import { folderRunKeep } from '../runs/folder-runs.ts';
import { memoryRunKeep } from '../runs/run-keep.ts';
import { snapshotSeqs } from '../snapshots/snapshot.ts';
import type { Database } from '../sql/port.ts';
import { embeddedEngine } from './embedded-engine.ts';
import { endBy } from './end-by.ts';
import type { Engine, EngineOptions, LocalPlace, Place } from './engine.ts';
import { type KeptBeside, whileHeld } from './kept-beside.ts';
import { AheadError, filesOf, leaveFormerDatabases, openInFolder, type Said, standIn } from './open-folder.ts';
import { openServerEngine } from './server-engine.ts';
import { aheadStop, damagedStop, databaseStop, lackStop, lookingStop, type Stop } from './stop.ts';
import { withSnapshots } from './with-snapshots.ts';

const OPTIONS: Omit<EngineOptions, 'limits'> = {
  now: () => new Date().toISOString() as InstantString,
  watched: (database) => database,
  progressed: () => undefined,
  failed: endBy,
  allow: () => undefined,
  hear: async () => undefined,
};

/**
 * Opens the data: the journal is checked first, and decides; the database is caught up with it or made anew from it. The last deed is
 * read at once, so that a journal of a newer schema is refused before anything is touched.
 */
export async function openEngine(place: Place, given: Partial<EngineOptions> = {}): Promise<Engine> {
  const options = { limits: limitsOf(process.env), ...OPTIONS, ...given };
  if (place.kind === 'server') return openServerEngine(place.url, options);
  if (place.kind === 'folder') {
    finishRenaming(place.dataDir);
    requireJournal(place.dataDir);
  }
  const ownership = place.kind === 'folder' && place.hold ? ownershipOf(place.hold) : ALWAYS_HELD;
  const { journal, tornBytes, damage } = openJournalAt(place, options.limits, ownership);
  journal.readLastAt();
  const said: Said = { notes: [...notesOn(place), ...journal.clearOverrun()] };
  const kept = whileHeld(keptBeside(place, ownership), ownership);
  const parts = { place, journal, ...kept, ownership, said, options };
  const standing = async (stopOf: (damage: Damage | null) => Stop | null, finding: Finding | null = null): Promise<Engine> => {
    const stood = await standIn(journal);
    const database = options.watched(stood.database);
    return embeddedEngine({ ...parts, database, isStandIn: true, stop: stopOf(damage ?? stood.damage), finding });
  };
  if (place.kind !== 'folder') {
    return standing((found) => (found ? damagedStop(found) : place.kind === 'look' ? lookingStop() : null));
  }
  const files = filesOf(place);
  /** What can be read is shown, and somebody has to choose. Without a single deed to show, nothing is opened. */
  const lacking = (finding: Finding | null): Promise<Engine> => {
    if (finding && journal.head.seq === 0 && !damage) throw lackStop(finding, null).error;
    return standing((found) => (finding ? lackStop(finding, found) : found ? damagedStop(found) : null), finding);
  };
  /** The disk keeps what there is from being read: what can be read is shown, and tried again. */
  const unread = (error: unknown): Promise<Engine> => {
    if (!isDiskFault(error)) throw error;
    return standing((found) => (found ? damagedStop(found) : databaseStop(error)));
  };
  const lackingBy = async (cause: AheadError | DamagedError): Promise<Engine> => {
    try {
      const finding = await findLack(files, options.now());
      // A database that holds more, and cannot be read so far: nobody goes on under the numbers of the deeds in it.
      if (cause instanceof AheadError && !finding) return await standing(() => aheadStop(cause));
      return await lacking(finding);
    } catch (error) {
      return unread(error);
    }
  };
  try {
    if (damage || isLackKnown(place.dataDir, journal)) {
      const finding = await findLack(files, options.now());
      if (damage || finding) return await lacking(finding);
    }
    const database = await openInFolder(files, journal, said);
    await requireKeysOrClose(files, database);
    if (tornBytes > 0) said.notes.push(tornNote(tornBytes));
    removeOrphans(place.dataDir, journal.batches, Date.now());
    // Not at the start that took the folder from one which may wake: what it held is kept until the next.
    if (place.hold && place.hold.fence !== place.hold.name) await leaveFormerDatabases(files, journal, said);
    const engine = embeddedEngine({ ...parts, database: options.watched(database), isStandIn: false, stop: null, finding: null });
    return await withSnapshots(engine, { dataDir: place.dataDir, journal, hold: place.hold }, options.now);
  } catch (error) {
    if (error instanceof AheadError || error instanceof DamagedError) return lackingBy(error);
    return unread(error);
  }
}

/** What there is to say about a folder before it is read. */
function notesOn(place: LocalPlace): readonly string[] {
  if (place.kind !== 'folder') return [];
  const from = place.hold?.takenFrom;
  const taken = from && `The data folder was taken over from ${from}, which gave no sign of life; if that wakes, it records nothing.`;
  return [taken, tightenFolder(place.dataDir)].filter((note) => typeof note === 'string');
}

async function requireKeysOrClose(files: DatabaseFiles, database: Database): Promise<void> {
  try {
    await requireKeys(files.dataDir, database);
  } catch (error) {
    await database.close();
    markClosed(files);
    throw error;
  }
}

/** Whether something in the folder tells of deeds that the journal has not: what was found at an earlier opening, or a later snapshot. */
function isLackKnown(dataDir: string, journal: Journal): boolean {
  return (snapshotSeqs(dataDir)[0] ?? 0) > journal.head.seq || readFinding(dataDir) !== null;
}

function tornNote(bytes: number): string {
  return `The journal ended in an unfinished line of ${bytes} bytes, never acknowledged; it was set aside.`;
}

function openJournalAt(place: LocalPlace, { segmentBytes }: Limits, ownership: Ownership): OpenedJournal {
  if (place.kind === 'memory') return { journal: memoryJournal(), tornBytes: 0, damage: null };
  return openJournal(place.dataDir, { untouched: place.kind === 'look', segmentBytes, ownership });
}

/** What is kept beside the deeds: in the folder, or as long as the process lives. */
function keptBeside(place: LocalPlace, { requireHeld }: Ownership): KeptBeside {
  const [signInLog, outbox, runKeep] = [memorySignInLog(), memoryOutbox(), memoryRunKeep()];
  switch (place.kind) {
    case 'memory':
      return { keys: memoryKeyRing(), files: memoryFileKeep(), signInLog, outbox, runKeep };
    case 'look':
      return { keys: lookingKeyRing(place.dataDir), files: lookingFileKeep(place.dataDir), signInLog, outbox, runKeep };
    case 'folder':
      return {
        keys: folderKeyRing(place.dataDir, requireHeld),
        files: folderFileKeep(place.dataDir),
        signInLog: folderSignInLog(place.dataDir),
        outbox: folderOutbox(place.dataDir, requireHeld),
        runKeep: folderRunKeep(place.dataDir, requireHeld),
      };
    default:
      return never(place);
  }
}
