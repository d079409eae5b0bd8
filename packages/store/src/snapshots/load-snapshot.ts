import { invariant } from '@westgate/base';
import type { AnyRow, Change } from '@westgate/domain';
import type { Deed } from '../journal/deed.ts';
import type { Journal } from '../journal/journal.ts';
import { insertDeeds } from '../rows/deeds.ts';
import { writeReplayed } from '../rows/rows.ts';
import { beginWriting } from '../rows/writing.ts';
import type { Transaction } from '../sql/port.ts';
import type { Snapshot } from './snapshot.ts';

const ROWS_AT_ONCE = 5_000;
const DEEDS_AT_ONCE = 1_000;
/** Images of deeds that are held in memory at once. */
const CHANGES_AT_ONCE = 5_000;

/** Fills an empty database with a snapshot's rows and the deeds up to it: it then stands at the snapshot's deed. */
export async function loadSnapshot(tx: Transaction, journal: Journal, { manifest, rows }: Snapshot): Promise<void> {
  await beginWriting(tx, `snapshot of deed ${manifest.seq}`);
  for (const [table, tableRows] of rows) {
    for (const some of chunks([...tableRows], ROWS_AT_ONCE)) {
      await writeReplayed(
        tx,
        some.map(([key, after]: readonly [string, AnyRow]): Change => ({ table, key, before: null, after })),
      );
    }
  }
  await recordDeeds(tx, journal, manifest.seq);
}

/** Records the deeds 1 to `last` of the journal with their images, many at once. */
async function recordDeeds(tx: Transaction, journal: Journal, last: number): Promise<void> {
  let deeds: Deed[] = [];
  let changes = 0;
  for (let seq = 1; seq <= last; seq++) {
    const deed = journal.read(seq);
    invariant(deed.seq === seq, `line ${seq} of the journal holds deed ${seq}`);
    deeds.push(deed);
    changes += deed.changes.length;
    if (deeds.length < DEEDS_AT_ONCE && changes < CHANGES_AT_ONCE) continue;
    await insertDeeds(tx, deeds);
    [deeds, changes] = [[], 0];
  }
  await insertDeeds(tx, deeds);
}

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let from = 0; from < all.length; from += size) parts.push(all.slice(from, from + size));
  return parts;
}
