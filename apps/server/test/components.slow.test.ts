import assert from 'node:assert/strict';
import { test } from 'node:test';
import { componentSchema, editSchema } from '@westgate/contract';
import { HARBOUR, openOffice } from './office.ts';

const office = await openOffice(HARBOUR);
const components = async (id: string) => componentSchema.projectComponents.parse(await office.get(`/api/v1/projects/${id}/components`));
const edit = (fields: object, more: object = { action: 'create' }) =>
  office.post('/api/v1/edits', { who: 'Ada', edits: [{ table: 'component', ...more, fields }] });

test('the parts of a project have their own shapes and stages, and its stage follows', async () => {
  const { stage, items } = await components('sea-wall');
  assert.deepEqual(
    [stage, items.map((item) => [item.id, item.stage, item.geometry?.type])],
    [
      'under-way',
      [
        ['wall-part-1', 'done', 'LineString'],
        ['wall-part-2', 'not-started', 'LineString'],
      ],
    ],
  );
  assert.deepEqual([(await components('tide-gauge')).stage, (await components('tide-gauge')).items], [null, []]);
});

test('a part is finished and the stage of the project follows; undone, it goes back; a shape outside the district is refused', async () => {
  const done = await edit({ stage: 'done', stage_on: '2025-09-01' }, { action: 'revise', key: 'wall-part-2', rev: 1 });
  const { seq } = editSchema.editsReceipt.parse(await done.json());
  assert.equal((await components('sea-wall')).stage, 'done');
  assert.equal((await office.post(`/api/v1/deeds/${seq}/undo`, { who: 'Ada' })).status, 200);
  assert.equal((await components('sea-wall')).stage, 'under-way');
  const third = { project: 'sea-wall', position: 3, name_en: 'Pier head', stage: 'not-known' };
  assert.equal((await edit({ ...third, geometry: { type: 'Point', coordinates: [120, 30] } })).status, 400);
  assert.equal((await edit({ ...third, geometry: { type: 'Point', coordinates: [9.96, 53.54] } })).status, 200);
  assert.equal((await components('sea-wall')).items.length, 3);
  assert.equal((await office.ask('/api/v1/projects/no-such/components')).status, 404);
  assert.ok((await office.desk.verify()).isClean);
});
