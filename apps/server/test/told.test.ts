import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonSchema, districtSchema } from '@westgate/contract';
import { toldIn } from '../src/present/told.ts';
import { HARBOUR, openOffice } from './office.ts';

const office = await openOffice(HARBOUR);

const seqOf = async (answer: Response): Promise<number> => {
  const text = await answer.text();
  assert.equal(answer.status, 200, text);
  return districtSchema.receipt.pick({ seq: true }).parse(JSON.parse(text)).seq;
};
const told = async (seq: number) => {
  const alone = commonSchema.deed.parse(await office.get(`/api/v1/deeds/${seq}?told=true`));
  const { items } = commonSchema.history.parse(await office.get('/api/v1/deeds?limit=5&told=true'));
  assert.deepEqual(items.find((item) => item.seq === seq)?.told, alone.told, 'a list tells the same');
  assert.deepEqual(alone.changes, []);
  return alone.told;
};
const revised = async (noun: string, id: string, fields: object): Promise<number> => {
  const { rev } = office.desk.register.project.get(id) ?? office.desk.register.place.get(id) ?? assert.fail(id);
  return seqOf(await office.send('PATCH', `/api/v1/${noun}/${id}`, { who: 'Ada', fields }, { 'if-match': `"${rev}"` }));
};

test('a deed is told by the record that it is about: by its name as it became, or else by what it is called now', async () => {
  const named = office.desk.register.project.get('silo-library');
  const outcome = {
    ...{ subjectKind: 'project', subjectId: 'silo-library', what: 'opened', dates: '2026-05-01' },
    ...{ source: 'gazette', confidence: 'high', who: 'Ada' },
  };
  const reported = await told(await seqOf(await office.post('/api/v1/outcomes', outcome)));
  assert.deepEqual(reported, { noun: 'project', change: 'created', name: { zh: named?.name_zh || null, en: named?.name_en || null } });
  const renamed = await told(await revised('projects', 'silo-library', { name_en: 'The silo' }));
  assert.deepEqual([renamed?.noun, renamed?.change, renamed?.name?.en], ['project', 'changed', 'The silo']);
  const noting = await revised('projects', 'silo-library', { note_en: 'Seen' });
  assert.equal((await told(noting))?.name?.en, 'The silo');
  await revised('projects', 'silo-library', { name_en: 'The granary' });
  assert.equal((await told(noting))?.name?.en, 'The granary', 'a deed that gave no name is told by the one of now');
});

test('the deed that brought a district is told by the district, not by the first of its records', async () => {
  const [district] = office.desk.register.district.values();
  assert.deepEqual(await told(1), {
    noun: 'district',
    change: 'created',
    name: { zh: district?.name_zh || null, en: district?.name_en || null },
  });
});

test('what is gone is called as it was for who may know of all, and by its id for others, from whom it may be hidden', async () => {
  const made = await seqOf(
    await office.post('/api/v1/places', {
      who: 'Ada',
      fields: { id: 'old-kiln', kind: 'factory', position: 'not-known', name_en: 'Old kiln' },
    }),
  );
  const noted = await revised('places', 'old-kiln', { note_en: 'Cold' });
  const { rev } = office.desk.register.place.get('old-kiln') ?? assert.fail();
  await seqOf(await office.send('DELETE', '/api/v1/places/old-kiln', { who: 'Ada' }, { 'if-match': `"${rev}"` }));
  assert.equal((await told(made))?.name?.en, 'Old kiln');
  assert.equal((await told(noted))?.name?.en, 'Old kiln');
  const deed = (await office.desk.deed(noted, 50)) ?? assert.fail();
  const view = { register: office.desk.register } as Parameters<typeof toldIn>[0];
  const reader = { roles: ['reader'], department: null } as const;
  assert.deepEqual(toldIn(view, reader, deed)?.name, { zh: 'old-kiln', en: 'old-kiln' });
});

test('without the word for it a deed tells its changes, and a list none of what it is told by', async () => {
  const { items } = commonSchema.history.parse(await office.get('/api/v1/deeds?limit=2'));
  assert.ok(items.every((item) => !('told' in item) && item.changes.length === 0));
  const whole = commonSchema.deed.parse(await office.get(`/api/v1/deeds/${items[0]?.seq}`));
  assert.ok(whole.changes.length > 0 && !('told' in whole));
});
