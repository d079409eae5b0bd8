import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { InstantString } from '@westgate/base';
import type { Journal } from '../journal/journal.ts';
import { SCHEMA_VERSION } from '../journal/journal-line.ts';
import { ReplayedTables } from '../rows/replayed-tables.ts';
import {
  readSnapshot,
  readSnapshotManifest,
  SNAPSHOTS,
  type Snapshot,
  type SnapshotManifest,
  snapshotSeqs,
  writeSnapshot,
} from './snapshot.ts';

const DAILY = 7;
const WEEKLY = 4;
const WEEK_MS = 7 * 24 * 3600 * 1000;

/**
 * The newest snapshot of `dir` that is as it was written and lies on this journal; null where there is none. `say` gets a sentence about
 * each newer one that was passed over.
 */
export function newestSnapshot(dir: string, journal: Pick<Journal, 'hashAt'>, say: (note: string) => void): Snapshot | null {
  for (const seq of snapshotSeqs(dir)) {
    try {
      const snapshot = readSnapshot(dir, seq);
      if (journal.hashAt(seq) === snapshot.manifest.hash) return snapshot;
      say(`The snapshot of deed ${seq} is not of this journal; it was passed over.`);
    } catch (error) {
      say(`The snapshot of deed ${seq} was passed over: ${error instanceof Error ? error.message : String(error)}.`);
    }
  }
  return null;
}

/**
 * Makes a snapshot of `dir` at the head of its journal, from the newest good one and the deeds after it: no database takes part, so none
 * waits, and what a damaged database holds never comes into a snapshot. Gives the one that is there already where it is of this head.
 */
export function makeSnapshot(dir: string, journal: Journal, at: InstantString): SnapshotManifest {
  const { head } = journal;
  const last = newestSnapshot(dir, journal, () => undefined);
  if (last?.manifest.seq === head.seq && last.manifest.schema === SCHEMA_VERSION) return last.manifest;
  const replayedTables = new ReplayedTables();
  for (const [table, rows] of last?.rows ?? []) replayedTables.load(table, rows);
  for (let seq = (last?.manifest.seq ?? 0) + 1; seq <= head.seq; seq++) replayedTables.apply(journal.read(seq).changes);
  return writeSnapshot(dir, replayedTables, head, at);
}

/** Removes snapshots of `dir` that are not kept, and what an unfinished one has left. */
export function pruneSnapshots(dir: string): void {
  const made = snapshotSeqs(dir).flatMap((seq) => {
    try {
      return [{ seq, at: readSnapshotManifest(dir, seq).at }];
    } catch {
      return [];
    }
  });
  const kept = new Set(keptSnapshots(made).map(String));
  for (const name of readdirSync(join(dir, SNAPSHOTS))) {
    if (!kept.has(name)) rmSync(join(dir, SNAPSHOTS, name), { recursive: true, force: true });
  }
}

/** Of snapshots, newest first, those to keep: the newest of each of the last 7 days that have one, and of each of the last 4 such weeks. */
export function keptSnapshots(made: readonly Pick<SnapshotManifest, 'seq' | 'at'>[]): readonly number[] {
  const days = newestOfEach(made, ({ at }) => at.slice(0, 10)).slice(0, DAILY);
  const weeks = newestOfEach(made, ({ at }) => String(Math.floor(Date.parse(at) / WEEK_MS))).slice(0, WEEKLY);
  return [...new Set([...days, ...weeks])].sort((a, b) => b - a);
}

function newestOfEach(
  made: readonly Pick<SnapshotManifest, 'seq' | 'at'>[],
  spanOf: (snapshot: Pick<SnapshotManifest, 'seq' | 'at'>) => string,
): readonly number[] {
  const newest = new Map<string, number>();
  for (const snapshot of made) if (!newest.has(spanOf(snapshot))) newest.set(spanOf(snapshot), snapshot.seq);
  return [...newest.values()];
}
