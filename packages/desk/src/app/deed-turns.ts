import { setImmediate as othersTurn } from 'node:timers/promises';
import { type InstantString, invariant, type Json, resultAtOnce, sameJson, Turns, WestgateError } from '@westgate/base';
import { applySteps, type Change, type Register } from '@westgate/domain';
import { type Deed, type DeedDraft, resultInSlices, type Store, slices } from '@westgate/store';
import { type By, checkBy, commitOwn, deedBefore } from '../deeds/by.ts';
import { hasKeptWords, provenSteps } from '../deeds/is-proven.ts';
import type { MaybeDry } from '../deeds/work.ts';
import { onLatest } from './on-latest.ts';

/** So many deeds are written together at most, and so many wait for that. */
const MOST_TOGETHER = 64;
/** A deed of more changes is looked at in slices, and written by itself. */
const LARGE = 500;
/** Keys that are known without asking the store. */
const MOST_USED = 10_000;

/** What a deed is thought out on: the district as the deed `seq` left it. Always the same value for the same moment. */
export interface Ground {
  readonly register: Register;
  readonly seq: number;
  /** When it was noted of the rows of that deed what they say of days still to come, where that was before it was done. */
  readonly notedAt?: InstantString;
}

/** What was thought out: the deed, null for none, and what whoever asked for it is told once it is done. */
export interface Thought<T> {
  readonly draft: DeedDraft | null;
  readonly told: (done: Deed | null) => T;
}

/** A deed that is asked for. */
export interface Asked<T> {
  readonly by: MaybeDry;
  readonly think: (on: Ground) => Promise<Thought<T>>;
  /** What is told of the deed that this very request has done already. */
  readonly again: (deed: Deed) => T;
  /** What is thrown where the store refuses it, told from that error. */
  readonly refused?: (error: unknown) => Promise<unknown>;
}

/** A deed that is thought out, and waits for the journal. */
interface Ahead {
  readonly draft: DeedDraft;
  readonly on: Ground;
  /** The district once it is done. */
  readonly left: Ground;
  readonly done: Promise<Deed>;
  resolve(deed: Deed): void;
  reject(error: unknown): void;
}

/** What came of thinking, and on what. */
type Attempt<T> = { readonly on: Ground; readonly wasAhead: boolean } & ({ readonly thought: Thought<T> } | { readonly error: unknown });

/**
 * Does deeds in the order in which they are asked for, each on the register that the one before it leaves. While the journal writes some of them to the
 * disk the next ones are thought out, on a register that nobody else sees; they are written together after that. Where the journal does not take them they
 * are thought out again, on what stands then.
 */
export class DeedTurns {
  readonly #store: Pick<Store, 'commit' | 'commitProven' | 'deedByIdem'>;
  readonly #present: () => Ground;
  readonly #noteSteps: (on: Register, draft: DeedDraft) => Generator<undefined, InstantString>;
  readonly #prepare: (draft: DeedDraft, left: Ground) => void;
  readonly #settled: () => Promise<void>;
  /** Many deeds that come at once are thought out without keeping all else waiting. */
  readonly #paced = slices();
  readonly #turns = new Turns();
  /** Those that are being written, and those that wait for it. */
  #writing: readonly Ahead[] = [];
  #waiting: readonly Ahead[] = [];
  #written: Promise<void> = Promise.resolve();
  /** The keys of the last deeds. */
  readonly #used = new Set<string>();
  /** What large deeds would leave, by their changes; null where that is not shown. */
  readonly #left = new WeakMap<readonly Change[], { readonly on: Ground; readonly left: Promise<Ground | null> }>();

  /**
   * `present`: what stands in the journal and was taken up. `noteSteps` is told of what is thought out before the next deed is thought out on it, and tells when. `prepare` may
   * make ready for what the next one leaves while it is written; that it is not taken may still come out. `settled`: once what was written is taken up.
   */
  constructor(
    store: Pick<Store, 'commit' | 'commitProven' | 'deedByIdem'>,
    {
      present,
      noteSteps,
      prepare,
      settled,
    }: {
      readonly present: () => Ground;
      readonly noteSteps: (on: Register, draft: DeedDraft) => Generator<undefined, InstantString>;
      readonly prepare: (draft: DeedDraft, left: Ground) => void;
      readonly settled: () => Promise<void>;
    },
  ) {
    this.#store = store;
    this.#present = present;
    this.#noteSteps = noteSteps;
    this.#prepare = prepare;
    this.#settled = settled;
  }

  /** Does a deed, and gives what is told of it. */
  async do<T>(asked: Asked<T>): Promise<T> {
    const begun = await this.#turns.take(() => this.#begin(asked));
    if ('told' in begun) return begun.told;
    const { ahead, thought } = begun;
    const deed = await ahead.done.catch((error: unknown) => {
      if (isUndone(error)) return null;
      throw error;
    });
    // What is asked for once more comes behind what was asked for meanwhile.
    return deed === null ? this.alone(() => this.#done(asked, null)) : thought.told(deed);
  }

  /** Thinks out a large deed that may be asked for next, on what stands, and keeps nobody waiting. */
  async thinkAhead<T>({ think }: Pick<Asked<T>, 'think'>): Promise<void> {
    const on = this.#present();
    const { draft } = await think(on);
    if (draft && isLarge(draft)) await this.#provenLeft(on, draft);
  }

  /** Does `write` once all that was asked for before it is done, and before anything that is asked for after it; once more where another process was faster. */
  alone<T>(write: () => Promise<T>): Promise<T> {
    return this.#turns.take(async () => {
      await this.#drained();
      const given = await this.#onLatest(write);
      await this.#settled();
      return given;
    });
  }

  /** The deed that this very request has done already; null for a new one. Throws where its key belongs to another. */
  doneBefore(by: By): Promise<Deed | null> {
    return deedBefore(this.#store, () => this.#present().register, by);
  }

  /** Does a deed that was thought out on what stands. */
  async commit(draft: DeedDraft): Promise<Deed> {
    const deed = await commitOwn(this.#store, () => this.#present().register, draft);
    await this.#settled();
    return deed;
  }

  /** A deed was done: who asks with its key once more is told of it, and keeps no others from being written together. */
  noteDone({ idem }: Pick<Deed, 'idem'>): void {
    if (idem === null) return;
    this.#used.add(idem);
    const [oldest] = this.#used;
    if (this.#used.size > MOST_USED && oldest !== undefined) this.#used.delete(oldest);
  }

  /** What stands once `deed` is done, where it is one that was thought out on what stands now; null for any other. */
  groundAfter(deed: Deed): Ground | null {
    const ahead = this.#writing.find(({ left }) => left.seq === deed.seq);
    return ahead && ahead.on === this.#present() && isOf(deed, ahead.draft) ? ahead.left : null;
  }

  /** Does `last` once everything that was asked for is done. */
  async end(last: () => Promise<void>): Promise<void> {
    for (let before: unknown = null; before !== this.#turns.last || this.#writing.length > 0; ) {
      before = this.#turns.last;
      await before;
      await this.#drained();
      // What was not done with others is asked for once more.
      await othersTurn();
    }
    await last();
  }

  async #begin<T>(asked: Asked<T>): Promise<{ readonly ahead: Ahead; readonly thought: Thought<T> } | { readonly told: T }> {
    checkBy(asked.by);
    await this.#paced();
    const attempt = this.#mayGoAhead(asked.by) ? await this.#tried(asked.think) : null;
    if (attempt && 'thought' in attempt) {
      const { on, thought } = attempt;
      const left = thought.draft && on === this.#head() ? await this.#provenLeft(on, thought.draft) : null;
      // What it stands on may have come to nothing while a large one was looked at.
      if (thought.draft && left && on === this.#head()) return { ahead: this.#goAhead(on, thought.draft, left), thought };
    }
    await this.#drained();
    // What else was looked at, beside the register, may have been older than a deed that was ahead.
    const known = attempt?.wasAhead ? null : attempt;
    return { told: await this.#onLatest(() => this.#done(asked, known)) };
  }

  #onLatest<T>(write: () => Promise<T>): Promise<T> {
    return onLatest(() => this.#present().seq, this.#settled, write);
  }

  /** A dry run tells of what stands; a key whose deed is under way is that of the same request. */
  #mayGoAhead({ dryRun, idem }: MaybeDry): boolean {
    const key = idem?.key;
    const isUnderWay = (): boolean => [...this.#writing, ...this.#waiting].some(({ draft }) => draft.idem?.key === key);
    return !dryRun && (key === undefined || !(this.#used.has(key) || isUnderWay()));
  }

  async #tried<T>(think: Asked<T>['think']): Promise<Attempt<T>> {
    while (this.#waiting.length >= MOST_TOGETHER) await this.#written;
    const on = this.#head();
    const wasAhead = on !== this.#present();
    try {
      return { on, wasAhead, thought: await think(on) };
    } catch (error) {
      return { on, wasAhead, error };
    }
  }

  /** Does what is asked for on what stands. `attempt`: what was thought out before, which holds where it was on that. */
  async #done<T>({ by, think, again, refused }: Asked<T>, attempt: Attempt<T> | null): Promise<T> {
    const first = await this.doneBefore(by);
    if (first) return again(first);
    const present = this.#present();
    const known = attempt?.on === present ? attempt : null;
    if (known && 'error' in known) throw known.error;
    const { draft, told } = known ? known.thought : await think(present);
    if (draft === null || by.dryRun) return told(null);
    try {
      return told(await this.commit(draft));
    } catch (error) {
      throw refused ? await refused(error) : error;
    }
  }

  /** The district once a deed is done of which it is shown that the database takes it; null where it is not. */
  async #provenLeft(on: Ground, draft: DeedDraft): Promise<Ground | null> {
    const steps = this.#leftSteps(on, draft);
    if (!isLarge(draft)) return resultAtOnce(steps);
    const known = this.#left.get(draft.changes);
    if (known?.on === on && hasKeptWords(draft)) return known.left;
    const left = resultInSlices(steps);
    this.#left.set(draft.changes, { on, left });
    return left;
  }

  *#leftSteps(on: Ground, draft: DeedDraft): Generator<undefined, Ground | null> {
    if (!(yield* provenSteps(on.register, draft))) return null;
    const notedAt = yield* this.#noteSteps(on.register, draft);
    return { register: yield* applySteps(on.register, draft.changes), seq: on.seq + 1, notedAt };
  }

  #goAhead(on: Ground, draft: DeedDraft, left: Ground): Ahead {
    let settle: Pick<Ahead, 'resolve' | 'reject'> | undefined;
    const done = new Promise<Deed>((resolve, reject) => {
      settle = { resolve, reject };
    });
    invariant(settle, 'a promise is made at once');
    const ahead = { draft, on, left, done, ...settle };
    this.#waiting = [...this.#waiting, ahead];
    this.#writeOn();
    return ahead;
  }

  #writeOn(): void {
    const [first] = this.#waiting;
    if (!first || this.#writing.length > 0) return;
    // A large one is handed over by itself, in parts.
    const large = this.#waiting.findIndex(({ draft }) => isLarge(draft));
    const together = large === -1 ? this.#waiting.length : Math.max(large, 1);
    const group = this.#waiting.slice(0, together);
    this.#waiting = this.#waiting.slice(together);
    this.#writing = group;
    const drafts = group.map(({ draft }) => draft);
    if (first.on === this.#present()) this.#prepare(first.draft, first.left);
    const writing = this.#store.commitProven(drafts, first.on.seq).then(async (deeds) => {
      await this.#settled();
      return deeds;
    });
    this.#written = writing.then(
      (deeds) => {
        this.#writing = [];
        for (const [index, { resolve, reject }] of group.entries()) {
          const deed = deeds[index];
          if (deed) resolve(deed);
          else reject(new Error('invariant broken: each draft has its deed'));
        }
        this.#writeOn();
      },
      (error: unknown) => {
        const resting = this.#waiting;
        this.#writing = [];
        this.#waiting = [];
        for (const ahead of group) ahead.reject(error);
        for (const ahead of resting) ahead.reject(undoneError());
      },
    );
  }

  /** What the next deed is thought out on. */
  #head(): Ground {
    return (this.#waiting.at(-1) ?? this.#writing.at(-1))?.left ?? this.#present();
  }

  async #drained(): Promise<void> {
    while (this.#writing.length > 0) await this.#written;
  }
}

function isLarge({ changes }: DeedDraft): boolean {
  return changes.length > LARGE;
}

/** Whether an error says that nothing at all was done, as deeds were not what they were thought out on, or together not what the database takes. */
function isUndone(error: unknown): boolean {
  return error instanceof WestgateError && (error.code === 'WG_STALE_RECORD' || error.code === 'WG_INPUT_INVALID');
}

function undoneError(): WestgateError {
  return new WestgateError('WG_STALE_RECORD', 'What this was thought out on was not done.');
}

/** Whether a deed changes what a draft says: its rows may have crossed from another thread. */
function isOf({ changes }: Deed, draft: DeedDraft): boolean {
  return (
    changes.length === draft.changes.length &&
    changes.every(({ table, key, after }, index) => {
      const drafted = draft.changes[index];
      return table === drafted?.table && key === drafted.key && (after === drafted.after || sameJson(after as Json, drafted.after as Json));
    })
  );
}

/** The deed that is told of, where what was asked for is always one. */
export function doneDeed(deed: Deed | null): Deed {
  invariant(deed, 'what was asked for is a deed');
  return deed;
}
