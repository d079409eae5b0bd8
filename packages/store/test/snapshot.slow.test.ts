import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { InstantString } from '@westgate/base';
import { openEngine } from '../src/engine/open-engine.ts';
import { openJournal } from '../src/journal/journal.ts';
import { SCHEMA_VERSION } from '../src/journal/journal-line.ts';
import { isSnapshotDue } from '../src/snapshots/keep-snapshots.ts';
import { keptSnapshots, makeSnapshot, pruneSnapshots } from '../src/snapshots/make-snapshot.ts';
import { readSnapshot, snapshotSeqs } from '../src/snapshots/snapshot.ts';
import { freshFolder, soundSources, withStore, write } from './folder.ts';
import { changed, created, sampleRows, sourceRow } from './sample.ts';

const NOON = '2026-03-01T12:00:00.000Z' as InstantString;

test('a database made anew from a snapshot is the one made from the journal alone, and from an older snapshot where the newest is damaged', async (t) => {
  const dir = freshFolder(t);
  await withStore(dir, async (store) => {
    await store.commit({ who: 'Li Hua', verb: 'edit', reason: '', changes: sampleRows().map(([table, row]) => created(table, row)) });
    await write(store, 'two', 'three');
  });
  snapshotNow(dir);
  await withStore(dir, async (store) => {
    await store.commit({
      who: 'Li Hua',
      verb: 'edit',
      reason: '',
      changes: [changed('source', sourceRow('two'), { title: '更好的标题' })],
    });
    await store.commit({
      who: 'a',
      verb: 'edit',
      reason: '',
      changes: [{ ...created('source', sourceRow('three')), before: sourceRow('three'), after: null }],
    });
    await write(store, 'four', 'three');
  });
  snapshotNow(dir);
  await withStore(dir, (store) => write(store, 'five'));
  assert.deepEqual(snapshotSeqs(dir), [7, 3]);

  renameSync(join(dir, 'snapshots'), join(dir, 'aside'));
  const alone = await rebuilt();
  renameSync(join(dir, 'aside'), join(dir, 'snapshots'));
  const fromNewest = await rebuilt();
  assert.equal(fromNewest.note, null);
  assert.deepEqual(fromNewest.state, alone.state);
  const path = join(dir, 'snapshots', '7', 'source.ndjson.gz');
  const bytes = readFileSync(path);
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  const fromOlder = await rebuilt();
  assert.match(fromOlder.note ?? '', /snapshot of deed 7 was passed over: source\.ndjson\.gz/);
  assert.deepEqual(fromOlder.state, alone.state);
  for (const seq of [3, 7]) rmSync(join(dir, 'snapshots', String(seq), 'manifest.json'));
  const fromNone = await rebuilt();
  assert.deepEqual(fromNone.state, alone.state);

  function rebuilt() {
    rmSync(join(dir, 'pg'), { recursive: true });
    return withStore(dir, async (store) => {
      assert.deepEqual((await store.verify()).faults, []);
      return { state: { ...(await store.readState()), deeds: await store.recentDeeds(100), first: await store.deed(1) }, note: store.note };
    });
  }
});

test('a snapshot is made beside the work a day after the last one, and stands when the folder is closed', async (t) => {
  const dir = freshFolder(t);
  let now = NOON;
  const engine = await openEngine({ kind: 'folder', dataDir: dir }, { now: () => now });
  const commit = (id: string) => engine.commit({ who: 'westgate', verb: 'edit', reason: '', changes: [created('source', sourceRow(id))] });
  await commit('one');
  assert.ok(!existsSync(join(dir, 'snapshots')));
  now = '2026-03-02T12:00:00.000Z' as InstantString;
  await commit('two');
  await engine.close();
  assert.deepEqual(snapshotSeqs(dir), [2]);
  const { manifest, rows } = readSnapshot(dir, 2);
  assert.deepEqual([manifest.seq, manifest.at, [...(rows.get('source')?.keys() ?? [])]], [2, now, ['one', 'two']]);
  assert.deepEqual(await withStore(dir, soundSources), ['one', 'two']);
});

test('a snapshot that became due while the folder was closed is made after the opening, at the first look around', async (t) => {
  const dir = freshFolder(t);
  const begin = await openEngine({ kind: 'folder', dataDir: dir }, { now: () => NOON });
  await begin.commit({ who: 'westgate', verb: 'edit', reason: '', changes: [created('source', sourceRow('one'))] });
  await begin.close();
  const engine = await openEngine({ kind: 'folder', dataDir: dir }, { now: () => '2026-03-02T12:00:00.000Z' as InstantString });
  assert.ok(!existsSync(join(dir, 'snapshots')));
  await engine.recheck();
  await engine.close();
  assert.deepEqual(snapshotSeqs(dir), [1]);
});

test('a snapshot is due after 10,000 deeds, after imports of as many changes, after a day with deeds, and when the deeds are of an older schema', () => {
  const last = { seq: 5, at: NOON, schema: SCHEMA_VERSION };
  const first = { at: NOON };
  const later = '2026-03-02T11:59:59.000Z' as InstantString;
  const nextDay = '2026-03-02T12:00:00.000Z' as InstantString;
  const due = (over: object) => isSnapshotDue({ last, first, head: { seq: 6, schema: SCHEMA_VERSION }, batched: 0, now: later, ...over });
  assert.equal(due({}), false);
  assert.equal(due({ now: nextDay }), true);
  assert.equal(due({ now: nextDay, head: { seq: 5, schema: SCHEMA_VERSION } }), false, 'no deed since');
  assert.equal(due({ head: { seq: 10_005, schema: SCHEMA_VERSION } }), true);
  assert.equal(due({ last: null }), false);
  assert.equal(due({ last: null, head: { seq: 6, schema: 1 } }), true);
  assert.equal(due({ head: { seq: 6, schema: 1 } }), false, 'a snapshot of this schema is there');
  assert.equal(due({ batched: 10_000 }), true);
  assert.equal(due({ batched: 9_999 }), false);
  assert.equal(due({ last: null, head: { seq: 0, schema: SCHEMA_VERSION }, now: nextDay }), false);
});

test('seven daily and four weekly snapshots are kept, and what an unfinished one left is removed', async (t) => {
  const day = 24 * 3600 * 1000;
  const made = Array.from({ length: 60 }, (_, back) => ({
    seq: 120 - back,
    at: new Date(Date.parse(NOON) - back * (day / 2)).toISOString() as InstantString,
  }));
  const kept = keptSnapshots(made);
  assert.equal(kept[0], 120);
  assert.equal(kept.length, 7 + 4 - 2, 'two of the weeks end on a day that is kept');
  assert.deepEqual(keptSnapshots([]), []);
  const dir = freshFolder(t);
  await withStore(dir, (store) => write(store, 'one'));
  snapshotNow(dir);
  writeFileSync(join(dir, 'snapshots', '2.77.new'), '');
  pruneSnapshots(dir);
  assert.deepEqual(readdirSync(join(dir, 'snapshots')), ['1']);
});

function snapshotNow(dir: string): void {
  const { journal } = openJournal(dir, { untouched: true });
  makeSnapshot(dir, journal, NOON);
  journal.close();
}
