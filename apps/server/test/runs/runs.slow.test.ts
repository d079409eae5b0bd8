import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { RunMessage } from '@westgate/contract';
import { type Desk, idemOf, jobsStanding, openDesk } from '@westgate/desk';
import { LIMITS } from '../../src/http/limits.ts';
import type { Runs } from '../../src/runs/runs.ts';
import type { HeldRun } from '../../src/runs/told-run.ts';
import { runsOf } from './draw-work.ts';

const desk = await openDesk({ memory: true });
const heard: RunMessage[] = [];
const errors: string[] = [];
const runs = runsOf(desk, { tell: (message) => heard.push(message), onError: ({ message }) => errors.push(message) });
const folder = mkdtempSync(join(tmpdir(), 'westgate-runs-'));
after(async () => {
  await runs.close();
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

const NOBODY = { person: null, idem: undefined } as const;
/** A minute of work. */
const LONG = { seed: 7, rounds: 1_200 } as const;
const SHORT = { seed: 7, rounds: 2 } as const;

/** The run once it is over. */
async function over(of: Runs, { id }: HeldRun): Promise<HeldRun> {
  for (;;) {
    const held = await of.require(id);
    if (held.run.state !== 'queued' && held.run.state !== 'running') return held;
    await sleep(20);
  }
}

/** The run once it tells how far it is, and what time is left. */
async function working(of: Runs, { id }: HeldRun): Promise<HeldRun> {
  for (;;) {
    const held = await of.require(id);
    if (held.run.progress?.leftMs) return held;
    assert.ok(held.run.state === 'queued' || held.run.state === 'running', held.run.state);
    await sleep(20);
  }
}

async function fileOf(of: Runs, sha256: string | null): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of of.file(sha256 ?? '')) parts.push(part);
  return Buffer.concat(parts);
}

test('a minute of work tells how far it is, whoever asks when, and is stopped at once with its memory freed', async () => {
  const held = await runs.start('draw', { ...LONG, holdsMb: 300 }, NOBODY);
  const { run } = await working(runs, held);
  assert.equal(run.state, 'running');
  assert.equal(run.progress?.stage, 'draw');
  assert.ok((run.progress?.leftMs ?? 0) > 0 && (run.progress?.best ?? 0) > 0);
  assert.ok(
    heard.some(({ id, progress }) => id === held.id && (progress?.share ?? 0) > 0),
    'the event stream is told',
  );
  const { workers } = jobsStanding();
  const ended = await runs.cancel(held.id);
  assert.deepEqual([ended.run.state, ended.run.result], ['cancelled', null]);
  for (let tries = 0; tries < 500 && jobsStanding().running > 0; tries += 1) await sleep(10);
  const { running, workers: left } = jobsStanding();
  assert.deepEqual([running, left], [0, workers - 1], 'its process is gone');
  assert.equal((await runs.cancel(held.id)).run.endedAt, ended.run.endedAt, 'stopping it again changes nothing');
});

test('what came of it is kept with what it was computed on: the same seed gives the same, another gives another', async () => {
  const [one, same, other] = await Promise.all(
    [7, 7, 8].map(async (seed) => over(runs, await runs.start('draw', { ...SHORT, seed }, NOBODY))),
  );
  assert.ok(one && same && other);
  assert.deepEqual([one.run.state, one.run.version, one.run.seed, one.run.seq], ['done', 3, 7, desk.seq]);
  assert.match(one.run.inputs ?? '', /^[0-9a-f]{64}$/);
  assert.deepEqual([same.run.result, same.file, same.run.inputs], [one.run.result, one.file, one.run.inputs]);
  assert.notDeepEqual(other.run.result, one.run.result);
  assert.ok(Date.parse(one.run.endedAt ?? '') >= Date.parse(one.run.startedAt ?? ''));
  const bytes = await fileOf(runs, one.file);
  assert.equal(createHash('sha256').update(bytes).digest('hex'), one.file);
  assert.equal(String(bytes), `${one.run.result?.best}\n`);
  await runs.remove(one.id);
  assert.ok((await fileOf(runs, same.file)).length > 0, 'the other run made the same file');
  await runs.remove(same.id);
  assert.equal((await fileOf(runs, same.file)).length, 0);
});

test('ten wait in line and are done in the order in which they were asked for, of one person one at a time, and others are not kept waiting', async () => {
  const by = (person: string) => ({ person, idem: undefined });
  const line = [];
  for (let each = 0; each < 10; each += 1) line.push(await runs.start('draw', SHORT, by('p-1')));
  const other = await runs.start('draw', SHORT, by('p-2'));
  const standing = (await runs.all()).map(({ run }) => run.state);
  assert.deepEqual([standing.filter((state) => state === 'running' || state === 'queued').length, standing.length >= 11], [11, true]);
  const ended = await over(runs, other);
  const all = await Promise.all(line.map((held) => over(runs, held)));
  assert.ok(all.every(({ run }) => run.state === 'done'));
  const starts = all.map(({ run }) => run.startedAt ?? '');
  assert.deepEqual(starts, starts.toSorted());
  for (const [index, { run }] of all.entries()) if (index > 0) assert.ok((run.startedAt ?? '') >= (all[index - 1]?.run.endedAt ?? '~'));
  assert.ok((ended.run.startedAt ?? '~') < (starts[9] ?? ''), 'who asked last was not the last to be served');
});

test('more than may wait are refused, and so is what cannot be', async () => {
  const few = runsOf(desk, { limits: { ...LIMITS, runsWaitingAPerson: 1 } });
  const first = await few.start('draw', LONG, NOBODY);
  await working(few, first);
  await few.start('draw', SHORT, NOBODY);
  await assert.rejects(few.start('draw', SHORT, NOBODY), { code: 'WG_TOO_MANY', message: /at most 1 runs that wait/ });
  await assert.rejects(few.start('draw', { seed: 1, rounds: 0 }, NOBODY), { code: 'WG_INPUT_INVALID', message: /at least one/ });
  await assert.rejects(few.require('nothing'), { code: 'WG_NOT_FOUND' });
  await assert.rejects(few.remove(first.id), { code: 'WG_STEP_REFUSED' });
  await few.close();
  assert.equal((await over(few, first)).run.state, 'interrupted');
});

test('a worker that dies is told, a fault of ours too, and the next run is done', async () => {
  const died = await over(runs, await runs.start('draw', { ...SHORT, job: 'die' }, NOBODY));
  assert.deepEqual([died.run.state, died.run.fault?.code], ['failed', 'WG_TOO_HARD']);
  const broken = await over(runs, await runs.start('draw', { ...SHORT, job: 'break' }, NOBODY));
  assert.deepEqual([broken.run.state, broken.run.fault], ['failed', { code: 'WG_INTERNAL', zh: null, en: '' }]);
  assert.ok(
    errors.some((message) => message.includes('a fault of ours')),
    'whoever runs the machine hears why',
  );
  assert.equal((await over(runs, await runs.start('draw', SHORT, NOBODY))).run.state, 'done');
});

test('the same request is one run, at the same moment too; its key serves no other', async () => {
  const by = { person: 'p-1', idem: idemOf('my-key', { a: 1 }) };
  const [one, twin] = await Promise.all([runs.start('draw', SHORT, by), runs.start('draw', SHORT, by)]);
  assert.equal(one.id, twin.id);
  await over(runs, one);
  assert.equal((await runs.start('draw', SHORT, by)).id, one.id);
  for (const other of [
    { ...by, person: 'p-2' },
    { ...by, idem: idemOf('my-key', { a: 2 }) },
  ])
    await assert.rejects(runs.start('draw', SHORT, other), { code: 'WG_INPUT_INVALID', message: /belongs to another/ });
});

test('a process that is killed leaves its runs interrupted: the one that worked and the one that waited', async () => {
  const dying = fork(fileURLToPath(new URL('./dying-office.js', import.meta.url)), [folder], { execArgv: [] });
  await new Promise((resolve) => dying.once('message', resolve));
  const gone = new Promise((resolve) => dying.once('exit', resolve));
  dying.kill('SIGKILL');
  await gone;
  const again = await openDesk({ dataDir: folder });
  const after = runsOf(again);
  try {
    await after.open();
    const all = await after.all();
    assert.deepEqual(
      all.map(({ run, isOver }) => [run.state, isOver]),
      [
        ['interrupted', true],
        ['interrupted', true],
      ],
    );
    assert.ok(all.every(({ run }) => run.endedAt !== null && run.progress === null));
    const { run } = await over(after, await after.start('draw', SHORT, NOBODY));
    assert.equal(run.state, 'done');
  } finally {
    await after.close();
    await again.close();
  }
});

test('what was kept long enough goes with its file, and of many files the oldest; it outlives its process until then', async () => {
  const dayMs = 86_400_000;
  const begin = Date.parse('2026-03-01T08:00:00Z');
  const at = (days: number) => ({ now: () => new Date(begin + days * dayMs) });
  let open = await openDesk({ dataDir: folder });
  const reopened = async (): Promise<Desk> => {
    await open.close();
    open = await openDesk({ dataDir: folder });
    return open;
  };
  try {
    for (const { id } of await runsOf(open).all()) await runsOf(open).remove(id);
    const made: string[] = [];
    for (const [days, seed] of [
      [0, 11],
      [1, 21],
      [2, 31],
    ] as const) {
      const then = runsOf(open, at(days));
      made.push((await over(then, await then.start('draw', { ...SHORT, seed }, NOBODY))).id);
      await then.close();
    }
    const later = runsOf(await reopened(), { ...at(91), limits: { ...LIMITS, keptRunDays: 90, keptRunBytes: 15 } });
    await later.open();
    const left = await later.all();
    assert.deepEqual(
      left.map(({ id, file }) => [id, file !== null]),
      [
        [made[2], true],
        [made[1], false],
      ],
    );
    assert.ok(left[1]?.run.file, 'what it made is still told');
    assert.ok((await fileOf(later, left[0]?.file ?? null)).length > 0);
    assert.equal((await fileOf(later, left[1]?.run.file?.sha256 ?? null)).length, 0);
    await later.close();
  } finally {
    await open.close();
  }
});
