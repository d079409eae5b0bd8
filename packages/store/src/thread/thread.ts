import { Worker } from 'node:worker_threads';
import { inBackground, invariant, WestgateError } from '@westgate/base';
import { messageOf } from '../disk/disk-fault.ts';
import type { Place } from '../engine/engine.ts';
import type { ProvenGroup } from '../engine/proven-group.ts';
import type { PersonEngine } from '../engine/with-persons.ts';
import { imagesOf } from '../journal/batch.ts';
import type { Deed, DeedDraft, Progress, Status } from '../journal/deed.ts';
import type { Limits } from '../limits/limits.ts';
import type { MendChoice } from '../mend/choice.ts';
import type { MendReport } from '../mend/mend.ts';
import {
  type DoneDeed,
  errorOf,
  failureOf,
  type Method,
  type News,
  type NextAsked,
  type NextChanges,
  type Reply,
  type Underway,
} from './messages.ts';
import { DeedsComing, isSentInParts, sendInParts } from './parts.ts';
import { momentNow, StatementHeartbeat, slowWatch } from './statement-heartbeat.ts';
import { DigestNotice } from './telling.ts';

/** A call that waits for its answer. */
interface Waiting {
  readonly method: Method;
  readonly args: readonly unknown[];
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** More new beginnings than this within a minute, and the thread stays ended. */
const RESTARTS_A_MINUTE = 5;
const LOOKS_IN_LIMIT = 8;

/**
 * The store's thread, as seen from outside. When one statement holds it longer than the limit, or when it fails, it is ended and opened
 * anew: the call it was at gets WG_TOO_SLOW or WG_INTERRUPTED, the calls behind it wait and are then done. What it had stored is there.
 */
export class StoreThread {
  readonly #place: Place;
  readonly #limits: Limits;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Set<(status: Status) => void>();
  readonly #restarts: number[] = [];
  readonly #underway = new Map<string, Progress>();
  /** Large calls that are still being handed over. */
  readonly #sending = new Map<number, Promise<void>>();
  /** Large deeds that are still coming in. */
  readonly #coming = new DeedsComing();
  #worker: Worker | null = null;
  #watch: NodeJS.Timeout | undefined;
  #status: Status | null = null;
  #telling: DigestNotice | null = null;
  /** Calls are handed over at once; while the thread opens they wait. */
  #isOpen = false;
  #ended: Error | null = null;
  #lastId = 0;

  private constructor(place: Place, limits: Limits) {
    this.#place = place;
    this.#limits = limits;
  }

  /** Starts the thread and waits until its engine is open. */
  static async start(place: Place, limits: Limits): Promise<StoreThread> {
    const thread = new StoreThread(place, limits);
    try {
      await thread.#open();
    } catch (error) {
      await thread.end();
      throw error;
    }
    thread.#isOpen = true;
    return thread;
  }

  get status(): Status {
    invariant(this.#status, 'the engine is open');
    return this.#status;
  }

  get telling(): DigestNotice {
    invariant(this.#telling, 'the engine is open');
    return this.#telling;
  }

  /** Calls `listener` when deeds are no longer taken, or again, or when there is something else to say. Gives the function that ends it. */
  onStatus(listener: (status: Status) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What the engine's function of that name gives. */
  call<M extends Method>(method: M, ...args: Parameters<PersonEngine[M]>): ReturnType<PersonEngine[M]> {
    return this.#ask(method, args, this.#isOpen);
  }

  /** Does a deed. */
  async commit(draft: DeedDraft): Promise<Deed> {
    return wholeDeed(await this.call('commit', draft), draft);
  }

  /** Does deeds that are shown to fit. */
  async commitProven(group: ProvenGroup): Promise<readonly Deed[]> {
    const deeds: readonly DoneDeed[] = await this.call('commitProven', group);
    return deeds.map((deed, index) => wholeDeed(deed, group.drafts[index]));
  }

  /**
   * Has the journal mended, and tells the deeds that are readable again. Where deeds that were told are none any more, the thread stays ended:
   * whoever holds what they said must begin anew.
   */
  async mend(choice: MendChoice): Promise<MendReport> {
    const report = await this.call('mend', choice);
    if (this.telling.last > report.provenTo) this.#stop('Deeds that were shown are given up.');
    else await this.#toldMissed();
    return report;
  }

  /** How far the deed with that key has come; null while it waits, is thought out, or is over. */
  progress(key: string): Progress | null {
    return this.#underway.get(key) ?? null;
  }

  /** Nothing is underway with that key any more. */
  forget(key: string | undefined): void {
    if (key !== undefined) this.#underway.delete(key);
  }

  /** Closes the engine, once every deed that is being handed over is there, and whoever was answered with one has the whole of it. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#sending.values());
    await this.call('close');
    await this.#coming.settled();
  }

  async end(): Promise<void> {
    this.#stop("The store's thread has ended.");
    await this.#endWorker();
  }

  /** A thread with an open engine; rejects with what kept it from opening. */
  #open(): Promise<void> {
    const heartbeat = new StatementHeartbeat();
    const workerData = { place: this.#place, limits: this.#limits, heartbeat: heartbeat.buffer };
    const worker = new Worker(new URL('./store.worker.js', import.meta.url), { workerData, execArgv: [] });
    this.#worker = worker;
    return new Promise((resolve, reject) => {
      let isOpen = false;
      const failed = (error: Error) => {
        if (!isOpen) reject(error);
        else if (worker === this.#worker) this.#restartNow(interruptedError(error));
      };
      worker.on('message', (message: Reply | NextChanges | News | Underway) => {
        if (worker !== this.#worker) return;
        if (message.status) this.#hear(message.status);
        if (message.id === 'underway') this.#note(message.progress);
        else if (message.id === 'next') this.#comeOn(worker, message);
        else if (message.id !== null && message.id !== 0 && message.isBegun) this.#begin(worker, message);
        else if (message.id === null) this.#tell(message);
        else if (message.id !== 0) {
          this.#answer(message);
          if (message.ending !== undefined) failed(new Error(message.ending));
        } else if (message.error) reject(errorOf(message.error));
        else {
          isOpen = true;
          this.#watchFor(worker, heartbeat);
          resolve();
        }
      });
      worker.on('error', (error) => failed(error instanceof Error ? error : new Error(String(error))));
      worker.on('exit', (code) => failed(new Error(`it ended with ${code}`)));
    });
  }

  /** Embedded, a statement holds the thread, and nothing but its end can stop it. A server ends its statements itself. */
  #watchFor(worker: Worker, heartbeat: StatementHeartbeat): void {
    if (this.#place.kind === 'server') return;
    const { statementMs } = this.#limits;
    const isSlow = slowWatch(heartbeat, statementMs);
    isSlow(momentNow());
    const look = () => {
      if (worker === this.#worker && isSlow(momentNow())) this.#restartNow(slowError(statementMs));
    };
    this.#watch = setInterval(look, statementMs / LOOKS_IN_LIMIT);
    this.#watch.unref();
  }

  /** Begins the restart; where that fails the thread stays ended, and everyone who asks it is told. */
  #restartNow(cause: WestgateError): void {
    inBackground(
      "restarting the store's thread",
      () => this.#restart(cause),
      (error) => this.#stop(`The store's thread could not be opened again: ${messageOf(error)}`),
    );
  }

  async #restart(cause: WestgateError): Promise<void> {
    this.#isOpen = false;
    const unsent = new Set([...this.#sending.keys(), ...this.#coming.ids]);
    this.#coming.drop();
    await this.#endWorker();
    this.#rejectRunning(cause, unsent);
    const now = performance.now();
    this.#restarts.push(now);
    const isTooOften = this.#restarts.filter((at) => now - at < 60_000).length > RESTARTS_A_MINUTE;
    if (this.#ended) return;
    if (this.#place.kind === 'memory' || isTooOften) return this.#stop(cause.message);
    try {
      await this.#open();
      await this.#tellMissed();
    } catch (error) {
      return this.#stop(`The store's thread could not be opened again: ${messageOf(error)}`);
    }
    this.#isOpen = true;
    for (const id of this.#waiting.keys()) this.#send(id);
  }

  /** The mending is done, whatever became of the folder after it: where that does not open, the restart tells what was missed, or why it ends. */
  async #toldMissed(): Promise<void> {
    try {
      await this.#tellMissed();
    } catch (error) {
      process.emitWarning(`The deeds that are readable again were not told yet: ${messageOf(error)}`);
    }
  }

  /** Deeds that stood in the journal before the thread ended, or that others did meanwhile. */
  async #tellMissed(): Promise<void> {
    while (this.telling.last < this.status.head.seq) {
      const deed = await this.#ask('deed', [this.telling.last + 1], true);
      if (!deed) return;
      this.telling.tell(deed);
    }
  }

  /** Embedded, the oldest call is the one the thread was at, and each verify goes beside it. A server was asked all of them but the `unsent`. */
  #rejectRunning(cause: WestgateError, unsent: ReadonlySet<number>): void {
    const isOne = this.#place.kind !== 'server';
    let isFound = false;
    for (const [id, { method, reject }] of this.#waiting) {
      if (unsent.has(id) || (isOne && isFound && method !== 'verify')) continue;
      isFound ||= method !== 'verify';
      this.#waiting.delete(id);
      reject(cause);
    }
  }

  /** The thread answers with what the engine's function of that name gave. */
  #ask<M extends Method>(method: M, args: Parameters<PersonEngine[M]>, isSentNow: boolean): ReturnType<PersonEngine[M]> {
    const answer = new Promise((resolve, reject) => {
      if (this.#ended) return reject(this.#ended);
      const id = ++this.#lastId;
      this.#waiting.set(id, { method, args, resolve, reject });
      if (isSentNow) this.#send(id);
    });
    return answer as ReturnType<PersonEngine[M]>;
  }

  /** Hands a call that waits to the thread: at once, or a large one in parts, which others may overtake. */
  #send(id: number): void {
    const [worker, waiting] = [this.#worker, this.#waiting.get(id)];
    if (!worker || !waiting) return;
    const request = { id, method: waiting.method, args: waiting.args };
    if (!isSentInParts(request)) {
      worker.postMessage(request);
      return;
    }
    const isAwaited = (): boolean => worker === this.#worker && this.#waiting.has(id);
    const sending = sendInParts(worker, request, isAwaited).finally(() => {
      if (this.#sending.get(id) === sending) this.#sending.delete(id);
    });
    this.#sending.set(id, sending);
    inBackground(
      'handing a large deed to the store',
      () => sending,
      (error) => this.#answer({ id, error: failureOf(error), status: null }),
    );
  }

  #begin(worker: Worker, { id, value }: Reply): void {
    this.#coming.begin(id, value);
    this.#askNext(worker, id);
  }

  #comeOn(worker: Worker, message: NextChanges): void {
    const value = this.#coming.add(message);
    if (value) this.#answer({ id: message.of, value, status: null });
    else if (!message.isLast) this.#askNext(worker, message.of);
  }

  /** One part after the other: what comes in at once is taken in at once, however much it is. */
  #askNext(worker: Worker, next: number): void {
    const message: NextAsked = { next };
    worker.postMessage(message);
  }

  #answer({ id, value, error }: Reply): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(errorOf(error));
    else waiting?.resolve(value);
  }

  #note(progress: Progress): void {
    if (progress.key !== undefined) this.#underway.set(progress.key, progress);
  }

  #tell({ deed, asked }: News): void {
    if (!deed || !this.#isOpen) return;
    const group = asked && (this.#waiting.get(asked.call)?.args[0] as ProvenGroup | undefined);
    this.telling.tell(wholeDeed(deed, asked && group?.drafts[asked.index]));
  }

  #hear(status: Status): void {
    const before = this.#status;
    this.#status = status;
    this.#telling ??= new DigestNotice(status.head.seq);
    if (!before || (before.mode === status.mode && before.note === status.note)) return;
    for (const listener of this.#listeners) listener(status);
  }

  async #endWorker(): Promise<void> {
    clearInterval(this.#watch);
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  #stop(message: string): void {
    const advice = 'Restart Westgate; every acknowledged deed is safe.';
    this.#ended ??= this.#status ? new WestgateError('WG_READ_ONLY', `${message} ${advice}`) : new Error(message);
    if (this.#status) this.#hear({ ...this.#status, mode: 'read-only', reason: 'thread-ended', note: this.#ended.message });
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
  }
}

/** A deed as the thread gives it, with the changes that it was drafted with where it has them not. */
function wholeDeed(deed: DoneDeed, draft: DeedDraft | undefined): Deed {
  const changes = deed.changes ?? draft?.changes.map(imagesOf);
  invariant(changes, 'a deed has its changes, or was drafted here');
  return { ...deed, changes };
}

function slowError(limitMs: number): WestgateError {
  const message = `The database took longer than ${limitMs / 1000} s over one statement; it was ended and opened again. All deeds are there.`;
  return new WestgateError('WG_TOO_SLOW', message, { limitMs });
}

function interruptedError(error: Error): WestgateError {
  const message = `The store's thread failed (${error.message}) and was opened again. Send the request again, with the same idempotency key.`;
  return new WestgateError('WG_INTERRUPTED', message);
}
