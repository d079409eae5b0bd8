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
