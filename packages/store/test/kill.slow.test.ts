import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openStore, type Store } from '@westgate/store';
import { freshFolder, idsOf, soundSources, withStore, write } from './folder.ts';
import { killWriter } from './kill-writer.ts';
import { created, sourceRow } from './sample.ts';

/** `npm run trial:long` kills 100 times. */
const KILLS = process.env.WESTGATE_TRIAL === 'all' ? 100 : 10;
const TOOL = fileURLToPath(new URL('../../../../tools/verify-journal.mjs', import.meta.url));

test(`killed ${KILLS} times at any moment, imports among them, no acknowledged deed is lost and the folder opens every time`, async (t) => {
  const dir = freshFolder(t);
  const acknowledged: string[] = [];
  for (let round = 0; round < KILLS; round++) acknowledged.push(...(await killWriter(dir, (round * 7) % 13, (round * 3) % 11)));
  await withStore(dir, async (store) => {
    const stored = new Set(await soundSources(store));
    t.diagnostic(
      `${acknowledged.length} deeds acknowledged, ${store.head.seq - acknowledged.length} more stood when the answer was cut off`,
    );
    assert.deepEqual(
      acknowledged.filter((id) => !stored.has(id)),
      [],
    );
  });
  assert.equal(spawnSync(process.execPath, [TOOL, dir]).status, 0);
});

test('an import that is killed before its line leaves nothing but a file that no line names', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, (store) => write(store, 'a'));
  const other = freshFolder(t);
  await withStore(other, (store) => store.commit({ who: 'westgate', verb: 'import', reason: '', changes: imported(700) }));
  cpSync(join(other, 'batches'), join(dir, 'batches'), { recursive: true });
  const [orphan = ''] = readdirSync(join(dir, 'batches'));
  await withStore(dir, async (store) => {
    assert.deepEqual([await soundSources(store), store.head.seq, store.note], [['a'], 1, null]);
    assert.deepEqual(readdirSync(join(dir, 'batches')), [orphan], 'it may belong to an import that is just being made');
    await store.commit({ who: 'westgate', verb: 'import', reason: '', changes: imported(700) });
    assert.equal((await soundSources(store)).length, 701);
  });
});

test('a warm start reads no batch; where one is damaged, verify says so, and a rebuild stops before it', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, async (store) => {
    await write(store, 'a');
    await store.commit({ who: 'westgate', verb: 'import', reason: '', changes: imported(700) });
    await write(store, 'b');
  });
  const [name = ''] = readdirSync(join(dir, 'batches'));
  writeFileSync(join(dir, 'batches', name), 'spoiled');
  await withStore(dir, async (store) => {
    assert.deepEqual([store.mode, idsOf(await store.readAll()).length], ['ready', 702]);
    const { isClean, faults } = await store.verify();
    assert.equal(isClean, false);
    assert.match(faults.join(), /Line 2 of journal\/000001\.ndjson/);
    assert.deepEqual([store.mode, store.reason], ['read-only', 'journal-damaged'], 'no deed is added behind it');
  });
  const waiting = await openStore({ dir, limits: { recheckMs: 50 } });
  const until = performance.now() + 20_000;
  while (waiting.mode === 'ready' && performance.now() < until) await sleep(20);
  assert.equal(waiting.reason, 'journal-damaged', 'it is noticed soon after the start, unasked');
  await waiting.close();
  rmSync(join(dir, 'pg'), { recursive: true });
  rmSync(join(dir, 'snapshots'), { recursive: true, force: true });
  await withStore(dir, async (store: Store) => {
    assert.deepEqual([store.mode, store.reason, idsOf(await store.readAll())], ['read-only', 'journal-damaged', ['a']]);
    assert.match(store.note ?? '', /Line 2 of journal\/000001\.ndjson \(byte \d+, deed 2\) is damaged: the file of its changes/);
    assert.match(store.note ?? '', /westgate restore/);
  });
});

test('a folder damaged while it lies still is only looked at, and a look writes nothing', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, (store) => store.commit({ who: 'westgate', verb: 'import', reason: '', changes: imported(700) }));
  const before = readdirSync(dir);
  const looker = await openStore({ dir, readOnly: true });
  assert.deepEqual([looker.mode, looker.reason, idsOf(await looker.readAll()).length], ['read-only', 'looking', 700]);
  await looker.close();
  assert.deepEqual(readdirSync(dir), before);
});

function imported(count: number) {
  return Array.from({ length: count }, (_, n) => created('source', sourceRow(`i${n}`)));
}
