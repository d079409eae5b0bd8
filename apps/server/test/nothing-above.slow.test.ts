import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { listSchema, peopleSchema } from '@westgate/contract';
import { policy, type Role, vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { HARBOUR, openOffice, PLENTY } from './office.ts';
import { seedMatter } from './secret-matters.ts';
import { editsOf, frameCentre, idsOf, secretsOf, seedFile } from './secret-records.ts';
import { textIn } from './text-in.ts';

const PASSWORD = 'a heron stands on the weir';
const OPERATOR = 'operator-key-of-this-test';
const { desk, server } = await openOffice(HARBOUR, null, PLENTY, { operatorKey: OPERATOR });

const [own = '', other = ''] = [...desk.register.department.keys()];
const [aSentence = ''] = [...desk.register.sentence.keys()];
const operator = { authorization: `Bearer ${OPERATOR}` };
const ask = (path: string, init: RequestInit = {}, headers: Record<string, string> = {}) =>
  fetch(`${server.address}${path}`, { ...init, headers: { ...headers, ...(init.body ? { 'content-type': 'application/json' } : {}) } });
const post = (path: string, body: unknown, headers: Record<string, string>) =>
  ask(path, { method: 'POST', body: JSON.stringify(body) }, headers);

const SECRETS = secretsOf(own, other);
const TODAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' }).format(new Date());
const WORD_NOBODY = 'zyxlandtitle';

const EVIDENCE: string[] = [];
const SEEDED: Awaited<ReturnType<typeof seedMatter>>[] = [];
for (const secret of SECRETS) {
  const seeded = await post(
    '/api/v1/edits',
    { who: 'Seed', reason: `because of ${secret.word}`, edits: editsOf(desk.register, secret) },
    operator,
  );
  assert.equal(seeded.status, 200, await seeded.clone().text());
  const { project, place } = idsOf(secret.word);
  const subject = { subjectKind: 'project', subjectId: project };
  const none = { source: null, value: null, unit: null, newDueOn: null };
  const outcome = { ...subject, ...none, what: 'started', dates: '2026-01-02', confidence: 'low' };
  const recorded = await post('/api/v1/outcomes', { ...outcome, note: { zh: null, en: `${secret.word} outcome` }, who: 'Seed' }, operator);
  assert.equal(recorded.status, 200, await recorded.clone().text());
  const update = { ...subject, unchanged: false, step: 'blocked', words: { zh: null, en: `${secret.word} report` } };
  const reported = await post('/api/v1/updates', { who: 'Seed', updates: [update] }, operator);
  assert.equal(reported.status, 200, await reported.clone().text());
  const body = { zh: null, en: `${secret.word} body` };
  const expiresOn = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  const linked = await post(
    '/api/v1/outside-links',
    { who: 'Seed', subjectKind: 'project', subjectId: project, body, expiresOn },
    operator,
  );
  assert.equal(linked.status, 200, await linked.clone().text());
  const progress = { project, completedFen: 1, words: { zh: null, en: `${secret.word} month` } };
  const month = await post('/api/v1/monthly', { who: 'Seed', month: '2024-12', reports: [progress] }, operator);
  assert.equal(month.status, 200, await month.clone().text());
  const seeds = await seedMatter(post, operator, { word: secret.word, project, departments: [own, other], today: TODAY });
  SEEDED.push(seeds);
  EVIDENCE.push(await seedFile(server.address, operator, { word: secret.word, project }));
  const revised = await ask(
    `/api/v1/places/${place}`,
    { method: 'PATCH', body: JSON.stringify({ who: 'Seed', reason: secret.word, fields: { note_en: `${secret.word} later note` } }) },
    { ...operator, 'if-match': '"1"' },
  );
  assert.equal(revised.status, 200, await revised.clone().text());
}
const [publicPlace] = [...desk.register.place.values()];
await ask(
  `/api/v1/places/${publicPlace?.id}`,
  { method: 'PATCH', body: JSON.stringify({ who: 'Seed', fields: { land_title: 'state', land_title_note_en: WORD_NOBODY } }) },
  { ...operator, 'if-match': `"${publicPlace?.rev}"` },
);
const hidden = SECRETS.find(({ visibility, department }) => visibility === 'confidential' && department === other);
const made = await post('/api/v1/reports', { title: { zh: null, en: `${hidden?.word} report` }, who: 'Seed' }, operator);
assert.equal(made.status, 200, await made.clone().text());

/** Everyone who may ask: the public, and one of each role, of the own department. */
interface Asker {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly headers: Record<string, string>;
}
const askers: Asker[] = [];
for (const role of ['system-administrator', ...vocabulary.ROLES.filter((each) => each !== 'system-administrator')] as const) {
  const invitation = { who: 'x', name: role, signIn: role, roles: [role], department: role.startsWith('department') ? own : null };
  const { link, id } = peopleSchema.invited.parse(await (await post('/api/v1/people', invitation, operator)).json());
  const answer = await post(
    '/api/v1/links/take-up',
    { link: link.split('#')[1], name: `Nemo ${role}`, signIn: role, password: PASSWORD },
    {},
  );
  assert.equal(answer.status, 200, await answer.clone().text());
  if (role === 'department-member') {
    const subjects = SECRETS.filter(({ department }) => department === own).map(({ word }) => ({
      kind: 'project',
      id: idsOf(word).project,
    }));
    const named = await post('/api/v1/owners', { who: 'Seed', person: id, subjects }, operator);
    assert.equal(named.status, 200, await named.clone().text());
  }
  askers.push({ name: role, roles: [role], headers: { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' } });
}
for (const { word } of SECRETS) {
  const office = askers.find(({ name }) => name === 'programme-office');
  const view = { who: 'x', name: { en: `${word} view` }, screen: 'register', query: `q=${word}`, sharedWith: 'me' };
  const kept = await post('/api/v1/views', view, office?.headers ?? {});
  assert.equal(kept.status, 200, await kept.clone().text());
}
askers.push({ name: 'public', roles: [], headers: {} });

const readerOf = ({ roles }: Asker) => ({ roles, department: roles.some((role) => role.startsWith('department')) ? own : null });
/** The secret words that must not be found. */
const above = (asker: Asker): readonly string[] => {
  const words = SECRETS.filter((secret) => !policy.mayTouch(readerOf(asker), 'read', secret)).map(({ word }) => word);
  return asker.roles.length === 0 ? [...words, WORD_NOBODY, 'Seed', 'Nemo '] : words;
};
/** Departments own commitments and projects alone: what belongs to none is read by those who read everything. */
const ofNone = (asker: Asker): readonly string[] =>
  SECRETS.filter(
    ({ visibility, word }) => visibility !== 'district' && !above(asker).includes(word) && !policy.reachesAll(readerOf(asker), 'read'),
  ).flatMap(({ word }) => [`${word}-place`, `${word}-source`, `${word}-event`, `${word}-park`, `${word}-indicator`, `${word}-document`]);

const operations = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
const { paths } = operations.parse(await (await ask('/api/openapi.json')).json());
const GETS = Object.entries(paths)
  .filter(([path, methods]) => 'get' in methods && path.startsWith('/api/v1/'))
  .map(([path]) => path);

/** How the parts of an address are filled: with every kind of id, of what may be known and of what may not. */
function addressesOf(path: string): readonly string[] {
  const noun = /^\/api\/v1\/(\w+)\/\{id\}/.exec(path)?.[1];
  const kind = noun === undefined ? undefined : KINDS[noun];
  if (path.includes('{group}'))
    return [0, 8, 12]
      .flatMap((zoom) => tilesAt(zoom))
      .flatMap((at) => ['base', 'things'].map((group) => path.replace('{group}/{z}/{x}/{y}', `${group}/${at}`)));
  if (path.includes('{seq}')) return Array.from({ length: desk.seq }, (_, index) => path.replace('{seq}', String(index + 1)));
  if (path.includes('{list}')) {
    return COLUMNS.flatMap(([list, columns]) =>
      ['', `&columns=${columns}`].map((more) => `${path.replace('{list}', list)}?limit=500${more}`),
    );
  }
  if (path.includes('{number}')) return [path.replace('{number}', '1')];
  if (kind !== undefined)
    return [...SECRETS.map(({ word }) => `${word}-${kind}`), firstOf(kind)].map((id) => path.replace('{id}', id) + (QUERIES[path] ?? ''));
  if (path.includes('/supervision/{id}')) return SEEDED.map(({ matter }) => path.replace('{id}', matter));
  if (path === '/api/v1/comments') return SECRETS.map(({ word }) => `${path}?of=project:${word}-project`);
  if (path === '/api/v1/followed')
    return [`${path}?of=${SECRETS.flatMap(({ word }) => [`project:${word}-project`, `place:${word}-place`]).join(',')}&after=0`];
  if (path === '/api/v1/mentions') return [path, `${path}?department=${own}`, `${path}?department=${other}`];
  if (path === '/api/v1/supervision')
    return [path, ...SECRETS.map(({ word }) => `${path}?of=project:${word}-project`), `${path}?department=${own}`];
  if (path.includes('/evidence/{id}')) return EVIDENCE.map((id) => path.replace('{id}', id));
  if (path === '/api/v1/monthly') return ['2024-12', '2025-01'].map((month) => `${path}?month=${month}`);
  if (path === '/api/v1/evidence') return SECRETS.map(({ word }) => `${path}?of=project:${word}-project`);
  if (path === '/api/v1/search') return SECRETS.flatMap(({ word }) => [`${path}?q=${word}`, `${path}?q=${word.slice(0, 7)}`]);
  if (path === '/api/v1/links')
    return SECRETS.flatMap(({ word }) => [`${path}?of=project:${word}-project`, `${path}?of=place:${word}-place`]);
  if (path === '/api/v1/map/marks')
    return SECRETS.flatMap(({ word }) => [`${path}?ids=${word}-place`, `${path}?of=project:${word}-project`]);
  if (path === '/api/v1/map/shapes') return [...SECRETS.map(({ word }) => `${path}?of=${word}-place`), `${path}?bbox=${frameText()}`];
  const filters = LISTS.some((list) => path.endsWith(`/${list}`)) ? SECRETS.map(({ word }) => `${path}?q=${word}`) : [];
  return [path + (QUERIES[path] ?? ''), ...filters, ...(path === '/api/v1/deeds' ? [`${path}?limit=3`] : [])];
}
const KINDS: Readonly<Record<string, keyof ReturnType<typeof idsOf> | 'department' | 'sentence'>> = {
  projects: 'project',
  commitments: 'commitment',
  places: 'place',
  sources: 'source',
  documents: 'document',
  events: 'event',
  parks: 'park',
  indicators: 'indicator',
  departments: 'department',
  sentences: 'sentence',
};
const LISTS = Object.keys(KINDS);
/** Every column of each list. */
const COLUMNS = await Promise.all(
  listSchema.LISTS.map(async (list) => {
    const answer: unknown = await (await ask(`/api/v1/lists/${list}?limit=1`, {}, operator)).json();
    const { columns } = z.object({ columns: z.array(z.object({ id: z.string() })) }).parse(answer);
    return [list, columns.map(({ id }) => id).join()] as const;
  }),
);
const QUERIES: Readonly<Record<string, string>> = {
  '/api/v1/documents/{id}/versions/diff': '?from=1&to=1',
  '/api/v1/documents/{id}/drafts': '?language=en',
  '/api/v1/gaps': '?gap=no-due-date',
  '/api/v1/map/counts': '',
};
const firstOf = (kind: string): string =>
  kind === 'department'
    ? own
    : kind === 'sentence'
      ? aSentence
      : ([...((desk.register as unknown as Record<string, ReadonlyMap<string, unknown>>)[kind]?.keys() ?? [])][0] ?? '');
const frameText = (): string => ([...desk.register.district.values()][0]?.frame ?? []).join(',');
function tilesAt(zoom: number): readonly string[] {
  const [lng, lat] = frameCentre(desk.register);
  const size = 2 ** zoom;
  const x = Math.floor(((lng + 180) / 360) * size);
  const rad = (lat * Math.PI) / 180;
  const y = Math.floor(((1 - Math.log(Math.tan(rad) + 1 / Math.cos(rad)) / Math.PI) / 2) * size);
  return [`${zoom}/${x}/${y}`];
}

/** Routes whose answers repeat what was asked: the words of the question stand in them. */
const echoes = (path: string, text: string, address: string): string =>
  path === '/api/v1/search' ? text.replace(new RegExp(`"q":"${address.split('=')[1]}"`), '') : text;

for (const asker of askers) {
  test(`${asker.name} asks every address there is and finds nothing above the right`, async () => {
    const forbidden = [...above(asker), ...ofNone(asker)];
    const statuses = new Map<number, number>();
    let asked = 0;
    for (const path of GETS.filter((each) => each !== '/api/v1/changes')) {
      for (const address of addressesOf(path)) {
        const answer = await ask(address, {}, asker.headers);
        assert.ok(answer.status < 500, `${address}: ${answer.status}`);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        asked += 1;
        const text = answer.status === 200 ? echoes(path, await textIn(answer), address) : await saidOf(answer, address);
        for (const word of forbidden) assert.ok(!text.includes(word), `${asker.name} found ${word} at ${address}: ${around(text, word)}`);
      }
    }
    assert.ok(asked > 400, `${asked} addresses`);
    assert.ok((statuses.get(200) ?? 0) > 30, JSON.stringify([...statuses]));
  });
}
/** What a refusal says, without the id that was asked for itself. */
async function saidOf(answer: Response, address: string): Promise<string> {
  const named = decodeURIComponent(address).match(/zyx[\w-]+/g) ?? [];
  return named.reduce((text, each) => text.replaceAll(each, ''), await answer.text());
}
const around = (text: string, word: string): string => text.slice(Math.max(0, text.indexOf(word) - 120), text.indexOf(word) + 60);

test('what may be known is found: each secret by those it is for', async () => {
  for (const asker of askers) {
    for (const secret of SECRETS) {
      const { word } = secret;
      const maySee = policy.mayTouch(readerOf(asker), 'read', secret);
      const answer = await ask(`/api/v1/projects/${word}-project`, {}, asker.headers);
      assert.equal(answer.status, maySee ? 200 : 404, `${asker.name} ${word}`);
      const { items } = z
        .object({ items: z.array(z.unknown()) })
        .parse(await (await ask(`/api/v1/search?q=${word}`, {}, asker.headers)).json());
      assert.equal(JSON.stringify(items).includes(word), maySee, `${asker.name} finds ${word}`);
    }
  }
});

test('an answer held for one class of readers is not taken for one of another', async () => {
  const tags = new Map<string, string>();
  for (const asker of askers) {
    const tag = (await ask('/api/v1/projects', {}, asker.headers)).headers.get('etag') ?? '';
    assert.ok(!tags.has(tag), `${asker.name} and ${tags.get(tag)}`);
    tags.set(tag, asker.name);
  }
});

test('writing tells nothing either: what may not be known is not there, and what may not be changed stays', async () => {
  const [, , , , , confidential] = SECRETS;
  const word = confidential?.word ?? '';
  const before = desk.seq;
  for (const asker of askers.filter((each) => !policy.reachesAll(readerOf(each), 'edit'))) {
    const by = { who: 'x', reason: 'r' };
    const tries: readonly (readonly [string, string, unknown])[] = [
      ['PATCH', `projects/${word}-project`, { ...by, fields: { note_en: 'x' } }],
      ['DELETE', `projects/${word}-project`, by],
      ['POST', `projects/${word}-project/merge`, { ...by, into: 'nothing' }],
      [
        'POST',
        'edits',
        { ...by, edits: [{ action: 'revise', table: 'project', key: `${word}-project`, rev: 7, fields: { note_en: 'x' } }] },
      ],
      ['POST', 'deeds/1/undo', by],
      ['POST', 'district/clear', by],
      ['POST', 'district/import', { ...by, files: {}, partial: true }],
      ['POST', 'sheets/preview', {}],
      ['POST', 'reports', { ...by, title: { zh: null, en: 't' } }],
      ['POST', 'plan/drafts', { text: `${word} will be built`, language: 'en' }],
    ];
    for (const [method, path, body] of tries) {
      const answer = await ask(`/api/v1/${path}`, { method, body: JSON.stringify(body) }, { ...asker.headers, 'if-match': '"7"' });
      const expected = policy.reachesAll(readerOf(asker), 'read') ? [200, 400, 403, 404, 409] : [200, 400, 401, 403, 404];
      assert.ok(expected.includes(answer.status), `${asker.name} ${method} ${path}: ${answer.status}`);
      const text = (await answer.text()).replaceAll(`${word}-project`, '').replaceAll(`${word} will be built`, '');
      for (const each of above(asker)) assert.ok(!text.includes(each), `${asker.name} ${method} ${path}: ${around(text, each)}`);
    }
  }
  assert.equal(desk.seq, before, 'no deed was done');
});

test('whole requests at the gates and dates of a hidden project say that it is not there, and nothing of what it lacks', async () => {
  const id = idsOf(hidden?.word ?? '').project;
  const by = { who: 'x', reason: 'r', on: '2026-03-01' };
  for (const asker of askers.filter((each) => each.roles.length > 0 && !policy.reachesAll(readerOf(each), 'read'))) {
    for (const [path, body] of [
      [`projects/${id}/gates/none/pass`, by],
      [`projects/${id}/answers`, { ...by, requirement: 'none', answer: 'yes' }],
      [`projects/${id}/asks`, { who: 'x', requirement: 'none', dueOn: '2099-12-31' }],
      [`projects/${id}/refusal`, { ...by, words: { zh: null, en: 'no' } }],
      [`projects/${id}/dates/freeze`, by],
      ['monthly', { who: 'x', month: '2024-12', reports: [{ project: id }] }],
      ['supervision', { who: 'x', subjectKind: 'project', subjectId: id, asked: { zh: null, en: 'y' }, lead: own, dueOn: '2026-03-31' }],
      ['comments', { who: 'x', subjectKind: 'project', subjectId: id, words: { zh: null, en: 'y' } }],
      [`comments/${SEEDED[5]?.comment}/withdrawal`, { who: 'x' }],
      ['updates', { who: 'x', updates: [{ subjectKind: 'project', subjectId: id, unchanged: true }] }],
    ] as const) {
      const answer = await post(`/api/v1/${path}`, body, asker.headers);
      const told = `${asker.name} ${path}: ${answer.status} ${await answer.text()}`;
      assert.ok([400, 403, 404].includes(answer.status), told);
      const missing = (text: string): string => text.replaceAll(id, 'no-such-project');
      const other = await post(`/api/v1/${missing(path)}`, JSON.parse(missing(JSON.stringify(body))), asker.headers);
      assert.equal(answer.status, other.status, `${told}; as one that is missing`);
    }
  }
});

test('a file on a record that one may not change is refused before its bytes are kept', async () => {
  const foreign = SECRETS.find(({ visibility, department }) => visibility === 'district' && department === other);
  const text = 'a,b\nnot to be kept,1\n';
  const form = new FormData();
  const fields = { subjectKind: 'project', subjectId: idsOf(foreign?.word ?? '').project, titleEn: 'x', on: '2026-02-04', who: 'x' };
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([text]), 'x.csv');
  const member = askers.find(({ name }) => name === 'department-member');
  const answer = await fetch(`${server.address}/api/v1/evidence`, { method: 'POST', body: form, headers: member?.headers ?? {} });
  assert.equal(answer.status, 403, await answer.clone().text());
  assert.equal(await desk.files.bytes(createHash('sha256').update(text).digest('hex')), null);
});

test('every address that writes is asked by everyone: without the right it is refused, and nothing is told', async () => {
  const writes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => method !== 'get' && path.startsWith('/api/v1/'))
      .map((method) => ({ method: method.toUpperCase(), path })),
  );
  assert.ok(writes.length > 60, `${writes.length} addresses that write`);
  const gone = `${hidden?.word}-park`;
  const taken = await ask(
    `/api/v1/parks/${gone}`,
    { method: 'DELETE', body: JSON.stringify({ who: 'Seed', withAll: true }) },
    { ...operator, 'if-match': '"1"' },
  );
  assert.equal(taken.status, 200, await taken.clone().text());
  const before = desk.seq;
  for (const asker of askers.filter((each) => !policy.reachesAll(readerOf(each), 'edit'))) {
    for (const { method, path } of writes) {
      if (path === '/api/v1/session' || path.endsWith('/second-factor')) continue;
      const address = path.replace(/\{(\w+)\}/g, (_, part) =>
        part === 'person' ? 'p-0000000000000000' : part === 'seq' ? '99999' : path.includes('/parks/') ? gone : `${hidden?.word}-project`,
      );
      const answer = await ask(address, { method, body: '{}' }, { ...asker.headers, 'if-match': '"7"' });
      assert.ok(answer.status < 500, `${asker.name} ${method} ${path}: ${answer.status}`);
      const isOpen = ['links', 'outside', 'passkeys', 'directory', 'unsubscribe'].some((part) => path.startsWith(`/api/v1/${part}/`));
      if (asker.roles.length === 0 && !isOpen) assert.equal(answer.status, 401, `public ${method} ${path}`);
      const text = (await answer.text()).replaceAll(`${hidden?.word}-project`, '').replaceAll(gone, '');
      for (const word of above(asker)) assert.ok(!text.includes(word), `${asker.name} ${method} ${path}: ${around(text, word)}`);
    }
  }
  const done = (await desk.deeds(desk.seq - before)).slice(0, desk.seq - before).map(({ verb, who }) => `${verb} by ${who}`);
  assert.deepEqual(done, []);
});

test('the event stream says that there was a deed, and of what to those alone who may know of everything', async () => {
  const streams = await Promise.all(
    askers.map(async (asker) => {
      const answer = await ask('/api/v1/changes', {}, asker.headers);
      return { asker, answer, reader: answer.status === 200 ? answer.body?.getReader() : undefined };
    }),
  );
  const id = idsOf(hidden?.word ?? '').project;
  const rev = [...desk.register.project.values()].find((row) => row.id === id)?.rev;
  const changed = await ask(
    `/api/v1/projects/${id}`,
    { method: 'PATCH', body: JSON.stringify({ who: 'Seed', fields: { note_en: 'again' } }) },
    { ...operator, 'if-match': `"${rev}"` },
  );
  assert.equal(changed.status, 200);
  for (const { asker, answer, reader } of streams) {
    assert.equal(answer.status, asker.roles.length === 0 ? 401 : 200);
    if (!reader) continue;
    let text = '';
    while (!text.includes(`id: ${desk.seq}\n`)) text += Buffer.from((await reader.read()).value ?? []).toString();
    assert.equal(text.includes(id), policy.reachesAll(readerOf(asker), 'read'), asker.name);
    await reader.cancel();
  }
});

test('what is published is public, whoever asks for it', async () => {
  const texts = await Promise.all(askers.map(async ({ headers }) => (await ask('/api/v1/publication', {}, headers)).text()));
  assert.equal(new Set(texts).size, 1);
  for (const { word } of SECRETS) assert.ok(!texts[0]?.includes(word), word);
  assert.ok((texts[0]?.length ?? 0) > 10_000);
});
