import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { openStore, type Store } from '@westgate/store';
import { openDatabase } from '../src/sql/database.ts';
import { freshFolder, hasCode, idsOf, soundSources, withStore, write } from './folder.ts';
import { created, sourceRow } from './sample.ts';

/** Makes a statement that writes the source `slow` run for minutes, and one that writes `fault` fail at the commit, once. */
async function prepare(dir: string): Promise<void> {
  await withStore(dir, (store) => write(store, 'a'));
  const database = await openDatabase(join(dir, 'pg'));
  await database.exec(`
    create function spoil() returns trigger language plpgsql as $$ begin
      if new.id = 'slow' then perform count(*) from generate_series(1, 20000000000); end if;
      return new;
    end $$;
    create trigger spoil before insert on source for each row execute function spoil();

    create sequence faults;
    create table fault (id int);
    create function raise_once() returns trigger language plpgsql as $$ begin
      if nextval('faults') = 1 then raise exception 'the disk under the database failed'; end if;
      return null;
    end $$;
    create constraint trigger raise_once after insert on fault initially deferred for each row execute function raise_once();
    create function plant() returns trigger language plpgsql as $$ begin
      if new.id = 'fault' then
        set constraints raise_once deferred;
        insert into fault values (1);
      end if;
      return null;
    end $$;
    create constraint trigger plant after insert on source initially deferred for each row execute function plant();`);
  await database.close();
}

test('a statement that runs on and on is ended: its asker is told, all others are served, and nothing stored is lost', async (t) => {
  const dir = freshFolder(t);
  await prepare(dir);
  const store = await openStore({ dir, limits: { statementMs: 1_500 } });
  try {
    await writeChecked(store, 'b');
    const began = performance.now();
    // It goes beside what the thread is at, and is not taken for it.
    const verifying = store.verify().then(
      () => 'done',
      (error: unknown) => (hasCode('WG_TOO_SLOW')(error) ? 'done' : error),
    );
    const slow = assert.rejects(writeChecked(store, 'slow'), hasCode('WG_TOO_SLOW'));
    const behind = writeChecked(store, 'c');
    await slow;
    t.diagnostic(`ended after ${Math.round(performance.now() - began)} ms`);
    await behind;
    assert.equal(await verifying, 'done');
    t.diagnostic(`the deed behind it was done after ${Math.round(performance.now() - began)} ms`);
    assert.deepEqual(await soundSources(store), ['a', 'b', 'c']);
    assert.deepEqual([store.mode, store.note], ['ready', null]);
    await writeChecked(store, 'd');
  } finally {
    await store.close();
  }
  await withStore(dir, async (again) => assert.deepEqual(await soundSources(again), ['a', 'b', 'c', 'd']));
});

for (const [when, writeOne] of [
  ['after the journal line', writeChecked],
  ['of deeds that stand in the journal for some time', writeAhead],
] as const)
  test(`when the commit fails ${when}, the deed stands, is told once, and the database agrees`, async (t) => {
    const dir = freshFolder(t);
    await prepare(dir);
    const store = await openStore({ dir });
    try {
      const told: number[] = [];
      store.onDeed(({ seq }) => told.push(seq));
      for (const id of ['b', 'fault', 'c']) await writeOne(store, id);
      assert.deepEqual(told, [2, 3, 4]);
      assert.deepEqual(await soundSources(store), ['a', 'b', 'fault', 'c']);
      assert.deepEqual([store.mode, store.reason], ['ready', null]);
    } finally {
      await store.close();
    }
    const database = await openDatabase(join(dir, 'pg'));
    const { rows } = await database.query('select last_value, is_called from faults');
    await database.close();
    assert.deepEqual(rows, [{ last_value: 2, is_called: true }], 'the commit failed once, and the replay wrote the row again');
    await withStore(dir, async (again) => assert.deepEqual(idsOf(await again.readAll()), ['a', 'b', 'fault', 'c']));
  });

/** Stores a source by a deed that the database takes first. */
async function writeChecked(store: Store, id: string): Promise<void> {
  await store.commit({ who: 'a', verb: 'edit', reason: '', changes: [created('source', sourceRow(id))] });
}

/** Stores a source by a deed that the journal takes first. */
async function writeAhead(store: Store, id: string): Promise<void> {
  const changes = [created('source', sourceRow(id))];
  await store.commitProven([{ who: 'a', verb: 'edit', reason: '', changes }], store.head.seq);
}
