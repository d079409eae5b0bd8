import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { editSchema, listSchema, publishingSchema, runSchema } from '@westgate/contract';
import { PUBLIC_STANDINGS } from '@westgate/domain';
import { EXAMPLE, openOffice, type TestOffice } from './office.ts';
import { type Headers, join, openPeopleOffice } from './people-office.ts';
import { zipFiles } from './zip-files.ts';

const parent = mkdtempSync(joinPath(tmpdir(), 'westgate-site-'));
after(() => rmSync(parent, { recursive: true, force: true }));
const dir = joinPath(parent, 'site');
const office = await openOffice(EXAMPLE, null, {}, { site: { dir, url: 'https://example.org/plan/' } });

const overview = async () => publishingSchema.publishing.parse(await office.get('/api/v1/publishing'));
const listed = async (ask: Readonly<Record<string, string | number>>) => {
  const query = new URLSearchParams(Object.entries(ask).map(([name, value]): [string, string] => [name, String(value)]));
  return listSchema.listTable.parse(await office.get(`/api/v1/lists/publicity?${query}`));
};
/** How many records of each kind stand how, as the screen counts them. */
const counts = async () => (await listed({ group: 'kind', pivot: 'standing', limit: 1 })).pivot ?? [];
const publish = (ask: object) => office.post('/api/v1/runs', { kind: 'public-pages', ask });
/** The run that `answer` tells of, once it is over. */
const over = async (answer: Response, of: Pick<TestOffice, 'get'> = office) => {
  assert.equal(answer.status, 200, await answer.clone().text());
  const { id } = runSchema.run.parse(await answer.json());
  for (;;) {
    const found = runSchema.runs.parse(await of.get('/api/v1/runs')).items.find((run) => run.id === id);
    if (found && found.endedAt !== null) return found;
    await sleep(20);
  }
};

/** Every file below a folder, `/` between parts. */
function filesIn(folder: string): ReadonlyMap<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = joinPath(parentPath, name);
      return [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)];
    }),
  );
}

test('the counts are those of the rows they open, and what many records are set to as one deed changes both and is undone', async () => {
  const before = await counts();
  for (const { down, across, count } of before) {
    if (down === null || across === null) continue;
    assert.ok(PUBLIC_STANDINGS.some((standing) => standing === across));
    assert.equal((await listed({ filter: `kind:is:${down};standing:is:${across}`, limit: 1 })).total, count, `${down} ${across}`);
  }
  const documents = (await listed({ filter: 'kind:is:document', limit: 500 })).rows;
  const edits = documents.map(({ of, rev }) => ({
    action: 'revise',
    table: of?.table,
    key: of?.id,
    rev,
    fields: { visibility: 'district' },
  }));
  const { seq: earlier } = await overview();
  const done = await office.post('/api/v1/edits', { who: 'Ada', reason: '', edits });
  assert.equal(done.status, 200, await done.clone().text());
  const { seq } = editSchema.editsReceipt.parse(await done.json());
  assert.equal(seq, earlier + 1);
  assert.equal((await listed({ filter: 'kind:is:document;standing:is:district', limit: 1 })).total, documents.length);
  const sentences = await listed({ filter: 'kind:is:sentence;withheld:is:true', columns: 'standing,under,visibility', limit: 500 });
  assert.ok(sentences.total > 0);
  for (const { cells } of sentences.rows) {
    const [standing, under, visibility] = cells.map((cell) =>
      cell !== null && typeof cell === 'object' && 'key' in cell ? cell.key : cell,
    );
    assert.deepEqual([standing, visibility], ['under', null]);
    assert.ok(
      documents.some(({ id }) => id === under),
      'what it is withheld with is named by its table and id',
    );
  }
  const [first] = (await listed({ columns: 'withheld', limit: 1 })).rows;
  assert.deepEqual(first?.cells, [true], 'what is withheld stands first');
  assert.equal((await office.post(`/api/v1/deeds/${seq}/undo`, { who: 'Ada', reason: '' })).status, 200);
  assert.deepEqual(await counts(), before);
});

test('their own visibility is changed in place where a kind has one, of several kinds together too', async () => {
  const editsIn = async (filter: string) =>
    (await listed({ ...(filter === '' ? {} : { filter }), limit: 1 })).columns?.flatMap(({ id, edits }) =>
      edits.length > 0 ? [[id, ...edits]] : [],
    );
  for (const filter of ['', 'kind:is:place', 'kind:is:figure', 'kind:in:place,figure'])
    assert.deepEqual(await editsIn(filter), [['visibility', 'visibility']], filter);
  assert.deepEqual(await editsIn('kind:is:link'), []);
});

test('what is narrowed to a department are the records that hang on it, page by page, and the file holds the same', async () => {
  const all = (await listed({ filter: 'kind:is:commitment', columns: 'department', limit: 500 })).rows;
  const department = all.find(({ answers }) => answers !== null)?.answers ?? '';
  const own = all.filter(({ answers }) => answers === department).map(({ id }) => id);
  const filter = `kind:is:commitment;department:is:${department}`;
  const found: string[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const part: Awaited<ReturnType<typeof listed>> = await listed({ filter, limit: 1, ...(after === '' ? {} : { after }) });
    found.push(...part.rows.map(({ id }) => id));
    after = part.next;
  }
  assert.deepEqual(found, own);
  const file = await (
    await office.ask(`/api/v1/exports/publicity.csv?${new URLSearchParams({ filter, columns: 'id', lang: 'en' })}`)
  ).text();
  assert.deepEqual(
    file.match(/commitment:[^\r\n]+/g)?.filter((line) => own.includes(line)),
    own,
  );
});

test('the archive holds the files that the folder of the operator gets, each as the manifest lists it; the same state gives the same bytes', async () => {
  const ask = { asOf: '2026-03-31', url: 'https://example.org/plan' };
  const made = await over(await publish({ to: 'archive', ...ask }));
  assert.equal(made.state, 'done');
  const take = async (): Promise<Buffer> => {
    const answer = await office.ask(`/api/v1/publishing/site.zip?${new URLSearchParams(ask)}`);
    assert.equal(answer.headers.get('content-type'), 'application/zip');
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename="110107-site-2026-03-31-\d+\.zip"$/);
    return Buffer.from(await answer.arrayBuffer());
  };
  const kept = await office.ask(`/api/v1/runs/${made.id}/file`);
  assert.match(kept.headers.get('content-disposition') ?? '', /^attachment; filename="110107-site-2026-03-31-\d+\.zip"$/);
  const archive = Buffer.from(await kept.arrayBuffer());
  assert.equal(createHash('sha256').update(archive).digest('hex'), made.file?.sha256);
  const files = zipFiles(archive);
  const written = await over(await publish({ to: 'folder', asOf: ask.asOf }));
  assert.deepEqual([written.result?.folder, written.file], [dir, null]);
  const standing = filesIn(dir);
  assert.deepEqual([...files.keys()].sort(), [...standing.keys()].sort());
  for (const [path, bytes] of files) assert.ok(bytes.equals(standing.get(path) ?? Buffer.alloc(0)), path);
  const manifest = JSON.parse(String(files.get('publication.json')));
  assert.equal(manifest.files.length, files.size - 1);
  for (const { path, sha256 } of manifest.files)
    assert.equal(
      createHash('sha256')
        .update(files.get(path) ?? '')
        .digest('hex'),
      sha256,
      path,
    );
  assert.equal(made.result?.files, manifest.files.length);
  assert.equal(made.result?.pages, manifest.files.filter(({ path }: { path: string }) => path.endsWith('.html')).length);
  assert.ok(archive.equals(await take()));
  assert.deepEqual((await overview()).site?.last, { asOf: ask.asOf, seq: made.seq });
});

test('the making is told on the event stream, is the same for the same request, is ended, run again and removed', async () => {
  const stream = await office.ask('/api/v1/changes');
  const reader = (stream.body ?? assert.fail()).pipeThrough(new TextDecoderStream()).getReader();
  const headers = { 'idempotency-key': randomUUID() };
  const body = { kind: 'public-pages', ask: { to: 'archive', asOf: '2026-02-28' } };
  const ask = () => office.post('/api/v1/runs', body, headers);
  const [first, again] = await Promise.all([ask(), ask()]);
  const made = await over(first);
  assert.equal((await over(again)).id, made.id);
  let text = '';
  while (!text.includes('"state":"done"')) text += (await reader.read()).value ?? '';
  await reader.cancel();
  const told = [...text.matchAll(/event: run\ndata: (.*)\n/g)].map(([, data = '']) => runSchema.runMessage.parse(JSON.parse(data)));
  assert.ok(told.every(({ id }) => id === made.id));
  const stages = told.flatMap(({ progress }) => progress?.stage ?? []);
  assert.deepEqual(stages.filter((stage, index) => stage !== stages[index - 1])[0], 'gather');
  const twin = await over(await office.post('/api/v1/runs', body));
  assert.notEqual(twin.id, made.id);
  assert.deepEqual([twin.inputs, twin.seq, twin.file?.sha256], [made.inputs, made.seq, made.file?.sha256]);
  const line = await Promise.all(Array.from({ length: 10 }, () => office.post('/api/v1/runs', body)));
  const ids = await Promise.all(line.map(async (each) => runSchema.run.parse(await each.json()).id));
  const places = runSchema.runs.parse(await office.get('/api/v1/runs')).items.flatMap(({ place }) => place ?? []);
  assert.deepEqual(
    places,
    places.map((_, index) => places.length - index),
  );
  for (const id of ids) assert.equal((await office.post(`/api/v1/runs/${id}/cancel`, {})).status, 200);
  for (const { id, state } of runSchema.runs.parse(await office.get('/api/v1/runs')).items)
    if (ids.slice(1).includes(id)) assert.equal(state, 'cancelled');
  const left = await office.send('DELETE', `/api/v1/runs/${made.id}`, {});
  assert.ok(!runSchema.runs.parse(await left.json()).items.some(({ id }) => id === made.id));
  assert.equal((await office.ask(`/api/v1/runs/${made.id}/file`)).status, 404);
  assert.equal((await office.ask(`/api/v1/runs/${twin.id}/file`)).status, 200);
});

test('what cannot be is refused in words: a language, an address, a page that was changed by hand', async () => {
  for (const [body, said] of [
    [{ to: 'archive', lang: 'fr' }, /lang: expected zh, en or both/],
    [{ to: 'archive', url: 'plan/site' }, /url: expected where the pages will stand/],
    [{ to: 'archive', asOf: '2026-02-30' }, /asOf/],
    [{ to: 'archive', asOf: '2099-01-01' }, /asOf: expected a day up to today/],
  ] as const) {
    const answer = await publish(body);
    assert.equal(answer.status, 400);
    assert.match(await answer.text(), said);
  }
  assert.equal((await over(await publish({ to: 'folder' }))).state, 'done');
  writeFileSync(joinPath(dir, 'index.html'), 'changed');
  const refused = await over(await publish({ to: 'folder' }));
  assert.deepEqual([refused.state, refused.fault?.code], ['failed', 'WG_NOT_EMPTY']);
  assert.match(refused.fault?.detail.en ?? '', /changed since it was published/);
  assert.equal(readFileSync(joinPath(dir, 'index.html'), 'utf8'), 'changed');
});

test('only roles that may publish come in; without a folder of the operator there is the archive', async () => {
  const people = await openPeopleOffice();
  const first = await join(people, 'Ada', null);
  const member = { ...people, post: (path: string, body: unknown) => people.post(path, body, first.as) };
  const reader = await join(member, 'Rita', ['reader']);
  const publisher = await join(member, 'Olga', ['programme-office']);
  for (const path of ['publishing', 'lists/publicity', 'exports/publicity.csv', 'publishing/site.zip']) {
    assert.equal((await people.ask(`/api/v1/${path}`)).status, 401, path);
    const refused = await people.ask(`/api/v1/${path}`, { headers: reader.as });
    assert.equal(refused.status, 403, path);
    assert.match(await refused.text(), /expected one of the roles programme-office/);
  }
  const ask = (as: Headers, to: string) => people.post('/api/v1/runs', { kind: 'public-pages', ask: { to } }, as);
  assert.equal((await ask({}, 'archive')).status, 401);
  assert.equal((await ask(reader.as, 'archive')).status, 403);
  const none = await ask(publisher.as, 'folder');
  assert.equal(none.status, 400);
  assert.match(await none.text(), /named no folder to publish into/);
  const get = async (path: string) => (await people.ask(path, { headers: publisher.as })).json();
  const made = await over(await ask(publisher.as, 'archive'), { get });
  assert.deepEqual([made.state, made.who, made.isAnonymous], ['done', 'Olga', false]);
  const others = await people.ask('/api/v1/runs', { headers: reader.as });
  assert.deepEqual(runSchema.runs.parse(await others.json()).items, [], 'who may not ask for it does not see it');
  for (const [method, path] of [
    ['GET', '/file'],
    ['POST', '/cancel'],
    ['DELETE', ''],
  ] as const) {
    const init = { method, headers: { ...reader.as, 'content-type': 'application/json' }, ...(method === 'GET' ? {} : { body: '{}' }) };
    assert.equal((await people.ask(`/api/v1/runs/${made.id}${path}`, init)).status, 404, path);
  }
});

test('an empty district is published as its first page; without one it is said that there is none', async () => {
  const empty = await openOffice(undefined);
  assert.equal((await empty.ask('/api/v1/publishing')).status, 404);
  const fields = {
    ...{ id: 'd', name_zh: '区', name_en: 'District', frame: [9.9, 53.5, 10.02, 53.57], metre_crs: 'EPSG:32632', time_zone: 'UTC' },
    ...{ languages: ['zh', 'en'], axes: [], units: {}, first_day: '1949-01-01', last_day: '2100-12-31', invented: false },
  };
  const started = await empty.post('/api/v1/district/start', { who: 'Ada', reason: '', fields });
  assert.equal(started.status, 200, await started.clone().text());
  const made = await over(await empty.post('/api/v1/runs', { kind: 'public-pages', ask: { to: 'archive' } }), empty);
  assert.equal(made.state, 'done');
  const files = zipFiles(Buffer.from(await (await empty.ask('/api/v1/publishing/site.zip')).arrayBuffer()));
  assert.match(String(files.get('en/index.html')), /District/);
});
