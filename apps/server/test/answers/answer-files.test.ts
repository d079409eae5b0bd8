import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { runInWorker, workingFor } from '@westgate/desk';
import { AnswerFiles, type Rests } from '../../src/answers/answer-files.ts';
import { textInSlices } from '../../src/view/in-slices.ts';
import { until } from '../until.ts';

const folder = mkdtempSync(join(tmpdir(), 'westgate-answer-files-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const files = new AnswerFiles(
  () => folder,
  { builds: 3, keptAnswerBytes: 25, longBuildMs: 1_000, buildLookMs: 100 },
  (error) => {
    throw error;
  },
);
const here = new AbortController().signal;
const at = (key: string, seq: number | null = null): Rests => ({ key, seq });

/** Files that lie on the disk. */
const lying = (): readonly string[] => readdirSync(folder).flatMap((own) => readdirSync(join(folder, own)));

test('all who ask for the same wait for one making', async () => {
  let made = 0;
  const make = async function* () {
    made += 1;
    await turn();
    yield 'one ';
    yield Buffer.from('file');
  };
  const held = await Promise.all(Array.from({ length: 50 }, () => files.of(at('same'), make, here)));
  assert.equal(made, 1);
  assert.deepEqual(new Set(held.map(({ bytes }) => bytes)), new Set([8]));
  assert.equal(readFileSync(held[0]?.path ?? '', 'utf8'), 'one file');
  for (const { letGo } of held) letGo();
  (await files.of(at('same'), make, here)).letGo();
  assert.equal(made, 1, 'and it stays for the next');
});

test('what nobody waits for any more is given up, and leaves nothing', async () => {
  const lay = lying().length;
  let steps = 0;
  const endless = async function* () {
    for (;;) {
      steps += 1;
      yield 'x'.repeat(1000);
      await turn();
    }
  };
  const gone = [new AbortController(), new AbortController()];
  const asking = gone.map(({ signal }) => files.of(at('endless'), endless, signal));
  const refused = Promise.all(asking.map((each) => assert.rejects(each)));
  await sleep(20);
  gone[0]?.abort();
  await sleep(20);
  const before = steps;
  await sleep(20);
  assert.ok(steps > before, 'the other still waits');
  gone[1]?.abort();
  await refused;
  const end = steps;
  await sleep(20);
  assert.ok(steps <= end + 1);
  assert.equal(lying().length, lay);
});

test('more than so many that wait to be made are refused, and a failure is told to all and not kept', async () => {
  const failing = async function* () {
    yield 'begun';
    await turn();
    throw new Error('the disk is gone');
  };
  const asking = ['a', 'b', 'c'].map((rests) => files.of(at(rests), failing, here));
  await assert.rejects(files.of(at('d'), failing, here), /WG_TOO_MANY|at most 3/);
  for (const each of asking) await assert.rejects(each, /the disk is gone/);
  const held = await files.of(at('a'), () => ['now'], here);
  assert.equal(held.bytes, 3);
  held.letGo();
});

test('what rests on an earlier deed goes with the next, or with its last taker; what rests on none stays', async () => {
  const lay = lying().length;
  const [former, taken, present] = [await files.of(at('f', 4), () => ['f'], here), await files.of(at('t', 4), () => ['t'], here), 'p'];
  (await files.of(at('none'), () => ['n'], here)).letGo();
  former.letGo();
  files.keepSince(5);
  (await files.of(at(present, 5), () => ['p'], here)).letGo();
  await until(() => lying().length <= lay + 3);
  assert.equal(readFileSync(taken.path, 'utf8'), 't');
  assert.equal(lying().length, lay + 3, 'the former is gone');
  taken.letGo();
  (await files.of(at('late', 4), () => ['l'], here)).letGo();
  await until(() => lying().length <= lay + 2);
  assert.equal(lying().length, lay + 2, 'and so are the one that was taken, and one that was begun before the deed');
});

test('what a cleaner of temporary files removed is made anew', async () => {
  (await files.of(at('swept'), () => ['first'], here)).letGo();
  for (const own of readdirSync(folder)) rmSync(join(folder, own), { recursive: true });
  const again = await files.of(at('swept'), () => ['second'], here);
  assert.equal(readFileSync(again.path, 'utf8'), 'second');
  again.letGo();
});

test('a job of a making that is shared goes on where one who waited for it has gone, and ends with the last', async () => {
  const gone = [new AbortController(), new AbortController()];
  let isLeft = (): void => undefined;
  const left = new Promise<void>((resolve) => {
    isLeft = resolve;
  });
  const make = async function* () {
    await left;
    yield JSON.stringify(await runInWorker('parse-json', { bytes: Buffer.from('[1]') }));
  };
  const asking = gone.map(({ signal }) => workingFor({ owner: 'a', signal }, () => files.of(at('shared'), make, signal)));
  gone[0]?.abort(new Error('gone'));
  isLeft();
  await assert.rejects(asking[0] ?? Promise.resolve(), /gone/);
  assert.equal((await asking[1])?.bytes, 3);
  gone[1]?.abort();
});

test('files that were not asked for longest go first, but never one that is being taken', async () => {
  const ten = () => ['0123456789'];
  const kept = await files.of(at('kept'), ten, here);
  for (const rests of ['p', 'q', 'r', 's']) (await files.of(at(rests), ten, here)).letGo();
  await sleep(20);
  assert.ok(lying().length <= 3, lying().join());
  assert.equal(readFileSync(kept.path, 'utf8').length, 10);
  kept.letGo();
  await files.close();
  assert.deepEqual(readdirSync(folder), []);
});

test('a text made in slices is whole, and others get their turn', async () => {
  let turns = 0;
  const counting = setInterval(() => {
    turns += 1;
  }, 1);
  function* pieces(): Generator<string, void> {
    for (let index = 0; index < 60; index += 1) {
      const until = performance.now() + 2;
      while (performance.now() < until);
      yield `${index},`;
    }
  }
  let text = '';
  for await (const part of textInSlices(pieces())) text += part;
  clearInterval(counting);
  assert.equal(text, Array.from({ length: 60 }, (_, index) => `${index},`).join(''));
  assert.ok(turns >= 5, `${turns} turns`);
});
