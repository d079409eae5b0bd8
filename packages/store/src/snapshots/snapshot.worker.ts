import { workerData } from 'node:worker_threads';
import { DamagedError } from '../journal/damage.ts';
import { openJournal } from '../journal/journal.ts';
import { ALWAYS_HELD, ownershipOf } from '../ownership/ownership.ts';
import type { SnapshotStart } from './keep-snapshots.ts';
import { makeSnapshot, pruneSnapshots } from './make-snapshot.ts';

// Makes a snapshot at the head of the journal as it is on the disk now, and removes those that are no longer kept.
make(workerData);

function make({ dataDir, at, hold }: SnapshotStart): void {
  const { isHeld } = hold ? ownershipOf(hold) : ALWAYS_HELD;
  const { journal, damage } = openJournal(dataDir, { untouched: true });
  if (damage) throw new DamagedError(damage);
  if (isHeld()) makeSnapshot(dataDir, journal, at);
  journal.close();
  if (isHeld()) pruneSnapshots(dataDir);
}
