import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { backupFolder, backupServer, openStore, restoreFolder, restoreServer } from '@westgate/store';
import { freshFolder, hasCode, withStore } from './folder.ts';
import { killed } from './kill-copier.ts';
import { freshDatabase, ON_POSTGRES, runSql } from './postgres.ts';
import { created, sourceRow } from './sample.ts';
import { fill, wholeOf } from './whole.ts';

test(
  'from a folder to a server and back, a district stays the same: state, deeds, head, and the bytes of the backup',
  ON_POSTGRES,
  async (t) => {
    const [dir, backup, again, back] = ['data', 'backup', 'again', 'back'].map((name) => join(freshFolder(t), name));
    assert.ok(dir && backup && again && back);
    const before = await withStore(dir, async (store) => {
      await fill(store);
      return wholeOf(store);
    });
    const first = await backupFolder(dir, backup);
    const url = await freshDatabase(t);
    const report = await restoreServer(backup, url);
    assert.deepEqual([report.head, report.persons], [before.head, 2]);
    await withStore(url, async (server) => {
      assert.deepEqual(await wholeOf(server), before);
      const second = await backupServer(url, again);
      const deedsIn = ({ files }: typeof first.manifest) =>
        files.filter(({ path }) => !path.startsWith('snapshots/')).sort((a, b) => (a.path < b.path ? -1 : 1));
      assert.deepEqual(deedsIn(second.manifest), deedsIn(first.manifest));
      assert.deepEqual(second.manifest.tables, first.manifest.tables);
      await restoreFolder(again, back);
      assert.deepEqual(await withStore(back, wholeOf), before);

      await server.commit({ who: '李华', verb: 'edit', reason: '', changes: [created('source', sourceRow('on-the-server'))] });
      const third = await backupServer(url, again);
      assert.deepEqual([third.hadDeeds, third.manifest.seq], [before.head.seq, before.head.seq + 1]);
      assert.equal((await server.persons()).length, 2, 'the person keeps the key across both moves');
    });
  },
);

test('a backup is restored into an empty database only, all of it or nothing', ON_POSTGRES, async (t) => {
  const [dir, backup] = [freshFolder(t), join(freshFolder(t), 'backup')];
  await withStore(dir, fill);
  await backupFolder(dir, backup);
  const url = await freshDatabase(t);
  await restoreServer(backup, url);
  await assert.rejects(restoreServer(backup, url), hasCode('WG_NOT_EMPTY'));
  const other = await freshDatabase(t);
  await (await openStore({ url: other })).close();
  await runSql(
    other,
    "create function stop() returns trigger language plpgsql as $$ begin raise exception 'stopped'; end $$; create trigger stop before insert on outcome execute function stop()",
  );
  await assert.rejects(restoreServer(backup, other));
  const [count] = await runSql(
    other,
    'select (select count(*) from deed) + (select count(*) from source) + (select count(*) from person_key) as rows',
  );
  assert.equal(Number(count?.rows), 0);
});

test('killed while it fills a database, a restore leaves all of it or nothing', ON_POSTGRES, async (t) => {
  const [dir, backup] = [freshFolder(t), join(freshFolder(t), 'backup')];
  const head = await withStore(dir, async (store) => {
    await fill(store);
    return store.head;
  });
  await backupFolder(dir, backup);
  let url = await freshDatabase(t);
  await (await openStore({ url })).close();
  let killedRestores = 0;
  // `npm run trial:long` kills twice as often.
  const step = process.env.WESTGATE_TRIAL === 'all' ? 20 : 40;
  for (let delay = 20; delay < 400; delay += step) {
    if (await killed(['restore-server', backup, url], delay)) killedRestores++;
    const [found] = await runSql(
      url,
      'select (select count(*) from deed) as deeds, (select count(*) from source) as sources, (select count(*) from person_key) as keys',
    );
    const isEmpty = Object.values(found ?? {}).every((count) => Number(count) === 0);
    if (isEmpty) continue;
    await withStore(url, async (store) => {
      assert.deepEqual([store.head, (await store.verify()).faults, (await store.persons()).length], [head, [], 2]);
    });
    url = await freshDatabase(t);
    await (await openStore({ url })).close();
  }
  assert.ok(killedRestores > 3, `${killedRestores} were killed`);
});

test('a database whose deeds or rows were altered past Westgate is not backed up', ON_POSTGRES, async (t) => {
  const url = await freshDatabase(t);
  await withStore(url, fill);
  await runSql(url, "set session_replication_role = replica; update source set title = 'altered' where id = 'kept'");
  await assert.rejects(
    backupServer(url, join(freshFolder(t), 'backup')),
    (error) => hasCode('WG_JOURNAL_DAMAGED')(error) && /source/.test(String(error)),
  );
  await runSql(url, "set session_replication_role = replica; update deed set reason = 'altered' where seq = 3");
  await assert.rejects(
    backupServer(url, join(freshFolder(t), 'backup')),
    (error) => hasCode('WG_JOURNAL_DAMAGED')(error) && /Deed 3/.test(String(error)),
  );
});

test('a person erased on a server is in no row of it any more', ON_POSTGRES, async (t) => {
  const url = await freshDatabase(t);
  await withStore(url, async (store) => {
    await fill(store);
    const found = (await store.persons()).find(({ name }) => name === '李华');
    assert.ok(found?.id);
    assert.equal((await store.erasePerson(found.id, '')).deeds, found.deeds);
    assert.deepEqual((await store.verify()).faults, []);
    assert.equal((await store.recentDeeds(100)).filter(({ who }) => who === null).length, found.deeds);
    const rows = await runSql(url, `select id from person_key where id = '${found.id}'`);
    assert.deepEqual(rows, []);
  });
});
