import assert from 'node:assert/strict';
import { closeSync, cpSync, existsSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openStore } from '@westgate/store';
import { openDatabase } from '../src/database.ts';
import { freshFolder, hasCode, idsOf, journalOf, soundSources, withStore, write } from './folder.ts';

const LINUX_ONLY = { skip: process.platform !== 'linux' && 'needs /proc: skipped' };

test('the database is caught up when it is old, and made anew when it is missing, damaged, ahead or of doubtful age', async (t) => {
  const dir = freshFolder(t);
  const pg = join(dir, 'pg');
  const old = join(dir, 'pg.old');
  await withStore(dir, (store) => write(store, 'a', 'b'));
  cpSync(pg, old, { recursive: true });
  await withStore(dir, (store) => write(store, 'c', 'd', 'e'));
  const all = ['a', 'b', 'c', 'd', 'e'];

  await t.test('old', async () => {
    rmSync(pg, { recursive: true });
    cpSync(old, pg, { recursive: true });
    await withStore(dir, async (store) => assert.deepEqual([await soundSources(store), store.note], [all, null]));
  });

  await t.test('missing', async () => {
    rmSync(pg, { recursive: true });
    await withStore(dir, async (store) => assert.deepEqual([await soundSources(store), store.note], [all, null]));
  });

  await t.test('damaged', async () => {
    writeFileSync(join(pg, 'global', 'pg_control'), Buffer.alloc(8192, 7));
    await withStore(dir, async (store) => {
      assert.deepEqual([await soundSources(store), store.mode], [all, 'ready']);
      assert.match(store.note ?? '', /set aside and made anew/);
    });
    assert.ok(readdirSync(dir).some((name) => name.startsWith('pg.aside-')));
  });

  await t.test('left open when the machine stopped', async () => {
    writeFileSync(join(dir, 'boot'), 'another boot');
    await withStore(dir, async (store) => {
      assert.deepEqual(await soundSources(store), all);
      assert.match(store.note ?? '', /machine stopped/);
    });
  });

  await t.test('ahead of the journal', async () => {
    const lines = readFileSync(journalOf(dir), 'utf8').split('\n');
    writeFileSync(journalOf(dir), `${lines.slice(0, 4).join('\n')}\n`);
    await withStore(dir, async (store) => {
      assert.deepEqual(idsOf(await store.readAll()), ['a', 'b', 'c', 'd']);
      assert.match(store.note ?? '', /did not fit the journal/);
      const { isClean, faults } = await store.verify();
      assert.equal(isClean, false, 'a deed that was acknowledged is missing');
      assert.match(faults[0] ?? '', /ends at deed 4, but the database knows a deed 5/);
    });
    await withStore(dir, async (store) => assert.deepEqual(await soundSources(store), ['a', 'b', 'c', 'd']));
  });
});

test('when the journal cannot be written, the deed is not stored, and reading goes on', LINUX_ONLY, async (t) => {
  const dir = freshFolder(t);
  const store = await openStore({ dir });
  await write(store, 'a');
  const file = readdirSync('/proc/self/fd').find(
    (fd) => existsSync(`/proc/self/fd/${fd}`) && readlinkSync(`/proc/self/fd/${fd}`) === journalOf(dir),
  );
  closeSync(Number(file));
  await assert.rejects(write(store, 'b'), hasCode('WG_READ_ONLY'));
  assert.equal(store.mode, 'read-only');
  assert.match(store.note ?? '', /journal could not be written \(EBADF/);
  assert.deepEqual((await store.readAll()).source.length, 1);
  await assert.rejects(write(store, 'c'), hasCode('WG_READ_ONLY'));
  await store.close();
  await withStore(dir, async (again) => {
    assert.deepEqual([await soundSources(again), again.mode], [['a'], 'ready']);
    await write(again, 'b');
  });
});

test('a database altered behind the journal’s back is found by verify', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, (store) => write(store, 'a'));
  const database = await openDatabase(join(dir, 'pg'));
  await database.transaction(async (tx) => {
    await tx.query("select set_config('westgate.deed', 'forged', true)");
    await tx.exec("update source set title = 'forged'");
  });
  await database.close();
  await withStore(dir, async (store) => {
    const report = await store.verify();
    assert.equal(report.isClean, false);
    assert.deepEqual(report.faults, ['Table source (1 rows) is not what the journal says (1 rows).']);
  });
});
