import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { WestgateError } from '@westgate/base';
import { openStore, type RowsByTable, type Store, type StoreOptions } from '@westgate/store';
import { thisProcess } from '../src/ownership/identity.ts';
import { endRecord, writeRecord } from '../src/ownership/owner-record.ts';
import { created, sourceRow } from './sample.ts';

/** A memory disk, where there is one: for journals without a database, which are written thousands of times, each time to the disk. */
export const MEMORY_DISK = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A new empty folder on `disk`, removed when the test ends. */
export function freshFolder(t: TestContext, disk: string = tmpdir()): string {
  const folder = mkdtempSync(join(disk, 'westgate-store-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens the store of a folder, or with a URL that of a server, hands it to `use` and closes it, whatever happens. */
export async function withStore<T>(
  at: string,
  use: (store: Store) => T | Promise<T>,
  { limits }: Pick<StoreOptions, 'limits'> = {},
): Promise<T> {
  const store = await openStore(at.startsWith('postgres') ? { url: at, limits } : { dir: at, limits });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** Stores one source for each id, each by a deed of its own; in a folder, which nobody else writes, every second one stands in the journal first. */
export async function write(store: Store, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const changes = [created('source', sourceRow(id))];
    const draft = { who: 'a', verb: 'edit', reason: '', changes };
    const { seq } = store.head;
    if (!store.runs.isShared && seq % 2 === 0) await store.commitProven([draft], seq);
    else await store.commit(draft);
  }
}

/** Ids of all sources, after the store has been verified. */
export async function soundSources(store: Store): Promise<readonly unknown[]> {
  assert.deepEqual((await store.verify()).faults, []);
  return idsOf(await store.readAll());
}

/** Ids of all sources. */
export function idsOf({ source }: RowsByTable): readonly unknown[] {
  return source.map(({ id }) => id);
}

/** The journal file of a data folder. */
export function journalOf(dir: string): string {
  return join(dir, 'journal', '000001.ndjson');
}

/** For `assert.rejects`: the error is a WestgateError of this code. */
export function hasCode(code: string): (error: unknown) => boolean {
  return (error) => error instanceof WestgateError && error.code === code;
}

/** The next owner of a folder makes a database of its own: of the one before it is not known whether it may wake. */
export function takenFrom(folder: string): void {
  const record = { ...thisProcess(), startTime: '1', number: 1, id: 'x', fence: null, databaseOf: 0 };
  assert.ok(writeRecord(folder, record));
  endRecord(folder, 1, 'taken');
}
