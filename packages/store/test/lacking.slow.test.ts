import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { backupFolder, lookAtFolder, mendFolder, openStore, restoreFolder } from '@westgate/store';
import { openPGlite } from '../src/sql/pglite.ts';
import { freshFolder, hasCode, idsOf, journalOf, soundSources, takenFrom, withStore, write } from './folder.ts';

/** Takes the last `count` lines away. */
function cut(dir: string, count: number): void {
  const lines = readFileSync(journalOf(dir), 'utf8').split('\n');
  writeFileSync(journalOf(dir), `${lines.slice(0, -1 - count).join('\n')}\n`);
}

test('deeds that only the database holds keep the office read-only until somebody chooses; then they stand in the journal again', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, (store) => write(store, 'a', 'b', 'c', 'd', 'e'));
  cut(dir, 2);
  const [backup, restored, without] = [join(freshFolder(t), 'backup'), join(freshFolder(t), 'restored'), join(freshFolder(t), 'without')];
  for (const opening of ['first', 'second']) {
    await withStore(dir, async (store) => {
      assert.deepEqual([store.mode, store.reason], ['read-only', 'journal-damaged'], `at the ${opening} opening`);
      assert.match(store.note ?? '', /ends at deed 3, but deeds up to 5 were done\. The database holds deeds 4 to 5/);
      await assert.rejects(write(store, 'f'), hasCode('WG_JOURNAL_DAMAGED'));
    });
  }
  await t.test('a backup carries the finding, and what is restored from it asks as well', async () => {
    await backupFolder(dir, backup);
    const report = await restoreFolder(backup, restored);
    assert.match(report.finding ?? '', /deeds 4 to 5/);
    const { finding } = await lookAtFolder(restored);
    assert.deepEqual(finding?.lost, [{ from: 4, to: 5 }], 'the backup has no database that could prove them');
  });
  await t.test('without its database the folder still knows what was found', async () => {
    cpSync(dir, without, { recursive: true });
    rmSync(join(without, 'pg'), { recursive: true });
    await assert.rejects(mendFolder(without, { way: 'rewrite', who: 'westgate', reason: 'x' }), hasCode('WG_INPUT_INVALID'));
    await mendFolder(without, { way: 'give-up', who: 'westgate', reason: 'no backup has them' });
    await withStore(without, async (store) => {
      const { faults, losses } = await store.verify();
      assert.deepEqual([faults, losses.length, store.mode], [[], 1, 'ready']);
      assert.match(losses[0] ?? '', /^Lost: deeds 4 to 5, chosen by westgate on \d{4}-\d\d-\d\d \(deed 4\)\.$/);
      assert.deepEqual(idsOf(await store.readAll()), ['a', 'b', 'c']);
    });
  });
  await withStore(dir, async (store) => {
    const told: (string | number)[] = [];
    store.onDeed(({ seq, verb }) => told.push(seq, verb));
    const { isClean, finding } = await store.verify();
    assert.deepEqual([isClean, finding?.fromDatabase, finding?.lost], [false, [{ from: 4, to: 5 }], []]);
    await assert.rejects(store.mend({ way: 'give-up', who: 'Lena', reason: 'x' }), hasCode('WG_INPUT_INVALID'));
    await store.mend({ way: 'rewrite', who: 'Lena', reason: 'the disk lost two lines' });
    assert.deepEqual(told, [4, 'edit', 5, 'edit', 6, 'mend-journal'], 'who listens hears of the deeds that are there again');
    assert.deepEqual([store.mode, store.note, await soundSources(store)], ['ready', null, ['a', 'b', 'c', 'd', 'e']]);
    await write(store, 'f');
    const { mended } = await store.journalReport();
    assert.deepEqual(
      mended.map(({ seq, who, reason, way, rewritten }) => [seq, who, reason, way, rewritten]),
      [[6, 'Lena', 'the disk lost two lines', 'rewrite', [{ from: 4, to: 5 }]]],
    );
  });
  await withStore(dir, async (store) => assert.deepEqual([await soundSources(store), store.note], [['a', 'b', 'c', 'd', 'e', 'f'], null]));
  assert.ok(!existsSync(join(dir, 'findings.ndjson')));
  assert.ok(readdirSync(join(dir, 'journal')).some((name) => /^aside-.*-000001\.ndjson$/.test(name)));
});

test('a database that does not open as it is, and holds a deed that the journal lost, is asked before it is set aside', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, (store) => write(store, 'a', 'b', 'c', 'd'));
  const database = await openPGlite(join(dir, 'pg'));
  await database.exec("update schema_version set sha256 = 'of another file' where version = 17");
  await database.close();
  cut(dir, 1);
  for (const opening of ['first', 'second']) {
    await withStore(dir, async (store) => {
      const { finding } = await store.journalReport();
      assert.deepEqual(
        [store.mode, store.head.seq, finding?.fromDatabase],
        ['read-only', 3, [{ from: 4, to: 4 }]],
        `at the ${opening} opening`,
      );
    });
  }
  await mendFolder(dir, { way: 'rewrite', who: 'westgate', reason: 'the disk lost a line' });
  await withStore(dir, async (store) => assert.deepEqual([store.mode, await soundSources(store)], ['ready', ['a', 'b', 'c', 'd']]));
});

test('a database of a former owner that knows of deeds given up keeps its name while that may wake, and is set aside after it', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, (store) => write(store, 'a', 'b', 'c', 'd'));
  const lines = readFileSync(journalOf(dir), 'utf8').split('\n');
  rmSync(join(dir, 'owners'), { recursive: true });
  takenFrom(dir);
  const database = await openPGlite(join(dir, 'pg'));
  await database.transaction(async (tx) => {
    await tx.exec('alter table deed disable trigger user; alter table deed_change disable trigger user');
    await tx.exec('delete from deed_change where seq = 3; delete from deed where seq = 3');
  });
  await database.close();
  writeFileSync(journalOf(dir), `${lines.slice(0, 2).join('\n')}\n`);
  const store = await openStore({ dir, limits: { minFreeBytes: 0 } });
  try {
    const { finding } = await store.journalReport();
    assert.deepEqual([store.reason, finding?.lost, finding?.resting], ['journal-damaged', [{ from: 3, to: 3 }], [{ from: 4, to: 4 }]]);
    await store.mend({ way: 'give-up', who: 'westgate', reason: 'no backup has them' });
    assert.ok(existsSync(join(dir, 'pg')) && !readdirSync(dir).some((name) => name.startsWith('pg.aside')), 'its name is its own');
    assert.deepEqual([store.mode, await soundSources(store)], ['ready', ['a', 'b']]);
    await write(store, 'e');
  } finally {
    await store.close();
  }
  await withStore(dir, async (next) => {
    assert.deepEqual([next.mode, await soundSources(next)], ['ready', ['a', 'b', 'e']]);
    assert.match(next.note ?? '', /holds what the journal does not; it was set aside as pg\.aside-/);
  });
  assert.deepEqual([existsSync(join(dir, 'pg')), readdirSync(dir).some((name) => name.startsWith('pg.aside'))], [false, true]);
});

test('where a folder does not open after a mending, who chose hears what came of it, and whoever asks then hears why nothing goes on', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, (store) => write(store, 'a', 'b', 'c'));
  cut(dir, 1);
  const store = await openStore({ dir, limits: { minFreeBytes: 0 } });
  t.after(() => store.close().catch(() => undefined));
  assert.equal(store.reason, 'journal-damaged');
  rmSync(join(dir, 'journal'), { recursive: true });
  await assert.rejects(
    store.mend({ way: 'give-up', who: 'Lena', reason: 'x' }),
    hasCode('WG_INPUT_INVALID'),
    'the error of the mending itself',
  );
  const whyEnded = (error: unknown): boolean => hasCode('WG_READ_ONLY')(error) && /journal\/ is missing/.test(String(error));
  // The call that comes while the thread begins anew may be interrupted; it says so.
  await store.readAll().catch((error: unknown) => assert.ok(whyEnded(error) || hasCode('WG_INTERRUPTED')(error), String(error)));
  await assert.rejects(store.readAll(), whyEnded);
  await assert.rejects(store.journalReport(), whyEnded);
  assert.deepEqual([store.mode, store.reason], ['read-only', 'thread-ended']);
});

test('a mending that is done is told as done, also where the folder does not open after it', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, (store) => write(store, 'a', 'b', 'c'));
  cut(dir, 1);
  const store = await openStore({ dir, limits: { minFreeBytes: 0 } });
  t.after(() => store.close().catch(() => undefined));
  rmSync(join(dir, 'keys'), { recursive: true });
  const { mended } = await store.mend({ way: 'rewrite', who: 'westgate', reason: 'the disk lost a line' });
  assert.deepEqual([mended.seq, mended.rewritten], [4, [{ from: 3, to: 3 }]]);
  await store.readAll().catch(() => undefined);
  await assert.rejects(store.readAll(), hasCode('WG_READ_ONLY'));
});

test('a database that may not be trusted still gives the deeds that it proves', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, (store) => write(store, 'a', 'b', 'c'));
  cut(dir, 1);
  writeFileSync(join(dir, 'boot'), 'another boot');
  await withStore(dir, async (store) => {
    assert.equal(store.reason, 'journal-damaged');
    await store.mend({ way: 'rewrite', who: 'Lena', reason: 'after the power cut' });
    assert.deepEqual([await soundSources(store), store.mode], [['a', 'b', 'c'], 'ready']);
  });
});

test('after a power cut the database of before is asked what it holds before it is left', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, (store) => write(store, 'a', 'b', 'c'));
  cut(dir, 1);
  const owners = readdirSync(join(dir, 'owners')).filter((name) => name.endsWith('.json'));
  const newest = join(dir, 'owners', owners.sort().at(-1) ?? '');
  const [record = ''] = readFileSync(newest, 'utf8').split('\n');
  writeFileSync(newest, `${JSON.stringify({ ...JSON.parse(record), bootId: 'another boot' })}\n`);
  writeFileSync(join(dir, 'boot'), 'another boot');
  const limits = { leaseMs: 40 };
  await withStore(dir, async (store) => assert.equal(store.reason, 'journal-damaged'), { limits });
  await withStore(
    dir,
    async (store) => {
      assert.equal(store.reason, 'journal-damaged');
      await store.mend({ way: 'rewrite', who: 'Lena', reason: 'after the power cut' });
      assert.deepEqual([await soundSources(store), store.mode], [['a', 'b', 'c'], 'ready']);
    },
    { limits },
  );
  await withStore(dir, async (store) => assert.deepEqual([await soundSources(store), store.mode], [['a', 'b', 'c'], 'ready']));
});

test('a folder without its journal is refused, and the database writes it again', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, (store) => write(store, 'a', 'b'));
  rmSync(join(dir, 'journal'), { recursive: true });
  await assert.rejects(
    openStore({ dir }),
    (error) => hasCode('WG_JOURNAL_DAMAGED')(error) && /pg, keys are there, but journal\/ is missing/.test(String(error)),
  );
  assert.deepEqual(
    readdirSync(dir)
      .filter((name) => name !== 'owners')
      .sort(),
    ['keys', 'pg'],
    'nothing was made',
  );
  await mendFolder(dir, { way: 'rewrite', who: 'westgate', reason: 'the folder was deleted' });
  await withStore(dir, async (store) =>
    assert.deepEqual([await soundSources(store), store.mode, store.head.seq], [['a', 'b'], 'ready', 3]),
  );
});

test('a folder without its keys is refused, until somebody gives the names up', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, (store) => write(store, 'a'));
  rmSync(join(dir, 'keys'), { recursive: true });
  await assert.rejects(openStore({ dir }), (error) => hasCode('WG_JOURNAL_DAMAGED')(error) && /keys\/ is missing/.test(String(error)));
  await assert.rejects(openStore({ dir }), hasCode('WG_JOURNAL_DAMAGED'));
  await mendFolder(dir, { way: 'give-up-names', who: 'westgate', reason: 'no backup has them' });
  await withStore(dir, async (store) => {
    await write(store, 'b');
    assert.deepEqual(
      (await store.recentDeeds(9)).map(({ who }) => who),
      ['a', 'westgate', null],
    );
    const { faults, losses } = await store.verify();
    assert.deepEqual([faults, losses.length], [[], 1]);
  });
});
