import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { commonSchema } from '@westgate/contract';
import { startServer } from '@westgate/server';
import { HARBOUR, openOffice, PLENTY } from '../office.ts';
import { PATIENCE_MS, until } from '../until.ts';

const office = await openOffice(HARBOUR, null, {
  headersMs: 400,
  requestMs: 800,
  checkMs: 50,
  idleMs: 2_000,
  connections: 12,
  streams: 3,
  ...PLENTY,
});
const { port } = office.server;
const HOST = `host: 127.0.0.1:${port}`;
const JSON_TYPE = 'content-type: application/json';

function open(at = port): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(at, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Everything the server says until it ends the connection, or for `waitMs`. */
function hear(socket: Socket, waitMs = PATIENCE_MS): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const done = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(text);
    };
    const timer = setTimeout(done, waitMs);
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
    });
    socket.on('end', done);
    socket.on('close', done);
    socket.on('error', done);
  });
}

async function say(lines: readonly string[], body = ''): Promise<string> {
  const socket = await open();
  const heard = hear(socket);
  socket.write(Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`, 'latin1'));
  return heard;
}

/** Whether a request to a server is answered well, on a connection of its own. */
function answers(address: string): Promise<boolean> {
  return fetch(`${address}/healthz`, { headers: { connection: 'close' } }).then(
    ({ status }) => status === 200,
    () => false,
  );
}

/** How many answers came on a connection. */
const answersIn = (text: string): number => text.split(/^HTTP\/1\.1 /m).length - 1;

function checkProblem(text: string, status: number, what: string): void {
  assert.match(text, new RegExp(`^HTTP/1\\.1 ${status} `), `${what}: ${text.slice(0, 200)}`);
  const [head = '', ...rest] = text.split('\r\n\r\n');
  assert.match(head, /content-type: application\/problem\+json/i, what);
  const body = rest.join('\r\n\r\n');
  const problem = commonSchema.problem.parse(JSON.parse(body.slice(body.indexOf('{'), body.lastIndexOf('}') + 1)));
  assert.equal(problem.status, status, what);
  assert.match(head, new RegExp(`x-request-id: ${problem.requestId}`, 'i'), what);
}

const GET = 'GET /api/v1/district HTTP/1.1';
const POST = 'POST /api/v1/verify HTTP/1.1';
const CLOSE = 'connection: close';

test('requests that two programs on the way could read differently are refused, and nothing behind them is run', async () => {
  const { seq } = office.desk;
  const hidden = `DELETE /api/v1/outcomes/x HTTP/1.1\r\n${HOST}\r\n\r\n`;
  const shapes: readonly (readonly [string, readonly string[], string])[] = [
    ['a length and chunks', [POST, HOST, JSON_TYPE, 'content-length: 4', 'transfer-encoding: chunked'], `0\r\n\r\n${hidden}`],
    ['chunks and a length', [POST, HOST, JSON_TYPE, 'transfer-encoding: chunked', 'content-length: 2'], `0\r\n\r\n${hidden}`],
    ['two lengths', [POST, HOST, JSON_TYPE, 'content-length: 2', 'content-length: 40'], `{}${hidden}`],
    ['a length in two numbers', [POST, HOST, JSON_TYPE, 'content-length: 2, 40'], `{}${hidden}`],
    ['a negative length', [POST, HOST, JSON_TYPE, 'content-length: -2'], `{}${hidden}`],
    ['a length with a sign', [POST, HOST, JSON_TYPE, 'content-length: +2'], `{}${hidden}`],
    ['an unheard coding', [POST, HOST, JSON_TYPE, 'transfer-encoding: xchunked'], `2\r\n{}\r\n0\r\n\r\n${hidden}`],
    ['chunked twice over', [POST, HOST, JSON_TYPE, 'transfer-encoding: chunked, identity'], `2\r\n{}\r\n0\r\n\r\n${hidden}`],
    ['a blank before the colon', [POST, HOST, JSON_TYPE, 'transfer-encoding : chunked'], `0\r\n\r\n${hidden}`],
    ['a folded header', [POST, HOST, JSON_TYPE, 'x-a: b', ' transfer-encoding: chunked'], `0\r\n\r\n${hidden}`],
    ['a chunk length that is no number', [POST, HOST, JSON_TYPE, 'transfer-encoding: chunked'], `zz\r\n{}\r\n0\r\n\r\n${hidden}`],
    ['a chunk length past all numbers', [POST, HOST, JSON_TYPE, 'transfer-encoding: chunked'], `ffffffffffffffffff\r\n{}\r\n`],
    ['a line end within a header', [POST, HOST, JSON_TYPE, 'x-a: b\nx-c: d\x00'], '{}'],
  ];
  for (const [what, lines, body] of shapes) {
    const text = await say(lines, body);
    checkProblem(text, 400, what);
    assert.equal(answersIn(text), 1, `${what}: the hidden request is not answered`);
  }
  assert.equal(office.desk.seq, seq);
});

test('addresses, hosts and lines that no browser sends are refused', async () => {
  const lines: readonly (readonly [string, readonly string[], number])[] = [
    ['a whole address', ['GET http://evil.example/api/v1/district HTTP/1.1', HOST, CLOSE], 400],
    ['a whole address of ours', [`GET http://127.0.0.1:${port}/api/v1/district HTTP/1.1`, HOST, CLOSE], 400],
    ['two slashes', ['GET //evil.example/api/v1/district HTTP/1.1', HOST, CLOSE], 400],
    ['a star', ['OPTIONS * HTTP/1.1', HOST, CLOSE], 400],
    ['no host', [GET, CLOSE], 403],
    ['two hosts', [GET, HOST, 'host: evil.example', CLOSE], 400],
    ['an evil host', [GET, 'host: evil.example', CLOSE], 403],
    ['a host with a path', [GET, `host: 127.0.0.1:${port}/evil.example`, CLOSE], 403],
    [
      'two origins',
      [POST, HOST, JSON_TYPE, `origin: http://127.0.0.1:${port}`, 'origin: http://evil.example', 'content-length: 2', CLOSE],
      400,
    ],
    ['an unheard method', ['BREW /api/v1/district HTTP/1.1', HOST], 400],
    ['no version', ['GET /api/v1/district', HOST], 400],
    ['an unheard version', ['GET /api/v1/district HTTP/9.9', HOST], 400],
    ['HTTP/2 said at once', ['PRI * HTTP/2.0', '', 'SM'], 400],
    ['a TLS greeting', ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'], 400],
    ['bytes in the address', ['GET /api/v1/places/\xff\xfe HTTP/1.1', HOST, CLOSE], 404],
    ['a header too large', [GET, HOST, `x-a: ${'x'.repeat(20_000)}`], 431],
    ['too many headers', [GET, HOST, ...Array.from({ length: 3_000 }, (_, n) => `x-${n}: 1`)], 431],
    ['an address too long', [`GET /api/v1/places?q=${'x'.repeat(20_000)} HTTP/1.1`, HOST], 431],
  ];
  for (const [what, request, status] of lines) {
    const text = await say(request, what === 'two origins' ? '{}' : '');
    if (status === 404) assert.match(text, /^HTTP\/1\.1 40[04] /, what);
    else checkProblem(text, status, what);
  }
});

test('who sends slowly is told so and let go; the others are served meanwhile', async () => {
  const slowHead = await open();
  const slowBody = await open();
  const heard = [hear(slowHead), hear(slowBody)] as const;
  slowHead.write(`${GET}\r\n${HOST}\r\n`);
  slowBody.write(`${POST}\r\n${HOST}\r\n${JSON_TYPE}\r\ncontent-length: 100\r\n\r\n{`);
  const drip = setInterval(() => {
    if (slowHead.writable) slowHead.write('x-a: b\r\n');
    if (slowBody.writable) slowBody.write(' ');
  }, 100);
  const began = performance.now();
  assert.equal((await office.ask('/healthz')).status, 200);
  const [head, body] = await Promise.all(heard);
  clearInterval(drip);
  checkProblem(head, 408, 'headers');
  checkProblem(body, 408, 'body');
  assert.ok(performance.now() - began < 3_500);
});

test('a body larger than the limit is refused before it has arrived', async () => {
  const lengthy = await say([POST, HOST, JSON_TYPE, 'content-length: 999999999999'], '{');
  checkProblem(lengthy, 413, 'by its length');
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
  const chunked = await say([POST, HOST, JSON_TYPE, 'transfer-encoding: chunked'], chunk.repeat(6));
  checkProblem(chunked, 413, 'by its chunks');
});

test('no more event streams than the limit are open at once', async () => {
  const ends: AbortController[] = [];
  for (let count = 0; count < 3; count += 1) {
    const end = new AbortController();
    ends.push(end);
    assert.equal((await office.ask('/api/v1/changes', { signal: end.signal })).status, 200);
  }
  const refused = await office.ask('/api/v1/changes');
  assert.equal(commonSchema.problem.parse(await refused.json()).code, 'WG_TOO_MANY');
  for (const end of ends) end.abort();
  await until(async () => {
    const end = new AbortController();
    const { status } = await office.ask('/api/v1/changes', { signal: end.signal });
    end.abort();
    return status === 200;
  });
});

test('no more connections than the limit are open at once, and the server goes on when they are closed', async (t) => {
  // Nothing but the limit ends a connection.
  const limits = { ...PLENTY, connections: 12, headersMs: 300_000, requestMs: 600_000, idleMs: 600_000 };
  const full = await startServer({ desk: office.desk, host: '127.0.0.1', port: 0, webDir: null, logLevel: 'silent', limits });
  t.after(() => full.close());
  const sockets = await Promise.all(Array.from({ length: 20 }, () => open(full.port)));
  let ended = 0;
  for (const socket of sockets) {
    socket
      .on('error', () => undefined)
      .once('close', () => {
        ended += 1;
      });
    socket.resume();
  }
  await until(() => ended === 8);
  for (const socket of sockets) socket.destroy();
  await until(() => answers(full.address));
});

test('a person with a browser gets a page with the request id, in both languages, and nothing of the inside', async (t) => {
  // With time for a request to come in, which the other tests hardly give.
  const patient = await startServer({ desk: office.desk, host: '127.0.0.1', port: 0, webDir: null, logLevel: 'silent', limits: PLENTY });
  t.after(() => patient.close());
  const accept = { accept: 'text/html,application/xhtml+xml' };
  for (const [path, status] of [
    ['/api/v1/places/nowhere', 404],
    ['/api/v1/places?limit=%3Cscript%3E', 400],
    ['/nowhere', 404],
  ] as const) {
    const answer = await fetch(patient.address + path, { headers: accept });
    assert.equal(answer.status, status, path);
    assert.match(answer.headers.get('content-type') ?? '', /^text\/html/);
    const page = await answer.text();
    assert.match(page, /请求编号[\s\S]*Request id/);
    assert.ok(page.includes(answer.headers.get('x-request-id') ?? 'no id'));
    assert.doesNotMatch(page, /<script/);
  }
});

test('connections whose requests do not come on go to who asks', async (t) => {
  const limits = { ...PLENTY, connections: 12 };
  const patient = await startServer({ desk: office.desk, host: '127.0.0.1', port: 0, webDir: null, logLevel: 'silent', limits });
  t.after(() => patient.close());
  const slow = await Promise.all(Array.from({ length: 12 }, () => open(patient.port)));
  t.after(() => {
    for (const socket of slow) socket.destroy();
  });
  for (const socket of slow)
    socket.on('error', () => undefined).write(`${POST}\r\n${HOST}\r\n${JSON_TYPE}\r\ncontent-length: 100\r\n\r\n{`);
  await sleep(200);
  assert.equal(await answers(patient.address), false, 'all are taken');
  await until(() => answers(patient.address));
});

test('who asks ahead without end is let go, and nothing that was asked is held when the connection has gone', async () => {
  const ahead = `GET /api/v1/exports/projects.csv HTTP/1.1\r\n${HOST}\r\n\r\n`;
  const counts = () => {
    const { downloads, waitingBytes, taking } = office.server.answers;
    return [downloads, waitingBytes, taking];
  };
  const standing = counts();
  for (const first of [`GET /api/v1/changes HTTP/1.1\r\n${HOST}\r\n\r\n`, ahead]) {
    const sockets = await Promise.all(Array.from({ length: 3 }, () => open()));
    for (const socket of sockets) socket.on('error', () => undefined).write(`${first}${ahead.repeat(6)}`);
    await sleep(150);
    for (const socket of sockets) socket.destroy();
  }
  await until(() => counts().every((count, at) => count === standing[at]));
  assert.deepEqual(counts(), standing);

  const socket = await open();
  const heard = hear(socket, 5_000);
  socket.write(`GET /api/v1/changes HTTP/1.1\r\n${HOST}\r\n\r\n${`${GET}\r\n${HOST}\r\n\r\n`.repeat(40)}`);
  assert.ok(answersIn(await heard) <= 1, 'none is begun before the one before it is over');
  assert.equal((await office.ask('/healthz')).status, 200);
});
