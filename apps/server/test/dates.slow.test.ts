import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonSchema, dateSchema, districtSchema, editSchema } from '@westgate/contract';
import { HARBOUR, openOffice } from './office.ts';

const office = await openOffice(HARBOUR);
const dates = async (id: string) => dateSchema.projectDates.parse(await office.get(`/api/v1/projects/${id}/dates`));
const edit = async (...edits: readonly object[]) => office.post('/api/v1/edits', { who: 'Ada', edits });
const made = async (response: Response) => {
  assert.equal(response.status, 200, await response.clone().text());
  return editSchema.editsReceipt.parse(await response.json());
};
const freeze = (id: string, reason: string) => office.post(`/api/v1/projects/${id}/dates/freeze`, { who: 'Ada', on: '2025-03-01', reason });
const step = (fields: object) => ({ action: 'create', table: 'milestone', fields: { project: 'market-square', position: 1, ...fields } });

test('three days are kept of each milestone, the slip is shown, and what was not frozen has none', async () => {
  const { milestones } = await dates('storm-pump');
  assert.deepEqual(
    milestones.map(({ id, slip }) => [id, slip]),
    [
      ['pump-order', { days: 23, by: 'actual' }],
      ['pump-runs', { days: 10, by: 'forecast' }],
    ],
  );
  assert.deepEqual(
    (await dates('sea-wall')).milestones.map(({ slip }) => slip),
    [null],
  );
});

test('a baseline is frozen by a signed act with a reason, by nothing else, and undone', async () => {
  const { records } = await made(
    await edit(step({ name_en: 'Stones laid', forecast: '2025-05-01' }), step({ name_en: 'No day yet', position: 2 })),
  );
  const [stones] = records;
  assert.equal((await edit(step({ name_en: 'Cheat', baseline: '2025-01-01', frozen_on: '2025-01-01' }))).status, 400);
  assert.equal(
    (await edit({ action: 'revise', table: 'milestone', key: stones?.key, rev: 1, fields: { baseline: '2025-01-01' } })).status,
    400,
  );
  assert.equal((await freeze('market-square', ' ')).status, 400);
  const frozen = await freeze('market-square', 'contract signed');
  assert.equal(frozen.status, 200);
  const { seq } = districtSchema.receipt.parse(await frozen.json());
  const after = await dates('market-square');
  assert.deepEqual([after.frozen?.who, after.frozen?.reason, after.frozen?.seq], ['Ada', 'contract signed', seq]);
  assert.deepEqual(
    after.milestones.map(({ baseline, frozenOn }) => [baseline, frozenOn]),
    [
      ['2025-05-01', '2025-03-01'],
      [null, null],
    ],
  );
  await made(await edit({ action: 'revise', table: 'milestone', key: stones?.key, rev: 2, fields: { forecast: '2025-05-15' } }));
  assert.deepEqual((await dates('market-square')).milestones[0]?.slip, { days: 14, by: 'forecast' });
  assert.equal((await office.post(`/api/v1/deeds/${seq}/undo`, { who: 'Ada' })).status, 409, 'a later deed changed the milestone');
  assert.equal((await freeze('flood-doors', 'nothing there')).status, 400);
  assert.equal((await freeze('no-such', 'nobody')).status, 404);
});

test('what a project waits for is told with the days to spare', async () => {
  const [wall] = (await dates('sea-wall')).waitsFor;
  assert.deepEqual(
    [wall?.from.id, wall?.kind, wall?.lagDays, wall?.fromOn, wall?.toOn, wall?.spare],
    ['pump-runs', 'FS', 14, '2025-06-10', '2025-07-01', 7],
  );
  const [doors] = (await dates('sea-wall')).awaited;
  assert.deepEqual([doors?.to.id, doors?.spare], ['flood-doors', null]);
});

test('each kind of dependency looks at its own ends, and a lag may be negative', async () => {
  await made(
    await edit(
      step({ id: 'early', name_en: 'Early', forecast: '2025-04-01' }),
      step({ id: 'late', name_en: 'Late', forecast: '2025-08-01', position: 9 }),
    ),
  );
  const tie = (kind: string, lag_days: number) => ({
    action: 'create',
    table: 'dependency',
    fields: { from_kind: 'project', from_id: 'market-square', to_kind: 'milestone', to_id: 'pump-runs', kind, lag_days },
  });
  for (const [kind, lag, spare] of [
    ['FS', 0, -52],
    ['FF', -60, 8],
    ['SS', 0, 70],
    ['SF', 30, 40],
  ] as const) {
    const { seq } = await made(await edit(tie(kind, lag)));
    const mine = (await dates('storm-pump')).waitsFor.find(({ from }) => from.id === 'market-square');
    assert.equal(mine?.spare, spare, kind);
    assert.equal((await office.post(`/api/v1/deeds/${seq}/undo`, { who: 'Ada' })).status, 200);
  }
});

test('a cycle is refused naming its members, and so is waiting for oneself', async () => {
  const before = office.desk.seq;
  const tie = (from: readonly [string, string], to: readonly [string, string]) => ({
    action: 'create',
    table: 'dependency',
    fields: { from_kind: from[0], from_id: from[1], to_kind: to[0], to_id: to[1], kind: 'FS', lag_days: 0 },
  });
  const ring = await edit(
    tie(['milestone', 'wall-half'], ['project', 'silo-library']),
    tie(['project', 'silo-library'], ['milestone', 'pump-runs']),
  );
  const problem = commonSchema.problem.parse(await ring.json());
  assert.equal(ring.status, 400);
  assert.match(
    problem.detail,
    /milestone:pump-runs → milestone:wall-half → project:silo-library → milestone:pump-runs|milestone:wall-half → project:silo-library → milestone:pump-runs → milestone:wall-half|project:silo-library → milestone:pump-runs → milestone:wall-half → project:silo-library/,
  );
  assert.equal((await edit(tie(['project', 'storm-pump'], ['milestone', 'pump-runs']))).status, 400);
  assert.equal((await edit(tie(['project', 'storm-pump'], ['project', 'storm-pump']))).status, 400);
  assert.equal(office.desk.seq, before);
  assert.ok((await office.desk.verify()).isClean);
});
