import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { type InstantString, sameJson, WestgateError } from '@westgate/base';
import { type AnyRow, reverseChanges } from '@westgate/domain';
import { type DeedDraft, idemOf, type Store } from '@westgate/store';
import { hasCode } from './folder.ts';
import { changed, created, sampleRows, sourceRow } from './sample.ts';

/** What every store does, whichever database is behind it. `store` is empty and is left filled. */
export async function storeCases(t: TestContext, store: Store): Promise<void> {
  const sources = async () => (await store.readAll()).source;

  await t.test('an empty store is ready, with nothing in it', async () => {
    assert.deepEqual([store.mode, store.note, store.head.seq], ['ready', null, 0]);
    assert.ok(Object.values(await store.readAll()).every((rows) => rows.length === 0));
  });

  await t.test('rows of every table come back letter by letter, whatever the order in which a deed brings them', async () => {
    const rows = sampleRows();
    await store.commit(draft(rows.map(([table, row]) => created(table, row)).reverse(), { verb: 'import' }));
    const all = await store.readAll();
    for (const [table, row] of rows) {
      const found = all[table].find((candidate) => sameJson(JSON.parse(JSON.stringify(candidate)), JSON.parse(JSON.stringify(row))));
      assert.ok(found, `${table}: ${JSON.stringify(row)}`);
    }
  });

  await t.test('rows keep the order in which they were added, also after one of them is changed', async () => {
    const ids = ['z', 'm', 'a', 'k'];
    const rows = ids.map((id) => sourceRow(id));
    await store.commit(draft(rows.map((row) => created('source', row))));
    await store.commit(draft([changed('source', rows[1] ?? sourceRow('m'), { title: 'changed' })]));
    const found = (await sources()).filter((row) => ids.includes(String(row.id)));
    assert.deepEqual(
      found.map((row) => row.id),
      ids,
    );
    assert.deepEqual([found[1]?.title, found[1]?.rev], ['changed', 2]);
  });

  await t.test('a deed has the next number, its time and the hash of the one before', async () => {
    const before = store.head;
    const deed = await store.commit(draft([created('source', sourceRow('chained'))]));
    assert.deepEqual([deed.seq, deed.prevHash, deed.changeCount], [before.seq + 1, before.hash, 1]);
    assert.ok(Math.abs(Date.parse(deed.at) - Date.now()) < 5000);
    assert.deepEqual(store.head, { seq: deed.seq, hash: deed.hash });
    assert.deepEqual(await store.deed(deed.seq), deed);
    assert.equal(await store.deed(deed.seq + 1), null);
  });

  await t.test(
    'a run is written only over what was read, its file is given part by part, and goes with the last run that names it',
    async () => {
      const { runs } = store;
      const bytes = Buffer.alloc(9_000_000, 'run');
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const path = join(store.incoming(), 'made');
      writeFileSync(path, bytes);
      await runs.keepFile(path, sha256);
      assert.ok(!existsSync(path));
      const run = { rev: 1, owner: 'me', isOver: false, file: null, told: '{"a":"一"}' } as const;
      const kept = ['a', 'b'].map((id, index) => ({ ...run, id, askedAt: `2026-03-0${index + 1}T08:00:00.000Z` as InstantString }));
      for (const each of kept) assert.ok(await runs.put(each));
      const [first = assert.fail(), second = assert.fail()] = kept;
      assert.ok(!(await runs.put(first)), 'the same revision stands there already');
      assert.ok(await runs.put({ ...first, rev: 2, isOver: true, file: sha256 }));
      assert.ok(!(await runs.put({ ...first, rev: 2 })));
      assert.ok(await runs.put({ ...second, rev: 2, file: sha256 }));
      await runs.seen('me');
      const read = (await runs.all()).map(({ quietMs, ...each }) => each);
      assert.deepEqual(read, [
        { ...second, rev: 2, file: sha256 },
        { ...first, rev: 2, isOver: true, file: sha256 },
      ]);
      assert.ok((await runs.recent()).some(({ id, quietMs }) => id === 'b' && quietMs !== null && quietMs < 60_000));
      const partsOf = async (): Promise<Uint8Array[]> => {
        const parts: Uint8Array[] = [];
        for (let part = await runs.filePart(sha256, 0); part !== null; part = await runs.filePart(sha256, parts.length)) parts.push(part);
        return parts;
      };
      await runs.remove(['a'], []);
      const parts = await partsOf();
      assert.ok(parts.length > 1 && Buffer.concat(parts).equals(bytes));
      await runs.remove(['b'], []);
      assert.deepEqual([await runs.all(), await partsOf()], [[], []]);
    },
  );

  await t.test('of a deed one table comes back alone, and nothing of a deed that is not there', async () => {
    const department = sampleRows().find(([table]) => table === 'department')?.[1] ?? assert.fail();
    const changes = [
      created('source', sourceRow('beside')),
      created('department', { ...department, id: 'beside' }),
      created('source', sourceRow('beside-too')),
    ];
    const { seq } = await store.commit(draft(changes));
    assert.deepEqual(await store.changesTo('source', seq), [changes[0], changes[2]]);
    assert.deepEqual(await store.changesTo('place', seq), []);
    assert.deepEqual(await store.changesTo('source', seq + 1), []);
    await store.commit(draft(reverseChanges(changes)));
  });

  await t.test('undoing is a deed of its own that leaves the row as it was', async () => {
    const row = sourceRow('undone');
    await store.commit(draft([created('source', row)]));
    const edit = await store.commit(draft([changed('source', row, { title: 'worse' })]));
    const undo = await store.commit(draft(reverseChanges(edit.changes), { verb: 'undo', undoes: edit.seq }));
    assert.equal(undo.undoes, edit.seq);
    const found = (await sources()).find(({ id }) => id === 'undone');
    assert.deepEqual(found, { ...row, rev: 3 });
    const history = await store.history('source', 'undone', 10);
    assert.deepEqual(
      history.map(({ seq, changes }) => [seq, changes.length]),
      [edit.seq + 1, edit.seq, edit.seq - 1].map((seq) => [seq, 1]),
    );
    const older = await store.history('source', 'undone', 1, edit.seq);
    assert.deepEqual(
      older.map(({ seq, changes }) => [seq, changes[0]?.before]),
      [[edit.seq - 1, null]],
    );
  });

  await t.test(
    'a deed of many changes comes back whole and in its order, with a limit its first ones, and by its idempotency key',
    async () => {
      const rows = Array.from({ length: 9_001 }, (_, n) => sourceRow(`large-${n}`));
      const changes = rows.map((row) => created('source', row));
      const large = draft(changes, { verb: 'import', idem: idemOf('large', 'large') });
      const { seq } = await store.commit(large);
      assert.deepEqual((await store.deed(seq))?.changes, changes);
      for (const most of [0, 3, 4_000, 4_001, 9_000]) assert.deepEqual((await store.deed(seq, most))?.changes, changes.slice(0, most));
      assert.deepEqual((await store.deedByIdem('large'))?.changes, changes);
      assert.equal((await store.commit(large)).seq, seq);
      await store.commit(draft(rows.map((row) => ({ table: 'source', key: String(row.id), before: row, after: null }))));
    },
  );

  await t.test('the deeds that touched any of many rows come newest first, each with its changes of them', async () => {
    const rows = ['left', 'middle', 'right'].map((id) => sourceRow(id));
    const made = await store.commit(draft(rows.map((row) => created('source', row))));
    const edit = await store.commit(draft([changed('source', rows[2] ?? sourceRow('right'), { title: 'new' })]));
    const wanted = [
      { table: 'source', key: 'right' },
      { table: 'source', key: 'left' },
      { table: 'source', key: 'nowhere' },
    ] as const;
    const found = await store.touching(wanted, 10);
    assert.deepEqual(
      found.map(({ seq, changes }) => [seq, changes.map(({ key }) => key)]),
      [
        [edit.seq, ['right']],
        [made.seq, ['left', 'right']],
      ],
    );
    assert.deepEqual(
      (await store.touching(wanted, 1, edit.seq)).map(({ seq }) => seq),
      [made.seq],
    );
    assert.deepEqual(await store.touching([], 10), []);
    const former = await store.former(['source'], ['title', 'nothing']);
    assert.deepEqual(
      former.filter(({ key }) => ['left', 'middle', 'right'].includes(key)),
      [{ table: 'source', key: 'right', cells: { title: rows[2]?.title } }],
    );
  });

  await t.test('deleting a row and undoing that brings it back at the end', async () => {
    const row = sourceRow('deleted');
    await store.commit(draft([created('source', row), created('source', sourceRow('after'))]));
    const removal = await store.commit(draft([{ table: 'source', key: 'deleted', before: row, after: null }]));
    assert.equal(
      (await sources()).some(({ id }) => id === 'deleted'),
      false,
    );
    await store.commit(draft(reverseChanges(removal.changes)));
    assert.equal((await sources()).at(-1)?.id, 'deleted');
  });

  await t.test('a row that someone else changed is refused, with the row that stands there now', async () => {
    const row = sourceRow('contested');
    await store.commit(draft([created('source', row)]));
    await store.commit(draft([changed('source', row, { title: 'first' })]));
    const head = store.head;
    await assert.rejects(
      store.commit(draft([created('source', sourceRow('innocent')), changed('source', row, { title: 'second' })])),
      (error) => {
        assert.ok(error instanceof WestgateError && error.code === 'WG_STALE_RECORD');
        assert.deepEqual(error.details.current, { ...row, title: 'first', rev: 2 });
        return true;
      },
    );
    await assert.rejects(store.commit(draft([created('source', row)])), hasCode('WG_STALE_RECORD'));
    await assert.rejects(store.commit(draft([changed('source', sourceRow('nowhere'), {})])), hasCode('WG_STALE_RECORD'));
    assert.deepEqual(store.head, head);
    assert.equal(
      (await sources()).some(({ id }) => id === 'innocent'),
      false,
    );
  });

  await t.test('a reference to nothing is refused, and nothing of the deed is stored', async () => {
    const head = store.head;
    const [, mention] = sampleRows().find(([table]) => table === 'mention') ?? [];
    assert.ok(mention);
    const orphan: AnyRow = { ...mention, sentence: 'no-such-sentence' };
    await assert.rejects(
      store.commit(draft([created('source', sourceRow('beside')), created('mention', orphan)])),
      hasCode('WG_INPUT_INVALID'),
    );
    assert.deepEqual(store.head, head);
    assert.equal(
      (await sources()).some(({ id }) => id === 'beside'),
      false,
    );
    await store.commit(draft([created('source', sourceRow('beside'))]));
  });

  await t.test('a word that is not in the list is refused', async () => {
    await assert.rejects(store.commit(draft([created('source', { ...sourceRow('odd'), kind: 'rumour' })])), hasCode('WG_INPUT_INVALID'));
  });

  await t.test('half a row, a row under another key, a record changed twice: faults of the program, not stored', async () => {
    const { title: _, ...half } = sourceRow('half');
    await assert.rejects(
      store.commit(draft([created('source', { ...half, rev: 1 })])),
      /invariant broken: the row of source half has a title/,
    );
    await assert.rejects(store.commit(draft([created('source', { ...sourceRow('x'), colour: 'red' })])), /no column colour/);
    await assert.rejects(store.commit(draft([{ ...created('source', sourceRow('x')), key: 'y' }])), /has this key/);
    await assert.rejects(store.commit(draft([created('source', sourceRow('x')), created('source', sourceRow('x'))])), /changed once/);
    await assert.rejects(store.commit(draft([])), /changes something/);
    await assert.rejects(store.commit(draft([created('source', { ...sourceRow('x'), title: 5 })])), /letter by letter/);
  });

  await t.test('a draft sent twice with one idempotency key is one deed', async () => {
    const first = draft([created('source', sourceRow('once'))], { idem: idemOf('key-1', 'key-1') });
    const [one, two] = await Promise.all([store.commit(first), store.commit(first)]);
    assert.deepEqual(one, two);
    assert.equal(store.head.seq, one.seq);
    assert.deepEqual([one.idem, one.request], [first.idem?.key, first.idem?.request]);
    const stored = await store.deedByIdem('key-1');
    assert.deepEqual([stored?.seq, stored?.request], [one.seq, one.request]);
  });

  await t.test('the newest deeds come first, in pages', async () => {
    const newest = await store.recentDeeds(2);
    assert.deepEqual(
      newest.map(({ seq }) => seq),
      [store.head.seq, store.head.seq - 1],
    );
    const next = await store.recentDeeds(1, newest[1]?.seq);
    assert.equal(next[0]?.seq, store.head.seq - 2);
  });

  await t.test('verify follows every deed and finds the tables as the journal says', async () => {
    const report = await store.verify();
    assert.deepEqual([report.isClean, report.faults], [true, []]);
    assert.deepEqual(report.journal, store.head);
    assert.equal(report.tables.find(({ table }) => table === 'source')?.rows, (await sources()).length);
  });
}

function draft(changes: DeedDraft['changes'], more: Partial<DeedDraft> = {}): DeedDraft {
  return { who: 'Li Hua', verb: 'edit', reason: 'a test', changes, ...more };
}
