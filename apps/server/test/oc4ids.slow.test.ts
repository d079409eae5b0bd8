import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonSchema, oc4idsSchema } from '@westgate/contract';
import { HARBOUR, openOffice } from './office.ts';

const office = await openOffice(HARBOUR);
const DOCUMENT = {
  id: 'oc4ids-abc123-lock-street',
  language: 'en',
  title: 'Lock Street drains',
  budget: { amount: { amount: 1200.5, currency: 'CNY' } },
  milestones: [{ id: 'begin', title: 'Work begins', dueDate: '2031-02-01T00:00:00Z' }],
  assetLifetime: { durationInDays: 9000 },
};
const send = (document: unknown, more: object = {}, headers = {}) =>
  office.post('/api/v1/oc4ids/import', { fileName: 'a.json', text: JSON.stringify(document), who: 'Ada', ...more }, headers);

test('a document is looked at with its faults, taken in once with a key as one change, given back whole, and undone as one', async () => {
  const { seq } = office.desk;
  const broken = { ...DOCUMENT, status: 'begun' };
  const look = oc4idsSchema.importReport.parse(await (await send(broken, { dryRun: true })).json());
  assert.deepEqual([look.stored, look.errors, look.projects[0]?.state, office.desk.seq], [false, 1, 'left-out', seq]);
  assert.deepEqual(look.faults[0], {
    pointer: '/status',
    weight: 'error',
    code: 'code',
    expected: { zh: '代码表 projectStatus 中的代码', en: 'a code of the list projectStatus' },
    found: { zh: '"begun"', en: '"begun"' },
  });
  const refused = await send(broken);
  const problem = commonSchema.problem.parse(await refused.json());
  assert.deepEqual([refused.status, problem.code, office.desk.seq], [400, 'WG_INPUT_INVALID', seq]);
  assert.match(problem.detail, /\/status: expected a code of the list projectStatus, found "begun"/);

  const take = async () => oc4idsSchema.importReport.parse(await (await send(DOCUMENT, {}, { 'idempotency-key': 'oc4ids-1' })).json());
  const [first, second] = [await take(), await take()];
  assert.deepEqual([first.stored, first.seq, second.seq, first.projects[0]?.unused], [true, seq + 1, seq + 1, ['assetLifetime']]);
  const id = first.projects[0]?.project ?? '';
  assert.deepEqual(await office.get(`/api/v1/exports/oc4ids.json?received=${id}`), DOCUMENT);
  const told = oc4idsSchema.projectOc4ids.parse(await office.get(`/api/v1/projects/${id}/oc4ids`));
  assert.deepEqual(
    [told.id, told.came?.fileName, JSON.parse(told.unused ?? '')],
    [DOCUMENT.id, 'a.json', { assetLifetime: { durationInDays: 9000 } }],
  );

  const undone = await office.post(`/api/v1/deeds/${seq + 1}/undo`, { who: 'Ada' });
  assert.equal(undone.status, 200);
  assert.equal((await office.ask(`/api/v1/projects/${id}`)).status, 404);
  assert.equal((await office.ask(`/api/v1/exports/oc4ids.json?received=${id}`)).status, 404);
});

test('the public package is for any site to read, and holds nothing that is only for the district', async () => {
  const answer = await office.ask('/api/v1/oc4ids?lang=en');
  assert.deepEqual([answer.status, answer.headers.get('access-control-allow-origin')], [200, '*']);
  const shown = await answer.text();
  assert.match(shown, /"id":"oc4ids-/);
  assert.equal(shown.includes('"budget"'), false);
  const all = await office.get('/api/v1/exports/oc4ids.json?lang=en');
  assert.equal(typeof all === 'object' && all !== null && 'projects' in all, true);
});
