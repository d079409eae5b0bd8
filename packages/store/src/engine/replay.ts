import type { Journal } from '../journal/journal.ts';
import { insertDeed } from '../rows/deeds.ts';
import { writeReplayed } from '../rows/rows.ts';
import { upgradeChanges } from '../rows/upgrade.ts';
import type { Database } from '../sql/port.ts';

const DEEDS_PER_TRANSACTION = 500;

/** Brings a database that stands at deed `from` to the head of the journal. Writes row images; runs no code of the time they were made. */
export async function replay(database: Database, journal: Journal, from: number): Promise<void> {
  for (let done = from; done < journal.head.seq; ) {
    const last = Math.min(done + DEEDS_PER_TRANSACTION, journal.head.seq);
    await database.transaction(async (tx) => {
      await tx.query("select set_config('westgate.deed', $1, true)", [`replay to ${last}`]);
      for (let seq = done + 1; seq <= last; seq++) {
        const deed = journal.read(seq);
        await writeReplayed(tx, upgradeChanges(deed.changes));
        await insertDeed(tx, deed);
      }
    });
    done = last;
  }
}
