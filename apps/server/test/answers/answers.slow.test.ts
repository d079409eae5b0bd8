import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ADDRESSES, listSchema } from '@westgate/contract';
import { z } from 'zod';
import { heldBytes } from '../held-memory.ts';
import { HARBOUR, openOffice, PLENTY } from '../office.ts';
import { type Headers, join } from '../people-office.ts';
import { largeDistrict } from './large-district.ts';

const MOST = 1_000_000;
const TAKEN_MS = 1_000;
const OPERATOR = { authorization: 'Bearer operator-key-of-the-tests' };
const limits = { ...PLENTY, takenMs: TAKEN_MS, takenBytes: 16_384, downloadBytesAMinute: 1e12 };
/** Sites: enough that a list without pages is over the limit; in the long form so many as a large district has. */
const SITES = process.env.WESTGATE_TRIAL === 'all' ? 10_000 : 3_000;
const office = await openOffice(largeDistrict(SITES), null, limits, { operatorKey: 'operator-key-of-the-tests' });
const { desk, server } = office;
/** All public pages of so many sites take minutes: their archive is asked of a small district, where nobody need sign in. */
const ARCHIVE = '/api/v1/publishing/site.zip';
const small = await openOffice(HARBOUR, null, limits);

const parameter = z.object({ name: z.string(), in: z.string(), schema: z.object({ maximum: z.number().optional() }).optional() });
const document = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ parameters: z.array(parameter).default([]) }))),
});

/** Queries beside the first page and the largest, where an address needs one, or answers more to another. */
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  '/api/v1/evidence': ['of=project:pr000001'],
  '/api/v1/comments': ['of=project:pr000001'],
  '/api/v1/links': ['of=place:s000001'],
  '/api/v1/search': ['q=road', 'q=renewal of song'],
  '/api/v1/rulebook': ['kind=renovation'],
  '/api/v1/gaps': ['gap=no-place&limit=500', 'gap=position-not-known&limit=500'],
  '/api/v1/map/marks': ['of=sentence:2026-p1s1', 'of=project:pr000001'],
  '/api/v1/brief': ['since=2020-01-01'],
  '/api/v1/exceptions': ['why=late'],
  '/api/v1/today': ['asOf=2025-02-02'],
  '/api/v1/coverage': ['asOf=2025-02-02'],
  '/api/v1/commitments': ['group=state&limit=500', 'sort=state&limit=500'],
  '/api/v1/map/shapes': ['of=s000001'],
};

/** Every GET of the API with what it is asked: the first page, and the largest it gives. */
async function questions(): Promise<readonly string[]> {
  const { paths } = document.parse(await office.get('/api/openapi.json'));
  const gets = Object.entries(paths).filter(([path, methods]) => 'get' in methods && path.startsWith('/api/v1/'));
  const known = new Set(gets.map(([path]) => `GET ${path.replace('/api/v1', '').replaceAll(/\{(\w+)\}/g, ':$1')}`));
  const forgotten = Object.values(ADDRESSES).flatMap(([method, path]) => (method === 'GET' && !known.has(`GET ${path}`) ? [path] : []));
  assert.deepEqual(forgotten, [], 'every address of the table is asked');
  return gets.flatMap(([path, { get }]) => {
    const at = path === '/api/v1/changes' ? [] : addressesOf(path);
    const most = get?.parameters.find(({ name, in: where }) => where === 'query' && name === 'limit')?.schema?.maximum;
    const queries = ['', ...(most === undefined ? [] : [`limit=${most}`]), ...(QUERIES[path] ?? [])];
    return at.flatMap((each) => queries.map((query) => (query === '' ? each : `${each}?${query}`)));
  });
}

function addressesOf(path: string): readonly string[] {
  const kind = /^\/api\/v1\/([a-z]+)s\/\{id\}/.exec(path)?.[1] ?? 'place';
  const rows = Object.entries(desk.register).find(([name]) => name === kind)?.[1];
  const [id = 'nothing'] = rows?.keys() ?? [];
  const fill = (values: Readonly<Record<string, string>>): string =>
    path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? '1'));
  if (path.includes('{group}')) {
    const tiles = [0, 8, 11].map((zoom) => tileAt(zoom));
    return tiles.flatMap((tile) => ['base', 'things'].map((group) => fill({ group, ...tile })));
  }
  if (path.includes('{list}')) return listSchema.LISTS.map((list) => fill({ list }));
  return [
    fill({ id, key: 'a-key-that-nobody-used', number: '1', seq: '1', axis: [...desk.register.district.values()][0]?.axes[0]?.id ?? '' }),
  ];
}

function tileAt(zoom: number): Readonly<Record<'z' | 'x' | 'y', string>> {
  const [west = 0, south = 0] = [...desk.register.district.values()][0]?.frame ?? [];
  const turn = (south * Math.PI) / 180;
  const down = (1 - Math.log(Math.tan(turn) + 1 / Math.cos(turn)) / Math.PI) / 2;
  return {
    z: String(zoom),
    x: String(Math.floor(((west + 180) / 360) * 2 ** zoom)),
    y: String(Math.floor(down * 2 ** zoom)),
  };
}

/** What an answer is: its bytes, and whether it is a download with a name. */
async function taken(path: string, headers: Headers) {
  const asked = path.startsWith(ARCHIVE) ? small.ask(path) : office.ask(path, { headers });
  const answer = await asked.catch((error: unknown) => assert.fail(`${path} was not answered: ${String(error)}`));
  let bytes = 0;
  for await (const part of answer.body ?? []) bytes += part.length;
  return { status: answer.status, bytes, isNamed: /filename=/.test(answer.headers.get('content-disposition') ?? '') };
}

const report = await office.post('/api/v1/reports', { title: { zh: null, en: 'Report' }, who: 'Seed' }, OPERATOR);
assert.equal(report.status, 200, await report.clone().text());
const inviting = { post: (path: string, body: unknown) => office.post(path, body, path.endsWith('/people') ? OPERATOR : {}) };
const [department = ''] = desk.register.department.keys();
await join(office, 'Manager', null);
const lead = await join(inviting, 'Lead', ['department-lead'], department);
const programme = await join(inviting, 'Desk', ['programme-office']);

test('no answer of any address is over 1 MB, whoever asks, but downloads with a name', async () => {
  const all = await questions();
  const found: string[] = [];
  let [answered, downloads] = [0, 0];
  // Files and tables that take long to make are made for one who asks.
  const files = /\/exports\/|\/lists\/|\.(docx|xlsx|json|zip)$/;
  for (const [name, headers] of Object.entries({ nobody: {}, lead: lead.as, programme: programme.as })) {
    for (const path of all.filter((each) => name === 'programme' || !files.test(each))) {
      const { status, bytes, isNamed } = await taken(path, headers);
      if (status === 200) answered += 1;
      if (isNamed) downloads += 1;
      if (bytes > MOST && !isNamed) found.push(`${name}: ${path} has ${bytes} bytes and no name`);
      if (status === 422 || status >= 500) found.push(`${name}: ${path} was refused with ${status}`);
    }
  }
  assert.deepEqual(found, []);
  assert.ok(answered > 200 && downloads > 35, `${answered} answers, ${downloads} of them downloads`);
});

test('a hundred who take nothing, next to nothing or go away hold no memory, keep nobody waiting and are let go', async () => {
  await taken('/api/v1/publication', {});
  await taken('/api/v1/district/export', programme.as);
  const before = await heldBytes(ofAll);
  let peak = before;
  const sockets = Array.from({ length: 100 }, (_, index) =>
    slowReader(index % 2 === 0 ? '/api/v1/publication' : '/api/v1/district/export', index % 2 === 0 ? {} : programme.as, index % 3),
  );
  let asked = 0;
  for (const until = Date.now() + TAKEN_MS * 3; Date.now() < until; asked += 1) {
    assert.equal((await taken('/api/v1/district', programme.as)).status, 200);
    if (asked % 5 === 0) peak = Math.max(peak, await heldBytes(ofAll, 2));
    await sleep(20);
  }
  assert.ok(asked > 3, `${asked} others were answered meanwhile`);
  await allLetGo();
  for (const socket of sockets) socket.destroy();
  const grown = (await heldBytes(ofAll, 10)) - before;
  assert.ok(peak - before < 45e6, `${((peak - before) / 1e6).toFixed(0)} MB at most while 100 take nothing`);
  assert.ok(grown < 15e6, `${(grown / 1e6).toFixed(0)} MB more than before`);
});

/** Asks by a bare connection: takes nothing, one byte now and then, or goes away after the first. */
function slowReader(path: string, headers: Headers, kind: number): Socket {
  const socket = connect(server.port, '127.0.0.1');
  const lines = Object.entries({ host: `127.0.0.1:${server.port}`, ...headers }).map(([name, value]) => `${name}: ${value}`);
  socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  socket.pause();
  socket.on('error', () => undefined);
  if (kind === 1) {
    const reading = setInterval(() => socket.read(1), 200);
    socket.once('close', () => clearInterval(reading));
  }
  if (kind === 2) socket.once('readable', () => socket.destroy());
  return socket;
}

async function allLetGo(): Promise<void> {
  for (let turn = 0; turn < 300; turn += 1) {
    const { downloads, taking, waitingBytes, callers } = server.answers;
    if (downloads + taking + waitingBytes + callers === 0) return;
    await sleep(50);
  }
  assert.fail(`still under way: ${JSON.stringify(server.answers)}`);
}

function ofAll({ heapUsed, external }: NodeJS.MemoryUsage): number {
  return heapUsed + external;
}
