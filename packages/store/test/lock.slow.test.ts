import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { WestgateError } from '@westgate/base';
import { readLock } from '@westgate/store';
import { thisProcess } from '../src/ownership/identity.ts';
import { acquireLock } from '../src/ownership/lock.ts';
import { endRecord, openRecords, writeBeat, writeRecord } from '../src/ownership/owner-record.ts';
import { ownershipOf } from '../src/ownership/ownership.ts';
import { freshFolder } from './folder.ts';
import { randomOf } from './random.ts';

const LINUX_ONLY = { skip: process.platform !== 'linux' };
const isLocked = (error: unknown) => error instanceof WestgateError && error.code === 'WG_FOLDER_LOCKED';

test('a folder is locked once, tells where its holder answers, and is free again after release', async (t) => {
  const folder = freshFolder(t);
  const lock = await acquireLock(folder);
  assert.equal(readLock(folder)?.pid, process.pid);
  lock.setAddress('http://127.0.0.1:4310');
  assert.equal(readLock(folder)?.address, 'http://127.0.0.1:4310');
  await assert.rejects(acquireLock(folder), (error) => {
    assert.ok(isLocked(error) && error instanceof WestgateError);
    assert.equal(error.details.address, 'http://127.0.0.1:4310');
    return true;
  });
  lock.release();
  assert.equal(readLock(folder), null);
  (await acquireLock(folder)).release();
  assert.deepEqual(readdirSync(folder), ['owners'], 'numbers of owners only ever grow, so the last record stays');
});

test('the lock of a process that is gone is taken over', async (t) => {
  const folder = freshFolder(t);
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: child.pid, startTime: '1', bootId: null, address: null }));
  assert.equal(readLock(folder), null);
  (await acquireLock(folder)).release();
});

test('the number of a gone process, given to another, keeps neither a folder nor an older lock', LINUX_ONLY, async (t) => {
  const folder = freshFolder(t);
  await acquireLock(folder, { identity: { ...thisProcess(), startTime: '1' } });
  assert.equal(readLock(folder), null);
  const next = await acquireLock(folder);
  assert.deepEqual([next.hold.number, next.hold.fence, next.hold.databaseOf], [2, null, 0], 'it cannot wake: nothing is begun anew');
  next.release();
  for (const stale of [{ startTime: '1' }, { bootId: 'another' }]) {
    writeFileSync(join(folder, 'lock'), JSON.stringify({ ...thisProcess(), address: null, ...stale }));
    (await acquireLock(folder)).release();
  }
});

test('a Westgate that does not know of owners finds the folder of one that does taken, on this machine and on any other', async (t) => {
  const folder = freshFolder(t);
  const lock = await acquireLock(folder);
  const { pid, startTime, bootId } = JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'));
  // As it judges a lock: of this boot or of none that is named, and its process began when the lock says; of a number that is none, at null.
  assert.deepEqual([bootId, existsSync(`/proc/${pid}/stat`) ? 'a process' : null], [null, startTime]);
  lock.release();
  writeFileSync(join(folder, 'lock'), JSON.stringify({ ...thisProcess(), address: 'http://127.0.0.1:4310' }));
  await assert.rejects(acquireLock(folder), isLocked);
  assert.equal(readLock(folder)?.address, 'http://127.0.0.1:4310');
});

test('an unreadable lock, left by a crash in the middle of writing it, is taken over', async (t) => {
  const folder = freshFolder(t);
  writeFileSync(join(folder, 'lock'), '{"pid":');
  (await acquireLock(folder)).release();
  assert.equal(existsSync(join(folder, 'lock')), false);
});

test('in a folder that came without its records an owner takes a number after those of the databases there, and leaves them to their owners', async (t) => {
  const dir = freshFolder(t);
  for (const [name, next, fenced] of [
    ['pg', 1, false],
    ['pg-12', 13, true],
    ['boot-20', 21, true],
  ] as const) {
    mkdirSync(join(dir, name));
    const lock = await acquireLock(dir);
    const { number, databaseOf, fence } = lock.hold;
    assert.deepEqual([number, databaseOf, fence !== null], [next, fenced ? next : 0, fenced], name);
    lock.release();
    rmSync(join(dir, 'owners'), { recursive: true });
  }
});

test('of many that ask at once, one gets the folder', async (t) => {
  const folder = freshFolder(t);
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: 2 ** 30, startTime: '1', bootId: null, address: null }));
  const answers = await Promise.allSettled(Array.from({ length: 8 }, () => acquireLock(folder)));
  const held = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  assert.equal(held.length, 1);
  for (const answer of answers) if (answer.status === 'rejected') assert.ok(isLocked(answer.reason));
  held[0]?.release();
});

test('one on another machine keeps the folder while it gives signs of life; without any for a lease it loses it, and holds nothing', async (t) => {
  const folder = freshFolder(t);
  const elsewhere = { ...thisProcess(), host: 'elsewhere', bootId: 'another' };
  const record = writeRecord(folder, { ...elsewhere, number: 1, id: 'one', fence: null, databaseOf: 0 });
  assert.ok(record);
  const former = ownershipOf({ dataDir: folder, number: 1, record, name: '1-one', fence: null, databaseOf: 0 });
  let beats = 0;
  const beating = setInterval(() => writeBeat(folder, 1, ++beats), 10);
  await assert.rejects(acquireLock(folder, { leaseMs: 20_000 }), (error) => {
    assert.ok(isLocked(error) && error instanceof WestgateError);
    return error.details.host === 'elsewhere' && /on elsewhere has/.test(error.message);
  });
  clearInterval(beating);
  assert.deepEqual([readLock(folder)?.isCertain, former.isHeld()], [false, true]);
  const next = await acquireLock(folder, { leaseMs: 200 });
  assert.deepEqual([next.hold.number, next.hold.fence, next.hold.databaseOf], [2, next.hold.name, 2]);
  assert.throws(() => former.requireHeld(), /Another Westgate has taken over/);
  next.release();
  const after = await acquireLock(folder);
  assert.deepEqual(
    [after.hold.fence, after.hold.databaseOf],
    [next.hold.name, 2],
    'what was begun in that name is looked for by all after it',
  );
  after.release();
});

test('whatever owners left their records without an end, the folder is refused while one of them lives, and fenced where one may wake', async (t) => {
  const kinds = {
    lives: { identity: {}, end: null },
    died: { identity: { startTime: '1' }, end: null },
    'may wake': { identity: { host: 'elsewhere', bootId: 'another' }, end: null },
    released: { identity: {}, end: 'released' },
    taken: { identity: { host: 'elsewhere', bootId: 'another' }, end: 'taken' },
  } as const;
  const names = Object.keys(kinds) as (keyof typeof kinds)[];
  const random = randomOf(41);
  const seen = { refused: 0, fenced: 0, free: 0 };
  for (let round = 0; round < 60; round++) {
    const folder = freshFolder(t);
    const owners = Array.from({ length: 1 + Math.floor(random() * 4) }, () => names[Math.floor(random() * names.length)] ?? 'died');
    for (const [index, name] of owners.entries()) {
      const { identity, end } = kinds[name];
      const number = index + 1;
      writeRecord(folder, { ...thisProcess(), host: `host-${number}`, ...identity, number, id: 'x', fence: null, databaseOf: 0 });
      if (end) endRecord(folder, number, end, number);
    }
    const what = `${round}: ${owners.join(', ')}`;
    const alive = owners.indexOf('lives');
    const taking = acquireLock(folder, { leaseMs: 80 });
    if (alive >= 0) {
      await assert.rejects(taking, (error) => isLocked(error) && String(error).includes(`host-${alive + 1} `), what);
      assert.equal(readLock(folder) === null, false, what);
      seen.refused++;
      continue;
    }
    const lock = await taking;
    // Who has taken it from the newest is gone without a trace: nobody knows what it knew.
    const isFenced = owners.includes('may wake') || owners.at(-1) === 'taken';
    assert.equal(lock.hold.fence, isFenced ? lock.hold.name : null, what);
    assert.equal(openRecords(folder).length, 1, what);
    lock.release();
    seen[isFenced ? 'fenced' : 'free']++;
  }
  assert.ok(Math.min(...Object.values(seen)) >= 8, JSON.stringify(seen));
});

test('one in another container of this machine answers at its door, and where it was killed nobody waits for it', LINUX_ONLY, async (t) => {
  const folder = freshFolder(t);
  const held = await acquireLock(folder);
  const inContainer = { ...thisProcess(), pidSpace: 'pid:[1]' };
  const patient = { identity: inContainer, leaseMs: 600_000 };
  await assert.rejects(acquireLock(folder, patient), isLocked, 'at once: nobody waits ten minutes for this test');
  held.release();
  const killed = freshFolder(t);
  writeRecord(killed, { ...inContainer, number: 1, id: 'one', fence: null, databaseOf: 0 });
  const listen = 'require("node:net").createServer().listen(process.argv[1], () => process.kill(process.pid, "SIGKILL"))';
  await once(spawn(process.execPath, ['-e', listen, join(killed, 'owners', '000001.door')]), 'exit');
  assert.equal(existsSync(join(killed, 'owners', '000001.door')), true);
  const next = await acquireLock(killed, { leaseMs: 600_000 });
  assert.equal(next.hold.fence, null, 'it cannot wake');
  next.release();
});
