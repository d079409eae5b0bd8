import type { Change, TableName } from '@westgate/domain';
import { readUpkeep, type Upkeep, upkeepIn } from './backup/upkeep.ts';
import type { JournalReport, Place } from './engine/engine.ts';
import type { VerifyReport } from './engine/verify.ts';
import type { Erasure, Person, PersonEngine } from './engine/with-persons.ts';
import type { Deed, DeedDraft, DeedSummary, Head, Progress, RowsByTable, State, StopReason } from './journal/deed.ts';
import { LargeLately } from './journal/large-lately.ts';
import { clearIncoming, incomingFolder } from './kept-files/folder-keep.ts';
import { processFolder, sweepProcessFolders } from './kept-files/process-folder.ts';
import { type Limits, limitsOf } from './limits/limits.ts';
import type { MendChoice } from './mend/choice.ts';
import type { MendReport } from './mend/mend.ts';
import { acquireLock, type Lock } from './ownership/lock.ts';
import { NO_NEWS } from './persons/access-news.ts';
import type { FormerRow, RowRef } from './rows/deeds.ts';
import type { RunKeep } from './runs/run-keep.ts';
import { afterDeeds, readRowsAhead } from './snapshots/rows-ahead.ts';
import { StoreThread } from './thread/thread.ts';

/**
 * Which data to open: a folder (made when missing), a folder to look at only, a PostgreSQL database by its address, or data that live as
 * long as the process.
 */
export type StoreOptions = (
  | { readonly dir: string; readonly readOnly?: boolean }
  | { readonly url: string }
  | { readonly memory: true }
) & {
  /** Where they differ from those of {@link limitsOf}. */
  readonly limits?: Partial<Limits> | undefined;
};

/** A district's facts and deeds, kept safe. The database and the journal live in a thread of their own. */
export interface Store {
  /** `read-only`: reading goes on, {@link commit} throws the reason. */
  readonly mode: 'ready' | 'read-only';
  /** Why it is `read-only`; null while it is `ready`. */
  readonly reason: StopReason | null;
  /** What there is to say about the data folder, in a sentence or two; null when all is as it should be. */
  readonly note: string | null;
  readonly head: Head;
  /** Every row, in the order in which rows were added. */
  readAll(): Promise<RowsByTable>;
  /** The same with the deed they rest on, from one moment even while other processes write. */
  readState(): Promise<State>;
  /**
   * What {@link readState} gives, for whoever begins with it after the opening: where there is a snapshot, from that and the deeds after it in
   * the journal, read while the database was being opened. Asked once more it is {@link readState}.
   */
  firstState(): Promise<State>;
  /**
   * Calls `listener` with every deed done from now on, by this process or another, in order, each once; with the own deed before
   * {@link commit} returns it. Gives the function that ends it. A listener that throws harms nobody: its error becomes a warning.
   */
  onDeed(listener: (deed: Deed) => void): () => void;
  /** Calls `listener` when mode, reason or note change. Gives the function that ends it. */
  onStatus(listener: () => void): () => void;
  /**
   * Does a deed: all its changes or none. It is on the disk when this returns. A draft whose `idem` was used before gets that first deed.
   * Throws WG_STALE_RECORD when a row is not as `before` says, WG_INPUT_INVALID when the schema refuses it (a reference to nothing).
   */
  commit(draft: DeedDraft): Promise<Deed>;
  /**
   * Does deeds that follow one another, all or none; they are on the disk when this returns, and need not wait for the database. Each is shown to be taken by it
   * as it is, on the one before it, the first on deed `basis`: each `before` is the row that stands there, and the schema asks nothing of the rows or the words of
   * the deed that they have not. Throws WG_STALE_RECORD where `basis` is not the last deed any more, or an `idem` was used before; where it was not shown, a
   * server may refuse with WG_INPUT_INVALID.
   */
  commitProven(drafts: readonly DeedDraft[], basis: number): Promise<readonly Deed[]>;
  /** How many rows are written of the deed that is being done with this idempotency key; null where none is being written. */
  progress(key: string): Progress | null;
  /** The deed `seq` with all its changes, or the first `most` of them; null for none. */
  deed(seq: number, most?: number): Promise<Deed | null>;
  /** What the deed `seq` did to the rows of one table, in order. The rest of it, which may be a whole district, stays in the store's thread. */
  changesTo(table: TableName, seq: number): Promise<readonly Change[]>;
  /** The deed `seq` for whoever writes by it: whole, and checked against its hash. Throws WG_JOURNAL_DAMAGED where it was altered. */
  provenDeed(seq: number): Promise<Deed | null>;
  /** The deed that was done with this idempotency key, or null. */
  deedByIdem(key: string): Promise<Deed | null>;
  /** Deeds that changed one record, newest first, each with its change of that record only. `before`: deeds before this number. */
  history(table: TableName, key: string, limit: number, before?: number): Promise<readonly Deed[]>;
  /** The same of many rows at once: each deed with its changes of them, the first 1,000. */
  touching(rows: readonly RowRef[], limit: number, before?: number): Promise<readonly Deed[]>;
  /** How rows of these tables stood before they were changed or taken out, each state once, with these columns alone. */
  former(tables: readonly TableName[], columns: readonly string[]): Promise<readonly FormerRow[]>;
  /** The newest deeds, newest first, without their changes. `before`: deeds before this number. */
  recentDeeds(limit: number, before?: number): Promise<readonly DeedSummary[]>;
  /** Everyone who did a deed, programs left out. */
  persons(): Promise<readonly Person[]>;
  /**
   * Destroys the key of a person for good: no file and no answer shows the name any more, the deeds and their hashes stay. Recorded as a
   * deed. Throws WG_NOT_FOUND for an id that is nobody's.
   */
  erasePerson(id: string, reason: string): Promise<Erasure>;
  /** Persons with accounts, their sessions, and the attempts to sign in: outside the deeds. */
  readonly access: Access;
  /**
   * Where a file lies while it comes in, until {@link keepFile} takes it: on the disk it is kept on, else in a folder of this process alone. What
   * a process leaves there when it is killed is cleared at the next opening.
   */
  incoming(): string;
  /** Keeps the file at `path`, which goes, under the SHA-256 of its bytes; it is on the disk when this returns. */
  keepFile(path: string, sha256: string): Promise<void>;
  /** The bytes kept under `sha256`; null where there are none. */
  fileBytes(sha256: string): Promise<Uint8Array | null>;
  /** The names of files that were last kept `ageMs` ago or earlier. */
  oldFiles(ageMs: number): Promise<readonly string[]>;
  /** Lets a file go that was last kept `ageMs` ago or earlier. */
  removeFile(sha256: string, ageMs: number): Promise<void>;
  /** Runs of long work, and the files that they made: outside the deeds. */
  readonly runs: StoreRuns;
  /** Follows the whole journal and compares the database with it, row by row. */
  verify(): Promise<VerifyReport>;
  /** The last backup and the last drill of a restore that are known. */
  upkeep(): Promise<Upkeep>;
  /** What the journal lacks and waits for somebody to choose about, and what was chosen before. */
  journalReport(): Promise<JournalReport>;
  /**
   * Does what somebody chose about a journal that lacks deeds, and records it as a deed. Deeds are taken again then, unless some that were
   * shown are given up: Westgate must then be restarted. Throws WG_INPUT_INVALID where the way does not fit what is found.
   */
  mend(choice: MendChoice): Promise<MendReport>;
  /** Tells other processes of the folder's owner, through the lock, where this one answers HTTP and what lets them in. */
  setAddress(address: string, operatorKey?: string): void;
  /** Brings everything to the disk and frees the folder. */
  close(): Promise<void>;
}

/** Runs as a store keeps them. */
export interface StoreRuns extends RunKeep {
  /** Other processes may do some of them. */
  readonly isShared: boolean;
}

/** What is kept of people beside the deeds. */
export type Access = Pick<
  PersonEngine,
  | 'openPerson'
  | 'dropPerson'
  | 'fillPersonalRecord'
  | 'personalRecords'
  | 'personalRecord'
  | 'accessNews'
  | 'beginSession'
  | 'touchSession'
  | 'sessions'
  | 'findSession'
  | 'endSessions'
  | 'takeAttempt'
  | 'endAttempt'
  | 'sweepAttempts'
  | 'putShortLived'
  | 'takeShortLived'
  | 'peekShortLived'
  | 'countShortLived'
  | 'noteSignIn'
  | 'signIns'
  | 'notes'
  | 'putNote'
  | 'keepMail'
  | 'dropMails'
>;

/** Opens a store. Throws WG_FOLDER_LOCKED, with the holder's address in `details`, while another process has the folder open. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const place = placeOf(options);
  const limits = { ...limitsOf(process.env), ...options.limits };
  const lock = place.kind === 'folder' ? await acquireLock(place.dataDir, limits) : null;
  try {
    if (place.kind === 'folder') clearIncoming(place.dataDir);
    else sweepProcessFolders();
    const ahead = place.kind === 'folder' ? readRowsAhead(place.dataDir) : null;
    const thread = await StoreThread.start(place.kind === 'folder' ? { ...place, hold: lock?.hold } : place, limits);
    const dataDir = place.kind === 'folder' ? place.dataDir : null;
    return storeOf(thread, { lock, ahead, dataDir, isServer: place.kind === 'server' });
  } catch (error) {
    lock?.release();
    throw error;
  }
}

/** What a store has beside its thread. */
interface Beside {
  readonly lock: Lock | null;
  readonly ahead: Promise<State | null> | null;
  readonly dataDir: string | null;
  /** Other processes may write as well. */
  readonly isServer: boolean;
}

function storeOf(thread: StoreThread, { lock, ahead: rowsAhead, dataDir, isServer }: Beside): Store {
  let ahead = rowsAhead;
  let closing: Promise<void> | null = null;
  const own = processFolder();
  const lately = new LargeLately();
  return {
    get mode() {
      return thread.status.mode;
    },
    get reason() {
      return thread.status.reason;
    },
    get note() {
      return thread.status.note;
    },
    get head() {
      return thread.status.head;
    },
    readAll: async () => (await thread.call('readState')).rows,
    readState: () => thread.call('readState'),
    async firstState() {
      const known = await ahead;
      ahead = null;
      const since = known && (await thread.call('changesAfter', known.head));
      return since ? afterDeeds(known, since) : thread.call('readState');
    },
    onDeed: (listener) => thread.telling.listen(listener),
    onStatus: (listener) => thread.onStatus(listener),
    async commit(draft) {
      try {
        const deed = await thread.commit(draft);
        lately.note(deed);
        thread.telling.tell(deed);
        return deed;
      } finally {
        thread.forget(draft.idem?.key);
      }
    },
    async commitProven(drafts, basis) {
      try {
        const deeds = await thread.commitProven({ drafts, basis });
        for (const deed of deeds) lately.note(deed);
        for (const deed of deeds) thread.telling.tell(deed);
        return deeds;
      } finally {
        for (const { idem } of drafts) thread.forget(idem?.key);
      }
    },
    progress: (key) => thread.progress(key),
    deed: (seq, most) => thread.call('deed', seq, most),
    changesTo: (table, seq) => thread.call('changesTo', table, seq),
    provenDeed: async (seq) => lately.find(seq) ?? thread.call('provenDeed', seq),
    deedByIdem: (key) => thread.call('deedByIdem', key),
    history: (table, key, limit, before = Number.MAX_SAFE_INTEGER) => thread.call('history', table, key, limit, before),
    former: (tables, columns) => thread.call('former', tables, columns),
    touching: (rows, limit, before = Number.MAX_SAFE_INTEGER) => thread.call('touching', rows, limit, before),
    recentDeeds: (limit, before = Number.MAX_SAFE_INTEGER) => thread.call('recentDeeds', limit, before),
    persons: () => thread.call('persons'),
    async erasePerson(id, reason) {
      const erasure = await thread.call('erasePerson', id, reason);
      lately.forget();
      thread.telling.tell(erasure.deed);
      return erasure;
    },
    access: {
      openPerson: (personalRecord) => thread.call('openPerson', personalRecord),
      dropPerson: (id) => thread.call('dropPerson', id),
      fillPersonalRecord: (id, personalRecord, seal) => thread.call('fillPersonalRecord', id, personalRecord, seal),
      personalRecords: (after) => thread.call('personalRecords', after),
      personalRecord: (id) => thread.call('personalRecord', id),
      accessNews: async () => (isServer ? thread.call('accessNews') : NO_NEWS),
      beginSession: (session, seal) => thread.call('beginSession', session, seal),
      touchSession: (hash, seen) => thread.call('touchSession', hash, seen),
      takeAttempt: (key, rule, nowMs) => thread.call('takeAttempt', key, rule, nowMs),
      endAttempt: (key, end, rule, nowMs) => thread.call('endAttempt', key, end, rule, nowMs),
      sweepAttempts: (beforeMs) => thread.call('sweepAttempts', beforeMs),
      putShortLived: (entry, nowMs, most) => thread.call('putShortLived', entry, nowMs, most),
      takeShortLived: (kind, key, nowMs, held) => thread.call('takeShortLived', kind, key, nowMs, held),
      peekShortLived: (kind, key, nowMs) => thread.call('peekShortLived', kind, key, nowMs),
      countShortLived: (kind, owner, nowMs) => thread.call('countShortLived', kind, owner, nowMs),
      sessions: () => thread.call('sessions'),
      findSession: (hash) => thread.call('findSession', hash),
      endSessions: (which) => thread.call('endSessions', which),
      noteSignIn: (entry) => thread.call('noteSignIn', entry),
      signIns: (limit, before) => thread.call('signIns', limit, before),
      notes: () => thread.call('notes'),
      putNote: (name, before, after) => thread.call('putNote', name, before, after),
      keepMail: (person, name, content) => thread.call('keepMail', person, name, content),
      dropMails: (name) => thread.call('dropMails', name),
    },
    incoming: () => (dataDir === null ? own.path() : incomingFolder(dataDir)),
    keepFile: (path, sha256) => thread.call('keepFile', path, sha256),
    fileBytes: (sha256) => thread.call('fileBytes', sha256),
    oldFiles: (ageMs) => thread.call('oldFiles', ageMs),
    removeFile: (sha256, ageMs) => thread.call('removeFile', sha256, ageMs),
    runs: {
      isShared: isServer,
      all: () => thread.call('runs', 'all'),
      recent: () => thread.call('runs', 'recent'),
      put: (run) => thread.call('putRun', run),
      seen: (owner) => thread.call('seeRuns', owner),
      remove: (ids, files) => thread.call('removeRuns', ids, files),
      keepFile: (path, sha256) => thread.call('keepRunFile', path, sha256),
      filePart: (sha256, part) => thread.call('runFilePart', sha256, part),
    },
    upkeep: async () => (dataDir === null ? upkeepIn(await thread.call('notes')) : readUpkeep(dataDir)),
    verify: () => thread.call('verify'),
    journalReport: () => thread.call('journalReport'),
    mend: (choice) => {
      lately.forget();
      return thread.mend(choice);
    },
    setAddress: (address, operatorKey) => lock?.setAddress(address, operatorKey),
    close() {
      closing ??= close();
      return closing;
    },
  };

  async function close(): Promise<void> {
    try {
      await thread.close();
    } finally {
      await thread.end();
      own.remove();
      lock?.release();
    }
  }
}

function placeOf(options: StoreOptions): Place {
  if ('memory' in options) return { kind: 'memory' };
  if ('url' in options) return { kind: 'server', url: options.url };
  return options.readOnly ? { kind: 'look', dataDir: options.dir } : { kind: 'folder', dataDir: options.dir };
}
