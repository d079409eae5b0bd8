import assert from 'node:assert/strict';
import { test } from 'node:test';
import Fastify from 'fastify';
import { z } from 'zod';
import { limitAnswers } from '../../src/answers/answer-size.ts';
import { RunningAnswers } from '../../src/answers/running-answers.ts';
import type { Caller } from '../../src/caller/caller.ts';
import { LIMITS } from '../../src/http/limits.ts';
import { sendProblem } from '../../src/http/problem.ts';
import '../../src/people/authentication.ts';

const problem = z.object({ code: z.string(), detail: z.string() });

/** An application with one address that answers so many bytes, and one whose answer stays open until it is ended. */
function application(limits: Partial<typeof LIMITS>) {
  const running = new RunningAnswers({ ...LIMITS, ...limits });
  const app = Fastify();
  const ends: (() => void)[] = [];
  app.decorateRequest('caller');
  app.addHook('onRequest', async (request) => {
    const id = request.headers['x-person'];
    const caller: Caller =
      typeof id === 'string' ? { kind: 'person', id, name: id, reader: { roles: [], department: null }, session: '' } : { kind: 'public' };
    request.caller = caller;
  });
  app.setValidatorCompiler(() => (value) => ({ value }));
  app.setErrorHandler((error, request, reply) => sendProblem(request, reply, error));
  limitAnswers(app, 1_000, running);
  const querystring = z.object({ limit: z.string().optional(), aim: z.string().optional(), asOf: z.string().optional() });
  app.get('/bytes/:count', { schema: { querystring } }, async (request, reply) => {
    const { count } = z.object({ count: z.coerce.number() }).parse(request.params);
    return reply.type('application/json').send('x'.repeat(count));
  });
  app.get('/download', async (request, reply) => {
    running.beginDownload(request, reply);
    running.countDownload(request, 600);
    await new Promise<void>((resolve) => ends.push(resolve));
    return reply.send('{}');
  });
  const ask = (url: string, person?: string) => app.inject({ url, headers: person === undefined ? {} : { 'x-person': person } });
  return { app, running, ask, ends };
}

test('an answer over the limit is refused with its size and what narrows it', async () => {
  const { ask, running } = application({});
  assert.equal((await ask('/bytes/1000')).statusCode, 200);
  const refused = await ask('/bytes/1001');
  assert.equal(refused.statusCode, 422);
  const { code, detail } = problem.parse(refused.json());
  assert.equal(code, 'WG_ANSWER_TOO_LARGE');
  assert.match(detail, /at most 1000 bytes, this one has 1001; ask for less of it by limit, aim$/);
  running.close();
});

test('one person has so many downloads at a time and so many bytes a minute, whatever others have', async () => {
  const { ask, running, ends } = application({ downloads: 2, addressDownloads: 3, allDownloads: 4, downloadBytesAMinute: 1_000 });
  const begun = [ask('/download', 'a'), ask('/download', 'a')];
  while (ends.length < 2) await new Promise((resolve) => setImmediate(resolve));
  const third = await ask('/download', 'a');
  assert.equal(third.statusCode, 429);
  assert.ok(Number(third.headers['retry-after']) >= 1);
  begun.push(ask('/download', 'b'), ask('/download'));
  while (ends.length < 4) await new Promise((resolve) => setImmediate(resolve));
  assert.equal((await ask('/download', 'c')).statusCode, 429, 'four in all');
  for (const end of ends) end();
  for (const each of begun) assert.equal((await each).statusCode, 200);
  assert.deepEqual(running.counts, { downloads: 0, waitingBytes: 0, taking: 0, callers: 0 });
  const spent = await ask('/download', 'a');
  assert.equal(spent.statusCode, 429);
  assert.match(problem.parse(spent.json()).detail, /bytes of downloads a minute/);
  running.close();
});
