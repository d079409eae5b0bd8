import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { EventStream, type Hearing, type StreamRules, type Telling } from '../src/http/event-stream.ts';
import { until } from './until.ts';

const DEED: Telling = { whole: 'whole\n', bare: 'bare\n', isEmpty: false };
const BEAT: Telling = { whole: 'beat\n', bare: 'beat\n', isEmpty: true };

/** A stream over a real connection, with what its caller hears and how often it ended. */
async function streamFor(t: TestContext, rules: Partial<StreamRules>) {
  const [ends, errors]: [EventStream[], Error[]] = [[], []];
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.closeAllConnections());
  t.after(() => server.close());
  const answering = once(server, 'request');
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  const asking = new Promise<IncomingMessage>((resolve) => {
    get({ port: address.port, agent: false }, resolve).on('error', () => undefined);
  });
  const [, response]: [IncomingMessage, ServerResponse] = await parsePair(answering);
  response.flushHeaders();
  const caller = await asking;
  const heard: string[] = [];
  caller.setEncoding('utf8').on('error', () => undefined);
  const stream = new EventStream(response, {
    hearing: async () => 'whole',
    waitingBytes: 1_000_000,
    stalledMs: 60_000,
    waitingMessages: 500,
    onEnd: (ended) => ends.push(ended),
    onError: (error) => errors.push(error),
    ...rules,
  });
  return { stream, response, caller, heard, ends, errors, read: () => caller.on('data', (part: string) => heard.push(part)) };
}

async function parsePair(request: Promise<unknown[]>): Promise<[IncomingMessage, ServerResponse]> {
  return (await request) as [IncomingMessage, ServerResponse];
}

test('a stream asks for the right after each message came to be, and tells by what it is then', async (t) => {
  let hearing: Hearing | null = 'whole';
  const { stream, heard, ends, read } = await streamFor(t, { hearing: async () => hearing });
  read();
  stream.tell(DEED);
  await until(() => heard.join('') === 'whole\n');
  hearing = 'bare';
  stream.tell(DEED);
  await until(() => heard.join('') === 'whole\nbare\n');
  hearing = null;
  stream.tell(DEED);
  stream.tell(DEED);
  await until(() => ends.length === 1);
  stream.tell(DEED);
  stream.look();
  stream.end();
  await sleep(20);
  assert.deepEqual([heard.join(''), ends.length], ['whole\nbare\n', 1]);
});

test('a message that waits for the right while it goes is not told', async (t) => {
  const answers: ((hearing: Hearing | null) => void)[] = [];
  const { stream, heard, ends, read } = await streamFor(t, { hearing: () => new Promise((resolve) => answers.push(resolve)) });
  read();
  stream.tell(DEED);
  stream.tell(BEAT);
  answers[0]?.('whole');
  await until(() => answers.length === 2);
  answers[1]?.(null);
  await until(() => ends.length === 1);
  await sleep(20);
  assert.equal(heard.join(''), 'whole\n');
});

test('where the right cannot be read a beat is told, and a deed ends the stream and is told to nobody', async (t) => {
  const { stream, heard, ends, errors, read } = await streamFor(t, { hearing: () => Promise.reject(new Error('no database')) });
  read();
  stream.look();
  stream.tell(BEAT);
  await until(() => heard.join('') === 'beat\n');
  assert.deepEqual([ends.length, errors.length], [0, 0]);
  stream.tell(DEED);
  await until(() => ends.length === 1);
  await sleep(20);
  assert.deepEqual([heard.join(''), errors.map(({ message }) => message)], ['beat\n', ['no database']]);
});

test('a caller that does not read is let go by bytes and by time, and what it has not taken does not reach it', async (t) => {
  const big: Telling = { whole: 'x'.repeat(400_000), bare: '', isEmpty: false };
  const full = await streamFor(t, {});
  full.caller.pause();
  let told = 0;
  for (; told < 200 && full.ends.length === 0; told += 1) {
    full.stream.tell(big);
    await sleep(1);
  }
  assert.equal(full.ends.length, 1, `${told} messages of 400 KB were told`);
  assert.ok(full.response.destroyed);

  const slow = await streamFor(t, { waitingBytes: 1e9, stalledMs: 50 });
  slow.caller.pause();
  for (let index = 0; index < 40; index += 1) slow.stream.tell(big);
  await until(() => {
    slow.stream.look();
    return slow.ends.length === 1;
  });
  assert.ok(slow.response.destroyed);
});

test('a caller that hangs up, and a server that ends the answer itself, end the stream once', async (t) => {
  const left = await streamFor(t, {});
  left.caller.destroy();
  await until(() => left.ends.length === 1);
  left.stream.tell(DEED);
  left.stream.end();
  const ended = await streamFor(t, {});
  ended.response.end();
  ended.stream.tell(DEED);
  await until(() => ended.ends.length === 1);
  assert.deepEqual([left.ends.length, left.errors, ended.ends.length, ended.errors], [1, [], 1, []]);
});
