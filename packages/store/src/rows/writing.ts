import type { Sql } from '../sql/port.ts';

/**
 * Begins a transaction that writes rows. `deed` tells triggers what writes. References and rows are found by their keys: how a reference is looked up is settled
 * at its first look and kept, and what was settled while a table was small would go through all of it when it is large.
 */
export async function beginWriting(tx: Sql, deed: string): Promise<void> {
  await tx.query("select set_config('westgate.deed', $1, true), set_config('enable_seqscan', 'off', true)", [deed]);
}
