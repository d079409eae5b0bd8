import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { districtSchema } from '@westgate/contract';
import { heldBytes } from '../held-memory.ts';
import { HARBOUR, openOffice } from '../office.ts';

const office = await openOffice(undefined, null, {
  importBytes: 150_000_000,
  imports: 1,
  requestMs: 400,
  importMs: 60_000,
  importBytesATime: 500,
});
const IMPORT = '/api/v1/district/import';

/** The files of a folder, its bytes as they are. */
function filesOf(folder: string): ReadonlyMap<string, Uint8Array<ArrayBuffer>> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [relative(folder, path), new Uint8Array(readFileSync(path))]));
}

function formOf(files: Iterable<readonly [string, Uint8Array<ArrayBuffer> | string]>, fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [path, content] of files) form.append('file', new Blob([content]), path);
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

async function refusal(form: FormData): Promise<string> {
  const answer = await office.ask(IMPORT, { method: 'POST', body: form });
  return `${answer.status} ${await answer.text()}`;
}

test('a folder that comes in file by file is the same as one sent as JSON', async () => {
  const files = filesOf(HARBOUR);
  const sent = await office.ask(IMPORT, { method: 'POST', body: formOf(files, { who: 'Desk' }) });
  const report = districtSchema.importReport.parse(await sent.json());
  assert.equal(report.stored, true);
  const texts = Object.fromEntries([...files].map(([path, content]) => [path, new TextDecoder().decode(content)]));
  const again = await office.post(IMPORT, { files: texts, who: 'Desk' });
  assert.equal(districtSchema.importReport.parse(await again.json()).changeCount, 0);
  const part = await office.ask(IMPORT, {
    method: 'POST',
    body: formOf([['programme/departments.csv', texts['programme/departments.csv'] ?? '']], {
      partial: 'true',
      dryRun: 'true',
      who: 'Desk',
    }),
  });
  assert.equal(districtSchema.importReport.parse(await part.json()).changeCount, 0);
});

test('a path that leads elsewhere, comes twice or names a folder, and a field that is none, are refused', async () => {
  for (const path of ['../district.json', '/etc/district.json', 'a/../../b.csv', 'a\\b.csv', 'x'.repeat(300)])
    assert.match(await refusal(formOf([[path, 'x']], {})), /^400 .*WG_INPUT_INVALID/, path);
  const twice = [
    ['district.json', '{}'],
    ['district.json', '{}'],
  ] as const;
  assert.match(await refusal(formOf(twice, {})), /each file once/);
  const nested = [
    ['words', 'x'],
    ['words/plan.en.md', 'x'],
  ] as const;
  assert.match(await refusal(formOf(nested, {})), /^400 .*WG_INPUT_INVALID/);
  assert.match(await refusal(formOf([['district.json', '{}']], { whom: 'x' })), /^400 .*whom/);
  assert.match(await refusal(formOf([['district.json', '{}']], { dryRun: 'perhaps' })), /^400 .*dryRun/);
  assert.match(await refusal(formOf([['notes.txt', 'mine']], {})), /^400 .*WG_FOLDER_INVALID/);
  assert.deepEqual(leftOver(), []);
});

test('a folder over the limit is refused while it comes in, and takes no memory', async () => {
  const before = await heldBytes(ofBuffers);
  let peak = before;
  async function* form(): AsyncGenerator<Uint8Array> {
    const part = new Uint8Array(64 * 1024).fill(120);
    const head = 'content-disposition: form-data; name="file"; filename="places/places.geojson"\r\ncontent-type: application/json';
    yield new TextEncoder().encode(`--edge\r\n${head}\r\n\r\n`);
    for (let sent = 0; sent < 160_000_000; sent += part.length) {
      if (sent % (100 * part.length) === 0) peak = Math.max(peak, await heldBytes(ofBuffers, 2));
      yield part;
      await turn();
    }
    yield new TextEncoder().encode('\r\n--edge--\r\n');
  }
  const headers = { 'content-type': 'multipart/form-data; boundary=edge' };
  const init = { method: 'POST', headers, body: Readable.toWeb(Readable.from(form())), duplex: 'half' };
  const answer = await office.ask(IMPORT, init as RequestInit);
  assert.match(`${answer.status} ${await answer.text()}`, /^413 .*WG_BODY_TOO_LARGE/);
  assert.ok(peak - before < 20e6, `${((peak - before) / 1e6).toFixed(0)} MB of 160`);
  assert.deepEqual(leftOver(), []);
});

test('of folders that come in too many at a time one is refused, however it is sent', async () => {
  const files = { 'programme/departments.csv': readFileSync(join(HARBOUR, 'programme/departments.csv'), 'utf8') };
  const body = { files, partial: true, dryRun: true, who: 'Desk' };
  const answers = await Promise.all(Array.from({ length: 4 }, () => office.post(IMPORT, body)));
  const told = answers.map(({ status }) => status).sort();
  assert.equal(told[0], 200);
  assert.equal(told.at(-1), 429, told.join());
  assert.equal((await office.post(IMPORT, body)).status, 200);
});

test('a sender that comes to a stop is let go; one that comes on may take longer than any other request', async () => {
  const ended = await sendSlowly({ bytes: 2_000, everyMs: 100, times: 12 });
  assert.match(ended, /^HTTP\/1.1 400 /, 'it came to its end, and was no form');
  const stopped = await sendSlowly({ bytes: 10, everyMs: 5_000, times: 2 });
  assert.match(stopped, /^HTTP\/1.1 408 /);
});

/** Sends a form, some bytes at a time, and gives the answer. */
async function sendSlowly({
  bytes,
  everyMs,
  times,
}: {
  readonly bytes: number;
  readonly everyMs: number;
  readonly times: number;
}): Promise<string> {
  const socket = connect(office.server.port, '127.0.0.1');
  let answer = '';
  let isOver = false;
  socket.on('data', (part) => {
    answer += String(part);
  });
  socket.on('error', () => undefined);
  socket.once('close', () => {
    isOver = true;
  });
  const head = [
    'POST /api/v1/district/import HTTP/1.1',
    `host: 127.0.0.1:${office.server.port}`,
    'content-type: multipart/form-data; boundary=x',
  ];
  socket.write(`${head.join('\r\n')}\r\ncontent-length: ${bytes * times}\r\nconnection: close\r\n\r\n`);
  for (let sent = 0; sent < times && answer === '' && !isOver; sent += 1) {
    socket.write('x'.repeat(bytes));
    const until = Date.now() + everyMs;
    while (Date.now() < until && answer === '' && !isOver) await sleep(20);
  }
  for (let turn = 0; turn < 100 && answer === ''; turn += 1) await sleep(50);
  socket.destroy();
  return answer;
}

/** What lies where folders come in. */
function leftOver(): readonly string[] {
  return readdirSync(office.desk.files.incoming()).filter((name) => name.startsWith(`westgate-folder-${process.pid}-`));
}

function ofBuffers({ arrayBuffers }: NodeJS.MemoryUsage): number {
  return arrayBuffers;
}
