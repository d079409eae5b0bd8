import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { InstantString } from '@westgate/base';
import { openEngine } from '../src/engine/open-engine.ts';
import { openJournal } from '../src/journal/journal.ts';
import { makeSnapshot } from '../src/snapshots/make-snapshot.ts';
import { snapshotSeqs } from '../src/snapshots/snapshot.ts';
import { openDatabase } from '../src/sql/database.ts';
import { freshFolder, idsOf, journalOf, withStore, write } from './folder.ts';
import { changed, created, sourceRow } from './sample.ts';
import { fill } from './whole.ts';

test('the first state, from a snapshot and the deeds after it, is what the database holds', async (t) => {
  const dir = await folderWithTail(t);
  await withStore(dir, async (store) => {
    const stored = await store.readState();
    assert.deepEqual(await store.firstState(), stored);
    await write(store, 'later');
    assert.deepEqual(await store.firstState(), await store.readState(), 'asked once more, it tells of later deeds');
    assert.deepEqual((await store.verify()).faults, []);
  });
});

test('the first state is what the journal says, even where the database lost a row; verify then says so', async (t) => {
  const dir = await folderWithTail(t);
  const database = await openDatabase(join(dir, 'pg'));
  await database.transaction(async (tx) => {
    await tx.query("select set_config('westgate.deed', 'a fault', true)");
    await tx.query("delete from source where id = 'many-3'");
  });
  await database.close();
  await withStore(dir, async (store) => {
    assert.ok(idsOf((await store.firstState()).rows).includes('many-3'));
    assert.ok(!idsOf(await store.readAll()).includes('many-3'));
    assert.match((await store.verify()).faults.join(), /Table source \(\d+ rows\) is not what the journal says/);
  });
});

test('a snapshot that is damaged, of another journal or ahead of this one is not used', async (t) => {
  const dir = await folderWithTail(t);
  const whole = join(dir, 'whole');
  cpSync(join(dir, 'snapshots'), whole, { recursive: true });
  const isAsStored = () => withStore(dir, async (store) => assert.deepEqual(await store.firstState(), await store.readState()));

  const table = join(dir, 'snapshots', '6', 'source.ndjson.gz');
  const bytes = readFileSync(table);
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  writeFileSync(table, bytes);
  const warned = new Promise<Error>((resolve) => process.once('warning', resolve));
  await isAsStored();
  assert.match((await warned).message, /snapshot was passed over: snapshots\/6\/source\.ndjson\.gz cannot be read/);

  rmSync(join(dir, 'snapshots'), { recursive: true });
  cpSync(whole, join(dir, 'snapshots'), { recursive: true });
  const manifest = join(dir, 'snapshots', '6', 'manifest.json');
  const text = readFileSync(manifest, 'utf8');
  writeFileSync(manifest, text.replace(/"hash":"[0-9a-f]{64}"/, `"hash":"${'7'.repeat(64)}"`));
  await isAsStored();

  writeFileSync(manifest, text);
  writeFileSync(journalOf(dir), `${readFileSync(journalOf(dir), 'utf8').split('\n').slice(0, 4).join('\n')}\n`);
  await withStore(dir, async (store) => {
    const { head, rows } = await store.firstState();
    assert.deepEqual([head.seq, rows], [4, await store.readAll()]);
  });
});

test('deeds of which one cannot be read are not told: the database knows the rows', async (t) => {
  const dir = await folderWithTail(t);
  rmSync(join(dir, 'snapshots', '6'), { recursive: true });
  const { journal } = openJournal(dir, { untouched: true });
  const [batch] = journal.batches;
  journal.close();
  assert.equal(batch?.seq, 5);
  const engine = await openEngine({ kind: 'folder', dataDir: dir });
  const from = { seq: 4, hash: (await engine.deed(4))?.hash ?? '' };
  assert.equal((await engine.changesAfter(from))?.changes.length, 700 + 5);
  writeFileSync(join(dir, 'batches', `${batch.sha256}.ndjson.gz`), 'damaged');
  assert.equal(await engine.changesAfter(from), null);
  assert.equal(await engine.changesAfter({ ...from, hash: '7'.repeat(64) }), null);
  await engine.close();
});

test('an import of 10,000 records leaves a snapshot, so that the next start is quick', async (t) => {
  const dir = freshFolder(t);
  const changes = Array.from({ length: 10_000 }, (_, n) => created('source', sourceRow(`many-${n}`)));
  await withStore(dir, (store) => store.commit({ who: 'westgate', verb: 'import', reason: '', changes }));
  assert.deepEqual(snapshotSeqs(dir), [1]);
  await withStore(dir, async (store) => assert.equal((await store.firstState()).rows.source.length, 10_000));
});

/** A folder with a snapshot of deed 6, and deeds after it that add, change, remove and bring back. */
async function folderWithTail(t: TestContext): Promise<string> {
  const dir = freshFolder(t);
  await withStore(dir, fill);
  const { journal } = openJournal(dir, { untouched: true });
  makeSnapshot(dir, journal, new Date().toISOString() as InstantString);
  journal.close();
  await withStore(dir, async (store) => {
    const row = sourceRow('many-7');
    const commit = (change: ReturnType<typeof created>) => store.commit({ who: '李华', verb: 'edit', reason: '', changes: [change] });
    await write(store, 'added');
    await commit({ table: 'source', key: 'many-7', before: row, after: null });
    await commit(changed('source', sourceRow('many-8'), { title: '更好的标题' }));
    await commit(created('source', row));
  });
  return dir;
}
