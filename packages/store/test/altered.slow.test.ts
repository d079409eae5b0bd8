import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { provenDeeds } from '../src/engine/proven-deeds.ts';
import { verify } from '../src/engine/verify.ts';
import { idemOf } from '../src/journal/idem.ts';
import { openJournal } from '../src/journal/journal.ts';
import { openDatabase } from '../src/sql/database.ts';
import { freshFolder, withStore, write } from './folder.ts';
import { changed, created, sourceRow } from './sample.ts';

/** Alters the database of a closed folder. */
async function alter(dir: string, ...statements: readonly string[]): Promise<void> {
  const database = await openDatabase(join(dir, 'pg'));
  await database.transaction(async (tx) => {
    // Past the triggers that let no deed be altered, as whoever has the files can go.
    await tx.exec('alter table deed disable trigger all; alter table deed_change disable trigger all');
    for (const statement of statements) await tx.exec(statement);
  });
  await database.close();
}

test('every column of a deed and of its images is compared by verify, and what is read to write by is the journal’s', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, async (store) => {
    for (let n = 1; n <= 13; n++)
      await store.commit({
        who: 'Lena',
        verb: 'edit',
        reason: `r${n}`,
        idem: idemOf(`k${n}`, `k${n}`),
        changes: [created('source', sourceRow(`s${n}`))],
      });
    const [row] = (await store.readAll()).source;
    assert.ok(row);
    await store.commit({ who: 'Lena', verb: 'edit', reason: '', changes: [changed('source', row, { title: 'second title' })] });
    // Beyond what a start looks at, so that verify and the readers meet what was altered.
    await store.commit({
      who: 'Lena',
      verb: 'import',
      reason: '',
      changes: Array.from({ length: 501 }, (_, n) => created('source', sourceRow(`many-${n}`))),
    });
    await store.commit({
      who: 'Lena',
      verb: 'edit',
      reason: '',
      idem: idemOf('k16', 'k16'),
      changes: [created('source', sourceRow('s16'))],
    });
  });
  const image = (part: string) => `update deed_change set ${part} = jsonb_set(${part}, '{title}', '"forged"')`;
  await alter(
    dir,
    "update deed set at = at + interval '1 second' where seq = 1",
    "update deed set who = 'westgate' where seq = 2",
    "update deed set verb = 'forged' where seq = 3",
    "update deed set reason = 'forged' where seq = 4",
    "update deed set idem = 'forged' where seq = 5",
    'update deed set undoes = 1 where seq = 6',
    'update deed set schema = 1 where seq = 7',
    "update deed set prev_hash = repeat('1', 64) where seq = 8",
    "update deed set hash = repeat('2', 64) where seq = 9",
    'update deed set change_count = 2 where seq = 10',
    "update deed_change set key = 'forged' where seq = 11",
    `${image('after')} where seq = 12`,
    'delete from deed_change where seq = 13',
    `${image('before')} where seq = 14`,
    `${image('after')} where seq = 15 and position = 501`,
    "update deed set request = repeat('3', 64) where seq = 16",
  );
  const { journal } = openJournal(dir, { untouched: true });
  const database = await openDatabase(join(dir, 'pg'));
  const { report } = await verify(journal, (work) => database.transaction(work));
  const parts = ['at', 'who', 'verb', 'reason', 'idem', 'undoes', 'schema', 'prev_hash', 'hash', 'change_count'];
  const named = [
    ...parts,
    'key of change 1 (source s11)',
    'after of change 1 (source s12)',
    'change 1',
    'before of change 1 (source s1)',
    'after of change 501 (source many-500)',
    'request',
  ].map((part, index) => `Deed ${index + 1} of the database is not deed ${index + 1} of the journal: ${part} differs.`);
  assert.deepEqual(report.faults.slice(0, 16), named);
  const differing: number[] = [];
  const proven = provenDeeds(journal, (seq) => differing.push(seq));
  assert.equal(proven.deed(12)?.changes[0]?.after?.title, sourceRow('s12').title);
  const [change] = (await proven.history(database, 'source', 's12', 9, 99)).flatMap(({ changes }) => changes);
  assert.deepEqual([change?.after?.title, differing], [sourceRow('s12').title, [12]]);
  const touching = await proven.touching(database, [{ table: 'source', key: 's1' }], 9, 99);
  assert.deepEqual(
    touching.flatMap(({ changes }) => changes.map(({ before }) => before?.title ?? null)),
    [sourceRow('s1').title, null],
  );
  assert.deepEqual(
    proven.recent(2, 5).map(({ reason }) => reason),
    ['r4', 'r3'],
  );
  assert.equal(
    await proven.byIdem((work) => work(database), 'forged'),
    null,
    'a key that the journal does not have for that deed finds none',
  );
  await database.close();
  journal.close();
  await withStore(dir, async (store) => {
    assert.match(
      store.note ?? '',
      /^Deed \d+ of the database is not deed \d+ of the journal: .* differs; it was set aside and made anew\.$/,
    );
    assert.deepEqual((await store.verify()).faults, []);
  });
});

test('a large deed is read from its own file where the database was altered', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, async (store) => {
    await store.commit({
      who: 'Lena',
      verb: 'import',
      reason: '',
      changes: Array.from({ length: 501 }, (_, n) => created('source', sourceRow(`many-${n}`))),
    });
    await write(store, 'a');
  });
  await alter(dir, `update deed_change set after = jsonb_set(after, '{title}', '"forged"') where key = 'many-500'`);
  await withStore(dir, async (store) => {
    assert.equal(store.note, null, 'the sample of a start leaves large deeds out');
    assert.equal((await store.provenDeed(1))?.changes.at(-1)?.after?.title, sourceRow('many-500').title);
    const [deed] = await store.history('source', 'many-500', 5);
    assert.equal(deed?.changes[0]?.after?.title, sourceRow('many-500').title);
    assert.match(store.note ?? '', /Deed 1 of the database is not that of the journal, which was read/);
    const { faults } = await store.verify();
    assert.ok(
      faults.includes('Deed 1 of the database is not deed 1 of the journal: after of change 501 (source many-500) differs.'),
      faults.join('\n'),
    );
  });
  await withStore(dir, async (store) => assert.deepEqual((await store.verify()).faults, []));
});
