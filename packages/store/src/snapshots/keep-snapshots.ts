import { Worker } from 'node:worker_threads';
import type { InstantString } from '@westgate/base';
import type { DeedSummary } from '../deed.ts';
import type { Engine } from '../engine.ts';
import type { Journal } from '../journal.ts';
import { SCHEMA_VERSION } from '../journal-line.ts';
import type { Hold } from '../ownership/ownership.ts';
import { STORE_PERIODS } from '../periods.ts';
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
interface SnapshotPlace {
  readonly dataDir: string;
  readonly journal: Pick<Journal, 'batches'>;
  readonly hold: Hold | undefined;
}

/** `engine` with snapshots of its folder made when they are due, in a thread of their own that reads files only: no deed waits for one, nor does the opening. */
export async function withSnapshots(engine: Engine, place: SnapshotPlace, now: () => InstantString): Promise<Engine> {
  const [first] = await engine.recentDeeds(1, 2);
  const [last] = await engine.recentDeeds(1, Number.MAX_SAFE_INTEGER);
  const keeper = new Keeper(place, now, first ?? null);
  /** The last deed at the opening, until it was considered. */
  let found = last;
  return {
    keys: engine.keys,
    signInLog: engine.signInLog,
    outbox: engine.outbox,
    outside: engine.outside,
    files: engine.files,
    status: () => engine.status(),
    readState: () => engine.readState(),
    changesAfter: (from) => engine.changesAfter(from),
    async commit(draft) {
      const deed = await engine.commit(draft);
      keeper.consider(deed);
      return deed;
    },
    deed: (seq, most) => engine.deed(seq, most),
    provenDeed: (seq) => engine.provenDeed(seq),
    journalReport: () => engine.journalReport(),
    mend: (choice) => engine.mend(choice),
    deedByIdem: (key) => engine.deedByIdem(key),
    history: (table, key, limit, before) => engine.history(table, key, limit, before),
    touching: (rows, limit, before) => engine.touching(rows, limit, before),
    former: (tables, columns) => engine.former(tables, columns),
    recentDeeds: (limit, before) => engine.recentDeeds(limit, before),
    writers: () => engine.writers(),
    verify: () => engine.verify(),
    async recheck() {
      await engine.recheck();
      if (found) keeper.consider(found);
      found = undefined;
    },
    async close() {
      await keeper.end();
      await engine.close();
    },
  };
}

class Keeper {
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
