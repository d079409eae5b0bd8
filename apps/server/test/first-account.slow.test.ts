import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { peopleSchema } from '@westgate/contract';
import { openDesk } from '@westgate/desk';
import { startServer } from '@westgate/server';
import { z } from 'zod';
import { HARBOUR } from './office.ts';

const KEY = 'key-of-who-runs-it';
const PASSWORD = 'a heron stands on the weir';
/** What the page of the first account asks; everything else waits for an account. */
const ANSWERED = ['get /api/v1/session', 'delete /api/v1/session', 'post /api/v1/links/look', 'post /api/v1/links/take-up'];

const desk = await openDesk({ memory: true, districtFolder: HARBOUR });
const serve = (more: { readonly origin?: string; readonly host?: string }) =>
  startServer({ desk, host: '127.0.0.1', port: 0, webDir: null, logLevel: 'silent', operatorKey: KEY, ...more });
const far = await serve({ origin: 'https://westgate.example' });
const wide = await serve({ host: '0.0.0.0' });
const here = await serve({});
after(async () => {
  for (const server of [far, wide, here]) await server.close();
  await desk.close();
});
const at = (address: string) => address.replace('0.0.0.0', '127.0.0.1');
const ask = (server: typeof far, method: string, path: string, headers: Record<string, string> = {}) => {
  const body = ['get', 'head'].includes(method) ? {} : { body: '{}', headers: { 'content-type': 'application/json', ...headers } };
  return fetch(`${at(server.address)}${path}`, { method: method.toUpperCase(), headers, ...body });
};
const operations = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
const told = await ask(here, 'get', '/api/openapi.json');
const routes = Object.entries(operations.parse(await told.json()).paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => ({ method, path: path.replaceAll(/\{\w+\}/g, '1') })),
);

test('reached from elsewhere, an office without accounts answers no address but what makes the first account', async () => {
  assert.ok(routes.length > 150, `${routes.length} addresses`);
  for (const server of [far, wide]) {
    for (const { method, path } of [...routes, { method: 'get', path: '/api/' }, { method: 'get', path: '/api/openapi.json' }]) {
      const answer = await ask(server, method, path);
      const isProbe = path === '/healthz' || path === '/readyz';
      const isAnswered = isProbe || ANSWERED.includes(`${method} ${path}`);
      const text = await answer.text();
      assert.equal(answer.status === 401, !isAnswered, `${method} ${path}: ${answer.status} ${text.slice(0, 200)}`);
      if (!isAnswered) assert.match(text, /nobody has one yet/, `${method} ${path}`);
    }
  }
  assert.deepEqual(await (await ask(far, 'get', '/api/v1/session')).json(), { mode: 'first', person: null });
  assert.equal((await ask(here, 'get', '/api/v1/district')).status, 200, 'on its machine it is open');
  assert.equal((await ask(far, 'get', '/api/v1/people', { authorization: `Bearer ${KEY}` })).status, 200, 'who runs it is let in');
});

test('the first account is made with the word of the server alone, and then the office is answered as any other', async () => {
  assert.equal(here.firstAccount, null);
  const [page, word = ''] = (far.firstAccount ?? '').split('#');
  assert.equal(page, 'https://westgate.example/');
  assert.match(word, /^[\w-]{43}$/);
  const first = (shown: string, server = far) => ask(server, 'post', '/api/v1/people/first', { 'westgate-first': shown });
  for (const wrong of ['', 'x', word.slice(1), `${word}x`]) assert.equal((await first(wrong)).status, 401, wrong);
  assert.equal((await first(word, wide)).status, 401, 'the word is of one server');
  assert.equal((await ask(far, 'get', '/api/v1/district', { 'westgate-first': word })).status, 401, 'it opens nothing else');
  const { link } = peopleSchema.newLink.parse(await (await first(word)).json());
  assert.equal((await ask(far, 'get', '/api/v1/district')).status, 401, 'invited is not taken up');
  const taken = await fetch(`${far.address}/api/v1/links/take-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ link: link.split('#')[1], name: 'Ada', signIn: 'ada', password: PASSWORD }),
  });
  assert.equal(taken.status, 200, await taken.clone().text());
  assert.equal((await ask(far, 'get', '/api/v1/district')).status, 200, 'the public reads what is public');
  assert.equal((await first(word)).status, 400, 'there is no other first');
  assert.equal((await ask(far, 'post', '/api/v1/links/enter')).status, 400);
});
