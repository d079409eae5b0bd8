import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { InstantString } from '@westgate/base';
import { idemOf, openStore, type Store } from '@westgate/store';
import { writeStoredDeeds } from '../src/backup/write-stored-deeds.ts';
import type { Engine, Place } from '../src/engine/engine.ts';
import { openEngine } from '../src/engine/open-engine.ts';
import type { Deed, DeedDraft } from '../src/journal/deed.ts';
import { storedDeeds } from '../src/rows/deeds.ts';
import { openPostgres } from '../src/sql/postgres.ts';
import { freshFolder, hasCode, idsOf, soundSources, write } from './folder.ts';
import { asAdmin, databaseUrl, freshDatabase, ON_POSTGRES, runSql } from './postgres.ts';
import { changed, created, sampleRows, sourceRow } from './sample.ts';

/** Deeds of every sort: all tables, a change, a removal, an undo, a deed of many changes, words that are hard to quote. */
function program(): readonly DeedDraft[] {
  const plain = { who: 'westgate', reason: "“why”, \\ 'so' 首钢\n" };
  const many = Array.from({ length: 600 }, (_, n) => created('source', sourceRow(`many-${n}`)));
  const row = sourceRow('odd', 'ｔ\u{1f6a9} "x"');
  return [
    { ...plain, verb: 'import', changes: sampleRows().map(([table, sample]) => created(table, sample)), idem: idemOf('first', 'first') },
    { ...plain, verb: 'edit', changes: [created('source', row)] },
    { ...plain, verb: 'edit', changes: [changed('source', row, { title: 'even' })] },
    { ...plain, verb: 'import', changes: many },
    { ...plain, verb: 'withdraw', changes: [{ table: 'source', key: 'odd', before: { ...row, title: 'even', rev: 2 }, after: null }] },
    {
      ...plain,
      verb: 'undo',
      undoes: 5,
      changes: [{ table: 'source', key: 'odd', before: null, after: { ...row, title: 'even', rev: 3 } }],
    },
  ];
}

/** Does the program, each deed at a time of its own that is the same on every run. */
async function perform(place: Place): Promise<Engine> {
  let minute = 10;
  const engine = await openEngine(place, { now: () => `2026-01-01T00:${minute}:00.123Z` as InstantString });
  try {
    for (const draft of program()) {
      await engine.commit(draft);
      minute++;
    }
  } catch (error) {
    // What stays open keeps the process of the tests from ending.
    await engine.close();
    throw error;
  }
  return engine;
}

async function dumpOf(engine: Engine): Promise<unknown> {
  const { head, rows } = await engine.readState();
  const deeds: (Deed | null)[] = [];
  for (let seq = 1; seq <= head.seq; seq++) deeds.push(await engine.deed(seq));
  return { head, rows, deeds, recent: await engine.recentDeeds(10, 100), history: await engine.history('source', 'odd', 10, 100) };
}

test('the same deeds give equal rows, deeds, hashes and journal files in a folder and on a server', ON_POSTGRES, async (t) => {
  const [dir, copy, url] = [freshFolder(t), freshFolder(t), await freshDatabase(t)];
  const folder = await perform({ kind: 'folder', dataDir: dir });
  const server = await perform({ kind: 'server', url });
  try {
    assert.deepEqual(await dumpOf(server), await dumpOf(folder));
    const [here, there] = [await folder.verify(), await server.verify()];
    assert.deepEqual(there, here);
    assert.deepEqual(there.faults, []);
  } finally {
    await Promise.all([folder.close(), server.close()]);
  }

  const database = await openPostgres(url);
  await writeStoredDeeds(storedDeeds(database), copy);
  await database.close();
  for (const part of ['journal', 'batches']) {
    assert.deepEqual(readdirSync(join(copy, part)), readdirSync(join(dir, part)));
    for (const file of readdirSync(join(dir, part))) {
      assert.ok(
        readFileSync(join(copy, part, file)).equals(readFileSync(join(dir, part, file))),
        `${part}/${file} is the same byte for byte`,
      );
    }
  }
});

/** Deeds that `store` tells from now on. */
function heardBy(store: Store): Deed[] {
  const heard: Deed[] = [];
  store.onDeed((deed) => heard.push(deed));
  return heard;
}

test('what one process does the others hear at once, in order, each deed once', ON_POSTGRES, async (t) => {
  const url = await freshDatabase(t);
  // No store looks by itself: what it hears it was told.
  const limits = { pollMs: 3_600_000 };
  const [one, two] = [await openStore({ url, limits }), await openStore({ url, limits })];
  t.after(() => Promise.all([one.close(), two.close()]));
  const [heardOne, heardTwo] = [heardBy(one), heardBy(two)];
  const writeAs = (store: Store, name: string) => write(store, ...Array.from({ length: 40 }, (_, n) => `${name}-${n}`));
  await Promise.all([writeAs(one, 'a'), writeAs(one, 'b'), writeAs(two, 'c'), writeAs(two, 'd')]);
  const last = performance.now();
  while (heardOne.length < 160 || heardTwo.length < 160) {
    assert.ok(performance.now() - last < 1_000, `${heardOne.length} and ${heardTwo.length} deeds were heard after a second`);
    await sleep(5);
  }
  t.diagnostic(`the last deed was heard everywhere ${Math.round(performance.now() - last)} ms after it was acknowledged`);
  assert.deepEqual(
    heardOne.map(({ seq }) => seq),
    Array.from({ length: 160 }, (_, n) => n + 1),
  );
  assert.deepEqual(heardTwo, heardOne);
  assert.deepEqual(await soundSources(one), await soundSources(two));
});

test(
  'of two processes that change one record the second is refused, and of one request sent to both one deed is done',
  ON_POSTGRES,
  async (t) => {
    const url = await freshDatabase(t);
    const [one, two] = [await openStore({ url }), await openStore({ url })];
    t.after(() => Promise.all([one.close(), two.close()]));
    const row = sourceRow('contested');
    const draft = (change: DeedDraft['changes'][number], more: Partial<DeedDraft> = {}): DeedDraft => {
      return { who: 'a', verb: 'edit', reason: '', changes: [change], ...more };
    };
    const [first, again] = await Promise.all(
      [one, two].map((store) => store.commit(draft(created('source', row), { idem: idemOf('k', 'k') }))),
    );
    assert.deepEqual([first, one.head.seq], [again, 1]);

    const results = await Promise.allSettled(
      [one, two].map((store, n) => store.commit(draft(changed('source', row, { title: `by ${n}` })))),
    );
    assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const refused = results.find((result) => result.status === 'rejected');
    assert.ok(hasCode('WG_STALE_RECORD')(refused?.reason));

    const other = draft(created('source', sourceRow('other')), { basis: 1 });
    await assert.rejects(one.commit(other), hasCode('WG_STALE_RECORD'), 'it was thought out on an older state');
    assert.equal((await one.commit({ ...other, basis: 2 })).seq, 3);
  },
);

test('an altered row, image or deed is found by verify', ON_POSTGRES, async (t) => {
  const url = await freshDatabase(t);
  const store = await openStore({ url });
  t.after(() => store.close());
  await write(store, 'a', 'b', 'c');
  const alter = (sql: string) => runSql(url, `begin; set local session_replication_role = replica; ${sql}; commit`);
  for (const [there, back, fault] of [
    ["update source set title = 'x' where id = 'a'", "update source set title = 'Source a' where id = 'a'", /Table source/],
    ["update deed set reason = 'x' where seq = 2", "update deed set reason = '' where seq = 2", /Deed 2 is not what its hash says/],
    [
      `update deed_change set after = jsonb_set(after, '{title}', '"x"') where seq = 3`,
      `update deed_change set after = jsonb_set(after, '{title}', '"Source c"') where seq = 3`,
      /Deed 3 is not what its hash says/,
    ],
  ] as const) {
    await alter(there);
    assert.match((await store.verify()).faults.join(' '), fault);
    await alter(back);
    assert.deepEqual((await store.verify()).faults, []);
  }
});

/** A deed that is shown to fit, of more rows than are written at once. */
function largeDraft(name: string, rows = 2_500): DeedDraft {
  const changes = Array.from({ length: rows }, (_, n) => created('source', sourceRow(`${name}-${n}`)));
  return { who: 'westgate', verb: 'import', reason: '', changes, idem: idemOf(name, name) };
}

test('a large deed that is shown to fit stands before its rows, and nobody sees it without them', ON_POSTGRES, async (t) => {
  const url = await freshDatabase(t);
  const [one, two] = [await openStore({ url }), await openStore({ url })];
  t.after(() => Promise.all([one.close(), two.close()]));
  const heard = heardBy(two);
  const draft = largeDraft('l');
  const [deed] = await one.commitProven([draft], 0);
  const [read, there, history, next] = await Promise.all([
    two.readState(),
    two.deed(1, 3),
    two.history('source', 'l-2499', 5),
    two.commit({ who: 'a', verb: 'edit', reason: '', changes: [changed('source', sourceRow('l-7'), { title: 'later' })] }),
  ]);
  assert.equal(read.rows.source.length, 2_500);
  assert.deepEqual(there?.changes, draft.changes.slice(0, 3));
  assert.deepEqual(
    history.map(({ seq, changes }) => [seq, changes.map(({ key }) => key)]),
    [[1, ['l-2499']]],
  );
  assert.equal(next.seq, 2);
  assert.deepEqual(heard.find(({ seq }) => seq === 1)?.changes, deed?.changes);
  const gone = draft.changes.map(({ table, key, after }): DeedDraft['changes'][number] => ({
    table,
    key,
    before: key === 'l-7' && after ? { ...after, title: 'later', rev: 2 } : after,
    after: null,
  }));
  await two.commitProven([{ ...largeDraft('undo', 0), changes: gone, undoes: 1 }], 2);
  assert.deepEqual((await one.readAll()).source, []);
  assert.deepEqual((await one.verify()).faults, []);
  assert.deepEqual(await runSql(url, 'select from deed_ahead'), []);
});

test(
  'rows of a large deed that were not written are written by whoever comes next; where the database does not take them nothing more is',
  ON_POSTGRES,
  async (t) => {
    const url = await freshDatabase(t);
    await (await openStore({ url })).close();
    await runSql(url, "create function stop_it() returns trigger language plpgsql as $$ begin raise exception 'stopped'; end $$");
    await runSql(url, 'create trigger stopped before delete on deed_ahead execute function stop_it()');
    const stopped = await openStore({ url });
    t.after(() => stopped.close());
    await stopped.commitProven([largeDraft('l')], 0);
    await assert.rejects(stopped.readState(), /stopped/);
    assert.equal((await stopped.deed(1))?.changes.length, 2_500, 'the deed itself is read');
    await runSql(url, 'drop trigger stopped on deed_ahead');

    // Somebody writes past the deeds: a row of the deed is there already.
    const past = "insert into source (id, title, kind, visibility, rev) values ('l-1', 'x', 'official', 'public', 1)";
    await runSql(url, `begin; set local session_replication_role = replica; ${past}; commit`);
    const refused = await openStore({ url });
    t.after(() => refused.close());
    await assert.rejects(write(refused, 'more'), hasCode('WG_JOURNAL_DAMAGED'));
    assert.deepEqual([refused.mode, refused.reason], ['read-only', 'journal-damaged']);
    await runSql(url, "begin; set local session_replication_role = replica; delete from source where id = 'l-1'; commit");

    const next = await openStore({ url });
    t.after(() => next.close());
    await write(next, 'more');
    assert.equal((await next.readAll()).source.length, 2_501);
    assert.deepEqual((await next.verify()).faults, []);
  },
);

test('lost connections: what was acknowledged stands, the state says so, and it goes on by itself', ON_POSTGRES, async (t) => {
  const url = await freshDatabase(t);
  const store = await openStore({ url });
  t.after(() => store.close());
  await write(store, 'before');
  const name = new URL(url).pathname.slice(1);
  await asAdmin(`alter database ${name} with allow_connections false`);
  await asAdmin(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  await assert.rejects(write(store, 'meanwhile'), hasCode('WG_DATABASE_LOST'));
  assert.deepEqual([store.mode, store.head.seq], ['read-only', 1]);
  assert.match(store.note ?? '', /cannot be reached/);
  await asAdmin(`alter database ${name} with allow_connections true`);
  const began = performance.now();
  while (store.mode !== 'ready') {
    assert.ok(performance.now() - began < 10_000, 'it connects again by itself');
    await sleep(20);
  }
  t.diagnostic(`ready again ${Math.round(performance.now() - began)} ms after the server was`);
  await write(store, 'after');
  assert.deepEqual(await soundSources(store), ['before', 'after']);
});

test('a database that was put back to an older state is noticed, and not written to', ON_POSTGRES, async (t) => {
  const url = await freshDatabase(t);
  const store = await openStore({ url });
  t.after(() => store.close());
  await write(store, 'a', 'b');
  await runSql(
    url,
    "begin; set local session_replication_role = replica; delete from deed_change where seq = 2; delete from deed where seq = 2; delete from source where id = 'b'; commit",
  );
  await assert.rejects(write(store, 'c'), hasCode('WG_JOURNAL_DAMAGED'));
  assert.equal(store.mode, 'read-only');
  assert.deepEqual(idsOf(await store.readAll()), ['a']);
});

test('a server that could lose deeds or letters is refused, with the setting named', ON_POSTGRES, async (t) => {
  const url = await freshDatabase(t);
  const name = new URL(url).pathname.slice(1);
  await asAdmin(`alter database ${name} set synchronous_commit = off`);
  await assert.rejects(openStore({ url }), (error) => hasCode('WG_DATABASE_UNFIT')(error) && /synchronous_commit/.test(String(error)));
  await asAdmin(`alter database ${name} reset synchronous_commit`);
  await (await openStore({ url })).close();
  const latin = `${name}_latin`;
  await asAdmin(`create database ${latin} template template0 encoding 'LATIN1' locale 'C'`);
  t.after(() => asAdmin(`drop database ${latin}`));
  await assert.rejects(
    openStore({ url: databaseUrl(latin) }),
    (error) => hasCode('WG_DATABASE_UNFIT')(error) && /UTF8/.test(String(error)),
  );
});

test(
  'an address where nothing answers, of another kind or of a newer Westgate is refused without telling the password',
  ON_POSTGRES,
  async (t) => {
    const isRefused = (code: string) => (error: unknown) => hasCode(code)(error) && !String(error).includes('s3cret');
    await assert.rejects(openStore({ url: 'postgresql://u:s3cret@127.0.0.1:9/x' }), isRefused('WG_DATABASE_LOST'));
    await assert.rejects(openStore({ url: databaseUrl('no_such_database') }), isRefused('WG_DATABASE_LOST'));
    await assert.rejects(openStore({ url: 'mysql://u:s3cret@127.0.0.1/x' }), isRefused('WG_INPUT_INVALID'));
    const url = await freshDatabase(t);
    await (await openStore({ url })).close();
    await runSql(
      url,
      "insert into schema_version values (99, '099.sql', ''); insert into schema_version select n, '', '' from generate_series((select max(version) + 1 from schema_version where version < 99), 98) n",
    );
    await assert.rejects(openStore({ url }), isRefused('WG_FOLDER_NEWER'));
  },
);

test('several processes that begin on one empty database at once make its tables once', ON_POSTGRES, async (t) => {
  const url = await freshDatabase(t);
  const stores = await Promise.all([1, 2, 3].map(() => openStore({ url })));
  await Promise.all(stores.map((store) => store.close()));
});
