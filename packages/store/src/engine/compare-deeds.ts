import { canonicalJson } from '@westgate/base';
import type { Change } from '@westgate/domain';
import { BatchNaming } from '../journal/batch.ts';
import { DamagedError } from '../journal/damage.ts';
import type { Deed, DeedSummary } from '../journal/deed.ts';
import type { Journal } from '../journal/journal.ts';
import { hashOfBatched, isBatched, sealAgain } from '../journal/journal-line.ts';
import { jsonOf } from '../journal/json-of.ts';
import { STORE_PERIODS } from '../limits/periods.ts';
import { readChanges, readStoredAfter, readStoredAmong, readStoredPage } from '../rows/deeds.ts';
import type { Sql } from '../sql/port.ts';

/** Deeds of the end of the journal that are compared at every opening, and others of anywhere. */
const NEWEST = 50;
const ANYWHERE = 100;
/** Changes of a deed beyond which it is left to verify. */
const MOST_CHANGES = 50;
const AT_ONCE = 25;
/** Deeds of one reading of a verify, and changes of one that are looked at before others have their turn. */
const PAGE = 20;
const FEW = 200;
/** Deeds that differ and are named each by a sentence; verify of a database that differs throughout says how many more there are. */
const NAMED = 100;

/** Gives what `work` gives of the database, in a transaction: it stands at the head of the journal, and takes no deed meanwhile. */
export type AtHead = <T>(work: (tx: Sql) => Promise<T>) => Promise<T>;

/**
 * A sentence for each deed of the database that is not, column by column and image by image, the deed of the journal. Deeds that are done meanwhile are left
 * out. `paced`: is called between parts, and lets others have their turn.
 */
export async function deedFaults(journal: Journal, atHead: AtHead, paced: () => Promise<void>): Promise<readonly string[]> {
  const faults: string[] = [];
  const last = journal.head.seq;
  let seq = 0;
  for (let page = await pageAfter(0); page.length > 0; page = seq < last ? await pageAfter(seq) : []) {
    for (const { deed, changes } of page) {
      seq += 1;
      for (; seq < deed.seq && seq <= last; seq++) faults.push(`Deed ${seq} of the journal is missing from the database.`);
      seq = deed.seq;
      const fault =
        seq > journal.head.seq
          ? `The database holds a deed ${seq} that the journal has not.`
          : seq > last
            ? null
            : await faultOf(deed, changes);
      if (fault) faults.push(fault);
      await paced();
    }
  }
  for (seq += 1; seq <= last; seq++) faults.push(`Deed ${seq} of the journal is missing from the database.`);
  return named(faults);

  function pageAfter(seen: number) {
    return atHead((tx) => readStoredPage(tx, seen, PAGE));
  }

  async function faultOf(deed: DeedSummary, changes: readonly Change[] | null): Promise<string | null> {
    if (changes !== null) return differenceOf(journal, { ...deed, changes });
    if (isBatched(deed) && deed.hash === journal.hashAt(deed.seq)) {
      const naming = new BatchNaming();
      for (let read = 0; read < deed.changeCount; ) {
        const part = await atHead((tx) => readChanges(tx, deed.seq, read, deed.changeCount));
        if (part.length === 0) break;
        for (let from = 0; from < part.length; from += FEW) {
          naming.add(part.slice(from, from + FEW));
          await paced();
        }
        read += part.length;
      }
      if (hashOfBatched(deed, naming.name()) === deed.hash) return null;
    }
    const [stored] = await atHead((tx) => readStoredAfter(tx, deed.seq - 1, 1));
    return stored ? differenceOf(journal, stored) : null;
  }
}

function named(faults: readonly string[]): readonly string[] {
  if (faults.length <= NAMED) return faults;
  return [...faults.slice(0, NAMED), `${faults.length - NAMED} more deeds of the database are not those of the journal.`];
}

/**
 * The first difference among the newest deeds and some from anywhere, others at every opening; null where they are as the journal has them.
 * Large deeds are left out, and no more are read after the time that is for it. `random`: 0 to 1.
 */
export async function sampleFault(journal: Journal, sql: Sql, random: () => number = Math.random): Promise<string | null> {
  const { seq: last } = journal.head;
  const wanted = new Set<number>();
  for (let seq = last; seq > Math.max(0, last - NEWEST); seq--) wanted.add(seq);
  for (let n = 0; n < Math.min(ANYWHERE, last); n++) wanted.add(1 + Math.floor(random() * last));
  const end = performance.now() + STORE_PERIODS.sampleMs;
  const seqs = [...wanted];
  for (let from = 0; from < seqs.length && performance.now() < end; from += AT_ONCE) {
    const part = seqs.slice(from, from + AT_ONCE);
    for (const stored of await readStoredAmong(sql, part, MOST_CHANGES)) {
      const fault = differenceOf(journal, stored);
      if (fault) return fault;
    }
  }
  return null;
}

/** What differs between a deed of the database and that of the journal, a sentence; null for nothing. */
function differenceOf(journal: Journal, stored: Deed): string | null {
  const { seq } = stored;
  const hash = journal.hashAt(seq);
  if (stored.hash === hash && stored.changeCount === stored.changes.length && sealAgain(stored).deed.hash === hash) return null;
  return `Deed ${seq} of the database is not deed ${seq} of the journal: ${differingPart(journal, stored)} differs.`;
}

function differingPart(journal: Journal, stored: Deed): string {
  try {
    const held = journal.read(stored.seq);
    const columns = ['at', 'who', 'verb', 'reason', 'idem', 'request', 'undoes', 'schema', 'prevHash', 'hash', 'changeCount'] as const;
    const column = columns.find((name) => held[name] !== stored[name]);
    if (column) return COLUMNS[column];
    const count = Math.max(held.changes.length, stored.changes.length);
    for (let index = 0; index < count; index++) {
      const [one, other] = [held.changes[index], stored.changes[index]];
      if (!one || !other) return `change ${index + 1}`;
      const part = (['table', 'key', 'before', 'after'] as const).find((name) => textOf(one[name]) !== textOf(other[name]));
      if (part) return `${part} of change ${index + 1} (${one.table} ${one.key})`;
    }
    return 'something';
  } catch (error) {
    if (error instanceof DamagedError) return 'something';
    throw error;
  }
}

const COLUMNS = {
  at: 'at',
  who: 'who',
  verb: 'verb',
  reason: 'reason',
  idem: 'idem',
  request: 'request',
  undoes: 'undoes',
  schema: 'schema',
  prevHash: 'prev_hash',
  hash: 'hash',
  changeCount: 'change_count',
} as const;

function textOf(value: object | string | null): string {
  return canonicalJson(jsonOf({ value }));
}
