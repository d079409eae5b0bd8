import type { Change } from '@westgate/domain';
import { DamagedError } from './damage.ts';
import type { Head } from './deed.ts';
import type { Journal } from './journal.ts';

/** What was changed up to the deed `head`. */
export interface Since {
  readonly head: Head;
  /** Of any schema, in the order of the deeds. */
  readonly changes: readonly Change[];
}

/** As many as follow the last snapshot at most, as long as snapshots are made: of more than these the database tells sooner. */
const MOST_DEEDS = 10_000;

/**
 * The changes of the deeds after `from`, read from the journal and checked; null where `from` is no deed of it, where they are too many and
 * where one cannot be read: the database then knows the rows.
 */
export function changesAfter(journal: Pick<Journal, 'head' | 'hashAt' | 'read'>, from: Head): Since | null {
  const { head } = journal;
  if (journal.hashAt(from.seq) !== from.hash || head.seq - from.seq > MOST_DEEDS) return null;
  const changes: Change[] = [];
  try {
    for (let seq = from.seq + 1; seq <= head.seq; seq++) for (const change of journal.read(seq).changes) changes.push(change);
  } catch (error) {
    if (error instanceof DamagedError) return null;
    throw error;
  }
  return { head, changes };
}
