import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jobRunner, jobsStanding, workingFor } from '@westgate/desk';
import type { jobs } from './hard-jobs.ts';

const run = jobRunner<typeof jobs>(new URL('./hard-jobs.js', import.meta.url));

const other = { owner: 'other', signal: undefined };

const codeOf = async (asked: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await asked.then(
    (answer) => assert.fail(`answered ${JSON.stringify(answer)}`),
    (caught: unknown) => caught,
  );
  return error instanceof Error && 'code' in error ? error.code : error;
};

test('a job answers, hands over its pieces in order, and its refusals come as they are', async () => {
  assert.equal(await run('add', { a: 1, b: 2 }), 3);
  const pieces: number[] = [];
  assert.equal(await run('pieces', { count: 5 }, {}, undefined, (piece) => pieces.push(piece)), 'all');
  assert.deepEqual(pieces, [0, 1, 2, 3, 4]);
  assert.equal(await codeOf(run('refuse', undefined)), 'WG_FILE_REFUSED');
  assert.deepEqual(jobsStanding(), { running: 0, waiting: 0, workers: 1 }, 'one worker stayed warm for all of them');
});

test('a job that takes too long, too much memory or ends its process is refused, and the next one is done', async () => {
  assert.equal(await codeOf(run('forEver', null, { wallMs: 300 })), 'WG_TOO_HARD');
  assert.equal(await codeOf(run('manyValues', undefined, { memoryMb: 300 })), 'WG_TOO_HARD');
  assert.equal(await codeOf(run('manyBuffers', undefined, { memoryMb: 300 })), 'WG_TOO_HARD');
  assert.equal(await codeOf(run('wideJson', undefined)), 'WG_TOO_HARD');
  assert.equal(await codeOf(run('exit', undefined)), 'WG_TOO_HARD');
  await assert.rejects(run('break', undefined), /a fault of ours/);
  assert.equal(await codeOf(run('bytes', { bytes: new Uint8Array(11) }, { inputBytes: 10 })), 'WG_TOO_HARD');
  assert.equal(await run('add', { a: 1, b: 2 }), 3);
  assert.equal(jobsStanding().running, 0);
});

test('a job whose asker is gone ends at once, running or waiting', async () => {
  const asker = new AbortController();
  const running = [1, 2].map(() => run('forEver', null, {}, asker.signal));
  const waiting = run('add', { a: 1, b: 2 }, {}, asker.signal);
  setTimeout(() => asker.abort(new Error('gone')), 200);
  await Promise.all([...running, waiting].map((each) => assert.rejects(each, /gone/)));
  await assert.rejects(run('add', { a: 1, b: 2 }, {}, asker.signal), /gone/);
  assert.deepEqual({ ...jobsStanding(), workers: 0 }, { running: 0, waiting: 0, workers: 0 });
});

test('one asker’s many jobs leave a seat for another, and more than may wait are refused', async () => {
  const one = new AbortController();
  const many = workingFor({ owner: 'one', signal: one.signal }, () => Array.from({ length: 12 }, () => codeOf(run('forEver', null))));
  assert.equal(await workingFor(other, () => run('add', { a: 2, b: 2 })), 4);
  one.abort(Object.assign(new Error('gone'), { code: 'gone' }));
  const codes = await Promise.all(many);
  assert.equal(codes.filter((code) => code === 'WG_TOO_MANY').length, 2, 'two run, eight wait, two are refused');
  assert.equal(codes.filter((code) => code === 'gone').length, 10);
});

test('long jobs of any number of askers leave a seat for the short ones', async () => {
  const all = new AbortController();
  const asked = ['a', 'b', 'c', 'd'].map((owner) =>
    workingFor({ owner, signal: all.signal }, () => codeOf(run('forEver', null, { isLong: true }))),
  );
  assert.equal(await workingFor(other, () => run('add', { a: 2, b: 2 })), 4);
  assert.deepEqual({ ...jobsStanding(), workers: 0 }, { running: 2, waiting: 2, workers: 0 });
  all.abort(Object.assign(new Error('gone'), { code: 'gone' }));
  assert.deepEqual(await Promise.all(asked), ['gone', 'gone', 'gone', 'gone']);
});

test('a worker knows nothing of the environment', async () => {
  process.env.WESTGATE_TEST_SECRET = 'secret';
  const names = await run('environment', undefined);
  assert.ok(!names.includes('WESTGATE_TEST_SECRET') && !names.includes('PATH'), names.join(' '));
});
