import { canonicalJson } from '@westgate/base';
import type { TableName } from '@westgate/domain';
import { imagesOf } from '../journal/batch.ts';
import type { Deed, DeedSummary } from '../journal/deed.ts';
import type { Journal } from '../journal/journal.ts';
import { jsonOf } from '../journal/json-of.ts';
import { type FoundDeed, findSeqByIdem, type RowRef, readableDeed, readHistory, readIdems, readTouching } from '../rows/deeds.ts';
import { upgradeChanges } from '../rows/upgrade.ts';
import type { Sql } from '../sql/port.ts';

/** Reads deeds as the journal proves them: the database only says which deeds are meant. */
export interface ProvenDeeds {
  deed(seq: number, most?: number): Deed | null;
  /** `ask`: asks the database, where that is needed. */
  byIdem(ask: Ask, idem: string): Promise<Deed | null>;
  /** A deed was done with this key. */
  noteIdem(idem: string): void;
  history(sql: Sql, table: TableName, key: string, limit: number, before: number): Promise<readonly Deed[]>;
  touching(sql: Sql, rows: readonly RowRef[], limit: number, before: number): Promise<readonly Deed[]>;
  recent(limit: number, before: number): readonly DeedSummary[];
}

/** Gives what `work` gives of the database. */
type Ask = <T>(work: (sql: Sql) => Promise<T>) => Promise<T>;

/** `differs` is told of every deed that the database holds otherwise than the journal. */
export function provenDeeds(journal: Journal, differs: (seq: number) => void): ProvenDeeds {
  /** Every key that a deed was done with, and perhaps others: most are new, and the database need not be asked for them. */
  let known: Set<string> | null = null;
  return {
    deed,
    noteIdem(idem) {
      known?.add(idem);
    },
    async byIdem(ask, idem) {
      known ??= new Set(await ask(readIdems));
      if (!known.has(idem)) return null;
      const seq = await ask((sql) => findSeqByIdem(sql, idem));
      const found = seq === null ? null : deed(seq);
      if (!found || found.idem === idem) return found;
      differs(found.seq);
      return null;
    },
    history: async (sql, table, key, limit, before) => (await readHistory(sql, table, key, limit, before)).flatMap(proven),
    touching: async (sql, rows, limit, before) => (await readTouching(sql, rows, limit, before)).flatMap(proven),
    recent(limit, before) {
      const found: DeedSummary[] = [];
      for (let seq = Math.min(before - 1, journal.head.seq); seq >= 1 && found.length < limit; seq--) found.push(journal.summary(seq));
      return found;
    },
  };

  function deed(seq: number, most?: number): Deed | null {
    if (seq < 1 || seq > journal.head.seq) return null;
    const found = journal.read(seq, most);
    return { ...found, changes: upgradeChanges(found.changes) };
  }

  /** The deed as the journal has it; none where the journal has no such deed. */
  function proven({ deed: { seq }, changes: seen }: FoundDeed): readonly Deed[] {
    if (seq > journal.head.seq) {
      differs(seq);
      return [];
    }
    const changes = seen.flatMap(({ position, change }) => {
      const held = journal.changeAt(seq, position, change);
      if (!held || !isSame(held, change)) differs(seq);
      return held ? [{ position, change: held }] : [];
    });
    return [readableDeed({ deed: journal.summary(seq), changes })];
  }
}

function isSame(one: Parameters<typeof imagesOf>[0], other: Parameters<typeof imagesOf>[0]): boolean {
  return one === other || canonicalJson(jsonOf(imagesOf(one))) === canonicalJson(jsonOf(imagesOf(other)));
}
