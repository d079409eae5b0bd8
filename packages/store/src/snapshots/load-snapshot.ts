import { canonicalJson, invariant } from '@westgate/base';
import type { AnyRow, Change } from '@westgate/domain';
import type { Deed } from '../journal/deed.ts';
import type { Journal } from '../journal/journal.ts';
import { jsonOf } from '../journal/json-of.ts';
import { writeReplayed } from '../rows/rows.ts';
import type { Transaction } from '../sql/port.ts';
import type { Snapshot } from './snapshot.ts';

const ROWS_AT_ONCE = 5_000;
const CHANGES_AT_ONCE = 5_000;
const DEEDS_AT_ONCE = 1_000;

const INSERT_DEEDS = `
  insert into deed (seq, at, who, verb, reason, idem, request, undoes, change_count, prev_hash, hash, schema)
  select seq, at, who, verb, reason, idem, request, undoes, change_count, prev_hash, hash, schema
  from jsonb_to_recordset($1::jsonb) as given (
    seq bigint, at timestamptz, who text, verb text, reason text, idem text, request text, undoes bigint, change_count integer, prev_hash text, hash text,
    schema smallint)`;

const INSERT_CHANGES = `
  insert into deed_change (seq, position, table_name, key, before, after)
  select seq, position, "table", key, nullif(before, 'null'), nullif(after, 'null')
  from jsonb_to_recordset($1::jsonb) as given (seq bigint, position integer, "table" text, key text, before jsonb, after jsonb)`;

/** Fills an empty database with a snapshot's rows and the deeds up to it: it then stands at the snapshot's deed. */
export async function loadSnapshot(tx: Transaction, journal: Journal, { manifest, rows }: Snapshot): Promise<void> {
  await tx.query("select set_config('westgate.deed', $1, true)", [`snapshot of deed ${manifest.seq}`]);
  for (const [table, tableRows] of rows) {
    for (const some of chunks([...tableRows], ROWS_AT_ONCE)) {
      await writeReplayed(
        tx,
        some.map(([key, after]: readonly [string, AnyRow]): Change => ({ table, key, before: null, after })),
      );
    }
  }
  await insertDeeds(tx, journal, manifest.seq);
}

/** Records the deeds 1 to `last` of the journal with their images, many at once. */
async function insertDeeds(tx: Transaction, journal: Journal, last: number): Promise<void> {
  let deeds: object[] = [];
  let changes: object[] = [];
  const flush = async (): Promise<void> => {
    if (deeds.length > 0) await tx.query(INSERT_DEEDS, [textOf(deeds)]);
    for (const some of chunks(changes, CHANGES_AT_ONCE)) await tx.query(INSERT_CHANGES, [textOf(some)]);
    [deeds, changes] = [[], []];
  };
  for (let seq = 1; seq <= last; seq++) {
    const deed = journal.read(seq);
    invariant(deed.seq === seq, `line ${seq} of the journal holds deed ${seq}`);
    deeds.push(deedRowOf(deed));
    for (const [index, { table, key, before, after }] of deed.changes.entries()) {
      changes.push({ seq, position: index + 1, table, key, before, after });
    }
    if (deeds.length >= DEEDS_AT_ONCE || changes.length >= CHANGES_AT_ONCE) await flush();
  }
  await flush();
}

function deedRowOf({ seq, at, who, verb, reason, idem, request, undoes, changeCount, prevHash, hash, schema }: Deed): object {
  return { seq, at, who, verb, reason, idem, request, undoes, change_count: changeCount, prev_hash: prevHash, hash, schema };
}

function textOf(values: readonly object[]): string {
  return canonicalJson(jsonOf(values));
}

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let from = 0; from < all.length; from += size) parts.push(all.slice(from, from + size));
  return parts;
}
