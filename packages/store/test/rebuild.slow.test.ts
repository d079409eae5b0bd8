import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { openDatabase } from '../src/sql/database.ts';
import { freshFolder, idsOf, journalOf, soundSources, withStore, write } from './folder.ts';

test('the database is caught up when it is old, and made anew when it is missing, damaged or of doubtful age', async (t) => {
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

  await t.test('ahead of the journal: it is left as it is', async () => {
    const lines = readFileSync(journalOf(dir), 'utf8').split('\n');
    writeFileSync(journalOf(dir), `${lines.slice(0, 4).join('\n')}\n`);
    const asides = readdirSync(dir).length;
    await withStore(dir, async (store) => {
      assert.deepEqual([idsOf(await store.readAll()), store.mode], [['a', 'b', 'c', 'd'], 'read-only']);
      const { isClean, faults } = await store.verify();
      assert.equal(isClean, false, 'a deed that was acknowledged is missing');
      assert.match(faults[0] ?? '', /ends at deed 4, but deeds up to 5 were done/);
    });
    assert.equal(readdirSync(dir).length, asides + 1, 'but for what was found, nothing was written');
  });
});

test('with random pages of the database overwritten, every deed is there again', async (t) => {
  const dir = freshFolder(t);
  const pg = join(dir, 'pg');
  const sound = join(dir, 'pg.sound');
  const ids = Array.from({ length: 60 }, (_, n) => `s${n}`);
  await withStore(dir, (store) => write(store, ...ids));
  renameSync(pg, sound);
  const files = readdirSync(sound, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(relative(sound, entry.parentPath), entry.name)] : [],
  );
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  // `npm run trial:long` overwrites more often.
  const rounds = process.env.WESTGATE_TRIAL === 'all' ? [200, 60, 20, 8, 3] : [200, 20, 3];
  for (const [round, pages] of rounds.entries()) {
    rmSync(pg, { recursive: true, force: true });
    cpSync(sound, pg, { recursive: true });
    for (let page = 0; page < pages; page++) {
      const path = join(pg, files[random(files.length)] ?? '');
      const size = statSync(path).size;
      if (size === 0) continue;
      const bytes = readFileSync(path);
      const start = random(Math.ceil(size / 8192)) * 8192;
      for (let at = start; at < Math.min(size, start + 8192); at++) bytes[at] = random(256);
      writeFileSync(path, bytes);
    }
    await withStore(dir, async (store) => {
      assert.deepEqual([await soundSources(store), store.mode], [ids, 'ready'], `round ${round}: ${store.note}`);
      await write(store, `more-${round}`);
      ids.push(`more-${round}`);
      t.diagnostic(`round ${round}: ${store.note ?? 'the pages were not read'}`);
    });
  }
});

test('with the pages of a table overwritten under an open folder, the database is made anew and the asker gets the rows', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, (store) => write(store, 'a', 'b'));
  const database = await openDatabase(join(dir, 'pg'));
  const { rows } = await database.query<{ readonly path: string }>("select pg_relation_filepath('source') as path");
  await database.close();
  const path = join(dir, 'pg', rows[0]?.path ?? '');
  writeFileSync(path, Buffer.alloc(statSync(path).size, 99));
  await withStore(dir, async (store) => {
    assert.equal(store.note, null, 'the head could be read');
    assert.deepEqual(idsOf(await store.readAll()), ['a', 'b']);
    assert.match(store.note ?? '', /The database is damaged \(invalid page.*set aside and made anew/);
    await write(store, 'c');
    assert.deepEqual(await soundSources(store), ['a', 'b', 'c']);
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
  await withStore(dir, async (store) => {
    assert.match(store.note ?? '', /found not to agree with the journal; it was made anew/);
    assert.deepEqual(await soundSources(store), ['a']);
  });
});
