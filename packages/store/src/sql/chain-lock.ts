import type { Sql } from './port.ts';

/** "WGST" as a number, so that other programs in the same database do not meet this lock by chance; then the district. */
const CHAIN = [0x57475354, 1] as const;

/** The statement of {@link lockChain}. */
export const LOCK_CHAIN = `select pg_advisory_xact_lock(${CHAIN.join(', ')})`;

/** Waits until no other process adds to the chain, and keeps others from it until the end of the transaction. */
export async function lockChain(tx: Sql): Promise<void> {
  await tx.exec(LOCK_CHAIN);
}
