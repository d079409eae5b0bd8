import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openStore, type Store } from '@westgate/store';
import { SCHEMA_VERSION } from '../src/journal/journal-line.ts';
import { freshFolder, hasCode, journalOf, withStore, write } from './folder.ts';
import { copyRelease, expectedOf, makeFirstDatabase, RELEASED } from './released.ts';

test('data folders of released versions are kept', () => assert.ok(RELEASED.includes('0.1.0')));

for (const version of RELEASED) {
  test(`the journal that ${version} wrote is opened, verified and written on, and no byte of it changes`, async (t) => {
    const dir = freshFolder(t);
    copyRelease(version, dir);
    const before = readFileSync(journalOf(dir));
    const seen = await withStore(dir, async (store) => {
      await assertAsReleased(store, version);
      await write(store, 'new-source');
      return store.history('source', 'new-source', 1);
    });
    assert.equal(seen.length, 1);
    assert.ok(readFileSync(journalOf(dir)).subarray(0, before.length).equals(before));
    await withStore(dir, async (store) => {
      assert.deepEqual([store.head.seq, (await store.verify()).faults, store.note], [expectedOf(version).head.seq + 1, [], null]);
    });
  });
}

test('a database made by the schema file of 0.1.0 is brought to the present schema and kept', async (t) => {
  const dir = freshFolder(t);
  copyRelease('0.1.0', dir);
  await makeFirstDatabase(dir);
  const made = statSync(join(dir, 'pg', 'PG_VERSION')).ino;
  await withStore(dir, async (store) => {
    await assertAsReleased(store, '0.1.0');
    assert.deepEqual((await store.deedByIdem('fixture-1'))?.seq, 2);
    await write(store, 'new-source');
  });
  assert.equal(statSync(join(dir, 'pg', 'PG_VERSION')).ino, made, 'the database was kept, not made anew');
  await withStore(dir, async (store) => assert.deepEqual([(await store.verify()).faults, store.note], [[], null]));
});

test('a data folder of a newer version is refused, and nothing in it is touched', async (t) => {
  const dir = freshFolder(t);
  copyRelease('0.1.0', dir);
  await withStore(dir, () => undefined);
  const { hash } = expectedOf('0.1.0').head;
  const json = readFileSync(journalOf(dir), 'utf8').trimEnd().split('\n').at(-1)?.slice(65) ?? '';
  const newer = json.replace('"schema":1', `"schema":${SCHEMA_VERSION + 1}`).replace('"seq":8', '"seq":9');
  assert.notEqual(newer, json);
  appendFileSync(journalOf(dir), `${createHash('sha256').update(hash).update(newer).digest('hex')} ${newer}\n`);
  const before = filesOf(dir);
  await assert.rejects(openStore({ dir }), hasCode('WG_FOLDER_NEWER'));
  await assert.rejects(openStore({ dir, readOnly: true }), hasCode('WG_FOLDER_NEWER'));
  assert.deepEqual(filesOf(dir), before);
});

async function assertAsReleased(store: Store, version: string): Promise<void> {
  const { head, tables } = expectedOf(version);
  const report = await store.verify();
  assert.deepEqual([store.mode, store.note, report.faults], ['ready', null, []]);
  assert.deepEqual([report.journal, report.database, store.head], [head, head, head]);
  const rows = new Map<string, number>(report.tables.map((each) => [each.table, each.rows]));
  for (const each of tables) assert.equal(rows.get(each.table), each.rows, each.table);
}

/** Every file of a folder with a hash of its bytes; the lock and the records of owners aside, which every opening takes and frees. */
function filesOf(dir: string): readonly string[] {
  assert.ok(existsSync(dir));
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'lock' && !entry.parentPath.endsWith('owners'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)
    .sort();
}
