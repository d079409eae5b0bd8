import type { Register } from '@westgate/domain';
import type { Store } from '@westgate/store';

/** A file without a row may be of an upload whose deed is just being done; after a day it is of none. */
const ORPHAN_AGE_MS = 24 * 60 * 60 * 1_000;

/** Lets the files go that no row names and none ever named, once they are older than `ageMs`; gives how many. */
export async function sweepFiles(store: Store, register: Register, ageMs: number = ORPHAN_AGE_MS): Promise<number> {
  const old = await store.oldFiles(ageMs);
  const held = new Set<string>([...register.evidence.values()].map(({ sha256 }) => sha256));
  const unheld = old.filter((sha256) => !held.has(sha256));
  if (unheld.length === 0) return 0;
  const former = await store.former(['evidence'], ['sha256']);
  for (const { cells } of former) held.add(String(cells.sha256));
  const orphans = unheld.filter((sha256) => !held.has(sha256));
  for (const sha256 of orphans) await store.removeFile(sha256, ageMs);
  return orphans.length;
}
