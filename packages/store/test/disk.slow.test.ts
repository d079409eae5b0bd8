import assert from 'node:assert/strict';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statfsSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { WestgateError } from '@westgate/base';
import { openStore, type Store } from '@westgate/store';
import { freshFolder, hasCode, idsOf, journalOf, soundSources, withStore, write } from './folder.ts';
import { created, sourceRow } from './sample.ts';
import { smallDisk } from './tmpfs.ts';

const LINUX_ONLY = { skip: process.platform !== 'linux' && 'needs /proc and /dev: skipped' };
const MB = 1024 * 1024;

test('on a disk that is full to the last byte nothing acknowledged is lost, and deeds are taken again when there is room', async (t) => {
  const dir = smallDisk(t, 160);
  if (dir === null) return;
  const store = await openStore({ dir, limits: { minFreeBytes: 0, recheckMs: 200 } });
  const acknowledged: string[] = [];
  try {
    await write(store, 'a', 'b');
    acknowledged.push('a', 'b');
    fill(dir, 0);
    const { heard } = listen(store);
    await assert.rejects(async () => {
      for (let n = 0; n < 5_000; n++) {
        await write(store, `n${n}`);
        acknowledged.push(`n${n}`);
      }
    }, hasCode('WG_READ_ONLY'));
    t.diagnostic(`${acknowledged.length - 2} deeds fitted into the last pages; then: ${store.note}`);
    assert.equal(store.mode, 'read-only');
    assert.deepEqual(idsOf(await store.readAll()), acknowledged, 'reading goes on');
    rmSync(join(dir, 'filler'));
    const began = performance.now();
    await heard('ready');
    t.diagnostic(`ready ${Math.round(performance.now() - began)} ms after there was room`);
    await write(store, 'after');
    assert.deepEqual(await soundSources(store), [...acknowledged, 'after']);
  } finally {
    await store.close();
  }
  await withStore(dir, async (again) => assert.deepEqual([await soundSources(again), again.mode], [[...acknowledged, 'after'], 'ready']));
});

test('below the room that is kept free no deed is taken, whoever asks is told how much is missing, and it ends by itself', async (t) => {
  const dir = smallDisk(t, 200);
  if (dir === null) return;
  const store = await openStore({ dir, limits: { minFreeBytes: 40 * MB, recheckMs: 100 } });
  try {
    await write(store, 'a');
    const { heard } = listen(store);
    fill(dir, 20 * MB);
    await heard('read-only');
    assert.deepEqual([store.reason, /less than the 40 MB/.test(store.note ?? '')], ['disk-full', true]);
    await assert.rejects(write(store, 'b'), (error) => error instanceof WestgateError && error.details.minFreeMb === 40);
    assert.deepEqual(await soundSources(store), ['a']);
    rmSync(join(dir, 'filler'));
    await heard('ready');
    assert.deepEqual([store.reason, store.note], [null, null]);
    await write(store, 'b');
    assert.deepEqual(await soundSources(store), ['a', 'b']);
  } finally {
    await store.close();
  }
});

test('a disk that is nearly full at the start is shown, and written when there is room', async (t) => {
  const dir = smallDisk(t, 200);
  if (dir === null) return;
  const first = await openStore({ dir, limits: { minFreeBytes: 0 } });
  await write(first, 'a');
  await first.close();
  rmSync(join(dir, 'pg'), { recursive: true });
  fill(dir, 2 * MB);
  const store = await openStore({ dir, limits: { minFreeBytes: 0, recheckMs: 200 } });
  try {
    assert.deepEqual([store.mode, idsOf(await store.readAll())], ['read-only', ['a']], store.note ?? '');
    const { heard } = listen(store);
    rmSync(join(dir, 'filler'));
    await heard('ready');
    await write(store, 'b');
    assert.deepEqual(await soundSources(store), ['a', 'b']);
  } finally {
    await store.close();
  }
  await withStore(dir, async (again) => assert.deepEqual(await soundSources(again), ['a', 'b']));
});

test('a sync that fails is not tried again on that file: the deed is not done, and the next file takes deeds', LINUX_ONLY, async (t) => {
  const dir = freshFolder(t);
  mkdirSync(join(dir, 'journal'));
  symlinkSync('/dev/null', journalOf(dir));
  const store = await openStore({ dir, limits: { recheckMs: 1_500 } });
  try {
    await assert.rejects(write(store, 'a'), hasCode('WG_READ_ONLY'));
    assert.deepEqual([store.mode, store.reason], ['read-only', 'journal-failed']);
    assert.match(store.note ?? '', /journal could not be written \(E\w+/);
    const { heard } = listen(store);
    rmSync(journalOf(dir));
    writeFileSync(journalOf(dir), '');
    assert.deepEqual(await soundSources(store), []);
    await heard('ready');
    await write(store, 'b');
    assert.deepEqual(await soundSources(store), ['b']);
  } finally {
    await store.close();
  }
  await withStore(dir, async (again) => assert.deepEqual(await soundSources(again), ['b']));
});

test(
  'when the journal’s file is taken away under it, the deed is not stored, reading goes on, and it is opened anew',
  LINUX_ONLY,
  async (t) => {
    const dir = freshFolder(t);
    const store = await openStore({ dir, limits: { recheckMs: 300 } });
    try {
      await write(store, 'a', 'b');
      const { heard } = listen(store);
      // The database rests: a file that it opened now would get the number of the one that is taken away.
      assert.deepEqual(idsOf(await store.readAll()), ['a', 'b']);
      takeAway(descriptorOf(journalOf(dir)));
      const together = ['x', 'y', 'z'].map((id) => ({ who: 'a', verb: 'edit', reason: '', changes: [created('source', sourceRow(id))] }));
      await assert.rejects(store.commitProven(together, store.head.seq), hasCode('WG_READ_ONLY'), 'all of them or none');
      await assert.rejects(write(store, 'c'), hasCode('WG_READ_ONLY'));
      assert.match(store.note ?? '', /journal could not be written \(EBADF/);
      assert.deepEqual(idsOf(await store.readAll()), ['a', 'b']);
      await heard('ready');
      await write(store, 'c');
      assert.deepEqual(await soundSources(store), ['a', 'b', 'c']);
    } finally {
      await store.close();
    }
  },
);

/** Closes a file under its holder. Its number is then that of one that cannot be written, so that no other file is opened under it. */
function takeAway(descriptor: number): void {
  closeSync(descriptor);
  const others: number[] = [];
  for (let given = openSync('/dev/null', 'r'); given !== descriptor; given = openSync('/dev/null', 'r')) others.push(given);
  for (const other of others) closeSync(other);
}

/** Fills the disk of `dir` with one file until only `free` bytes are left. */
function fill(dir: string, free: number): void {
  const file = openSync(join(dir, 'filler'), 'w');
  const block = Buffer.alloc(64 * 1024, 1);
  for (let size = block.length; size >= 1; ) {
    const { bavail, bsize } = statfsSync(dir);
    if (free > 0 && bavail * bsize <= free) break;
    try {
      writeSync(file, block, 0, size);
    } catch {
      size = Math.floor(size / 2);
    }
  }
  closeSync(file);
}

/** Waits for the store to say, unasked, that it has come to a mode. */
function listen(store: Store): { heard(mode: Store['mode']): Promise<void> } {
  return {
    async heard(mode) {
      const until = performance.now() + 20_000;
      let isTold = store.mode === mode;
      const end = store.onStatus(() => {
        isTold ||= store.mode === mode;
      });
      while (!isTold && performance.now() < until) await sleep(10);
      end();
      assert.ok(isTold, `the store came to ${mode}: ${store.note}`);
    },
  };
}

function descriptorOf(path: string): number {
  const isOf = (fd: string): boolean => existsSync(`/proc/self/fd/${fd}`) && readlinkSync(`/proc/self/fd/${fd}`) === path;
  // Whoever reads of it meanwhile has a number of their own; the last octal digit of the flags says what may be done.
  const isWritten = (fd: string): boolean => /^flags:\s+\d*[12]$/m.test(readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8'));
  const file = readdirSync('/proc/self/fd').find((fd) => isOf(fd) && isWritten(fd));
  assert.ok(file, `${path} is open`);
  return Number(file);
}
