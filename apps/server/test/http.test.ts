import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ERRORS } from '@westgate/base';
import { commonSchema, districtSchema, listSchema } from '@westgate/contract';
import { addressOf, LINKED_KINDS } from '@westgate/domain';
import { startServer } from '@westgate/server';
import { z } from 'zod';
import { HARBOUR, openOffice } from './office.ts';

const screens = mkdtempSync(join(tmpdir(), 'westgate-screens-'));
after(() => rmSync(screens, { recursive: true }));
mkdirSync(join(screens, 'assets'));
writeFileSync(join(screens, 'index.html'), '<!doctype html><title>Westgate</title>');
writeFileSync(join(screens, 'assets', 'main-4f2a.js'), 'export {};');
const office = await openOffice(HARBOUR, screens);
const port = office.server.port;

const problemOf = async (answer: Response) => {
  assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
  const problem = commonSchema.problem.parse(await answer.json());
  assert.equal(problem.status, answer.status);
  assert.equal(problem.requestId, answer.headers.get('x-request-id'));
  return problem;
};

test('what a caller gets wrong is told as a problem with its code', async () => {
  const wrong: readonly (readonly [string, RequestInit | undefined, number, string])[] = [
    ['/api/v1/places/nowhere', undefined, 404, 'WG_NOT_FOUND'],
    ['/api/v1/nothing', undefined, 404, 'WG_NOT_FOUND'],
    ['/api/v1/places/%E0%A4%A', undefined, 400, 'WG_INPUT_INVALID'],
    [`/api/v1/places/${'x'.repeat(400)}`, undefined, 404, 'WG_NOT_FOUND'],
    ['/api/v1/places?colour=red&size=1', undefined, 400, 'WG_INPUT_INVALID'],
    ['/api/v1/places?limit=0', undefined, 400, 'WG_INPUT_INVALID'],
    ['/api/v1/places?sort=colour', undefined, 400, 'WG_INPUT_INVALID'],
    ['/api/v1/places?asOf=2024-02-30', undefined, 400, 'WG_INPUT_INVALID'],
    ['/api/v1/places?after=nonsense', undefined, 400, 'WG_INPUT_INVALID'],
    ['/api/v1/places?bbox=3,2,1,0', undefined, 400, 'WG_INPUT_INVALID'],
    ['/api/v1/search', undefined, 400, 'WG_INPUT_INVALID'],
    ['/api/v1/places', { method: 'PUT' }, 405, 'WG_METHOD_REFUSED'],
    ['/api/v1/outcomes', { method: 'POST', body: '{}', headers: { 'content-type': 'text/plain' } }, 415, 'WG_MEDIA_REFUSED'],
    ['/api/v1/outcomes', { method: 'POST', body: '{"who":', headers: { 'content-type': 'application/json' } }, 400, 'WG_INPUT_INVALID'],
    ['/api/v1/outcomes', { method: 'POST', headers: { 'content-type': 'application/json' } }, 400, 'WG_INPUT_INVALID'],
    [
      '/api/v1/outcomes',
      { method: 'POST', body: `"${'x'.repeat(300_000)}"`, headers: { 'content-type': 'application/json' } },
      413,
      'WG_BODY_TOO_LARGE',
    ],
  ];
  for (const [path, init, status, code] of wrong) {
    const answer = await office.ask(path, init);
    assert.equal(answer.status, status, `${init?.method ?? 'GET'} ${path.slice(0, 60)}`);
    assert.equal((await problemOf(answer)).code, code);
  }
});

test('an unknown query parameter is named', async () => {
  const problem = await problemOf(await office.ask('/api/v1/places?colour=red&size=1'));
  assert.match(problem.detail, /colour, size: unknown query parameter/);
});

test('a value that does not fit is told with what was expected and what came, cut short', async () => {
  const day = await problemOf(await office.ask('/api/v1/places?asOf=2024-02-30'));
  assert.match(day.detail, /^asOf: expected a day or period of the calendar, such as .*, found 2024-02-30$/);
  const long = await problemOf(await office.ask(`/api/v1/places?sort=${'x'.repeat(150)}`));
  assert.match(long.detail, /^sort: .*"id".*, got "x{58}…$/);
});

test('a cursor of another order is refused', async () => {
  const page = z.object({ next: z.string() }).parse(await office.get('/api/v1/places?limit=1&sort=name'));
  assert.equal((await office.ask(`/api/v1/places?limit=1&sort=kind&after=${page.next}`)).status, 400);
});

test('no malformed body makes the server fail', async () => {
  const bodies = [
    'null',
    '[]',
    '1',
    '"x"',
    '{}',
    '{"__proto__":{"a":1}}',
    '{"subjectKind":{}}',
    '{"files":[]}',
    '{"files":{"a":1}}',
    '{"who":""}',
    '\u0000',
    '[[[[',
  ];
  for (const path of [
    'outcomes',
    'district/import',
    'deeds/1/undo',
    'deeds/x/undo',
    'verify',
    'sheets/preview',
    'sheets/import',
    ...['values/preview', 'values/import'],
    'updates',
  ]) {
    for (const body of bodies) {
      const answer = await office.ask(`/api/v1/${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
      assert.ok(answer.status < 500, `${path} ${body}: ${answer.status}`);
    }
  }
});

test('a wrong method is told which are right', async () => {
  const answer = await office.ask('/api/v1/outcomes');
  assert.equal(answer.status, 405);
  assert.equal(answer.headers.get('allow'), 'POST');
});

test('while the screens are built again theirs is a missing page, not a wrong method', async () => {
  const index = join(screens, 'index.html');
  renameSync(index, `${index}.old`);
  const answer = await office.ask('/plan');
  renameSync(`${index}.old`, index);
  assert.equal((await problemOf(answer)).code, 'WG_NOT_FOUND');
  assert.equal((await office.ask('/plan')).status, 200);
});

test('other hosts and other sites are refused', async () => {
  assert.equal(await statusWith({ host: 'evil.example' }), 403);
  assert.equal(await statusWith({ host: `evil.example:${port}` }), 403);
  assert.equal(await statusWith({ host: '' }), 403);
  assert.equal(await statusWith({ host: `localhost:${port}` }), 200);
  assert.equal(await statusWith({ host: `[::1]:${port}` }), 200);
  const post = (origin: string) => office.post('/api/v1/verify', {}, { origin });
  assert.equal((await problemOf(await post('http://evil.example'))).code, 'WG_ORIGIN_REFUSED');
  assert.equal((await post('null')).status, 403);
  assert.equal((await post(office.server.address)).status, 200);
});

test('every answer carries a strict policy and a request id', async () => {
  for (const path of ['/', '/plan', '/outside', '/unsubscribe', '/api/', '/api/v1/district', '/api/v1/nothing', '/healthz']) {
    const answer = await office.ask(path);
    const policy = answer.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/, path);
    assert.match(policy, /frame-ancestors 'none'/, path);
    assert.doesNotMatch(policy, /unsafe/, path);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(answer.headers.get('referrer-policy'), 'no-referrer');
    assert.ok(answer.headers.get('x-request-id'), path);
    assert.equal(answer.headers.get('access-control-allow-origin'), null);
  }
});

test('the screens are served, hashed files for good, and unknown addresses are told in both languages', async () => {
  for (const path of ['/', '/plan', '/atlas', '/register', '/reports', '/coverage', '/brief', '/commitments/p1s2-1', '/places/x']) {
    const answer = await office.ask(path);
    assert.equal(answer.status, 200, path);
    assert.equal(answer.headers.get('cache-control'), 'no-cache');
    assert.match(await answer.text(), /<title>Westgate/);
  }
  const asset = await office.ask('/assets/main-4f2a.js');
  assert.match(asset.headers.get('cache-control') ?? '', /immutable/);
  const missing = await office.ask('/no/such/page', { headers: { accept: 'text/html' } });
  assert.equal(missing.status, 404);
  assert.match(await missing.text(), /页面不存在[\s\S]*No such page/);
  assert.equal((await office.ask('/assets/%2e%2e/%2e%2e/package.json')).status, 404);
});

test('the probes tell that it lives and is ready', async () => {
  assert.deepEqual(await office.get('/healthz'), { alive: true });
  const ready = districtSchema.readiness.parse(await office.get('/readyz'));
  const faults = { requests: 0, background: 0 };
  const upkeep = { backup: null, drill: null, overdue: [] };
  assert.deepEqual(ready, { ready: true, seq: 1, mode: 'ready', reason: null, note: null, restarts: null, faults, ...upkeep });
});

test('the OpenAPI document names every route and every reference in it leads somewhere', async () => {
  const operation = z.object({
    summary: z.string().min(5),
    tags: z.array(z.string()).min(1),
    responses: z.record(z.string(), z.object({ description: z.string() })),
  });
  const schema = z.object({
    openapi: z.literal('3.1.0'),
    paths: z.record(z.string(), z.record(z.string(), operation)),
    components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
  });
  const text = await (await office.ask('/api/openapi.json')).text();
  const document = schema.parse(JSON.parse(text));
  const refs = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1] ?? '');
  assert.ok(refs.length > 100);
  for (const ref of refs) assert.ok(ref in document.components.schemas, ref);
  assert.deepEqual([...text.matchAll(/"\$ref":"(?!#\/components\/schemas\/)/g)], []);
  for (const name of Object.keys(document.components.schemas)) assert.ok(refs.includes(name), `${name} is used`);
  const routes = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
  const nouns = LINKED_KINDS.map(addressOf);
  const wanted = [
    ...nouns.flatMap((noun) => ['', '/{id}', '/{id}/links', '/{id}/history'].map((rest) => `get /api/v1/${noun}${rest}`)),
    ...[
      'district',
      'coverage',
      ...['health-check', 'indicators/{id}/units', 'indicator-board', 'space-board', 'industry-board'],
      ...['axes/{axis}', 'axes/{axis}/{value}', 'places/{id}/gathering', 'leader-page'],
      ...['gaps', 'held-faults', 'search', 'oc4ids', 'exports/oc4ids.json', 'projects/{id}/oc4ids'],
      'map/sheet',
      'lists/{list}',
      'map/counts',
      'links',
      'map/marks',
      'map/shapes',
      'map/tiles/{group}/{z}/{x}/{y}',
      'persons',
      'account',
      'people',
      'session',
      'ways-in',
      'sign-ins',
      'underway/{key}',
      'upkeep',
      'sources',
      'sources/{id}',
      'documents/{id}/drafts',
      'documents/{id}/versions',
      'documents/{id}/versions/diff',
      'sources/{id}/history',
      'questions',
      'recipes',
      ...['xlsx', 'csv'].flatMap((format) => [`exports/task-sheet.${format}`, `exports/values.${format}`]),
      'deeds',
      'deeds/{seq}',
      'district/export',
      'publication',
      ...['exposure', 'exposure.csv', 'report.docx', 'wet-shares'].map((part) => `flood-cases/{id}/${part}`),
      ...['flood-adoptions', 'grounds/{id}/reading', 'publishing', 'publishing/site.zip', 'runs', 'runs/{id}/file'],
      ...['today', 'exceptions', 'span'],
      ...['calendars', 'colleagues', 'outside', 'outside-links', 'changes', 'brief'],
      ...['evidence', 'evidence/{id}/file'],
      'rulebook',
      'gates',
      ...['gates', 'dates', 'money', 'components'].map((what) => `projects/{id}/${what}`),
      ...['events/{id}/readiness', 'events/{id}/deals', 'feedback-items/{id}/sender', 'calendar-feeds', 'calendar-files/{secret}'],
      'monthly',
      'views',
      'reports/{number}/since',
      'exports/monthly.xlsx',
      'reports',
      'reports/circular',
      'reports/{number}',
      ...['check', 'frozen.json', 'report.docx', 'figures.xlsx'].map((part) => `reports/{number}/${part}`),
      'exports/coverage.xlsx',
      'exports/coverage.docx',
      'exports/health-check.docx',
      ...['comments', 'mentions', 'followed', 'account/follows', 'account/notices'],
      'courier',
      'journal',
      'pending-changes',
      'supervision',
      'supervision/{id}',
      'supervision/{id}/history',
      ...[...listSchema.LISTS, 'deeds'].flatMap((list) => [`exports/${list}.csv`, `exports/${list}.xlsx`]),
    ].map((path) => `get /api/v1/${path}`),
    ...[
      'outcomes',
      'deeds/{seq}/undo',
      'district/import',
      'verify',
      'plan/drafts',
      'plan/read',
      'plans',
      'documents/{id}/text',
      'questions/{id}/answer',
      'sheets/preview',
      'sheets/import',
      ...['values/preview', 'values/import'],
      'updates',
      'owners',
      'owners/hand-over',
      'outside-links',
      'outside/report',
      'outside/evidence',
      'monthly',
      'views',
      'persons/{person}/erase',
      'people',
      'people/first',
      ...['close', 'reopen', 'link', 'sign-out'].map((act) => `people/{person}/${act}`),
      'session',
      'links/look',
      'links/take-up',
      'links/enter',
      'passkeys/ask',
      'passkeys/enter',
      ...['begin', 'enter'].map((act) => `directory/${act}`),
      ...['passkeys', 'passkeys/begin', 'passkeys/{id}/name', 'directory'].map((own) => `account/${own}`),
      'projects/{id}/gates/{gate}/pass',
      'projects/{id}/gates/{gate}/keep',
      ...['answers', 'asks', 'refusal', 'rules'].map((move) => `projects/{id}/${move}`),
      'projects/{id}/dates/freeze',
      'evidence',
      'pending-changes',
      'pending-changes/{id}/decision',
      'supervision',
      ...['meetings/{id}/conclude', 'decisions/{id}/assign', 'requests', 'supervision/{id}/escalate'],
      ...['supervision/{id}/steps', 'issues/{id}/decide', 'issues/{id}/close', 'industries/{id}/tier', 'industries/{id}/reviews'],
      ...['feedback-items/{id}/answer', 'feedback-items/{id}/dismissal'],
      'oc4ids/import',
      ...['events/{id}/copy-readiness', 'calendar-feeds', 'calendar-files/read'],
      ...['comments', 'comments/{id}/withdrawal'],
      'courier/chats',
      'journal/mend',
      'courier/again',
      'unsubscribe/{token}',
      ...['password', 'follows', 'notices', 'second-factor', 'second-factor/confirm', 'second-factor/drop', 'tokens'].map(
        (part) => `account/${part}`,
      ),
      'reports',
      ...['flood-cases/{id}/adopt', 'flood-cases/{id}/preview', 'drills/{id}/accept', 'drills/{id}/record', 'dual-use-assets/{id}/mode'],
      ...['runs', 'runs/{id}/cancel'],
    ].map((path) => `post /api/v1/${path}`),
    ...[...nouns, 'sources', 'figures', 'outcomes'].map((noun) => `patch /api/v1/${noun}/{id}`),
    'patch /api/v1/evidence/{id}',
    'delete /api/v1/evidence/{id}',
    'delete /api/v1/runs/{id}',
    'delete /api/v1/outside-links/{id}',
    'delete /api/v1/outcomes/{id}',
    ...[...nouns, 'sources'].map((noun) => `get /api/v1/${noun}/{id}/row`),
    ...[...nouns.slice(1), 'sources'].flatMap((noun) => [
      `post /api/v1/${noun}`,
      `delete /api/v1/${noun}/{id}`,
      `post /api/v1/${noun}/{id}/merge`,
    ]),
    'post /api/v1/edits',
    'post /api/v1/links',
    'delete /api/v1/links',
    'delete /api/v1/calendar-feeds/{id}',
    'delete /api/v1/views/{id}',
    'get /api/v1/district/standing',
    'post /api/v1/district/start',
    'post /api/v1/district/clear',
    'post /api/v1/district/example',
    'patch /api/v1/district',
    'patch /api/v1/people/{person}',
    'delete /api/v1/session',
    'delete /api/v1/account/tokens/{id}',
    'delete /api/v1/account/passkeys/{id}',
    'delete /api/v1/account/directory',
    'get /healthz',
    'get /readyz',
  ];
  assert.deepEqual(routes.toSorted(), wanted.toSorted());
  for (const [path, methods] of Object.entries(document.paths)) {
    if (!path.startsWith('/api/v1/') || path === '/api/v1/changes') continue;
    for (const { responses } of Object.values(methods))
      for (const status of ['200', '400', '403', '429', '500']) assert.ok(status in responses, `${path} ${status}`);
  }
});

test('the API page shows every route and every error code, without a script', async () => {
  const page = await (await office.ask('/api/')).text();
  for (const path of ['/api/v1/commitments/{id}/history', '/api/v1/outcomes', '/readyz']) assert.ok(page.includes(path), path);
  for (const code of Object.keys(ERRORS)) assert.ok(page.includes(`id="${code}"`), code);
  assert.doesNotMatch(page, /<script|https?:\/\//);
  for (const [, name] of page.matchAll(/href="#([^"]+)"/g)) assert.ok(page.includes(`id="${name}"`), name);
});

test('a request that is not HTTP gets a problem and not silence', async () => {
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
  assert.match(answer, /^HTTP\/1\.1 400 /);
  assert.match(answer, /application\/problem\+json/);
});

test('a taken port is told by its code, and a closed server ends its streams within two seconds', async () => {
  const options = { desk: office.desk, host: '127.0.0.1', webDir: null, logLevel: 'silent' } as const;
  await assert.rejects(startServer({ ...options, port }), { code: 'EADDRINUSE' });
  const second = await startServer({ ...options, port: 0 });
  const stream = await fetch(`${second.address}/api/v1/changes`);
  const ended = stream.text();
  const began = performance.now();
  await second.close();
  assert.match(await ended, /retry/);
  assert.ok(performance.now() - began < 2000);
  await assert.rejects(fetch(`${second.address}/healthz`));
});

function statusWith(headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path: '/api/v1/district', headers, setHost: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('error', reject).end();
  });
}
