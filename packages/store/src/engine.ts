import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type InstantString, invariant, WestgateError } from '@westgate/base';
import type { TableName } from '@westgate/domain';
import { isDatabaseTrusted, markClosed, markOpen, markUnfinished } from './boot.ts';
import { createDatabase, openDatabase } from './database.ts';
import { refusalOf } from './database-error.ts';
import type { Deed, DeedDraft, DeedSummary, State, Status } from './deed.ts';
import { findDeed, findDeedByIdem, insertDeed, readHead, readHistory, readRecent, readWriters, type Writer } from './deeds.ts';
import { type Journal, memoryJournal, openJournal } from './journal.ts';
import { sealDeed } from './journal-line.ts';
import { folderKeyRing, type KeyRing, lookingKeyRing, memoryKeyRing } from './persons/key-ring.ts';
import { ERASE_PERSON } from './persons/persons.ts';
import { replay } from './replay.ts';
import { requireWholeImages, writeChecked } from './rows.ts';
import type { Database } from './sql/port.ts';
import { readState } from './state.ts';
import { type VerifyReport, verify } from './verify.ts';

/** Where the data are: a folder, a folder only looked at (nothing is written, no lock is needed), or the memory of this process. */
export type Place = { readonly kind: 'folder' | 'look'; readonly dataDir: string } | { readonly kind: 'memory' };

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
  close(): Promise<void>;
}

/**
 * Opens the data: the journal is checked first, and decides; the database is caught up with it or made anew from it. The last deed is
 * read at once, so that a journal of a newer schema is refused before anything is touched.
 */
export async function openEngine(place: Place): Promise<Engine> {
  const opened =
    place.kind === 'memory' ? { journal: memoryJournal(), tornBytes: 0, damage: null } : openJournal(place.dataDir, place.kind === 'look');
  const { journal, tornBytes, damage } = opened;
  if (journal.head.seq > 0) journal.read(journal.head.seq);
  const said: Said = { notes: [], losses: [] };
  const { notes } = said;
  if (tornBytes > 0) notes.push(`The journal ended in an unfinished line of ${tornBytes} bytes, never acknowledged; it was set aside.`);
  if (place.kind !== 'folder' || damage) {
    const stop = damage ? damagedError(damage.line, damage.offset) : place.kind === 'look' ? lookingError() : null;
    return engineOf(place, journal, await replayed(await createDatabase(null), journal), said, stop);
  }
  return engineOf(place, journal, await openInFolder(place.dataDir, journal, said), said, null);
}

/** What was found at the opening. `losses`: deeds once acknowledged that the journal no longer holds; verify reports them. */
interface Said {
  readonly notes: string[];
  readonly losses: string[];
}

/** `stop`: why no deed is taken; null while deeds are taken. */
function engineOf(place: Place, journal: Journal, opened: Database, said: Said, stopped: WestgateError | null): Engine {
  const { notes } = said;
  let database = opened;
  let stop = stopped;

  return {
    keys: keyRingOf(place),
    status: () => ({
      mode: stop ? 'read-only' : 'ready',
      note: [...notes, ...(stop ? [stop.message] : [])].join(' ') || null,
      head: journal.head,
    }),
    readState: () => readState(database),
    deed: (seq) => findDeed(database, seq),
    deedByIdem: (idem) => findDeedByIdem(database, idem),
    history: (table, key, limit, before) => readHistory(database, table, key, limit, before),
    recentDeeds: (limit, before) => readRecent(database, limit, before),
    writers: () => readWriters(database),
    verify: async () => withLosses(await verify(journal, database), said.losses, stop),
    commit,
    async close() {
      await database.close();
      if (isOwner(place, stopped)) markClosed(place.dataDir);
      journal.close();
    },
  };

  async function commit(draft: DeedDraft): Promise<Deed> {
    requireWholeImages(draft.changes);
    invariant(draft.changes.length > 0 || draft.verb === ERASE_PERSON, 'a deed changes something');
    const first = draft.idem === undefined ? null : await findDeedByIdem(database, draft.idem);
    if (first) return first;
    if (stop) throw stop;
    const { deed, line } = sealDeed(draft, journal.head, new Date().toISOString() as InstantString);
    let isInJournal = false;
    try {
      await database.transaction(async (tx) => {
        await tx.query("select set_config('westgate.deed', $1, true)", [String(deed.seq)]);
        await writeChecked(tx, draft.changes);
        await insertDeed(tx, deed);
        await tx.exec('set constraints all immediate');
        appendOrStop(deed, line);
        isInJournal = true;
      });
    } catch (error) {
      if (!isInJournal) throw refusalOf(error);
      await catchUp();
    }
    return deed;
  }

  function appendOrStop(deed: Deed, line: Buffer): void {
    try {
      journal.append(deed, line);
    } catch (error) {
      stop = new WestgateError(
        'WG_READ_ONLY',
        `The journal could not be written (${messageOf(error)}); no more deeds are taken until a restart.`,
      );
      throw stop;
    }
  }

  /** The deed stands in the journal, but the database failed to commit it: make the database agree. */
  async function catchUp(): Promise<void> {
    try {
      if (place.kind === 'folder') {
        await database.close();
        database = await openInFolder(place.dataDir, journal, said);
      } else {
        database = await replayed(database, journal);
      }
    } catch (error) {
      stop = new WestgateError(
        'WG_READ_ONLY',
        `The database failed (${messageOf(error)}); the deed is safe in the journal. Restart Westgate.`,
      );
    }
  }
}

function keyRingOf(place: Place): KeyRing {
  if (place.kind === 'memory') return memoryKeyRing();
  return place.kind === 'look' ? lookingKeyRing(place.dataDir) : folderKeyRing(place.dataDir);
}

/** The database is the one in the folder: not so for one in memory, nor for a damaged journal, whose folder is left as it is. */
function isOwner(place: Place, stoppedAtOpen: WestgateError | null): place is Place & { kind: 'folder' } {
  return place.kind === 'folder' && stoppedAtOpen === null;
}

/** The report with what a comparison of journal and database cannot show: deeds that neither of them holds any more. */
function withLosses(report: VerifyReport, losses: readonly string[], stop: WestgateError | null): VerifyReport {
  const more = stop?.code === 'WG_JOURNAL_DAMAGED' ? [...losses, stop.message] : losses;
  return more.length === 0 ? report : { ...report, isClean: false, faults: [...more, ...report.faults] };
}

/**
 * The database of a data folder at the head of the journal. Throws WG_JOURNAL_DAMAGED, and touches nothing, where the database holds deeds
 * and the journal none: to go on would begin an empty district over a full one.
 */
async function openInFolder(dataDir: string, journal: Journal, { notes, losses }: Said): Promise<Database> {
  const folder = join(dataDir, 'pg');
  if (existsSync(folder)) {
    if (isDatabaseTrusted(dataDir)) {
      try {
        markOpen(dataDir);
        return await replayed(await openDatabase(folder), journal);
      } catch (error) {
        const isAhead = error instanceof WestgateError && error.code === 'WG_JOURNAL_DAMAGED';
        if (isAhead && journal.head.seq === 0) {
          markClosed(dataDir);
          throw error;
        }
        if (isAhead) losses.push(error.message);
        const aside = join(dataDir, `pg.aside-${new Date().toISOString().replaceAll(':', '')}`);
        renameSync(folder, aside);
        notes.push(`The database did not fit the journal (${messageOf(error)}); it was set aside and made anew.`);
      }
    } else {
      notes.push('The machine stopped while Westgate was open; the database was made anew from the journal.');
    }
  }
  markUnfinished(dataDir);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const database = await replayed(await createDatabase(folder), journal);
  markOpen(dataDir);
  return database;
}

/** `database`, closed when it cannot be brought to the head of the journal. */
async function replayed(database: Database, journal: Journal): Promise<Database> {
  try {
    const { seq, hash } = await readHead(database);
    if (journal.hashAt(seq) !== hash) throw aheadError(seq, journal.head.seq);
    await replay(database, journal, seq);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

function damagedError(line: number, offset: number): WestgateError {
  const message = `Line ${line} of the journal (byte ${offset}) is damaged; the deeds before it are shown. Restore the journal from a backup.`;
  return new WestgateError('WG_JOURNAL_DAMAGED', message, { line, offset });
}

function aheadError(seq: number, last: number): WestgateError {
  const found = last === 0 ? 'The journal holds no deed' : `The journal ends at deed ${last}`;
  const message = `${found}, but the database knows a deed ${seq} that is not in it. Restore the journal from a backup.`;
  return new WestgateError('WG_JOURNAL_DAMAGED', message, { database: seq, journal: last });
}

function lookingError(): WestgateError {
  return new WestgateError('WG_READ_ONLY', 'The data folder was opened for looking only.');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
