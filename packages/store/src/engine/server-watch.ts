import { inBackground, WestgateError } from '@westgate/base';
import type { Status } from '../journal/deed.ts';
import type { Limits } from '../limits/limits.ts';
import { readHead } from '../rows/deeds.ts';
import type { ServerDatabase } from '../sql/postgres.ts';
import { isLost } from '../sql/server-error.ts';
import type { Following } from './following.ts';
import type { Stop } from './stop.ts';

const CHANNEL = 'westgate_deed';

/** How often is looked. */
type WatchPeriods = Pick<Limits, 'pollMs' | 'firstRetryMs' | 'longestRetryMs'>;

/** Keeps up with the deeds of other processes, and with whether the server can be reached. */
export class ServerWatch {
  /** The statement by which a deed tells the other processes of itself. */
  static readonly NOTIFY: string = `notify ${CHANNEL}`;

  readonly #database: ServerDatabase;
  readonly #following: Following;
  readonly #changed: () => Promise<void>;
  #stop: Stop | null = null;
  #listening: { end(): void } | null = null;
  readonly #periods: WatchPeriods;
  #delayMs: number;
  #isOver = false;
  #looking: Promise<void> | null = null;
  #isDue = false;
  #timer: NodeJS.Timeout | undefined;

  /** `changed` is called when the server was lost or found again. */
  constructor(database: ServerDatabase, following: Following, periods: WatchPeriods, changed: () => Promise<void>) {
    this.#database = database;
    this.#following = following;
    this.#periods = periods;
    this.#delayMs = periods.firstRetryMs;
    this.#changed = changed;
  }

  /** Begins. Throws where the server cannot be reached. */
  async start(): Promise<void> {
    await this.#look();
    if (this.#stop) throw this.#stop.error;
    this.#plan();
  }

  status(): Omit<Status, 'head'> {
    return { mode: this.#stop ? 'read-only' : 'ready', reason: this.#stop?.reason ?? null, note: this.#stop?.error.message ?? null };
  }

  /** Throws while no deed can be taken; tries to reach a lost server first. */
  async requireReady(): Promise<void> {
    if (this.#stop?.canEnd) await this.#lookNow();
    if (this.#stop) throw this.#stop.error;
  }

  /** Takes note of what a failure says about the server. */
  note(error: unknown): void {
    if (isLost(error)) this.#halt({ reason: 'database-lost', canEnd: true, error: lostError(error) });
    else if (error instanceof WestgateError && error.code === 'WG_JOURNAL_DAMAGED')
      this.#halt({ reason: 'journal-damaged', canEnd: false, error });
  }

  async end(): Promise<void> {
    this.#isOver = true;
    clearTimeout(this.#timer);
    await this.#looking;
    this.#listening?.end();
  }

  #plan(): void {
    if (this.#isOver) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#lookInBackground(), this.#stop ? this.#delayMs : this.#periods.pollMs);
  }

  /** One look at a time; a notification that comes during one asks for another. */
  #lookNow(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null;
      if (this.#isDue && !this.#stop) this.#lookInBackground();
      else this.#plan();
    });
    return this.#looking;
  }

  #lookInBackground(): void {
    inBackground('looking at the database server', () => this.#lookNow(), warn);
  }

  /** What fails becomes the state. */
  async #look(): Promise<void> {
    if (this.#stop && !this.#stop.canEnd) return;
    this.#isDue = false;
    const held = this.#stop;
    try {
      if (!this.#listening) {
        this.#listening = await this.#database.listen(
          CHANNEL,
          () => this.#heard(),
          () => this.#lostListener(),
        );
        this.#following.requireUnbroken(await readHead(this.#database));
      }
      await this.#following.catchUp();
      this.#delayMs = this.#periods.firstRetryMs;
      // What was lost while this look was under way is not found by it.
      if (this.#stop === held) await this.#resume();
    } catch (error) {
      this.note(error);
      if (this.#stop) this.#delayMs = Math.min(this.#delayMs * 2, this.#periods.longestRetryMs);
      else warn(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #heard(): void {
    this.#isDue = true;
    if (!this.#looking && !this.#isOver) this.#lookInBackground();
  }

  #lostListener(): void {
    this.#listening = null;
    if (!this.#looking && !this.#isOver) this.#lookInBackground();
  }

  #halt(stop: Stop): void {
    const isNew = this.#stop === null;
    this.#stop = stop;
    this.#listening?.end();
    this.#listening = null;
    if (isNew) inBackground('telling that the database server is lost', () => this.#tell(), warn);
  }

  async #resume(): Promise<void> {
    if (!this.#stop) return;
    this.#stop = null;
    await this.#tell();
  }

  async #tell(): Promise<void> {
    if (!this.#isOver) await this.#changed();
  }
}

/** It goes on with the next look; the operator reads of it. */
function warn(error: Error): void {
  process.emitWarning(error);
}

function lostError(cause: unknown): WestgateError {
  const said = cause instanceof Error ? cause.message : String(cause);
  return new WestgateError('WG_DATABASE_LOST', `${said} Nothing is recorded until it can be; Westgate tries again by itself.`);
}
