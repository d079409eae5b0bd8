import { Turns } from '@westgate/base';
import type { KeptRun, StoreRuns } from '@westgate/desk';
import { isUnderway } from '@westgate/domain';
import type { RunStep, RunWork } from './run-work.ts';
import { type HeldRun, keptRun, type ToldRun } from './told-run.ts';

/** A run that this process does, from the moment it was asked for until it is over. */
export class OwnRun {
  readonly work: RunWork;
  readonly ending = new AbortController();
  readonly #keep: StoreRuns;
  #kept: KeptRun;
  #run: ToldRun;
  /** What is written of it, one after the other. */
  readonly #turns = new Turns();
  /** Since when it is at its stage, on the clock of `performance`. */
  #stageAt = 0;
  /** When it was last told how far it is, on the same clock. */
  toldAt = Number.NEGATIVE_INFINITY;
  /** How far it is was not written since it changed. */
  isAhead = false;

  constructor(keep: StoreRuns, work: RunWork, kept: KeptRun, run: ToldRun) {
    this.#keep = keep;
    this.work = work;
    this.#kept = kept;
    this.#run = run;
  }

  get id(): string {
    return this.#kept.id;
  }

  /** It as it stands. */
  get held(): HeldRun {
    return { ...this.#kept, quietMs: 0, run: this.#run };
  }

  get run(): ToldRun {
    return this.#run;
  }

  get isOver(): boolean {
    return !isUnderway(this.#run.state);
  }

  /** Takes up how far it is, with the time that its stage takes still by how fast it went. */
  step({ stage, share: said, best }: RunStep): void {
    const share = shareOf(said);
    const now = performance.now();
    const isFirst = this.#run.progress?.stage !== stage;
    if (isFirst) this.#stageAt = now;
    const leftMs = isFirst || share === null || share <= 0 ? null : Math.round(((now - this.#stageAt) * (1 - share)) / share);
    this.#run = { ...this.#run, progress: { stage, share, best, leftMs } };
    this.isAhead = true;
  }

  /**
   * Writes what changed of it, and the file that it made. False, and nothing is changed, where it is over already, here or by another process: then it is as
   * that says, and ends.
   */
  write(change: Partial<ToldRun>, file?: string): Promise<boolean> {
    return this.#turns.take(() => this.#write(change, file));
  }

  async #write(change: Partial<ToldRun>, file = this.#kept.file): Promise<boolean> {
    if (this.isOver) return false;
    const run = { ...this.#run, ...change };
    const kept = keptRun({ ...this.#kept, file }, run);
    this.isAhead = false;
    if (await this.#keep.put(kept)) {
      // What was told of its progress meanwhile stands, unless it is over.
      this.#run = { ...run, progress: isUnderway(run.state) && change.progress === undefined ? this.#run.progress : run.progress };
      this.#kept = kept;
      return true;
    }
    await this.#follow();
    return false;
  }

  /** Another process wrote it: it ended it, or removed it. */
  async #follow(): Promise<void> {
    const found = (await this.#keep.all()).find(({ id }) => id === this.id);
    const told: ToldRun | null = found?.isOver ? JSON.parse(found.told) : null;
    this.end(told ?? { ...this.#run, state: 'interrupted', progress: null });
  }

  /** It is over by another's word, which is written already. */
  end(run: ToldRun): void {
    this.#run = run;
    this.ending.abort();
  }
}

/** A share as it is told: work that finds more to do than was counted is not more than done, and what is no number is not known. */
export function shareOf(said: number | null): number | null {
  return said === null || Number.isNaN(said) ? null : Math.min(1, Math.max(0, said));
}
