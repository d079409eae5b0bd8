import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openStore } from '@westgate/store';
import { freshFolder, withStore } from './folder.ts';
import { created, sourceRow } from './sample.ts';

test('a large deed that is still being handed over is done before the store closes; others are answered meanwhile', async (t) => {
  const dir = freshFolder(t);
  const store = await openStore({ dir });
  const changes = Array.from({ length: 20_000 }, (_, n) => created('source', sourceRow(`large-${n}`)));
  const committing = store.commit({ who: 'Li Hua', verb: 'import', reason: '', changes });
  const asked = store.recentDeeds(10);
  const closing = store.close();
  assert.deepEqual(await asked, [], 'a question overtakes it');
  assert.equal((await committing).seq, 1);
  await closing;
  await withStore(dir, async (again) => {
    assert.deepEqual((await again.deed(1))?.changes, changes);
    assert.ok((await again.verify()).isClean);
  });
});

test('a large deed is read whole, in parts that others have their turn between, also while the store closes', async (t) => {
  const dir = freshFolder(t);
  const changes = Array.from({ length: 20_000 }, (_, n) => created('source', sourceRow(`large-${n}`)));
  await withStore(dir, async (store) => {
    await store.commit({ who: 'Li Hua', verb: 'import', reason: '', changes, idem: { key: 'large', request: 'a'.repeat(64) } });
  });
  const store = await openStore({ dir });
  let isRead = false;
  const reading = store.provenDeed(1).finally(() => {
    isRead = true;
  });
  const again = store.deedByIdem('large');
  assert.equal((await store.recentDeeds(10)).length, 1);
  assert.equal(isRead, false, 'a question overtakes it');
  await store.close();
  assert.deepEqual((await reading)?.changes, changes);
  assert.deepEqual((await again)?.changes, changes);
});
