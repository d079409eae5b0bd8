import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joined } from 'node:path';
import { after, test } from 'node:test';
import { commonSchema } from '@westgate/contract';
import { z } from 'zod';
import { KEYED } from './keyed-requests.ts';
import type { Keyed, Setting } from './keyed-steps.ts';
import { HARBOUR, PLENTY } from './office.ts';
import { join, openPeopleOffice } from './people-office.ts';

const exampleFolder = mkdtempSync(joined(tmpdir(), 'westgate-example-'));
after(() => rmSync(exampleFolder, { recursive: true }));
cpSync(HARBOUR, exampleFolder, { recursive: true });
const parks = joined(exampleFolder, 'results/parks.csv');
writeFileSync(parks, readFileSync(parks, 'utf8').replace('Warehouse Row', 'Warehouse Street'));

const house = await openPeopleOffice({ limits: PLENTY, exampleFolder });
const { desk } = house;
const { as: own } = await join(house, 'Ada', null);
const { as: second } = await join(house, 'Bea', ['programme-office']);
const at: Setting = { desk, house, own, second };

/** It does no deed: a run is the same for the same key. */
const NO_DEED = 'post /api/v1/runs';
const document = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ parameters: z.array(z.object({ name: z.string() })).default([]) }))),
});
const { paths } = document.parse(await house.get('/api/openapi.json'));
const routes = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, { parameters }]) =>
    parameters.some(({ name }) => name === 'idempotency-key') && `${method} ${path}` !== NO_DEED ? [`${method.toUpperCase()} ${path}`] : [],
  ),
);

/** Sends a request with a key: its status, what it answers, and how many deeds it did. */
async function send(method: string, { path, body, file, headers = {} }: Keyed, key: string) {
  const before = desk.seq;
  const known = 'westgate-link' in headers ? headers : { ...own, ...headers };
  const url = `/api/v1/${path}`;
  const answer = file
    ? await house.ask(url, { method, headers: { ...known, 'idempotency-key': key }, body: formOf(body, file) })
    : await house.send(method, url, body, { ...known, 'idempotency-key': key });
  const told = z.record(z.string(), z.unknown()).parse(await answer.json());
  return { status: answer.status, told, deeds: desk.seq - before };
}

function formOf(body: Keyed['body'], [name, bytes]: NonNullable<Keyed['file']>): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(body)) form.append(field, String(value));
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  return form;
}

function isRefused({ status, told, deeds }: Awaited<ReturnType<typeof send>>, what: string): void {
  const { code, detail } = commonSchema.problem.parse(told);
  assert.deepEqual([status, code, deeds], [400, 'WG_INPUT_INVALID', 0], `${what}: ${JSON.stringify(told)}`);
  assert.match(detail, /idempotency key of its own/, what);
}

/** Takes back what was done since the deed `begun`; accounts stay. */
async function undoneTo(begun: number): Promise<void> {
  for (let seq = desk.seq; seq > begun; seq -= 1) {
    const verb = (await desk.deed(seq))?.verb ?? '';
    if (!/account|invite/.test(verb)) await desk.undo(seq, { who: 'westgate' });
  }
}

const FOREIGN = 'key-of-another-route';

test('the key of another route is taken', async () => {
  const recorded = await KEYED.get('POST /api/v1/outcomes')?.(at);
  assert.ok(recorded);
  const { body, other } = recorded;
  assert.equal((await send('POST', { ...recorded, body: { ...body, ...other } }, FOREIGN)).status, 200);
});

assert.ok(routes.length > 60, `${routes.length} routes take a key`);
for (const route of routes) {
  const [method = ''] = route.split(' ');
  test(`${route}: the same request gets the first answer, and no other gets it`, async (t) => {
    const sample = KEYED.get(route);
    assert.ok(sample, 'a route that takes a key has a request in keyed-requests.ts');
    const key = route.replace(' ', ':');
    const begun = desk.seq;
    t.after(() => undoneTo(begun));
    const asked = await sample(at);
    isRefused(await send(method, asked, FOREIGN), 'the key of another route');
    const first = await send(method, asked, key);
    assert.deepEqual([first.status, first.deeds], [200, 1], JSON.stringify(first.told));
    const again = await send(method, asked, key);
    assert.equal(again.deeds, 0, 'sent again it is not done again');
    const { toldOnce = '' } = asked;
    assert.deepEqual([again.status, again.told], [200, toldOnce === '' ? first.told : { ...first.told, [toldOnce]: null }]);
    isRefused(await send(method, { ...asked, body: { ...asked.body, ...asked.other } }, key), 'another body');
  });
}

test('a key with a blank is refused: the store’s own keys have one, so that nobody takes them beforehand', async () => {
  const answer = await house.send(
    'POST',
    '/api/v1/deeds/1/undo',
    { who: 'Ada', reason: '' },
    { ...own, 'idempotency-key': 'erase-person p-0123456789abcdef' },
  );
  assert.equal(answer.status, 400);
  assert.match(await answer.text(), /word without a blank/);
});

test('every request stands for a route', () => {
  assert.deepEqual(
    [...KEYED.keys()].filter((route) => !routes.includes(route)),
    [],
  );
});
