import { createHash } from 'node:crypto';
import { type AnyRow, type Change, TABLE_NAMES, type TableName } from '@westgate/domain';
import type { RowsByTable } from '../journal/deed.ts';
import { imageText } from './rows.ts';
import { upgradeChanges } from './upgrade.ts';

/** The rows of every table as the images of deeds make them, without a database; each table in the order in which rows were added. */
export class ReplayedTables {
  readonly #tables = new Map<TableName, Map<string, AnyRow>>(TABLE_NAMES.map((name) => [name, new Map()]));

  /** Takes the changes of the next deed, of any schema, into account. */
  apply(changes: readonly Change[]): void {
    for (const { table, key, after } of upgradeChanges(changes)) {
      const rows = this.#tables.get(table);
      if (after) rows?.set(key, after);
      else rows?.delete(key);
    }
  }

  /** Begins a table with rows known from elsewhere. */
  load(table: TableName, rows: ReadonlyMap<string, AnyRow>): void {
    this.#tables.set(table, new Map(rows));
  }

  rows(table: TableName): readonly AnyRow[] {
    return [...(this.#tables.get(table)?.values() ?? [])];
  }
}

/** What is known of the rows of one table. */
export interface TableCheck {
  readonly table: TableName;
  readonly rows: number;
  /** SHA-256 over the rows in order, each as canonical JSON and a line end. */
  readonly checksum: string;
}

/** The checks of every table. */
export function checkRows(rows: RowsByTable): readonly TableCheck[] {
  return TABLE_NAMES.map((table) => ({ table, rows: rows[table].length, checksum: checksumOf(rows[table]) }));
}

/** SHA-256 over rows in order, each as canonical JSON and a line end. */
function checksumOf(rows: readonly AnyRow[]): string {
  const counting = new RowChecksum();
  for (const row of rows) counting.add(row);
  return counting.of().checksum;
}

/** The same of rows that come one by one, and how many there were. */
export class RowChecksum {
  readonly #hash = createHash('sha256');
  #rows = 0;

  add(row: AnyRow): void {
    this.#hash.update(imageText(row)).update('\n');
    this.#rows += 1;
  }

  /** To be asked once, at the end. */
  of(): Omit<TableCheck, 'table'> {
    return { rows: this.#rows, checksum: this.#hash.digest('hex') };
  }
}
