import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { backupFolder, backupServer, openStore, restoreFolder, restoreServer, type Store } from '@westgate/store';
import { freshFolder, hasCode, withStore } from './folder.ts';
import { freshDatabase, ON_POSTGRES } from './postgres.ts';
import { created } from './sample.ts';
import { wholeOf } from './whole.ts';

const BYTES = Buffer.from('%PDF-1.4 minutes of the joint review');
const SHA = sha256Of(BYTES);

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function keep(store: Store, bytes: Buffer): Promise<void> {
  const path = join(store.incoming(), 'coming.part');
  writeFileSync(path, bytes);
  await store.keepFile(path, sha256Of(bytes));
  assert.ok(!existsSync(path));
}

/** A deed that brings a file, as the desk does it. */
async function bring(store: Store, id: string, bytes: Buffer): Promise<void> {
  await keep(store, bytes);
  const row = {
    id,
    subject_kind: 'project',
    subject_id: 'sea-wall',
    requirement: null,
    title_zh: null,
    title_en: id,
    file_name: `${id}.pdf`,
    media_type: 'application/pdf',
    bytes: bytes.length,
    sha256: sha256Of(bytes),
    on: '2024-08-26',
    note_zh: null,
    note_en: null,
    rev: 1,
  };
  await store.commit({ who: 'Ada', verb: 'add-evidence', reason: '', changes: [created('evidence', row)] });
}

const pathOf = (dir: string): string => join(dir, 'files', SHA.slice(0, 2), SHA);

test('a file is kept by its hash, survives a restart, a backup, the loss of all, and the restoring', async (t) => {
  const [dir, backup, restored] = [join(freshFolder(t), 'data'), join(freshFolder(t), 'backup'), join(freshFolder(t), 'restored')];
  const before = await withStore(dir, async (store) => {
    await bring(store, 'minutes', BYTES);
    return wholeOf(store);
  });
  assert.ok(existsSync(pathOf(dir)));
  await backupFolder(dir, backup);
  rmSync(dir, { recursive: true });
  const { head } = await restoreFolder(backup, restored);
  assert.deepEqual(head, before.head);
  await withStore(restored, async (store) => {
    assert.deepEqual(await wholeOf(store), before);
    assert.deepEqual(Buffer.from((await store.fileBytes(SHA)) ?? []), BYTES);
    const { isClean, files } = await store.verify();
    assert.deepEqual([isClean, files], [true, { sound: 1, absent: 0 }]);
  });
});

test('verify tells of a file that is missing or altered, and a backup without it is refused', async (t) => {
  const [dir, backup] = [join(freshFolder(t), 'data'), join(freshFolder(t), 'backup')];
  await withStore(dir, (store) => bring(store, 'minutes', BYTES));
  await backupFolder(dir, backup);
  writeFileSync(pathOf(dir), 'something else');
  await withStore(dir, async (store) => assert.match((await store.verify()).faults.join(), /is not what its hash says/));
  rmSync(pathOf(dir));
  await withStore(dir, async (store) => assert.match((await store.verify()).faults.join(), /is missing/));
  await withStore(dir, async (store) => assert.ok((await store.verify()).faults.length === 1, 'the database is not blamed for it'));
  await assert.rejects(backupFolder(dir, join(freshFolder(t), 'other')), hasCode('WG_BACKUP_DAMAGED'));
  writeFileSync(pathOf(backup), 'something else');
  await assert.rejects(restoreFolder(backup, join(freshFolder(t), 'restored')), hasCode('WG_BACKUP_DAMAGED'));
});

test('a file goes after its time and not before', async (t) => {
  const dir = freshFolder(t);
  const orphan = Buffer.from('%PDF-1.4 never recorded');
  await withStore(dir, async (store) => {
    await keep(store, orphan);
    assert.deepEqual(await store.oldFiles(60_000), []);
    await store.removeFile(sha256Of(orphan), 60_000);
    assert.ok(await store.fileBytes(sha256Of(orphan)), 'too young');
    const old = new Date(Date.now() - 120_000);
    utimesSync(join(dir, 'files', sha256Of(orphan).slice(0, 2), sha256Of(orphan)), old, old);
    assert.deepEqual(await store.oldFiles(60_000), [sha256Of(orphan)]);
    await store.removeFile(sha256Of(orphan), 60_000);
    assert.equal(await store.fileBytes(sha256Of(orphan)), null);
  });
});

test('what was still coming in when a process ended is gone at the next opening', async (t) => {
  const dir = freshFolder(t);
  const path = await withStore(dir, async (store) => join(store.incoming(), 'half.part'));
  writeFileSync(path, 'half');
  await withStore(dir, async () => assert.ok(!existsSync(path)));
});

test('from a folder to a server and back the files go with their rows', ON_POSTGRES, async (t) => {
  const [dir, backup, again, back] = ['data', 'backup', 'again', 'back'].map((name) => join(freshFolder(t), name));
  assert.ok(dir && backup && again && back);
  await withStore(dir, (store) => bring(store, 'minutes', BYTES));
  await backupFolder(dir, backup);
  const url = await freshDatabase(t);
  await restoreServer(backup, url);
  const server = await openStore({ url });
  try {
    const more = Buffer.from('%PDF-1.4 on the server');
    await bring(server, 'second', more);
    assert.deepEqual(Buffer.from((await server.fileBytes(SHA)) ?? []), BYTES);
    assert.deepEqual((await server.verify()).files, { sound: 2, absent: 0 });
    await keep(server, Buffer.from('%PDF-1.4 orphan'));
    const orphan = sha256Of(Buffer.from('%PDF-1.4 orphan'));
    await server.removeFile(orphan, 60_000);
    assert.ok(await server.fileBytes(orphan), 'too young');
    await server.removeFile(orphan, 0);
    assert.equal((await server.oldFiles(0)).length, 2);
    await backupServer(url, again);
    const whole = await wholeOf(server);
    await restoreFolder(again, back);
    await withStore(back, async (store) => {
      assert.deepEqual(await wholeOf(store), whole);
      assert.deepEqual((await store.verify()).files, { sound: 2, absent: 0 });
    });
  } finally {
    await server.close();
  }
});
