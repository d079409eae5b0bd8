import assert from 'node:assert/strict';
import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { backupFolder, openStore, restoreFolder, type Store } from '@westgate/store';
import { freshFolder, withStore, write } from './folder.ts';
import { created, sourceRow } from './sample.ts';

const BYTES = 'an evidence file';
const SHA256 = 'a'.repeat(64);

/** Something of each kind that a folder keeps. */
async function fill(store: Store): Promise<void> {
  await write(store, 'a');
  const many = Array.from({ length: 501 }, (_, n) => created('source', sourceRow(`s${n}`)));
  await store.commit({ who: 'Li Hua', verb: 'edit', reason: '', changes: many });
  const person = await store.access.openPerson({ name: 'Li Hua' });
  await store.access.noteSignIn({ at: '2024-05-01T00:00:00.000Z', person, result: 'in', address: '10.0.0' } as never);
  await store.access.putNote('a-note', null, '{}');
  await store.access.keepMail(person, `2024-05-01-${person}`, 'a mail');
  const incoming = join(store.incoming(), 'a-file');
  writeFileSync(incoming, BYTES);
  await store.keepFile(incoming, SHA256);
}

/** What others than the owner may read, write or list. What PGlite makes in its folder lies behind the modes of that folder, a socket likewise. */
function openToOthers(folder: string): readonly string[] {
  const paths = ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })].filter((path) => !/^pg\/|\.door$/.test(path));
  return paths.filter((path) => (statSync(join(folder, path)).mode & 0o077) !== 0);
}

test('a data folder, a backup and what is restored from it are for their owner alone, though they were open to all before', {
  skip: process.platform === 'win32',
}, async (t) => {
  const before = process.umask(0);
  t.after(() => process.umask(before));
  const [dir, backup] = [join(freshFolder(t), 'data'), join(freshFolder(t), 'backup')];
  await withStore(dir, async (store) => {
    await fill(store);
    assert.deepEqual(openToOthers(dir), [], 'while it is open');
  });
  await backupFolder(dir, backup);
  assert.deepEqual([openToOthers(dir), openToOthers(backup)], [[], []]);
  for (const folder of [dir, backup]) {
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      chmodSync(join(folder, path), statSync(join(folder, path)).isDirectory() ? 0o777 : 0o666);
    }
    chmodSync(folder, 0o755);
  }
  const store = await openStore({ dir });
  try {
    await write(store, 'b');
    assert.deepEqual([store.note, openToOthers(dir)], [null, []]);
  } finally {
    await store.close();
  }
  await backupFolder(dir, backup);
  assert.deepEqual(openToOthers(backup), []);
  const restored = join(freshFolder(t), 'restored');
  await restoreFolder(backup, restored);
  assert.deepEqual(openToOthers(restored), []);
});
