import type { Change } from '@westgate/domain';
import { DamagedError } from '../journal/damage.ts';
import type { Deed } from '../journal/deed.ts';
import type { Journal } from '../journal/journal.ts';
import type { Database } from '../sql/port.ts';
import { insertDeeds } from './deeds.ts';
import { writeReplayed } from './rows.ts';
import { upgradeChanges } from './upgrade.ts';
import { beginWriting } from './writing.ts';

/** A transaction of a replay ends after so many deeds, or images of rows. */
const DEEDS_AT_ONCE = 500;
const CHANGES_AT_ONCE = 5_000;

/**
 * Brings a database that stands at deed `from` to the head of the journal, and gives how many rows the deeds changed. Writes row images; runs no code
 * of the time they were made. Throws WG_JOURNAL_DAMAGED where a batch is damaged.
 */
export async function replay(database: Database, journal: Journal, from: number): Promise<number> {
  let changes = 0;
  for (let done = from; done < journal.head.seq; ) {
    const deeds = deedsAfter(journal, done);
    await writeDeeds(database, deeds);
    done += deeds.length;
    for (const deed of deeds) changes += deed.changes.length;
  }
  return changes;
}

function deedsAfter(journal: Journal, done: number): readonly Deed[] {
  const deeds: Deed[] = [];
  for (let changes = 0; done + deeds.length < journal.head.seq && deeds.length < DEEDS_AT_ONCE && changes < CHANGES_AT_ONCE; ) {
    const deed = journal.read(done + deeds.length + 1);
    deeds.push(deed);
    changes += deed.changes.length;
  }
  return deeds;
}

/**
 * Writes deeds that stand in the journal to a database that stands at the one before them. Each row is written once, as the last of the deeds left it;
 * where the database refuses that, as two rows changed places, deed by deed.
 */
export async function writeDeeds(database: Database, deeds: readonly Deed[]): Promise<void> {
  try {
    await writeTogether(database, deeds);
  } catch (error) {
    if (error instanceof DamagedError || deeds.length === 1) throw error;
    for (const deed of deeds) await writeTogether(database, [deed]);
  }
}

async function writeTogether(database: Database, deeds: readonly Deed[]): Promise<void> {
  await database.transaction(async (tx) => {
    await beginWriting(tx, `replay to ${deeds.at(-1)?.seq}`);
    await writeReplayed(tx, netChanges(deeds.map(({ changes }) => upgradeChanges(changes))));
    await insertDeeds(tx, deeds);
  });
}

/** What became of a row. */
interface Net {
  readonly before: Change['before'];
  readonly after: Change['after'];
  /** It was taken out and came again: it then stands behind all others. */
  readonly isAnew: boolean;
}

/** What all `steps` together do to each row, those that come in the order in which they came. */
export function netChanges(steps: readonly (readonly Change[])[]): readonly Change[] {
  if (steps.length === 1 && steps[0]) return steps[0];
  const nets = new Map<string, Net & Pick<Change, 'table' | 'key'>>();
  for (const { table, key, before, after } of steps.flat()) {
    const name = `${table} ${key}`;
    const net = nets.get(name);
    if (before === null) nets.delete(name);
    const first = net ? net.before : before;
    nets.set(name, { table, key, before: first, after, isAnew: (net?.isAnew ?? false) || (before === null && first !== null) });
  }
  return [...nets.values()].flatMap(({ table, key, before, after, isAnew }): readonly Change[] => {
    if (before === null && after === null) return [];
    if (!isAnew) return [{ table, key, before, after }];
    const gone: Change = { table, key, before, after: null };
    return after === null ? [gone] : [gone, { table, key, before: null, after }];
  });
}
