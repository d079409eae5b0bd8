import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { WestgateError } from '@westgate/base';
import { readLock } from '@westgate/store';
import { acquireLock } from '../src/lock.ts';
import { thisProcess } from '../src/ownership/identity.ts';
import { freshFolder } from './folder.ts';

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

test('of many that ask at once, one gets the folder', async (t) => {
  const folder = freshFolder(t);
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: 2 ** 30, startTime: '1', bootId: null, address: null }));
  const answers = await Promise.allSettled(Array.from({ length: 8 }, () => acquireLock(folder)));
  const held = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  assert.equal(held.length, 1);
  for (const answer of answers) if (answer.status === 'rejected') assert.ok(isLocked(answer.reason));
  held[0]?.release();
});
