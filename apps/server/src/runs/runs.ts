import { AsyncResource } from 'node:async_hooks';
import { createHash, randomUUID } from 'node:crypto';
import type { InstantString } from '@westgate/base';
import { inBackground, WestgateError } from '@westgate/base';
import type { RunMessage } from '@westgate/contract';
import type { StoreRuns } from '@westgate/desk';
import { isUnderway, type RunState } from '@westgate/domain';
import type { Periods } from '../running/periods.ts';
import { doRun } from './do-run.ts';
import { type KeptRuns, standingFiles, tooMuch } from './kept-runs.ts';
import { OwnRun } from './own-run.ts';
import { type RunBy, sameAsked } from './run-by.ts';
import type { RunAsked, RunWork } from './run-work.ts';
import { type HeldRun, heldRuns, keptRun, type ToldRun } from './told-run.ts';

/** How much long work is taken on, and how long what came of it is kept. */
export interface RunLimits extends KeptRuns {
  /** Runs that work at once; of one person one does. */
  readonly runs: number;
  /** Runs that wait for their turn, of all and of one person. */
  readonly runsWaiting: number;
  readonly runsWaitingAPerson: number;
}

/** What runs are done with. */
export interface RunOptions {
  readonly works: ReadonlyMap<string, RunWork>;
  readonly limits: RunLimits;
  readonly periods: Pick<Periods, 'runTellMs' | 'runLookMs' | 'runGoneMs' | 'runSweepMs'>;
  readonly now: () => Date;
  /** Is told of each run that changed. */
  readonly tell: (message: RunMessage) => void;
  readonly onError: (error: Error, name: string) => void;
}

/**
 * Long work in a line: each run is kept from the moment it is asked for, waits for its turn, is done in a process of its own, and what came of it is kept. One
 * that was not over when its process ended is told as interrupted, and is asked for again by a person.
 */
export class Runs {
  readonly #keep: StoreRuns;
  readonly #options: RunOptions;
  /** Those that this process does, in the order in which they were asked for. */
  readonly #own = new Map<string, OwnRun>();
  readonly #working = new Map<OwnRun, Promise<void>>();
  readonly #owner = randomUUID();
  /** Work is not done in the name of the request that happened to begin it. */
  readonly #outside = new AsyncResource('runs');
  readonly #timers: readonly NodeJS.Timeout[];
  /** The revisions of runs of other processes as they were last told. */
  #seen = new Map<string, number>();
  #isClosing = false;

  constructor(keep: StoreRuns, options: RunOptions) {
    this.#keep = keep;
    this.#options = options;
    const { periods, onError } = options;
    const every = (ms: number, name: string, work: () => Promise<void>): NodeJS.Timeout =>
      setInterval(() => inBackground(name, work, onError), ms).unref();
    this.#timers = [
      every(periods.runSweepMs, 'removing old runs', () => this.#sweep()),
      ...(keep.isShared ? [every(periods.runLookMs, 'looking at runs', () => this.#look())] : []),
    ];
  }

  /** Says of the runs of a process that has ended that they were interrupted, and removes old ones. */
  async open(): Promise<void> {
    try {
      await this.#look();
      await this.#sweep();
    } catch (error) {
      this.#options.onError(error instanceof Error ? error : new Error(String(error)), 'runs of before');
    }
  }

  /** Every run as it stands, the one asked for last first. */
  async all(): Promise<readonly HeldRun[]> {
    return heldRuns(await this.#keep.all(), this.#options.works).map((held) => this.#standing(held));
  }

  /** Takes a run into the line. Throws what its kind throws of what is asked, `WG_TOO_MANY` where too many wait. */
  async start(kind: string, ask: RunAsked, { person, idem }: RunBy): Promise<HeldRun> {
    const work = this.#options.works.get(kind);
    if (!work || this.#isClosing) throw new WestgateError('WG_NOT_READY', 'Westgate is ending; ask again shortly');
    const id = idem === undefined ? randomUUID() : createHash('sha256').update(idem.key).digest('hex').slice(0, 32);
    const before = idem && (this.#own.get(id)?.held ?? (await this.#find(id)));
    if (before) return sameAsked(before, person, idem);
    await work.check(ask);
    this.#requireRoom(person);
    const run: ToldRun = {
      ...{ kind, state: 'queued', ask, person, idem: idem ?? null, version: work.kind.version, startedAt: null, endedAt: null },
      ...{ progress: null, seq: null, inputs: null, seed: null, result: null, file: null, fault: null },
    };
    const kept = keptRun({ id, rev: 0, owner: this.#owner, askedAt: this.#instant(), file: null }, run);
    const own = new OwnRun(this.#keep, work, kept, run);
    const twin = this.#own.get(id);
    if (twin && idem) return sameAsked(twin.held, person, idem);
    this.#own.set(id, own);
    try {
      if (!(await this.#keep.put(kept))) throw new WestgateError('WG_INTERRUPTED', 'the same was asked at the same moment; ask again');
    } catch (error) {
      this.#own.delete(id);
      throw error;
    }
    this.#tell(id, run);
    this.#next();
    return own.held;
  }

  /** Ends a run that waits or works; one that is over stays as it is. */
  async cancel(id: string): Promise<HeldRun> {
    for (;;) {
      const held = await this.require(id);
      if (!isUnderway(held.run.state)) return held;
      const change = { state: 'cancelled', endedAt: this.#instant(), progress: null } as const;
      const own = this.#own.get(id);
      if (own) await this.#end(own, change);
      else await this.#keep.put(keptRun(held, { ...held.run, ...change }));
      this.#tell(id, { ...held.run, ...change });
    }
  }

  /** Removes a run that is over, with its file. Throws `WG_STEP_REFUSED` for one that is not, and for one on which something rests. */
  async remove(id: string): Promise<void> {
    const held = await this.require(id);
    if (this.isRestedOn(held))
      throw new WestgateError('WG_STEP_REFUSED', {
        zh: '这个后台任务的结果已被采用，应予保留；请先撤销采用',
        en: 'expected a run that nothing rests on: it was adopted; undo that first',
      });
    if (isUnderway(held.run.state))
      throw new WestgateError('WG_STEP_REFUSED', {
        zh: '这个后台任务还没有结束，请先停止',
        en: 'expected a run that is over: end it first',
      });
    await this.#keep.remove([id], []);
    this.#tellGone(id);
  }

  /** The run of a kind whose file is in use now; null for none. */
  async standing(kind: string): Promise<HeldRun | null> {
    const [standing] = standingFiles(
      (await this.all()).filter(({ run }) => run.kind === kind),
      this.#options.works,
    );
    // One that was removed leaves nothing: what stood before it was replaced by it.
    return standing ?? null;
  }

  /** The run of that id as it stands. Throws `WG_NOT_FOUND`. */
  async require(id: string): Promise<HeldRun> {
    const found = await this.#find(id);
    if (found) return found;
    throw new WestgateError('WG_NOT_FOUND', { zh: '没有这个后台任务', en: 'there is no such run' }, { id: id.slice(0, 80) });
  }

  /** Whether who asks now may know of what a run is about. */
  isShown({ run: { kind, ask } }: HeldRun): boolean {
    return this.#options.works.get(kind)?.isShown?.(ask) ?? true;
  }

  /** Whether who asks now may end and remove a run: who asked for it may. */
  mayEnd({ run: { kind, ask, person } }: HeldRun, asker: string | null): boolean {
    return (person !== null && person === asker) || (this.#options.works.get(kind)?.mayEnd?.(ask) ?? true);
  }

  /** Whether something that was decided rests on a run. */
  isRestedOn({ id, run: { kind } }: Pick<HeldRun, 'id' | 'run'>): boolean {
    return this.#options.works.get(kind)?.isRestedOn?.(id) === true;
  }

  /** A file that a run made, part by part. */
  async *file(sha256: string): AsyncGenerator<Uint8Array> {
    for (let part = 0; ; part += 1) {
      const bytes = await this.#keep.filePart(sha256, part);
      if (bytes === null) return;
      yield bytes;
    }
  }

  /** Ends what waits and works, and says so of it. */
  async close(): Promise<void> {
    this.#isClosing = true;
    for (const timer of this.#timers) clearInterval(timer);
    const ended = [...this.#own.values()].map((own) => this.#end(own, { state: 'interrupted', endedAt: this.#instant(), progress: null }));
    await Promise.allSettled([...ended, ...this.#working.values()]);
  }

  async #find(id: string): Promise<HeldRun | undefined> {
    return (await this.all()).find((held) => held.id === id);
  }

  /** A run as it stands now: of this process as it is known here, of one that has ended as interrupted. */
  #standing(held: HeldRun): HeldRun {
    const own = this.#own.get(held.id);
    if (own) return { ...held, run: own.run };
    return isUnderway(held.run.state) && this.#isLeft(held)
      ? { ...held, run: { ...held.run, state: 'interrupted', progress: null } }
      : held;
  }

  /** Whether nobody does a run any more that is not over. */
  #isLeft({ owner, quietMs }: HeldRun): boolean {
    return owner === this.#owner || quietMs === null || quietMs > this.#options.periods.runGoneMs;
  }

  #requireRoom(person: string | null): void {
    const { runsWaiting, runsWaitingAPerson } = this.#options.limits;
    const waiting = [...this.#own.values()].filter(({ run }) => run.state === 'queued');
    const most = waiting.length >= runsWaiting ? runsWaiting : runsWaitingAPerson;
    if (waiting.length < runsWaiting && waiting.filter(({ run }) => run.person === person).length < runsWaitingAPerson) return;
    throw new WestgateError('WG_TOO_MANY', {
      zh: `排队的后台任务最多 ${most} 个，请等一些结束后再来`,
      en: `expected at most ${most} runs that wait; ask again when some are over`,
    });
  }

  async #end(own: OwnRun, change: { readonly state: RunState } & Partial<ToldRun>): Promise<void> {
    // It ends also where the disk does not take that it did.
    const isEnded = await own.write(change).finally(() => own.ending.abort());
    if (isEnded && !this.#working.has(own)) this.#own.delete(own.id);
  }

  /** Begins what may begin: in turn, of one person one at a time. */
  #next(): void {
    while (!this.#isClosing && this.#working.size < this.#options.limits.runs) {
      const busy = new Set([...this.#working.keys()].map(({ run }) => run.person));
      const next = [...this.#own.values()].find(
        (own) => own.run.state === 'queued' && !this.#working.has(own) && !busy.has(own.run.person),
      );
      if (!next) return;
      this.#begin(next);
    }
  }

  #begin(own: OwnRun): void {
    const { now, onError } = this.#options;
    const tell = (): void => this.#tellOwn(own);
    const work = async (): Promise<void> => {
      try {
        await doRun(own, { keep: this.#keep, instant: () => now().toISOString() as InstantString, tell, onError });
      } finally {
        this.#working.delete(own);
        this.#own.delete(own.id);
        this.#tell(own.id, own.run);
        if (own.work.stands?.(own.run.ask)) inBackground('letting go of what was replaced', () => this.#sweep(), onError);
        this.#next();
      }
    };
    const begin = (): Promise<void> => {
      const done = work();
      this.#working.set(own, done);
      return done;
    };
    this.#outside.runInAsyncScope(() => inBackground(`a run of ${own.run.kind}`, begin, onError));
  }

  /** Tells how far a run is, a few times in a second at most. */
  #tellOwn(own: OwnRun): void {
    const now = performance.now();
    if (now - own.toldAt < this.#options.periods.runTellMs) return;
    own.toldAt = now;
    this.#tell(own.id, own.run);
  }

  /** Whoever shows it asks again. */
  #tellGone(id: string): void {
    this.#options.tell({ id, state: null, progress: null });
  }

  #tell(id: string, { state, progress }: Pick<ToldRun, 'state' | 'progress'>): void {
    this.#options.tell({ id, state, progress });
  }

  /** Looks at the runs of other processes: tells of what they did, ends what they ended here, and says of those that have ended that their runs were interrupted. */
  async #look(): Promise<void> {
    for (const own of this.#own.values()) if (own.isAhead) await own.write({});
    if (this.#own.size > 0) await this.#keep.seen(this.#owner);
    const seen = new Map<string, number>();
    for (const held of heldRuns(await this.#keep.recent(), this.#options.works)) {
      const own = this.#own.get(held.id);
      if (own && held.isOver && !own.isOver) own.end(held.run);
      if (held.owner === this.#owner) continue;
      seen.set(held.id, held.rev);
      const { run } = this.#standing(held);
      if (run.state === 'interrupted' && !held.isOver) await this.#keep.put(keptRun(held, { ...run, endedAt: this.#instant() }));
      else if (this.#seen.get(held.id) === held.rev) continue;
      this.#tell(held.id, run);
    }
    this.#seen = seen;
  }

  /** Removes what is too old or too much. */
  async #sweep(): Promise<void> {
    const { limits, works, now } = this.#options;
    const { gone, large } = tooMuch(await this.all(), limits, works, now());
    const files: string[] = [];
    for (const held of large) if (await this.#keep.put(keptRun({ ...held, file: null }, held.run))) files.push(held.file ?? '');
    await this.#keep.remove(
      gone.map(({ id }) => id),
      files,
    );
    for (const { id } of [...gone, ...large]) this.#tellGone(id);
  }

  #instant(): InstantString {
    return this.#options.now().toISOString() as InstantString;
  }
}
