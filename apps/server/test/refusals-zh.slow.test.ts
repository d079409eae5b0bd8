import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonSchema, districtSchema, loopSchema } from '@westgate/contract';
import { HARBOUR, openOffice } from './office.ts';

const office = await openOffice(HARBOUR);
const today = loopSchema.today.parse(await office.get('/api/v1/today')).asOf;
const HAN = /\p{Script=Han}/u;
/** Words in a row, as only an English sentence has them: no refusal in Chinese ends in one. */
const ENGLISH = /[a-z]+ [a-z]+ [a-z]+/;

/** The refusal of a request, as it is told to who asks in a language. */
async function refusal(method: string, path: string, body: unknown, language = 'zh'): Promise<{ code: string; detail: string }> {
  const headers = { 'accept-language': language, 'content-type': 'application/json', 'if-match': '"1"' };
  const init = method === 'GET' ? { headers } : { method, headers, body: JSON.stringify(body) };
  const answer = await office.ask(path, init);
  assert.ok(answer.status >= 400, `${method} ${path} ${JSON.stringify(body).slice(0, 200)} was not refused: ${answer.status}`);
  const { code, detail } = commonSchema.problem.parse(await answer.json());
  return { code, detail };
}

const who = 'Ada';
const LONG = 'x'.repeat(20_001);
const revise = (table: string, key: string, fields: object) => ({ who, edits: [{ action: 'revise', table, key, rev: 1, fields }] });
const create = (table: string, fields: object) => ({ who, edits: [{ action: 'create', table, fields }] });
const EDITS = '/api/v1/edits';
const MATTERS = '/api/v1/supervision';
const MATTER = {
  subjectKind: 'project',
  subjectId: 'sea-wall',
  asked: { zh: null, en: 'Close the gap' },
  lead: 'works',
  departments: [],
  dueOn: '2025-03-31',
};
const OUTCOME = {
  subjectKind: 'project',
  subjectId: 'sea-wall',
  what: 'done',
  dates: '2024-03-31',
  value: null,
  unit: null,
  newDueOn: null,
  source: null,
  confidence: 'stated',
  note: { zh: null, en: null },
};

test('what an officer can be refused is told in Chinese where Chinese is asked for: titles, outcomes, steps of matters, bounds of gates', async () => {
  const made = await office.post(MATTERS, { who, ...MATTER });
  const { id } = districtSchema.madeReceipt.parse(await made.json());
  const asked: readonly (readonly [string, string, unknown])[] = [
    ['POST', EDITS, revise('project', 'sea-wall', { name_zh: 'a\nb' })],
    ['POST', EDITS, revise('project', 'sea-wall', { name_en: LONG })],
    ['POST', EDITS, revise('project', 'sea-wall', { name_zh: null, name_en: null })],
    ['POST', EDITS, revise('project', 'sea-wall', { kind: 'castle' })],
    ['POST', EDITS, revise('project', 'sea-wall', { lead: 'nobody' })],
    ['POST', EDITS, revise('project', 'sea-wall', { visibility: null })],
    ['POST', EDITS, revise('project', 'sea-wall', { due_on: '2024-02-30' })],
    ['POST', EDITS, revise('project', 'sea-wall', { tags: ['aim:nothing'] })],
    ['POST', EDITS, revise('project', 'sea-wall', {})],
    ['POST', EDITS, revise('project', 'no-such', { name_en: 'A' })],
    ['POST', EDITS, create('project', { id: 'sea-wall', name_en: 'A', kind: 'park' })],
    ['POST', EDITS, create('gate', { name_en: 'A', kind: 'park', position: 'first', effective_from: '2024-01-01' })],
    ['POST', EDITS, create('gate', { name_en: 'A', kind: 'park', position: 99999999999, effective_from: '2024-01-01' })],
    ['POST', EDITS, create('gate', { name_en: 'A', kind: 'park', position: 1, effective_from: '2024-01-02', effective_to: '2024-01-01' })],
    [
      'POST',
      EDITS,
      create('update_rule', { subject_kind: 'project', cadence: 'monthly', near_days: 61, window_days: -1, escalate_days: 0 }),
    ],
    ['POST', EDITS, create('place', { name_en: 'A', kind: 'other', position: 'known' })],
    ['POST', EDITS, create('evidence', { subject_kind: 'project', subject_id: 'sea-wall' })],
    ['POST', EDITS, { who, edits: [{ action: 'withdraw', table: 'sentence', key: 'a' }] }],
    ['POST', EDITS, { who, edits: [] }],
    ['POST', '/api/v1/outcomes', { who, ...OUTCOME, subjectId: 'nothing' }],
    ['POST', '/api/v1/outcomes', { who, ...OUTCOME, dates: '2024-02-30' }],
    ['POST', '/api/v1/outcomes', { who, ...OUTCOME, what: 'rescheduled' }],
    ['POST', '/api/v1/outcomes', { who, ...OUTCOME, newDueOn: '2024-05-05' }],
    ['POST', '/api/v1/outcomes', { who, ...OUTCOME, value: 5 }],
    ['POST', '/api/v1/outcomes', { who, ...OUTCOME, value: 5, unit: 'ells' }],
    ['POST', '/api/v1/outcomes', { who, ...OUTCOME, source: 'nothing' }],
    ['POST', '/api/v1/outcomes', { who, ...OUTCOME, what: 'whatever' }],
    ['POST', `${MATTERS}/${id}/steps`, { who, step: 'closed', on: today }],
    ['POST', `${MATTERS}/${id}/steps`, { who, step: 'signed-for', on: '2999-01-01' }],
    ['POST', `${MATTERS}/nothing/steps`, { who, step: 'signed-for', on: today }],
    ['POST', MATTERS, { who, ...MATTER, lead: 'nobody' }],
    ['POST', MATTERS, { who, ...MATTER, asked: { zh: null, en: null } }],
    ['POST', '/api/v1/projects/sea-wall/gates/nothing/pass', { who, on: today }],
    [
      'POST',
      '/api/v1/projects/sea-wall/asks',
      { who, requirement: 'nothing', department: null, dueOn: today, words: { zh: null, en: null } },
    ],
    ['POST', '/api/v1/deeds/99/undo', { who }],
    ['GET', '/api/v1/projects/nothing', null],
    ['GET', '/api/v1/map/shapes?bbox=1,2', null],
    ['GET', '/api/v1/commitments?asOf=2024-02-30', null],
  ];
  const faults: string[] = [];
  for (const [method, path, body] of asked) {
    const { detail } = await refusal(method, path, body);
    if (!HAN.test(detail) || ENGLISH.test(detail)) faults.push(`${method} ${path} ${JSON.stringify(body)?.slice(0, 160)}: ${detail}`);
    const english = await refusal(method, path, body, 'en');
    if (HAN.test(english.detail)) faults.push(`${method} ${path} in English: ${english.detail}`);
  }
  assert.deepEqual(faults, []);
});

test('the refusal of a bulk edit names the record in both languages', async () => {
  const edits = ['sea-wall', 'no-such'].map((key) => ({ action: 'revise', table: 'project', key, rev: 1, fields: { name_en: 'A' } }));
  for (const language of ['zh', 'en']) assert.match((await refusal('POST', EDITS, { who, edits }, language)).detail, /no-such/);
  const unfit = [
    { action: 'revise', table: 'project', key: 'sea-wall', rev: 1, fields: { name_en: 'Another' } },
    { action: 'revise', table: 'project', key: 'sea-wall', rev: 1, fields: { lead: 'nobody' } },
  ];
  for (const language of ['zh', 'en']) assert.match((await refusal('POST', EDITS, { who, edits: unfit }, language)).detail, /sea-wall/);
});

test('no address answers a request that does not fit in English alone, whatever its code', async () => {
  const { paths } = (await office.get('/api/openapi.json')) as { paths: Record<string, Record<string, unknown>> };
  const codes = new Set<string>();
  const faults: string[] = [];
  for (const [template, methods] of Object.entries(paths)) {
    const path = template.replaceAll(/\{[^}]+\}/g, 'no-such-thing');
    for (const [method, query] of Object.keys(methods).flatMap((each) => ['', '?asOf=2024-02-30&unknown=1'].map((more) => [each, more]))) {
      const headers = { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5', 'content-type': 'application/json' };
      const body = method === 'get' ? {} : { body: '{"unknown":1}' };
      const answer = await office.ask(`${path}${query}`, { method: method?.toUpperCase() ?? '', headers, ...body });
      if (answer.status < 400) {
        await answer.body?.cancel();
        continue;
      }
      const { code, detail } = commonSchema.problem.parse(await answer.json());
      codes.add(code);
      if (!HAN.test(detail) || ENGLISH.test(detail)) faults.push(`${method} ${path}${query}: ${detail}`);
    }
  }
  assert.deepEqual(faults, []);
  assert.ok(codes.size >= 3, [...codes].join());
});
