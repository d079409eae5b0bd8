import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { peopleSchema } from '@westgate/contract';
import { openDesk } from '@westgate/desk';
import type { AnyRow, TableName } from '@westgate/domain';
import { startServer } from '@westgate/server';
import { z } from 'zod';
import { HARBOUR } from './office.ts';

const KEY = 'key-of-who-runs-it';
const HIDDEN = 'hidden-record-aa';
const MISSING = 'missing-record-b';
const MANY = 1_000_000;
const desk = await openDesk({ memory: true, districtFolder: HARBOUR });
const limits = { readsAMinute: MANY, writesAMinute: MANY, addressReadsAMinute: MANY, addressWritesAMinute: MANY };
const server = await startServer({ desk, host: '127.0.0.1', port: 0, webDir: null, logLevel: 'silent', operatorKey: KEY, limits });
after(async () => {
  await server.close();
  await desk.close();
});
type Headers = Record<string, string>;
const ask = (method: string, path: string, body: unknown, headers: Headers) =>
  fetch(`${server.address}${path}`, {
    method: method.toUpperCase(),
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const operator = { authorization: `Bearer ${KEY}` };
const [own = '', other = ''] = [...desk.register.department.keys()];
const firstOf = (table: TableName): AnyRow => {
  const rows: ReadonlyMap<string, AnyRow> = desk.register[table];
  const [row] = rows.values();
  assert.ok(row, table);
  return row;
};
/** A record like the first of its table, under another id and for nobody but the office and another department. */
const like = (table: TableName, id: string): Readonly<Record<string, unknown>> => {
  const { rev: _, asked_from: __, ...fields } = firstOf(table);
  const changed = { project: { lead: other }, commitment: { owner: other }, document: { wording: 'none' } };
  const owned = Object.entries(changed).find(([name]) => name === table)?.[1] ?? {};
  return { ...fields, ...owned, id, visibility: 'confidential' };
};
for (const table of ['place', 'project', 'event', 'indicator', 'source', 'document', 'park', 'commitment'] as const) {
  const made = await ask(
    'POST',
    '/api/v1/edits',
    { who: 'Seed', edits: [{ action: 'create', table, fields: like(table, HIDDEN) }] },
    operator,
  );
  assert.equal(made.status, 200, await made.clone().text());
}
const madeTo = desk.seq;
const enter = async (name: string, roles: readonly string[], department: string | null): Promise<Headers> => {
  const invited = await ask('POST', '/api/v1/people', { who: 'x', name, signIn: name, roles, department }, operator);
  const link = peopleSchema.invited.parse(await invited.json()).link.split('#')[1];
  const taken = await ask('POST', '/api/v1/links/take-up', { link, name, signIn: name, password: 'a heron stands on the weir' }, {});
  return { cookie: (taken.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
};
await enter('keeper', ['system-administrator'], null);
const ASKERS: readonly (readonly [string, Headers])[] = [
  ['lead', await enter('leading', ['department-lead'], own)],
  ['member', await enter('member', ['department-member'], own)],
  ['reader', await enter('reading', ['reader'], null)],
  ['public', {}],
];
/** What is answered, without the id that was asked for and the id of the request. */
const told = async (answer: Response, id: string): Promise<string> =>
  `${answer.status} ${(await answer.text()).replaceAll(id, 'ID').replace(/"requestId":"[^"]*"/, '')}`;

test('whatever is done to a record by its address, one that is hidden is answered as one that is missing, to the letter', async () => {
  const operations = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
  const { paths } = operations.parse(await (await ask('get', '/api/openapi.json', undefined, {})).json());
  const bodies = [
    {},
    { who: 'x' },
    { who: 'x', fields: { note_en: 'z' } },
    { who: 'x', into: firstOf('place').id },
    { who: 'x', withAll: true },
  ];
  let compared = 0;
  for (const [name, headers] of ASKERS)
    for (const [path, methods] of Object.entries(paths))
      for (const method of Object.keys(methods)) {
        if (!path.includes('{id}') || path.includes('/account/')) continue;
        for (const body of method === 'get' ? [undefined] : bodies) {
          const answers: string[] = [];
          for (const id of [HIDDEN, MISSING]) {
            const url = path.replace('{id}', id).replaceAll(/\{\w+\}/g, '1');
            answers.push(await told(await ask(method, url, body, { ...headers, 'if-match': '"1"' }), id));
          }
          compared += 1;
          assert.equal(answers[0], answers[1], `${name} ${method} ${path} ${JSON.stringify(body)}`);
        }
      }
  assert.ok(compared > 800, `${compared} answers compared`);
});

test('a deed on what is hidden is taken back as little as one that is missing, and told alike', async () => {
  const plain = (text: string): string => text.replaceAll(/deed \\"\d+\\"|“\d+”|"seq":\d+/g, 'SEQ');
  let compared = 0;
  for (const [name, headers] of ASKERS)
    for (const { seq, verb } of await desk.deeds(30)) {
      const isHidden = seq <= madeTo && verb !== 'import';
      if (!isHidden && verb !== 'change-account') continue;
      const [hidden = '', missing = ''] = await Promise.all(
        [seq, 9_999].map(async (each) =>
          plain(await told(await ask('post', `/api/v1/deeds/${each}/undo`, { who: 'x', reason: '' }, headers), 'ID')),
        ),
      );
      compared += 1;
      assert.equal(hidden, missing, `${name} undoes ${seq}`);
    }
  assert.ok(compared >= 32, `${compared} deeds compared`);
});

test('nor is it told by what a record is linked with, said of, made as or asked for', async () => {
  const none = { zh: null, en: null };
  const outcome = {
    what: 'started',
    dates: '2026-01-02',
    confidence: 'low',
    source: null,
    value: null,
    unit: null,
    newDueOn: null,
    note: none,
  };
  const soon = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const asked: readonly (readonly [string, string, ((id: string) => unknown)?])[] = [
    ['get', '/api/v1/links?of=project:ID'],
    ['get', '/api/v1/comments?of=project:ID'],
    ['get', '/api/v1/evidence?of=project:ID'],
    ['get', '/api/v1/outside-links?kind=project&id=ID'],
    ['post', '/api/v1/outcomes', (id) => ({ who: 'x', subjectKind: 'project', subjectId: id, ...outcome })],
    ['post', '/api/v1/updates', (id) => ({ who: 'x', updates: [{ subjectKind: 'project', subjectId: id, unchanged: true }] })],
    ['post', '/api/v1/monthly', (id) => ({ who: 'x', month: '2024-12', reports: [{ project: id, completedFen: 1, words: none }] })],
    ['post', '/api/v1/owners', (id) => ({ who: 'x', person: null, subjects: [{ kind: 'project', id }] })],
    [
      'post',
      '/api/v1/outside-links',
      (id) => ({ who: 'x', subjectKind: 'project', subjectId: id, body: { zh: null, en: 'B' }, expiresOn: soon }),
    ],
    [
      'post',
      '/api/v1/edits',
      (id) => ({ who: 'x', edits: [{ action: 'revise', table: 'project', key: id, rev: 1, fields: { note_en: 'q' } }] }),
    ],
    ['post', '/api/v1/edits', (id) => ({ who: 'x', edits: [{ action: 'withdraw', table: 'project', key: id, rev: 7 }] })],
    ['post', '/api/v1/edits', (id) => ({ who: 'x', edits: [{ action: 'create', table: 'commitment', fields: like('commitment', id) }] })],
    ['post', '/api/v1/projects', (id) => ({ who: 'x', fields: like('project', id) })],
    ['post', '/api/v1/places', (id) => ({ who: 'x', fields: like('place', id) })],
  ];
  for (const [name, headers] of ASKERS)
    for (const [method, path, bodyOf] of asked) {
      const answers: string[] = [];
      for (const id of [HIDDEN, MISSING]) answers.push(await told(await ask(method, path.replace('ID', id), bodyOf?.(id), headers), id));
      assert.equal(answers[0], answers[1], `${name} ${method} ${path}`);
    }
});
