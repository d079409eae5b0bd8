import { createHash } from 'node:crypto';
import { type AnyRow, TABLE_NAMES, type TableName } from '@westgate/domain';
import { FIRST_HASH, type Head } from './deed.ts';
import { readHead } from './deeds.ts';
import type { Journal } from './journal.ts';
import { imageText, readRows } from './rows.ts';
import type { Database } from './sql/port.ts';
import { upgradeChanges } from './upgrade.ts';

/** What was checked and what was found. `faults` is empty when all is well. */
export interface VerifyReport {
  readonly isClean: boolean;
  /** Head of the journal, every line of which has been followed. */
  readonly journal: Head;
  readonly database: Head;
  /** Per table: rows in the database, and the checksum over them in order. */
  readonly tables: readonly { readonly table: TableName; readonly rows: number; readonly checksum: string }[];
  /** Each a sentence. */
  readonly faults: readonly string[];
}

/**
 * Follows the journal from its first line, builds a shadow of every table from its row images alone, and compares the database with it:
 * the head, the hash of every deed, and per table the rows in their order.
 */
export async function verify(journal: Journal, database: Database): Promise<VerifyReport> {
  const faults: string[] = [];
  const shadow = new Map<TableName, Map<string, AnyRow>>(TABLE_NAMES.map((name) => [name, new Map()]));
  const { rows: deeds } = await database.query<Head>('select seq, hash from deed order by seq');
  for (let seq = 1, prevHash = FIRST_HASH; seq <= journal.head.seq; seq++) {
    const deed = journal.read(seq);
    if (deed.seq !== seq) faults.push(`Line ${seq} of the journal holds deed ${deed.seq}.`);
    if (deed.prevHash !== prevHash) faults.push(`Deed ${seq} does not follow the deed before it.`);
    if (deeds[seq - 1]?.hash !== deed.hash) faults.push(`Deed ${seq} of the journal is not deed ${seq} of the database.`);
    for (const { table, key, after } of upgradeChanges(deed.changes)) {
      if (after) shadow.get(table)?.set(key, after);
      else shadow.get(table)?.delete(key);
    }
    prevHash = deed.hash;
  }
  const head = await readHead(database);
  if (head.seq !== journal.head.seq) faults.push(`The journal ends at deed ${journal.head.seq}, the database at deed ${head.seq}.`);
  const live = await readRows(database);
  const tables = TABLE_NAMES.map((table) => {
    const checksum = checksumOf(live[table]);
    const expected = [...(shadow.get(table)?.values() ?? [])];
    if (checksum !== checksumOf(expected)) {
      faults.push(`Table ${table} (${live[table].length} rows) is not what the journal says (${expected.length} rows).`);
    }
    return { table, rows: live[table].length, checksum };
  });
  return { isClean: faults.length === 0, journal: journal.head, database: head, tables, faults };
}

function checksumOf(rows: readonly AnyRow[]): string {
  const hash = createHash('sha256');
  for (const row of rows) hash.update(imageText(row)).update('\n');
  return hash.digest('hex');
}
