import { type InstantString, invariant, WestgateError } from '@westgate/base';
import { markClosed } from './boot.ts';
import { refusalOf } from './database-error.ts';
import type { Deed, DeedDraft, Status } from './deed.ts';
import { findDeed, findDeedByIdem, insertDeed, readHistory, readRecent, readWriters } from './deeds.ts';
import { isDiskFault, messageOf } from './disk-fault.ts';
import type { Engine, EngineOptions, Place } from './engine.ts';
import type { Journal } from './journal.ts';
import { type SealedDeed, sealDeed } from './journal-line.ts';
import { closeQuietly, openInFolder, replayed, type Said, standIn } from './open-folder.ts';
import type { KeyRing } from './persons/key-ring.ts';
import { ERASE_PERSON } from './persons/persons.ts';
import { requireWholeImages, writeChecked } from './rows.ts';
import type { Database } from './sql/port.ts';
import { readState } from './state.ts';
import { damagedStop, databaseStop, journalStop, probeDisk, type Stop, spaceStop } from './stop.ts';
import { type VerifyReport, verify } from './verify.ts';

/** What an embedded engine begins with. */
export interface EmbeddedParts {
  readonly place: Place;
  readonly journal: Journal;
  /** At the head of the journal. */
  readonly database: Database;
  /** The database is not the one in the folder but one in memory that stands in for it. */
  readonly isStandIn: boolean;
  readonly keys: KeyRing;
  readonly said: Said;
  /** Why no deed is taken; null while deeds are taken. */
  readonly stop: Stop | null;
  readonly options: EngineOptions;
}

/** What each change adds to the time its deed's statements may take: ten times what a slow machine needs to check its references. */
const MS_A_CHANGE = 1;

/** PGlite and the journal together. */
export function embeddedEngine({ place, journal, said, keys, options, ...opened }: EmbeddedParts): Engine {
  let { database, isStandIn, stop } = opened;
  /** The journal failed and must be renewed before it takes a deed. */
  let mustRenew = false;
  let lastAt = journal.readLastAt();
  let clockNote = clockNoteOf(options.now(), lastAt);

  return {
    keys,
    status,
    readState: () => readState(database),
    deed: (seq) => findDeed(database, seq),
    deedByIdem: (idem) => findDeedByIdem(database, idem),
    history: (table, key, limit, before) => readHistory(database, table, key, limit, before),
    recentDeeds: (limit, before) => readRecent(database, limit, before),
    writers: () => readWriters(database),
    verify: async () => withLosses(await verify(journal, database), said.losses, stop),
    commit,
    recheck,
    async close() {
      await database.close();
      if (place.kind === 'folder' && !isStandIn) markClosed(place.dataDir);
      journal.close();
    },
  };

  function status(): Status {
    const notes = [...said.notes, clockNote, stop?.error.message].filter((note) => note);
    return { mode: stop ? 'read-only' : 'ready', reason: stop?.reason ?? null, note: notes.join(' ') || null, head: journal.head };
  }

  async function commit(draft: DeedDraft): Promise<Deed> {
    requireWholeImages(draft.changes);
    invariant(draft.changes.length > 0 || draft.verb === ERASE_PERSON, 'a deed changes something');
    const first = draft.idem === undefined ? null : await findDeedByIdem(database, draft.idem);
    if (first) return first;
    stop ??= shortOfSpace();
    if (stop) throw stop.error;
    const now = options.now();
    const sealed = sealDeed(draft, journal.head, now);
    let isInJournal = false;
    options.allow(draft.changes.length * MS_A_CHANGE);
    try {
      await database.transaction(async (tx) => {
        await tx.query("select set_config('westgate.deed', $1, true)", [String(sealed.deed.seq)]);
        await writeChecked(tx, draft.changes);
        await insertDeed(tx, sealed.deed);
        await tx.exec('set constraints all immediate');
        append(sealed);
        isInJournal = true;
      });
    } catch (error) {
      if (!isInJournal) throw await failed(error);
      await catchUp(error);
    } finally {
      options.allow(0);
    }
    clockNote = clockNoteOf(now, lastAt);
    lastAt = now;
    return sealed.deed;
  }

  function append(sealed: SealedDeed): void {
    try {
      journal.append(sealed);
    } catch (error) {
      mustRenew = true;
      stop = journalStop(error);
      throw stop.error;
    }
  }

  /** A deed failed before it stood in the journal, so it did not happen. Gives the error to tell, once the database works again. */
  async function failed(error: unknown): Promise<unknown> {
    const refusal = refusalOf(error);
    if (refusal instanceof WestgateError && !mustRenew) return refusal;
    const wasAlive = await isAlive(database);
    if (!wasAlive) await catchUp(error);
    if (refusal instanceof WestgateError) return refusal;
    if (isDiskFault(error)) stop ??= databaseStop(error);
    if (stop) return stop.error;
    return wasAlive ? error : interruptedError(error);
  }

  /** Makes the database agree with the journal after it failed: opened anew or, where the disk does not allow it, one in memory. */
  async function catchUp(cause: unknown): Promise<void> {
    if (place.kind !== 'folder' || isStandIn) {
      database = await replayed(database, journal);
      return;
    }
    await closeQuietly(database);
    try {
      database = options.watched(await openInFolder(place.dataDir, journal, said));
    } catch (error) {
      stop ??= databaseStop(`${messageOf(cause)}; ${messageOf(error)}`);
      isStandIn = true;
      const stood = await standIn(journal);
      database = options.watched(stood.database);
      if (stood.damage) stop = damagedStop(stood.damage);
    }
  }

  async function recheck(): Promise<void> {
    if (place.kind !== 'folder' || (stop && !stop.canEnd)) return;
    const short = shortOfSpace();
    if (short) stop = short;
    else if (stop) await resume(place.dataDir);
  }

  /** Takes deeds again when all that failed works: the disk, the journal, the database. Otherwise the stop stays, with what fails now. */
  async function resume(dataDir: string): Promise<void> {
    try {
      probeDisk(dataDir);
      if (mustRenew) journal.renew();
      mustRenew = false;
      if (isStandIn) {
        const own = await openInFolder(dataDir, journal, said);
        await closeQuietly(database);
        database = options.watched(own);
        isStandIn = false;
      }
      stop = null;
    } catch (error) {
      stop = mustRenew ? journalStop(error) : databaseStop(error);
    }
  }

  function shortOfSpace(): Stop | null {
    return place.kind === 'folder' ? spaceStop(place.dataDir, options.limits.minFreeBytes) : null;
  }
}

async function isAlive(database: Database): Promise<boolean> {
  try {
    await database.query('select 1');
    return true;
  } catch {
    return false;
  }
}

/** The report with what a comparison of journal and database cannot show: deeds that neither of them holds any more. */
function withLosses(report: VerifyReport, losses: readonly string[], stop: Stop | null): VerifyReport {
  const more = stop?.reason === 'journal-damaged' ? [...losses, stop.error.message] : losses;
  return more.length === 0 ? report : { ...report, isClean: false, faults: [...more, ...report.faults] };
}

/** Deeds are ordered by their numbers, so a clock that went back harms none; but their times then mislead, and that is said. */
function clockNoteOf(now: InstantString, last: InstantString | null): string | null {
  if (last === null || now >= last) return null;
  return `The clock of this machine went back: it says ${now}, the last deed was done at ${last}. Deeds keep their order.`;
}

function interruptedError(error: unknown): WestgateError {
  const message = `The database failed during this deed (${messageOf(error)}) and was opened again; the deed was not done. Send it again.`;
  return new WestgateError('WG_INTERRUPTED', message);
}
