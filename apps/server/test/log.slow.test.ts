import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { districtSchema } from '@westgate/contract';
import { openDesk } from '@westgate/desk';
import { startServer } from '@westgate/server';
import { z } from 'zod';
import { HARBOUR } from './office.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Stands in every field that holds what is a person's. */
const SECRET = 'zyxsecret';
const lines: string[] = [];
let now = new Date();
const desk = await openDesk({ memory: true, districtFolder: HARBOUR, now: () => now });
const server = await startServer({
  desk,
  host: '127.0.0.1',
  port: 0,
  webDir: null,
  logLevel: 'info',
  writeLog: (line) => lines.push(line),
  now: () => now,
  periods: { firstRoundMs: 50, roundMs: 50 },
});
after(async () => {
  await server.close();
  await desk.close();
});

const operations = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

test('whatever is asked, with secrets in every part, no line of the log holds one; each is JSON with a level', async () => {
  const { paths } = operations.parse(await (await fetch(`${server.address}/api/openapi.json`)).json());
  const secrets = {
    who: SECRET,
    name: SECRET,
    signIn: SECRET,
    password: SECRET,
    link: SECRET,
    mail: `${SECRET}@x.example`,
    reason: SECRET,
  };
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${SECRET}`,
    cookie: `westgate-${server.port}=${SECRET}`,
    'westgate-link': SECRET,
    'idempotency-key': SECRET,
    'if-match': `"${SECRET}"`,
    'user-agent': SECRET,
  };
  for (const [path, methods] of Object.entries(paths))
    for (const method of Object.keys(methods))
      for (const sent of [headers, { ...headers, authorization: '' }]) {
        const url = `${server.address}${path.replaceAll(/\{\w+\}/g, SECRET)}?q=${SECRET}`;
        const body = method === 'get' ? {} : { body: JSON.stringify({ ...secrets, fields: secrets }) };
        const answer = await fetch(url, { method: method.toUpperCase(), headers: sent, ...body });
        await answer.text();
      }
  // What fails outside of what is foreseen is told with its kind and place.
  const failure = new TypeError(`cannot read "${SECRET}" of (${SECRET}) ${SECRET}@x.example`);
  server.faults.ofBackground(failure, 'a test');
  server.faults.ofRequest(Object.assign(new Error(`Key (name)=(${SECRET}) 王芳 exists`), { code: '23505', detail: SECRET }), 'an-id');
  const told = lines.map((line) =>
    z
      .object({ level: z.enum(['info', 'warn', 'error']), time: z.string() })
      .loose()
      .parse(JSON.parse(line)),
  );
  assert.ok(told.length >= 2);
  assert.ok(
    !lines.join('').includes(SECRET),
    lines.find((line) => line.includes(SECRET)),
  );
  assert.ok(lines.some((line) => /"TypeError"/.test(line) && /log\.slow\.test/.test(line)));
  assert.ok(lines.some((line) => /"23505"/.test(line) && /an-id/.test(line)));
});

test('a backup that is overdue is told by the probe, the screen and, once a day, the log; a new office has time', async () => {
  const upkeep = async () => districtSchema.upkeep.parse(await (await fetch(`${server.address}/api/v1/upkeep`)).json());
  const ready = async () => districtSchema.readiness.parse(await (await fetch(`${server.address}/readyz`)).json());
  assert.deepEqual([(await upkeep()).overdue, (await upkeep()).backup, (await ready()).backup], [[], null, null]);
  now = new Date(now.getTime() + 8 * DAY_MS);
  assert.deepEqual([(await upkeep()).overdue, (await ready()).overdue, (await ready()).ready], [['backup'], ['backup'], true]);
  now = new Date(now.getTime() + 90 * DAY_MS);
  assert.deepEqual((await upkeep()).overdue, ['backup', 'drill']);
  const overdue = () => lines.filter((line) => line.includes('drill-overdue')).length;
  while (overdue() === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.equal(overdue(), 1, 'not at each round');
});
