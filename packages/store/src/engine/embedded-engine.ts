import { invariant, WestgateError } from '@westgate/base';
import { type DatabaseFiles, markClosed, markWrong } from '../disk/boot.ts';
import { isCorruption, isDiskFault, messageOf } from '../disk/disk-fault.ts';
import { changesAfter } from '../journal/changes-after.ts';
import { DamagedError } from '../journal/damage.ts';
import type { Deed, DeedDraft, Status } from '../journal/deed.ts';
import { type SealedDeed, sealDeed } from '../journal/journal-line.ts';
import { MEND_JOURNAL, type MendChoice, mendedIn } from '../mend/choice.ts';
import { type Finding, findingInWords, readFinding } from '../mend/finding.ts';
import { findLack, type MendReport, mendJournal } from '../mend/mend.ts';
import { ERASE_PERSON } from '../persons/persons.ts';
import { insertDeeds, readFormer, readHead, readWriters, seqsOfVerb } from '../rows/deeds.ts';
import { checkRows } from '../rows/replayed-tables.ts';
import { readRows, requireWholeImages, writeChecked } from '../rows/rows.ts';
import { readState } from '../rows/state.ts';
import { beginWriting } from '../rows/writing.ts';
import { isAlive } from '../sql/database.ts';
import { refusalOf } from '../sql/database-error.ts';
import type { Database } from '../sql/port.ts';
import { behind } from './behind.ts';
import { Clock } from './clock.ts';
import type { EmbeddedParts } from './embedded-parts.ts';
import type { Engine, FolderPlace, JournalReport } from './engine.ts';
import { analysed, closeQuietly, filesOf, MANY_CHANGES, openInFolder, remakeInFolder, replayed, standIn } from './open-folder.ts';
import { provenDeeds } from './proven-deeds.ts';
import { keysOf, overtakenError, type ProvenGroup, sealGroup, usedKeyError } from './proven-group.ts';
import { damagedStop, databaseStop, journalStop, lackStop, lostStop, probeDisk, type Stop, spaceStop } from './stop.ts';
import { type VerifyReport, verify, withFiles } from './verify.ts';

/** What each change adds to the time its deed's statements may take: ten times what a slow machine needs to check its references. */
const MS_A_CHANGE = 1;

/** PGlite and the journal together. */
export function embeddedEngine({
  place,
  journal,
  ownership,
  said,
  keys,
  signInLog,
  outbox,
  files,
  runKeep,
  options,
  ...opened
}: EmbeddedParts): Engine {
  let { database, isStandIn, stop, finding } = opened;
  /** The journal failed and must be renewed before it takes a deed. */
  let mustRenew = false;
  /** The database was found not to agree with the journal: it is made anew at the next opening. */
  let isWrong = false;
  /** The database was closed because the journal is being mended. */
  let isOver = false;
  const proven = provenDeeds(journal, noteDifference);
  const clock = new Clock(journal.readLastAt());
  clock.look(options.now());
  const behindJournal = behind({
    database: () => database,
    recover: catchUp,
    failed: options.failed,
    allow: (changes) => options.allow(changes * MS_A_CHANGE),
  });

  return {
    keys,
    signInLog,
    outbox,
    outside: { query: (statement, params) => behindJournal.inTurn(() => readNow((sql) => sql.query(statement, params))) },
    files,
    runKeep,
    status,
    readState: () => read(readState),
    changesAfter: async (from) => changesAfter(journal, from),
    deed: (seq, most) => fromJournal(() => proven.deed(seq, most)),
    provenDeed: (seq) => fromJournal(() => proven.deed(seq)),
    deedByIdem: (key) => proven.byIdem(read, key),
    history: (table, key, limit, before) => read((sql) => proven.history(sql, table, key, limit, before)),
    touching: (rows, limit, before) => read((sql) => proven.touching(sql, rows, limit, before)),
    former: (tables, columns) => read((sql) => readFormer(sql, tables, columns)),
    recentDeeds: (limit, before) => fromJournal(() => proven.recent(limit, before)),
    writers: () => read(readWriters),
    verify: checkAll,
    journalReport,
    mend,
    commit,
    commitProven,
    recheck,
    async close() {
      if (!isOver) await behindJournal.caughtUp(() => database.close());
      if (!isOver && place.kind === 'folder' && !isStandIn && !isWrong) markClosed(filesOf(place));
      journal.close();
    },
  };

  function status(): Status {
    const notes = [...said.notes, clock.note, stop?.error.message].filter((note) => note);
    return { mode: stop ? 'read-only' : 'ready', reason: stop?.reason ?? null, note: notes.join(' ') || null, head: journal.head };
  }

  async function commit(draft: DeedDraft): Promise<Deed> {
    requireWholeImages(draft.changes);
    invariant(draft.changes.length > 0 || draft.verb === ERASE_PERSON, 'a deed changes something');
    const { idem } = draft;
    const first = idem === undefined ? null : await proven.byIdem(read, idem.key);
    if (first) return first;
    requireTaking();
    if (draft.basis !== undefined && draft.basis !== journal.head.seq) throw overtakenError(draft.basis, journal.head.seq);
    return behindJournal.caughtUp(() => checked(draft));
  }

  /** The journal first, the database later. */
  async function commitProven(group: ProvenGroup): Promise<readonly Deed[]> {
    for (const { changes } of group.drafts) requireWholeImages(changes);
    for (const key of keysOf(group)) if (await proven.byIdem(read, key)) throw usedKeyError();
    requireTaking();
    if (group.basis !== journal.head.seq) throw overtakenError(group.basis, journal.head.seq);
    const at = clock.timeOf(options.now());
    const sealed = sealGroup(group, journal.head, at, options.progressed);
    append(sealed);
    clock.take(at);
    const deeds = sealed.map(({ deed }) => deed);
    // They are done, whatever becomes of the database: where that cannot go on, all begins anew.
    await behindJournal.add(deeds).catch(options.failed);
    return deeds;
  }

  function requireTaking(): void {
    stop ??= lostFolder() ?? shortOfSpace();
    if (stop) throw stop.error;
  }

  /** The database first, which looks at everything; it keeps the deed once the journal has it. */
  async function checked(draft: DeedDraft): Promise<Deed> {
    // Something may have been found while it waited for its turn.
    if (stop) throw stop.error;
    const at = clock.timeOf(options.now());
    const sealed = sealDeed(draft, journal.head, at);
    let isInJournal = false;
    options.allow(draft.changes.length * MS_A_CHANGE);
    try {
      await database.transaction(async (tx) => {
        await beginWriting(tx, String(sealed.deed.seq));
        await writeChecked(tx, draft, options.progressed);
        await insertDeeds(tx, [sealed.deed]);
        await tx.exec('set constraints all immediate');
        append([sealed]);
        isInJournal = true;
      });
      if (draft.changes.length >= MANY_CHANGES) await analysed(database);
    } catch (error) {
      if (!isInJournal) throw await failed(error);
      await catchUp(error);
    } finally {
      options.allow(0);
    }
    clock.take(at);
    return sealed.deed;
  }

  async function checkAll(): Promise<VerifyReport> {
    try {
      const followed = await verify(journal, (work) => read((sql) => sql.transaction(work)));
      if (!followed.report.isClean) markDiffering();
      return withFinding(await withFiles(followed, files));
    } catch (error) {
      if (!(error instanceof DamagedError)) throw error;
      stop = damagedStop(error.damage);
      const tables = checkRows(await read((sql) => readRows(sql)));
      const report = {
        isClean: false,
        journal: journal.head,
        database: await read(readHead),
        tables,
        files: { sound: 0, absent: 0 },
        faults: [],
        finding: null,
        losses: [],
      };
      return withFinding(report);
    }
  }

  /** The report with what a comparison of journal and database cannot show: deeds that the journal lacks. */
  async function withFinding(report: VerifyReport): Promise<VerifyReport> {
    if (stop?.reason === 'journal-damaged') {
      const found = await lack();
      return { ...report, isClean: false, finding: found, faults: [stop.error.message, ...report.faults] };
    }
    const kept = place.kind === 'look' ? readFinding(place.dataDir) : null;
    return kept ? { ...report, isClean: false, finding: kept, faults: [findingInWords(kept), ...report.faults] } : report;
  }

  async function journalReport(): Promise<JournalReport> {
    const seqs = await read((sql) => seqsOfVerb(sql, MEND_JOURNAL));
    const mended = seqs.flatMap((seq) => mendedIn(journal.summary(seq)) ?? []);
    if (place.kind === 'look') return { finding: readFinding(place.dataDir), mended };
    return { finding: stop?.reason === 'journal-damaged' ? await lack() : null, mended };
  }

  /** What the journal lacks, looked for where it was found to be damaged since the opening. */
  async function lack(): Promise<Finding | null> {
    if (finding || place.kind !== 'folder' || stop?.reason !== 'journal-damaged') return finding;
    finding = await findLack(filesOf(place), options.now());
    if (finding) stop = lackStop(finding, stop.error instanceof DamagedError ? stop.error.damage : null);
    return finding;
  }

  async function mend(choice: MendChoice): Promise<MendReport> {
    if (place.kind !== 'folder') throw new WestgateError('WG_INPUT_INVALID', 'there is no journal of files here that could be mended');
    isOver = true;
    // What the database holds of the deeds may be needed; where it cannot be had, the mending looks at what lies there.
    await behindJournal.caughtUp(async () => undefined).catch(() => undefined);
    behindJournal.end();
    await behindJournal.inTurn(() => closeQuietly(database));
    return mendJournal(filesOf(place), choice, {
      segmentBytes: options.limits.segmentBytes,
      now: options.now(),
      requireHeld: ownership.requireHeld,
    });
  }

  /** The database is not what the journal says: nobody writes by it, and it is made anew at the next opening. */
  function markDiffering(): void {
    isWrong = true;
    if (place.kind === 'folder' && !isStandIn) markWrong(filesOf(place));
  }

  function noteDifference(seq: number): void {
    if (!isWrong)
      said.notes.push(
        `Deed ${seq} of the database is not that of the journal, which was read; the database is made anew at the next opening.`,
      );
    markDiffering();
  }

  /** What `ask` gives of the database, which stands at the head of the journal. */
  function read<T>(ask: (sql: Database) => Promise<T>): Promise<T> {
    return behindJournal.caughtUp(() => readNow(ask));
  }

  /** What `ask` gives of the journal alone. */
  async function fromJournal<T>(ask: () => T): Promise<T> {
    try {
      return ask();
    } catch (error) {
      if (error instanceof DamagedError) stop = damagedStop(error.damage);
      throw error;
    }
  }

  /** What `ask` gives; where the files of the database turn out to be damaged, from one made anew. */
  async function readNow<T>(ask: (sql: Database) => Promise<T>): Promise<T> {
    try {
      return await ask(database);
    } catch (error) {
      if (error instanceof DamagedError) stop = damagedStop(error.damage);
      if (error instanceof DamagedError || (!isCorruption(error) && (await isAlive(database)))) throw error;
      if (place.kind !== 'folder' || isStandIn) await standInAnew();
      else await remake(filesOf(place), error);
      return ask(database);
    }
  }

  async function remake(own: DatabaseFiles, cause: unknown): Promise<void> {
    await closeQuietly(database);
    await goOnWith(options.watched(await remakeInFolder(own, journal, said.notes, `The database is damaged (${messageOf(cause)})`)));
  }

  async function standInAnew(): Promise<void> {
    await closeQuietly(database);
    await goOnWithStandIn();
  }

  /** Goes on with a database in memory, as long as the journal can be read. */
  async function goOnWithStandIn(): Promise<void> {
    const stood = await standIn(journal);
    await goOnWith(options.watched(stood.database));
    if (stood.damage) stop = damagedStop(stood.damage);
  }

  /** Goes on with another database, which was brought to the head of the journal of a moment ago. */
  async function goOnWith(made: Database): Promise<void> {
    database = made;
    behindJournal.standsAt((await readHead(database)).seq, journal.head.seq);
  }

  function append(sealed: readonly SealedDeed[]): void {
    try {
      journal.append(...sealed);
    } catch (error) {
      if (!isFinal()) {
        mustRenew = true;
        stop = lostFolder() ?? journalStop(error);
      }
      throw stop?.error ?? error;
    }
    for (const { deed } of sealed) if (deed.idem !== null) proven.noteIdem(deed.idem);
  }

  /** What stops deeds for good is never taken for something that passes. */
  function isFinal(): boolean {
    return stop !== null && !stop.canEnd;
  }

  /** A deed failed before it stood in the journal, so it did not happen. Gives the error to tell, once the database works again. */
  async function failed(error: unknown): Promise<unknown> {
    const refusal = refusalOf(error);
    if (refusal instanceof WestgateError && !mustRenew) return refusal;
    const wasAlive = !isCorruption(error) && (await isAlive(database));
    if (!wasAlive) await catchUp(error);
    if (refusal instanceof WestgateError) return refusal;
    if (isDiskFault(error)) stop ??= databaseStop(error);
    if (stop) return stop.error;
    return wasAlive ? error : interruptedError(error);
  }

  /** Makes the database agree with the journal after it failed: opened anew or, where the disk does not allow it, one in memory. */
  async function catchUp(cause: unknown): Promise<void> {
    if (place.kind !== 'folder' || isStandIn) {
      return (await isAlive(database)) ? goOnWith(await replayed(database, journal)) : standInAnew();
    }
    try {
      if (isCorruption(cause)) return await remake(filesOf(place), cause);
      await closeQuietly(database);
      await goOnWith(options.watched(await openInFolder(filesOf(place), journal, said)));
    } catch (error) {
      stop ??= databaseStop(`${messageOf(cause)}; ${messageOf(error)}`);
      isStandIn = true;
      await goOnWithStandIn();
    }
  }

  async function recheck(): Promise<void> {
    if (place.kind !== 'folder' || isFinal()) return;
    const found = lostFolder() ?? shortOfSpace();
    if (found) stop = found;
    else if (stop) await behindJournal.inTurn(() => resume(place));
    else await checkNextBatch();
    if (!found) said.notes.push(...journal.clearOverrun());
  }

  /** The start reads no batch, so they are read one by one after it: deeds must not be added behind one that is damaged. */
  async function checkNextBatch(): Promise<void> {
    try {
      await journal.checkNextBatch();
    } catch (error) {
      if (!(error instanceof DamagedError)) throw error;
      stop = damagedStop(error.damage);
    }
  }

  /** Takes deeds again when all that failed works: the disk, the journal, the database. Otherwise the stop stays, with what fails now. */
  async function resume(folder: FolderPlace): Promise<void> {
    if (isFinal()) return;
    try {
      probeDisk(folder.dataDir);
      if (mustRenew) journal.renew();
      mustRenew = false;
      if (isStandIn) {
        const own = await openInFolder(filesOf(folder), journal, said);
        await closeQuietly(database);
        await goOnWith(options.watched(own));
        isStandIn = false;
      }
      if (!isFinal()) stop = null;
    } catch (error) {
      if (!isFinal()) stop = lostFolder() ?? (mustRenew ? journalStop(error) : databaseStop(error));
    }
  }

  /** A stop for good when another owner has the folder. Where that cannot be seen, none: nothing is acknowledged then either. */
  function lostFolder(): Stop | null {
    try {
      return ownership.isHeld() ? null : lostStop();
    } catch {
      return null;
    }
  }

  function shortOfSpace(): Stop | null {
    return place.kind === 'folder' ? spaceStop(place.dataDir, options.limits.minFreeBytes) : null;
  }
}

function interruptedError(error: unknown): WestgateError {
  const message = `The database failed during this deed (${messageOf(error)}) and was opened again; the deed was not done. Send it again.`;
  return new WestgateError('WG_INTERRUPTED', message);
}
