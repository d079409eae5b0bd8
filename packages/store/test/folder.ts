import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { openStore, type Store } from '@westgate/store';

/** A new empty folder, removed when the test ends. */
export function freshFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'westgate-store-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens the store, hands it to `use` and closes it, whatever happens. */
export async function withStore<T>(dir: string, use: (store: Store) => T | Promise<T>): Promise<T> {
  const store = await openStore({ dir });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}
