import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { ChangeMessage, Coverage, VerifyReport } from '@westgate/contract';
import { getJson, postJson, recordOutcome, stateOn, undo } from './api.ts';
import { removeFolder, startWestgate, temporaryFolder, westgate } from './westgate.ts';

const dataDir = temporaryFolder();
after(() => removeFolder(dataDir));
const HARBOUR = 'packages/desk/test/fixtures/harbour';
const TODAY = '2026-11-25';

test('the nine known outcomes of the example come out as the sources say', async () => {
  const running = await startWestgate();
  try {
    const at = (path: string, day: string) => stateOn(running.address, path, day);
    const greenway = await at('projects/xishan-greenway', TODAY);
    assert.deepEqual([greenway.name, greenway.timing, greenway.since], ['done', 'early', '2024-10-01']);
    const internet = await at('projects/industrial-internet-park', TODAY);
    assert.equal(internet.name, 'under-way', 'one of two phases is no park completed');
    assert.equal((await at('projects/left-levee-yanshan', '2024-12-31')).name, 'under-way');
    const levee = await at('projects/left-levee-yanshan', TODAY);
    assert.equal(levee.name, 'not-known');
    assert.match(levee.reason.en ?? '', /2024-03-29|29 Mar/);
    assert.equal((await at('projects/shijingshan-academy', '2024-12-31')).name, 'under-way');
    const academy = await at('projects/shijingshan-academy', TODAY);
    assert.equal(academy.name, 'not-known');
    assert.match(academy.reason.zh ?? '', /2025/);
    const firms = await at('projects/scifi-cluster', '2025-01-31');
    assert.equal(firms.name, 'under-way');
    assert.match(firms.tail.en ?? '', /200.*260/);
    for (const event of ['csfc-2024', 'ciftis-2024', 'culture-festival-2024']) {
      assert.equal((await at(`events/${event}`, TODAY)).name, 'done', event);
    }
    assert.equal((await at('events/culture-forum-2024', TODAY)).name, 'not-known', 'the forum of the city is no event of the district');
  } finally {
    await running.stop();
    removeFolder(running.dataDir);
  }
});

test('an outcome changes the state, reaches a listener at once, and survives kill -9 and an undo', async (t) => {
  let running = await startWestgate({ dataDir });
  const path = 'projects/shijingshan-academy';
  const before = await stateOn(running.address, path, TODAY);
  const heard = nextChange(running.address);
  await heard.open;
  const sent = performance.now();
  const receipt = await recordOutcome(running.address, {
    subjectKind: 'project',
    subjectId: 'shijingshan-academy',
    what: 'opened',
    dates: '2026-05-01',
    note: { zh: '测试记录', en: 'recorded by a test' },
  });
  const message = await heard.message;
  assert.equal(message.seq, receipt.seq);
  t.diagnostic(`the change was heard after ${Math.round(performance.now() - sent)} ms`);
  assert.deepEqual([(await stateOn(running.address, path, TODAY)).name, before.name], ['done', 'not-known']);

  await running.stop('SIGKILL');
  running = await startWestgate({ dataDir });
  assert.equal((await stateOn(running.address, path, TODAY)).name, 'done', 'an acknowledged outcome survives kill -9');

  await undo(running.address, receipt.seq);
  assert.deepEqual((await stateOn(running.address, path, TODAY)).reason, before.reason);
  await running.stop();
  running = await startWestgate({ dataDir });
  assert.equal((await stateOn(running.address, path, TODAY)).name, 'not-known', 'the undo survives a restart');
  const report = await postJson<VerifyReport>(running.address, '/api/v1/verify', {});
  assert.ok(report.ok, JSON.stringify(report.checks));
  await running.stop();
});

test('the commands and a running server give the same answers from one folder', async () => {
  const alone = await westgate(['coverage', '--json', '--data', dataDir]);
  assert.equal(alone.code, 0, alone.stderr);
  const running = await startWestgate({ dataDir });
  try {
    const served = await westgate(['coverage', '--json', '--data', dataDir]);
    const api = await getJson<Coverage>(running.address, '/api/v1/coverage');
    for (const text of [alone.stdout, served.stdout]) {
      const printed = JSON.parse(text) as Coverage;
      assert.deepEqual(
        [printed.sentences.total, printed.commitments.total, printed.things.total],
        [16, api.commitments.total, api.things.total],
      );
      assert.equal(printed.sentences.total, printed.sentences.linked + printed.sentences.narrative);
      assert.equal(printed.commitments.withoutVerbClass, 0);
      assert.ok(printed.things.total >= 57);
      assert.equal(printed.things.total, printed.things.placed + printed.things.notKnown + printed.things.noPlace);
    }
    const second = await westgate(['serve', '--data', dataDir, '--port', '4399']);
    assert.notEqual(second.code, 0, 'a second server on one folder is refused');
    const verified = await westgate(['verify', '--data', dataDir, '--json']);
    assert.equal(verified.code, 0, verified.stdout + verified.stderr);
  } finally {
    await running.stop();
  }
});

test('what was exported imports without a difference, and a fault stores nothing', async () => {
  for (const district of ['data/shijingshan', HARBOUR]) {
    const home = temporaryFolder();
    const out = temporaryFolder();
    const exported = await westgate(['export', out, '--data', home, '--district', district, '--json']);
    assert.equal(exported.code, 0, exported.stderr);
    const again = await westgate(['import', out, '--data', home, '--dry-run', '--json']);
    assert.equal(again.code, 0, again.stderr);
    assert.equal((JSON.parse(again.stdout) as { changeCount: number }).changeCount, 0, district);
    removeFolder(home);
    removeFolder(out);
  }
});

/** The next message of the event stream; `open` resolves when the stream stands. */
function nextChange(address: string): { open: Promise<void>; message: Promise<ChangeMessage> } {
  const opened = deferred<void>();
  const heard = deferred<ChangeMessage>();
  const listen = async (): Promise<void> => {
    const answer = await fetch(`${address}/api/v1/changes`);
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    if (!reader) throw new Error('no event stream');
    let text = '';
    opened.resolve();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      text += value;
      const data = /^data: (\{.*"seq".*\})$/m.exec(text);
      if (data?.[1]) {
        heard.resolve(JSON.parse(data[1]) as ChangeMessage);
        await reader.cancel();
        return;
      }
    }
  };
  listen().catch(heard.reject);
  return { open: opened.promise, message: heard.promise };
}

function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (error: unknown) => void } {
  let resolve: (value: T) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
