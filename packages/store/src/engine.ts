import type { InstantString } from '@westgate/base';
import type { TableName } from '@westgate/domain';
import { removeOrphans } from './batch.ts';
import { DamagedError } from './damage.ts';
import type { Deed, DeedDraft, DeedSummary, State, Status } from './deed.ts';
import type { Writer } from './deeds.ts';
import { isDiskFault } from './disk-fault.ts';
import { embeddedEngine } from './embedded-engine.ts';
import { memoryJournal, type OpenedJournal, openJournal } from './journal.ts';
import { type Limits, limitsOf } from './limits.ts';
import { openInFolder, type Said, standIn } from './open-folder.ts';
import { folderKeyRing, type KeyRing, lookingKeyRing, memoryKeyRing } from './persons/key-ring.ts';
import { openServerEngine } from './server-engine.ts';
import { withSnapshots } from './snapshots/keep-snapshots.ts';
import type { Database } from './sql/port.ts';
import { damagedStop, databaseStop, lookingStop } from './stop.ts';
import type { VerifyReport } from './verify.ts';

/** Where the data are: a database server, or in this process ({@link LocalPlace}). */
export type Place = LocalPlace | { readonly kind: 'server'; readonly url: string };

/** A folder, a folder only looked at (nothing is written, no lock is needed), or the memory of this process. */
export type LocalPlace = { readonly kind: 'folder' | 'look'; readonly dataDir: string } | { readonly kind: 'memory' };

/** Database and journal together, in the thread that owns both. One call at a time: the worker sees to it. */
export interface Engine {
  /** Where the keys of persons lie. */
  readonly keys: KeyRing;
  status(): Status;
  readState(): Promise<State>;
  commit(draft: DeedDraft): Promise<Deed>;
  deed(seq: number): Promise<Deed | null>;
  deedByIdem(idem: string): Promise<Deed | null>;
  history(table: TableName, key: string, limit: number, before: number): Promise<readonly Deed[]>;
  recentDeeds(limit: number, before: number): Promise<readonly DeedSummary[]>;
  writers(): Promise<readonly Writer[]>;
  verify(): Promise<VerifyReport>;
  /** Looks at the disk, and after a failure that may pass tries to take deeds again. To be called now and then, between other calls. */
  recheck(): Promise<void>;
  close(): Promise<void>;
}

/** What an engine is opened with. */
export interface EngineOptions {
  readonly limits: Limits;
  /** The machine's clock. */
  now(): InstantString;
  /** `database` with its statements counted, so that one that never ends is noticed. */
  watched(database: Database): Database;
  /** Lets a statement run `ms` beyond the limit from now on. */
  allow(ms: number): void;
  /** Is told of deeds that came from a server, in order, and (null) of a change of the status there. */
  hear(deed: Deed | null): Promise<void>;
}

const OPTIONS: EngineOptions = {
  limits: limitsOf(process.env),
  now: () => new Date().toISOString() as InstantString,
  watched: (database) => database,
  allow: () => undefined,
  hear: async () => undefined,
};

/**
 * Opens the data: the journal is checked first, and decides; the database is caught up with it or made anew from it. The last deed is
 * read at once, so that a journal of a newer schema is refused before anything is touched.
 */
export async function openEngine(place: Place, given: Partial<EngineOptions> = {}): Promise<Engine> {
  const options = { ...OPTIONS, ...given };
  if (place.kind === 'server') return openServerEngine(place.url, options);
  const { journal, tornBytes, damage } = openJournalAt(place, options.limits);
  journal.readLastAt();
  const said: Said = { notes: [], losses: [] };
  if (tornBytes > 0)
    said.notes.push(`The journal ended in an unfinished line of ${tornBytes} bytes, never acknowledged; it was set aside.`);
  const parts = { place, journal, keys: keyRingOf(place), said, options };
  if (place.kind !== 'folder' || damage) {
    const stood = await standIn(journal);
    const found = damage ?? stood.damage;
    const stop = found ? damagedStop(found) : place.kind === 'look' ? lookingStop() : null;
    return embeddedEngine({ ...parts, database: options.watched(stood.database), isStandIn: true, stop });
  }
  try {
    const database = await openInFolder(place.dataDir, journal, said);
    removeOrphans(place.dataDir, journal.batches, Date.now());
    const engine = embeddedEngine({ ...parts, database: options.watched(database), isStandIn: false, stop: null });
    return await withSnapshots(engine, place.dataDir, options.now);
  } catch (error) {
    if (!(error instanceof DamagedError || isDiskFault(error))) throw error;
    const stood = await standIn(journal);
    const stop = stood.damage ? damagedStop(stood.damage) : databaseStop(error);
    return embeddedEngine({ ...parts, database: options.watched(stood.database), isStandIn: true, stop });
  }
}

function openJournalAt(place: LocalPlace, { segmentBytes }: Limits): OpenedJournal {
  if (place.kind === 'memory') return { journal: memoryJournal(), tornBytes: 0, damage: null };
  return openJournal(place.dataDir, { untouched: place.kind === 'look', segmentBytes });
}

function keyRingOf(place: LocalPlace): KeyRing {
  if (place.kind === 'memory') return memoryKeyRing();
  return place.kind === 'look' ? lookingKeyRing(place.dataDir) : folderKeyRing(place.dataDir);
}
