import { Worker } from 'node:worker_threads';
import { invariant, WestgateError } from '@westgate/base';
import type { TableName } from '@westgate/domain';
import type { Deed, DeedDraft, DeedSummary, Head, RowsByTable, State, Status } from './deed.ts';
import type { Place } from './engine.ts';
import { acquireLock, type Lock } from './lock.ts';
import { errorOf, type Method, type News, type Reply } from './messages.ts';
import type { Erasure, Person, PersonEngine } from './persons/with-persons.ts';
import { Telling } from './telling.ts';
import type { VerifyReport } from './verify.ts';

/**
 * Which data to open: a folder (made when missing), a folder to look at only, a PostgreSQL database by its address, or data that live as
 * long as the process.
 */
export type StoreOptions = { readonly dir: string; readonly readOnly?: boolean } | { readonly url: string } | { readonly memory: true };

/** A district's facts and deeds, kept safe. The database and the journal live in a thread of their own. */
export interface Store {
  /** `read-only`: reading goes on, {@link commit} throws the reason. */
  readonly mode: 'ready' | 'read-only';
  /** What there is to say about the data folder, in a sentence or two; null when all is as it should be. */
  readonly note: string | null;
  readonly head: Head;
  /** Every row, in the order in which rows were added. */
  readAll(): Promise<RowsByTable>;
  /** The same with the deed they rest on, from one moment even while other processes write. */
  readState(): Promise<State>;
  /**
   * Calls `listener` with every deed done from now on, by this process or another, in order, each once; with the own deed before
   * {@link commit} returns it. Gives the function that ends it. A listener that throws harms nobody: its error becomes a warning.
   */
  onDeed(listener: (deed: Deed) => void): () => void;
  /**
   * Does a deed: all its changes or none. It is on the disk when this returns. A draft whose `idem` was used before gets that first deed.
   * Throws WG_STALE_RECORD when a row is not as `before` says, WG_INPUT_INVALID when the schema refuses it (a reference to nothing).
   */
  commit(draft: DeedDraft): Promise<Deed>;
  /** The deed `seq` with all its changes, or null. */
  deed(seq: number): Promise<Deed | null>;
  /** The deed that was done with this idempotency key, or null. */
  deedByIdem(idem: string): Promise<Deed | null>;
  /** Deeds that changed one record, newest first, each with its change of that record only. `before`: deeds before this number. */
  history(table: TableName, key: string, limit: number, before?: number): Promise<readonly Deed[]>;
  /** The newest deeds, newest first, without their changes. `before`: deeds before this number. */
  recentDeeds(limit: number, before?: number): Promise<readonly DeedSummary[]>;
  /** Everyone who did a deed, programs left out. */
  persons(): Promise<readonly Person[]>;
  /**
   * Destroys the key of a person for good: no file and no answer shows the name any more, the deeds and their hashes stay. Recorded as a
   * deed. Throws WG_NOT_FOUND for an id that is nobody's.
   */
  erasePerson(id: string, reason: string): Promise<Erasure>;
  /** Follows the whole journal and compares the database with it, row by row. */
  verify(): Promise<VerifyReport>;
  /** Tells other processes, through the lock, where this one answers HTTP. */
  setAddress(address: string): void;
  /** Brings everything to the disk and frees the folder. */
  close(): Promise<void>;
}

/** Opens a store. Throws WG_FOLDER_LOCKED, with the holder's address in `details`, while another process has the folder open. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const place = placeOf(options);
  const lock = place.kind === 'folder' ? await acquireLock(place.dataDir) : null;
  try {
    return storeOf(await startThread(place), lock);
  } catch (error) {
    lock?.release();
    throw error;
  }
}

/** The store's thread, as seen from outside. */
interface Thread {
  readonly status: Status;
  readonly telling: Telling;
  call<M extends Method>(method: M, ...args: Parameters<PersonEngine[M]>): ReturnType<PersonEngine[M]>;
  end(): Promise<void>;
}

function storeOf(thread: Thread, lock: Lock | null): Store {
  let closing: Promise<void> | null = null;
  return {
    get mode() {
      return thread.status.mode;
    },
    get note() {
      return thread.status.note;
    },
    get head() {
      return thread.status.head;
    },
    readAll: async () => (await thread.call('readState')).rows,
    readState: () => thread.call('readState'),
    onDeed: (listener) => thread.telling.listen(listener),
    async commit(draft) {
      const deed = await thread.call('commit', draft);
      thread.telling.tell(deed);
      return deed;
    },
    deed: (seq) => thread.call('deed', seq),
    deedByIdem: (idem) => thread.call('deedByIdem', idem),
    history: (table, key, limit, before = Number.MAX_SAFE_INTEGER) => thread.call('history', table, key, limit, before),
    recentDeeds: (limit, before = Number.MAX_SAFE_INTEGER) => thread.call('recentDeeds', limit, before),
    persons: () => thread.call('persons'),
    async erasePerson(id, reason) {
      const erasure = await thread.call('erasePerson', id, reason);
      thread.telling.tell(erasure.deed);
      return erasure;
    },
    verify: () => thread.call('verify'),
    setAddress: (address) => lock?.setAddress(address),
    close() {
      closing ??= close();
      return closing;
    },
  };

  async function close(): Promise<void> {
    try {
      await thread.call('close');
    } finally {
      await thread.end();
      lock?.release();
    }
  }
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Starts the thread and waits until its engine is open. */
async function startThread(place: Place): Promise<Thread> {
  const worker = new Worker(new URL('./store.worker.js', import.meta.url), { workerData: { place }, execArgv: [] });
  const waiting = new Map<number, Waiting>();
  let status: Status | null = null;
  let telling: Telling | null = null;
  let ended: Error | null = null;
  let lastId = 0;

  worker.on('message', (reply: Reply | News) => {
    if (reply.status) status = reply.status;
    if (status) telling ??= new Telling(status.head.seq);
    if (reply.id === null) {
      if (reply.deed) telling?.tell(reply.deed);
      return;
    }
    const request = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.error) request?.reject(errorOf(reply.error));
    else request?.resolve(reply.value);
  });
  worker.on('error', (error) => stop(`The store's thread failed: ${error instanceof Error ? error.message : String(error)}`));
  worker.on('exit', () => stop("The store's thread has ended."));

  try {
    await answerTo(0);
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    get status() {
      invariant(status, 'the engine is open');
      return status;
    },
    get telling() {
      invariant(telling, 'the engine is open');
      return telling;
    },
    call(method, ...args) {
      const id = ++lastId;
      if (!ended) worker.postMessage({ id, method, args });
      return answerTo(id);
    },
    async end() {
      await worker.terminate();
    },
  };

  /** The thread answers with what the engine's function of that name gave. */
  function answerTo<T>(id: number): T {
    const answer = new Promise((resolve, reject) => {
      if (ended) reject(ended);
      else waiting.set(id, { resolve, reject });
    });
    return answer as T;
  }

  function stop(message: string): void {
    const advice = 'Restart Westgate; every acknowledged deed is safe in the journal.';
    ended ??= status ? new WestgateError('WG_READ_ONLY', `${message} ${advice}`) : new Error(message);
    if (status) status = { ...status, mode: 'read-only', note: ended.message };
    for (const request of waiting.values()) request.reject(ended);
    waiting.clear();
  }
}

function placeOf(options: StoreOptions): Place {
  if ('memory' in options) return { kind: 'memory' };
  if ('url' in options) return { kind: 'server', url: options.url };
  return { kind: options.readOnly ? 'look' : 'folder', dataDir: options.dir };
}
