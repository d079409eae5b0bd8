import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { HARBOUR, openOffice } from './office.ts';

const screens = mkdtempSync(join(tmpdir(), 'westgate-screens-'));
after(() => rmSync(screens, { recursive: true }));
mkdirSync(join(screens, 'assets'));
writeFileSync(join(screens, 'index.html'), '<!doctype html><title>Westgate</title>');
writeFileSync(join(screens, 'assets', 'main-4f2a.js'), 'export {};');
writeFileSync(join(screens, 'assets', 'main-4f2a.js.br'), brotliCompressSync('export {};'));
const office = await openOffice(HARBOUR, screens);
const { desk } = office;

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
}

/** Asks as a browser does; `fetch` would unpack what comes. */
function ask(path: string, headers: Record<string, string> = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    request({ port: office.server.port, path, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: Buffer.concat(parts) }));
    })
      .on('error', reject)
      .end();
  });
}

test('an answer goes out packed as the caller takes it, and holds the same', async () => {
  const plain = await ask('/api/openapi.json');
  assert.equal(plain.headers['content-encoding'], undefined);
  const ways = [
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
  ] as const;
  for (const [taken, coding, unpack] of ways) {
    const packed = await ask('/api/openapi.json', { 'accept-encoding': taken });
    assert.equal(packed.headers['content-encoding'], coding, taken);
    assert.equal(packed.headers.vary, 'accept-encoding');
    assert.equal(Number(packed.headers['content-length']), packed.bytes.length);
    assert.ok(packed.bytes.length < plain.bytes.length / 5, `${packed.bytes.length} of ${plain.bytes.length} bytes`);
    assert.deepEqual(unpack(packed.bytes), plain.bytes);
  }
});

test('an answer that a browser holds packed is not sent again, and one that is short is not packed', async () => {
  const path = '/api/v1/lists/places';
  const first = await ask(path, { 'accept-encoding': 'br' });
  assert.equal(first.headers['content-encoding'], 'br');
  const again = await ask(path, { 'accept-encoding': 'br', 'if-none-match': String(first.headers.etag) });
  assert.deepEqual([again.status, again.bytes.length, again.headers['content-encoding']], [304, 0, undefined]);
  const refused = await ask('/api/v1/places/nowhere', { 'accept-encoding': 'br' });
  assert.deepEqual([refused.status, refused.headers['content-encoding']], [404, undefined]);
});

test('what a deed did not change is not sent again after it', async () => {
  const [project] = desk.register.project.keys();
  const paths = ['/api/v1/parks', `/api/v1/projects/${project}`, '/api/v1/deeds', '/api/v1/today', '/api/v1/brief'];
  const first = await Promise.all(paths.map((path) => ask(path)));
  // Asked again before the deed: what the browser keeps then is what it had.
  const before = await Promise.all(paths.map((path, index) => ask(path, { 'if-none-match': String(first[index]?.headers.etag) })));
  assert.deepEqual(
    before.map(({ status }) => status),
    [304, 304, 304, 304, 304],
  );
  const outcome = {
    subjectKind: 'project',
    subjectId: project,
    what: 'progress',
    confidence: 'medium',
    dates: '2025-06',
    source: null,
    note: { zh: null, en: 'seen' },
  };
  const done = await office.send('POST', '/api/v1/outcomes', { who: 'Ada', ...outcome });
  assert.equal(done.status, 200, await done.text());
  const after = await Promise.all(paths.map((path, index) => ask(path, { 'if-none-match': String(before[index]?.headers.etag) })));
  assert.deepEqual(
    after.map(({ status }) => status),
    [304, 200, 200, 200, 200],
    'Today counts by the number of the last deed, the brief shows it',
  );
  assert.equal((JSON.parse(after[3]?.bytes.toString() ?? '') as { readonly seq: number }).seq, desk.seq);
  assert.equal((JSON.parse(after[4]?.bytes.toString() ?? '') as { readonly seq: number }).seq, desk.seq);
  const [held] = after;
  assert.equal(held?.headers.vary, 'accept-encoding');
  assert.equal(held?.headers.etag, before[0]?.headers.etag, 'nothing that the parks rest on was touched');
  assert.notEqual(held?.headers['x-westgate-seq'], before[0]?.headers['x-westgate-seq']);
  const again = await ask('/api/v1/parks', { 'if-none-match': String(held?.headers.etag) });
  assert.equal(again.status, 304);
});

test('a file of the screens goes out as the build packed it', async () => {
  const path = '/assets/main-4f2a.js';
  const packed = await ask(path, { 'accept-encoding': 'gzip, deflate, br' });
  assert.deepEqual([packed.headers['content-encoding'], packed.headers['content-type']], ['br', 'application/javascript; charset=utf-8']);
  assert.match(String(packed.headers['cache-control']), /immutable/);
  assert.equal(brotliDecompressSync(packed.bytes).toString(), 'export {};');
  const plain = await ask(path);
  assert.deepEqual([plain.headers['content-encoding'], plain.bytes.toString()], [undefined, 'export {};']);
});
