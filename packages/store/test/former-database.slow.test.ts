import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { InstantString } from '@westgate/base';
import { databaseFiles, databaseHeld, markUnfinished } from '../src/disk/boot.ts';
import { embeddedEngine } from '../src/engine/embedded-engine.ts';
import { openInFolder } from '../src/engine/open-folder.ts';
import { type Journal, openJournal } from '../src/journal/journal.ts';
import { sealDeed } from '../src/journal/journal-line.ts';
import { memoryFileKeep } from '../src/kept-files/file-keep.ts';
import { limitsOf } from '../src/limits/limits.ts';
import { findLack } from '../src/mend/mend.ts';
import { openStoredCopy } from '../src/mend/stored-copy.ts';
import { memoryOutbox } from '../src/outbox/outbox.ts';
import { thisProcess } from '../src/ownership/identity.ts';
import { endFormer, writeRecord } from '../src/ownership/owner-record.ts';
import type { Hold } from '../src/ownership/ownership.ts';
import { ownershipOf } from '../src/ownership/ownership.ts';
import { memoryKeyRing } from '../src/persons/key-ring.ts';
import { memorySignInLog } from '../src/persons/sign-in-log.ts';
import { memoryRunKeep } from '../src/runs/run-keep.ts';
import { freshFolder, soundSources, withStore } from './folder.ts';
import { created, sourceRow } from './sample.ts';

const AT = '2024-05-01T00:00:00.000Z' as InstantString;

/** Where an owner is stopped while another takes the folder, and what stands then. */
const STOPS = [
  { at: 'before it writes the line', isAcknowledged: false, stands: ['a', 'b'] },
  { at: 'between the line and the look', isAcknowledged: false, stands: ['a', 'late', 'b'] },
  { at: 'after the look', isAcknowledged: true, stands: ['a', 'late', 'b'] },
] as const;

for (const { at, isAcknowledged, stands } of STOPS) {
  test(`an owner stopped ${at} has no deed in its database that the next owner has not read in the journal`, async (t) => {
    const dataDir = freshFolder(t);
    const hold = holdOf(dataDir, 1, null);
    const real = ownershipOf(hold);
    let taking: Journal | null = null;
    let isLate = false;
    const stopped = (where: string): void => {
      if (isLate && where === at) taking ??= taken(dataDir);
    };
    const ownership = {
      ...real,
      requireHeld: () => {
        stopped('between the line and the look');
        real.requireHeld();
        stopped('after the look');
      },
    };
    const { journal } = openJournal(dataDir, { ownership });
    const said = { notes: [] };
    const place = { kind: 'folder', dataDir, hold } as const;
    const former = embeddedEngine({
      ...{ place, journal, ownership, said, isStandIn: false, stop: null, finding: null },
      ...{ keys: memoryKeyRing(), signInLog: memorySignInLog(), outbox: memoryOutbox(), files: memoryFileKeep(), runKeep: memoryRunKeep() },
      database: await openInFolder(databaseFiles(dataDir, 0), journal, said),
      options: {
        limits: { ...limitsOf({}), minFreeBytes: 0 },
        now: () => AT,
        watched: (database) => database,
        progressed: () => undefined,
        failed: (error) => assert.ifError(error),
        allow: () => undefined,
        hear: async () => undefined,
      },
    });
    const commit = (id: string) => former.commit({ who: 'a', verb: 'edit', reason: '', changes: [created('source', sourceRow(id))] });
    await commit('a');
    isLate = true;
    stopped('before it writes the line');
    const outcome = await commit('late').then(
      () => true,
      () => false,
    );
    assert.equal(outcome, isAcknowledged);
    await former.close();

    const next: Journal = taking ?? assert.fail('the folder was taken');
    const read = next.head.seq;
    next.append(sealDeed({ who: 'a', verb: 'edit', reason: '', changes: [created('source', sourceRow('b'))] }, next.head, AT));
    const stored = await openStoredCopy(databaseFiles(dataDir, 2));
    assert.ok(stored && stored.last > 0, 'the database of before is looked at');
    assert.ok(stored.last <= read, `it holds ${stored.last} deeds, ${read} were read`);
    for (let seq = 1; seq <= stored.last; seq++) assert.equal((await stored.deed(seq))?.hash, next.hashAt(seq));
    await stored.close();
    next.close();

    const last = join(
      dataDir,
      'journal',
      readdirSync(join(dataDir, 'journal'))
        .filter((name) => /^\d+\.ndjson$/.test(name))
        .sort()
        .at(-1) ?? '',
    );
    const whole = readFileSync(last, 'utf8');
    writeFileSync(last, whole.slice(0, whole.indexOf('\n') + 1));
    assert.equal(
      await findLack(databaseFiles(dataDir, 2), AT),
      null,
      'where the next owner lost its deed, too, nothing else takes its number',
    );
    writeFileSync(last, whole);
    await withStore(dataDir, async (store) => {
      assert.deepEqual([await soundSources(store), store.mode], [stands, 'ready']);
    });
  });
}

test('an owner looks at its own database or the newest finished one of an owner before it, never at that of a later one', (t) => {
  const dataDir = freshFolder(t);
  for (const owner of [0, 3, 5, 9]) mkdirSync(databaseFiles(dataDir, owner).pg);
  markUnfinished(databaseFiles(dataDir, 5));
  const held = (owner: number) => databaseHeld(databaseFiles(dataDir, owner))?.owner ?? null;
  assert.deepEqual([0, 2, 3, 4, 7, 9, 12].map(held), [0, 0, 3, 3, 3, 9, 9]);
  const { before, pg } = databaseFiles(dataDir, 5);
  mkdirSync(before);
  const lying = (owner: number) => databaseHeld(databaseFiles(dataDir, owner))?.pg;
  assert.deepEqual([5, 7].map(lying), [before, before], 'while one is made anew, what it was before is looked at');
  for (const owner of [0, 3]) rmSync(databaseFiles(dataDir, owner).pg, { recursive: true });
  rmSync(before, { recursive: true });
  assert.deepEqual([lying(5), held(7)], [pg, null], 'an unfinished one, where there is nothing better');
  assert.deepEqual([0, 2].map(held), [null, null], 'an owner that lost the folder, and whose database was removed, has none');
});

function holdOf(dataDir: string, number: number, fence: string | null): Hold {
  const databaseOf = fence === null ? 0 : number;
  // Gone, as a test that opens the folder after it is to find it.
  const identity = { ...thisProcess(), startTime: '1' };
  const record = writeRecord(dataDir, { ...identity, number, id: 'x', fence, databaseOf });
  assert.ok(record);
  return { dataDir, number, record, name: `${number}-x`, fence, databaseOf };
}

/** The journal as the next owner opens it when it has taken the folder. */
function taken(dataDir: string): Journal {
  const hold = holdOf(dataDir, 2, '2-x');
  endFormer(dataDir, 2);
  const { journal, damage } = openJournal(dataDir, { ownership: ownershipOf(hold) });
  assert.equal(damage, null);
  return journal;
}
