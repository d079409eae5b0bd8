import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
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

test('no download, archive or picture waits for one of the others that is being made', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'westgate-downloads-'));
  const running = new RunningAnswers(LIMITS);
  const downloads = new Downloads(() => folder, LIMITS, { running, onError: (error) => assert.fail(error) });
  const ends: (() => void)[] = [];
  const made = () => new Promise<readonly string[]>((resolve) => ends.push(() => resolve(['made'])));
  const app = Fastify();
  app.decorateRequest('caller');
  app.addHook('onRequest', async (request) => {
    request.caller = { kind: 'public' };
  });
  app.get('/download', (request, reply) => downloads.send(request, reply, { key: 'd', seq: 1 }, made));
  app.get('/other', (request, reply) => downloads.send(request, reply, { key: 'o', seq: 1 }, () => ['other']));
  app.get('/archive', (request, reply) => downloads.sendArchive(request, reply, { key: 'a', seq: 1 }, made));
  app.get('/small', (request, reply) => downloads.sendArchive(request, reply, { key: 's', seq: 1 }, () => ['small']));
  app.get('/picture', (request, reply) =>
    downloads.sendEvidence(request, reply, { sha256: 'p', isShown: true, read: async () => Buffer.from('picture') }),
  );
  t.after(async () => {
    await app.close();
    await downloads.close();
    running.close();
    rmSync(folder, { recursive: true });
  });
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

const office = await openOffice(HARBOUR);

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

test('work for one who hangs up ends, whatever address it was asked at', async () => {
  const text = (lines: number): string =>
    Array.from({ length: lines }, (_, index) => `The district will renew ${index} homes by the end of 2027.`).join('\n');
  const questions = [
    ['/api/v1/plan/drafts', { text: text(3_000), language: 'en', planYear: 2026 }],
    ['/api/v1/plan/read', { name: 'plan.txt', base64: Buffer.from(text(3_000)).toString('base64') }],
    // A body that is itself parsed in a worker.
    ['/api/v1/plan/drafts', { text: text(20_000), language: 'en', planYear: 2026 }],
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
