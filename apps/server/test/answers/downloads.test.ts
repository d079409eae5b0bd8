import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { jobsStanding } from '@westgate/desk';
import Fastify from 'fastify';
import { Downloads } from '../../src/answers/downloads.ts';
import { RunningAnswers } from '../../src/answers/running-answers.ts';
import { LIMITS } from '../../src/http/limits.ts';
import { png } from '../evidence/sample-files.ts';
import { upload } from '../evidence/upload.ts';
import { HARBOUR, openOffice } from '../office.ts';
import '../../src/people/authentication.ts';
import { until } from '../until.ts';

const office = await openOffice(HARBOUR);

/** A server that answers with downloads alone, and the folder in which they are made. */
function downloading(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'westgate-downloads-'));
  const running = new RunningAnswers(LIMITS);
  const downloads = new Downloads(() => folder, LIMITS, { running, onError: (error) => assert.fail(error) });
  const app = Fastify({ forceCloseConnections: true });
  app.decorateRequest('caller');
  app.addHook('onRequest', async (request) => {
    request.caller = { kind: 'public' };
  });
  t.after(async () => {
    await app.close();
    await downloads.close();
    running.close();
    rmSync(folder, { recursive: true });
  });
  return { app, downloads, running, folder };
}

test('no download, archive or picture waits for one of the others that is being made', async (t) => {
  const { app, downloads } = downloading(t);
  const ends: (() => void)[] = [];
  const made = () => new Promise<readonly string[]>((resolve) => ends.push(() => resolve(['made'])));
  app.get('/download', (request, reply) => downloads.send(request, reply, { key: 'd', seq: 1 }, made));
  app.get('/other', (request, reply) => downloads.send(request, reply, { key: 'o', seq: 1 }, () => ['other']));
  app.get('/archive', (request, reply) => downloads.sendArchive(request, reply, { key: 'a', seq: 1 }, made));
  app.get('/small', (request, reply) => downloads.sendArchive(request, reply, { key: 's', seq: 1 }, () => ['small']));
  app.get('/picture', (request, reply) =>
    downloads.sendEvidence(request, reply, { sha256: 'p', isShown: true, read: async () => Buffer.from('picture') }),
  );
  for (const [long, others] of [
    ['/archive', ['other', 'picture']],
    ['/download', ['small', 'picture']],
  ] as const) {
    const going = app.inject(long);
    for (const other of others) assert.equal((await app.inject(`/${other}`)).body, other, `beside ${long}`);
    for (const end of ends) end();
    assert.equal((await going).body, 'made');
  }
});

test('a download that is long in the making comes as it is made, whole to each; one that fails is broken off; one that nobody takes ends', async (t) => {
  const { app, downloads, running, folder } = downloading(t);
  let [end, fail] = [(): void => undefined, (): void => undefined];
  let isEnded = false;
  const long = async function* () {
    yield 'begun ';
    try {
      await new Promise<void>((resolve, reject) => {
        end = resolve;
        fail = () => reject(new Error('the disk is gone'));
      });
      yield 'and ended';
    } finally {
      isEnded = true;
    }
  };
  app.get('/long/:key', (request, reply) => downloads.send(request, reply, { key: request.url, seq: 1 }, long));
  const address = await app.listen({ port: 0, host: '127.0.0.1' });

  const [first, second] = await Promise.all([fetch(`${address}/long/a`), fetch(`${address}/long/a`)]);
  assert.equal(first.headers.get('content-length'), null, 'nobody knows how long it will be');
  const reader = first.body?.getReader();
  assert.equal(Buffer.from((await reader?.read())?.value ?? []).toString(), 'begun ');
  end();
  assert.equal(Buffer.from((await reader?.read())?.value ?? []).toString(), 'and ended');
  assert.equal((await reader?.read())?.done, true);
  assert.equal(await second.text(), 'begun and ended');
  const again = await fetch(`${address}/long/a`);
  assert.deepEqual([again.headers.get('content-length'), await again.text()], ['15', 'begun and ended']);

  const broken = await fetch(`${address}/long/b`);
  const read = assert.rejects(broken.text());
  fail();
  await read;

  // Whoever speaks HTTP/1.0 takes the end of a connection for the end of the answer.
  const old = connect(Number(new URL(address).port), '127.0.0.1', () => old.write('GET /long/c HTTP/1.0\r\n\r\n'));
  await sleep(1_500);
  fail();
  assert.match(await text(old), /^HTTP\/1.1 500 /);

  isEnded = false;
  const going = new AbortController();
  const left = await fetch(`${address}/long/d`, { signal: going.signal });
  const taking = assert.rejects(left.text());
  going.abort();
  await taking;
  end();
  await until(() => isEnded && running.counts.downloads === 0);
  await until(() => readdirSync(folder).flatMap((own) => readdirSync(join(folder, own))).length === 1);
});

// Before others have workers that stay for the next.
test('work for one who hangs up ends, whatever address it was asked at', async () => {
  const plan = (lines: number): string =>
    Array.from({ length: lines }, (_, index) => `The district will renew ${index} homes by the end of 2027.`).join('\n');
  const questions = [
    ['/api/v1/plan/drafts', { text: plan(3_000), language: 'en', planYear: 2026 }],
    ['/api/v1/plan/read', { name: 'plan.txt', base64: Buffer.from(plan(3_000)).toString('base64') }],
    // A body that is itself parsed in a worker.
    ['/api/v1/plan/drafts', { text: plan(20_000), language: 'en', planYear: 2026 }],
  ] as const;
  for (const [path, body] of questions) {
    const asker = new AbortController();
    const asked = fetch(office.server.address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: asker.signal,
    });
    const refused = assert.rejects(asked);
    await until(() => jobsStanding().running > 0);
    asker.abort();
    await refused;
    await until(() => jobsStanding().running === 0);
    assert.equal(jobsStanding().workers, 0, `${path}: the worker was ended with its work`);
  }
});

test('when somebody is erased nothing is kept that was made before', async () => {
  const kept = (): readonly string[] => {
    const folder = office.desk.files.incoming();
    return readdirSync(folder).flatMap((name) => (name.startsWith('westgate-answers-') ? readdirSync(join(folder, name)) : []));
  };
  assert.equal((await upload(office, 'wall.png', png())).status, 200);
  await (await office.ask('/api/v1/exports/deeds.csv')).text();
  await until(() => kept().length === 1);
  const [ada] = await office.desk.persons();
  await office.desk.erasePerson(ada?.id ?? '', 'asked for it');
  await until(() => kept().length === 0);
});
