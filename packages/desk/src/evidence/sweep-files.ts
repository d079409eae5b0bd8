import type { Register } from '@westgate/domain';
import type { Store } from '@westgate/store';

/** A file without a row may be of an upload whose deed is just being done; after a day it is of none. */
const ORPHAN_AGE_MS = 24 * 60 * 60 * 1_000;

/** Lets the files go that no row names and none ever named, once they are older than `ageMs`; gives how many. */
export async function sweepFiles(store: Store, register: Register, ageMs: number = ORPHAN_AGE_MS): Promise<number> {
  const former = await store.former(['evidence'], ['sha256']);
  const named = [...[...register.evidence.values()].map(({ sha256 }) => sha256), ...former.map(({ cells }) => String(cells.sha256))];
  return store.sweepFiles(ageMs, named);
}
