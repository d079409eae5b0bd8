import { Worker } from 'node:worker_threads';
import type { InstantString } from '@westgate/base';
import type { DeedSummary } from '../journal/deed.ts';
import type { Journal } from '../journal/journal.ts';
import { SCHEMA_VERSION } from '../journal/journal-line.ts';
import { STORE_PERIODS } from '../limits/periods.ts';
import type { Hold } from '../ownership/ownership.ts';
import { readSnapshotManifest, type SnapshotManifest, snapshotSeqs } from './snapshot.ts';

/** What the thread that makes a snapshot is started with. */
export interface SnapshotStart {
  readonly dataDir: string;
  readonly at: InstantString;
  /** How the folder is held, where others can know of it. */
  readonly hold: Hold | undefined;
}

/** What is looked at to decide whether a snapshot is due. */
export interface SnapshotMoment {
  /** The newest snapshot; null where there is none. */
  readonly last: Pick<SnapshotManifest, 'seq' | 'at' | 'schema'> | null;
  readonly first: Pick<DeedSummary, 'at'>;
  readonly head: Pick<DeedSummary, 'seq' | 'schema'>;
  /** Changes since the last in deeds of so many that they have files of their own. */
  readonly batched: number;
  readonly now: InstantString;
}

const DEEDS = 10_000;
const CHANGES = 10_000;
const DAY_MS = 24 * 3600 * 1000;

/**
 * A snapshot is due 10,000 deeds after the last, after imports of 10,000 changes, a day after the last where there were deeds since, and at once where the newest deeds are of
 * an older schema: so that no rebuild goes through a migration twice.
 */
export function isSnapshotDue({ last, first, head, batched, now }: SnapshotMoment): boolean {
  if (head.seq === 0 || last?.seq === head.seq) return false;
  if (head.schema < SCHEMA_VERSION && (last?.schema ?? 0) < SCHEMA_VERSION) return true;
  const age = Date.parse(now) - Date.parse(last?.at ?? first.at);
  return head.seq - (last?.seq ?? 0) >= DEEDS || batched >= CHANGES || age >= DAY_MS;
}

/** Where snapshots are kept, and what of. */
export interface SnapshotPlace {
  readonly dataDir: string;
  readonly journal: Pick<Journal, 'batches'>;
  readonly hold: Hold | undefined;
}

/** Begins snapshots of a folder when they are due, in a thread of their own that reads files only. */
export class SnapshotKeeper {
  readonly #place: SnapshotPlace;
  readonly #now: () => InstantString;
  #first: DeedSummary | null;
  #last: SnapshotMoment['last'];
  #making: Promise<void> | null = null;
  #notBefore = 0;

  constructor(place: SnapshotPlace, now: () => InstantString, first: DeedSummary | null) {
    this.#place = place;
    this.#now = now;
    this.#first = first;
    this.#last = newestManifest(place.dataDir);
  }

  /** Begins a snapshot where one is due at `head` and none is being made. */
  consider(head: DeedSummary): void {
    this.#first ??= head;
    const now = this.#now();
    if (this.#making || Date.parse(now) < this.#notBefore) return;
    if (!isSnapshotDue({ last: this.#last, first: this.#first, head, batched: this.#batched(), now })) return;
    this.#making = this.#make({ dataDir: this.#place.dataDir, at: now, hold: this.#place.hold });
  }

  /** Waits for a snapshot that is being made. */
  async end(): Promise<void> {
    await this.#making;
  }

  #batched(): number {
    const last = this.#last?.seq ?? 0;
    return this.#place.journal.batches.reduce((sum, { seq, count }) => (seq > last ? sum + count : sum), 0);
  }

  async #make(workerData: SnapshotStart): Promise<void> {
    try {
      await new Promise<void>((resolve, reject) => {
        const worker = new Worker(new URL('./snapshot.worker.js', import.meta.url), { workerData, execArgv: [] });
        worker.once('error', reject);
        worker.once('exit', () => resolve());
      });
      this.#last = newestManifest(this.#place.dataDir);
    } catch (error) {
      this.#notBefore = Date.parse(workerData.at) + STORE_PERIODS.snapshotAgainMs;
      process.emitWarning(`No snapshot was made: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      this.#making = null;
    }
  }
}

/** The newest manifest that can be read; whether its rows can is looked at when they are needed. */
function newestManifest(dataDir: string): SnapshotManifest | null {
  for (const seq of snapshotSeqs(dataDir)) {
    try {
      return readSnapshotManifest(dataDir, seq);
    } catch {
      // Passed over: it is said, and another one used, when the database is made anew.
    }
  }
  return null;
}
