import type { Change } from '@westgate/domain';
import { type Batch, unpackBatch } from '../journal/batch.ts';
import { alteredError } from '../journal/damage.ts';
import type { Deed } from '../journal/deed.ts';
import type { Sql } from '../sql/port.ts';

/** Fewer changes are written as fast as they are packed. */
const FEWEST_AHEAD = 2_000;

/** Whether deeds that are written together stand packed first: one alone, of many changes. */
export function goAhead(deeds: readonly Pick<Deed, 'changeCount'>[]): boolean {
  const [only, ...more] = deeds;
  return only !== undefined && more.length === 0 && only.changeCount >= FEWEST_AHEAD;
}

/** Puts the packed changes of the deed `seq` beside it; rows and images follow. */
export async function putAhead(tx: Sql, seq: number, { sha256, packed }: Batch): Promise<void> {
  await tx.query("insert into deed_ahead (seq, sha256, packed) values ($1, $2, decode($3, 'base64'))", [
    seq,
    sha256,
    packed.toString('base64'),
  ]);
}

/** Whether rows and images of a deed have not been written yet. */
export async function isAhead(sql: Sql): Promise<boolean> {
  return (await sql.query<{ found: boolean }>('select exists (select from deed_ahead) as found')).rows[0]?.found ?? false;
}

/** The deeds whose rows and images have not been written yet, in order. */
export async function seqsAhead(tx: Sql): Promise<readonly number[]> {
  return (await tx.query<{ seq: number }>('select seq from deed_ahead order by seq')).rows.map(({ seq }) => seq);
}

/**
 * The `count` changes of the deed `seq`, or the first `most` of them, where its images have not been written yet, else null: then they are there. A database
 * from before there were such deeds has none. Throws WG_JOURNAL_DAMAGED where they are not as they were packed.
 */
export async function changesAhead(sql: Sql, seq: number, count: number, most?: number): Promise<readonly Change[] | null> {
  const { rows: tables } = await sql.query<{ found: boolean }>("select to_regclass('public.deed_ahead') is not null as found");
  if (!tables[0]?.found) return null;
  const { rows } = await sql.query<{ sha256: string; packed: string }>(
    "select sha256, encode(packed, 'base64') as packed from deed_ahead where seq = $1",
    [seq],
  );
  const [found] = rows;
  if (!found) return null;
  try {
    return unpackBatch(Buffer.from(found.packed, 'base64'), { count, sha256: found.sha256 }, most);
  } catch {
    throw alteredError(seq);
  }
}
