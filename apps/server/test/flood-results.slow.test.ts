import assert from 'node:assert/strict';
import { test } from 'node:test';
import { floodExposureSchema } from '@westgate/contract';
import { caseMade, FAR, IN_DITCH, ON_BANK, ranOnce } from './flood-ran.ts';
import { PLENTY } from './office.ts';
import { join, openPeopleOffice } from './people-office.ts';
import { textIn } from './text-in.ts';

const office = await openPeopleOffice({ limits: PLENTY });
await join(office, 'Root', null);
const { as: own } = await join(office, 'Ada', ['programme-office']);
const { as: reader } = await join(office, 'Rita', ['reader']);
const place = (id: string, name_en: string, at: readonly number[], visibility: string) => ({
  action: 'create' as const,
  table: 'place' as const,
  fields: {
    id,
    name_en,
    kind: 'building',
    position: 'known',
    confidence: 'high',
    position_basis_en: 'survey',
    geometry: { type: 'Point', coordinates: at },
    visibility,
  },
});
const figure = {
  subject_kind: 'place',
  subject_id: 'ditch-house',
  label_en: 'people',
  value: 40,
  unit: 'people',
  period: '2025',
  source: 'gazette',
  confidence: 'high',
  visibility: 'district',
};
const [district] = office.desk.register.district.values();
assert.ok(district);
const units = { ...district.units, people: { zh: null, en: 'people' } };
await office.desk.edit([{ action: 'revise', table: 'district', key: district.id, rev: district.rev, fields: { units } }], {
  who: 'westgate',
});
await office.desk.edit(
  [
    place('ditch-house', 'Ditch house', IN_DITCH, 'district'),
    place('secret-vault', 'Secret vault', IN_DITCH, 'confidential'),
    place('bank-house', 'Bank house', ON_BANK, 'district'),
    place('far-house', 'Far house', FAR, 'district'),
    { action: 'create', table: 'figure', fields: figure },
    {
      action: 'create',
      table: 'link',
      fields: { from_kind: 'project', from_id: 'sea-wall', relation: 'stands-on', to_kind: 'place', to_id: 'ditch-house' },
    },
  ],
  { who: 'westgate' },
);
await caseMade(office, own);
const run = await ranOnce(office, own);
const CASE = '/api/v1/flood-cases/river-high';

async function exposure(as: Record<string, string>, more = '') {
  const answer = await office.ask(`${CASE}/exposure?run=${run}${more}`, { headers: as });
  assert.equal(answer.status, 200, await answer.clone().text());
  return floodExposureSchema.floodExposure.parse(await answer.json());
}

test('the places of the register under the water of a run stand in order of arrival, with who lives there and when they must be out', async () => {
  const found = await exposure(own);
  const ids = found.items.map(({ place: { id } }) => id);
  assert.deepEqual(ids.slice(0, 2), ['ditch-house', 'secret-vault']);
  assert.ok(!ids.includes('bank-house') && ids.includes('far-house'));
  const [house] = found.items;
  assert.ok(house?.depth && house.depth >= 0.1 && house.arrival !== null && house.hazardClass);
  assert.deepEqual([house.people, house.households, house.share, house.projects.map(({ id }) => id)], [40, null, 1, ['sea-wall']]);
  assert.equal(house.deadline, house.arrival - 7_200);
  assert.equal((await exposure(own, '&lead=1')).items[0]?.deadline, house.arrival - 3_600);
  const far = found.items.find(({ place: { id } }) => id === 'far-house');
  assert.deepEqual([far?.is, far?.depth, far?.share], ['beside', null, null]);
  assert.equal((await exposure(own, '&kind=heritage')).total, 0);
  assert.deepEqual(
    (await exposure(own, '&hazard=low')).items.map(({ is }) => is),
    ['wet', 'wet'],
  );
  const odd = await office.ask(`${CASE}/exposure?run=${run}&lead=-1`, { headers: own });
  assert.equal(odd.status, 400);
});

test('roads of the map come under water as one by their name; an asset that takes longer to be switched sets its own time, to who may know of it', async () => {
  const road = (id: string, name_en: string, [x, y]: readonly [number, number]) => ({
    action: 'create' as const,
    table: 'feature' as const,
    fields: {
      id,
      layer: 'road',
      name_en,
      geometry: {
        type: 'LineString',
        coordinates: [
          [x, y],
          [x + 0.00004, y],
        ],
      },
    },
  });
  const asset = {
    id: 'ditch-pump',
    name_en: 'Ditch pump',
    kind: 'other',
    place: 'ditch-house',
    activation_hours: 3,
    visibility: 'confidential',
  };
  await office.desk.edit(
    [
      road('ditch-lane-1', 'Ditch Lane', IN_DITCH),
      road('ditch-lane-2', 'Ditch Lane', ON_BANK),
      road('bank-lane', 'Bank Lane', ON_BANK),
      { action: 'create', table: 'dual_use_asset', fields: asset },
    ],
    { who: 'westgate' },
  );
  const [all, seen] = [await exposure(own), await exposure(reader)];
  assert.deepEqual(
    all.roads
      .filter(({ name }) => name.en?.endsWith('Lane'))
      .map(({ id, is, share }) => [id, is, share !== null && share > 0 && share < 1]),
    [['ditch-lane-1', 'wet', true]],
  );
  const [house, told] = [all, seen].map(({ items }) => items.find(({ place: { id } }) => id === 'ditch-house'));
  assert.deepEqual([house?.activation?.asset.id, house?.activation?.hours], ['ditch-pump', 3]);
  assert.deepEqual(
    [house?.deadline, told?.deadline, told?.activation],
    [(house?.arrival ?? 0) - 10_800, (house?.arrival ?? 0) - 7_200, null],
  );
  assert.deepEqual((await exposure(own, '&kind=building')).roads, []);
  const csv = await textIn(await office.ask(`${CASE}/exposure.csv?run=${run}&lang=en`, { headers: own }));
  assert.match(csv, /ditch-lane-1,Ditch Lane,road,flooded/);
  assert.match(csv, /Ditch pump \(3\)/);
});

test('who may not know of a place finds no trace of it in list, file, counts and paper; of a hidden case there is nothing', async () => {
  const [all, seen] = [await exposure(own), await exposure(reader)];
  assert.deepEqual([all.counts.wet, seen.counts.wet, all.total - seen.total], [2, 1, 1]);
  assert.doesNotMatch(JSON.stringify(seen), /secret|Secret/);
  const file = async (path: string, as: Record<string, string>): Promise<string> => {
    const answer = await office.ask(`${CASE}/${path}`, { headers: as });
    assert.equal(answer.status, 200, await answer.clone().text());
    return textIn(answer);
  };
  const csv = `exposure.csv?run=${run}&lang=en`;
  assert.match(await file(csv, own), /Secret vault/);
  const told = await file(csv, reader);
  assert.match(told, /ditch-house,Ditch house,building,flooded/);
  assert.doesNotMatch(told, /secret/i);
  for (const [lang, sentence] of [
    ['zh', /规划论证材料，不是预警服务/],
    ['en', /[Pp]lanning evidence, not a warning service/],
  ] as const) {
    const [whole, part] = [
      await file(`report.docx?run=${run}&lang=${lang}`, own),
      await file(`report.docx?run=${run}&lang=${lang}`, reader),
    ];
    assert.match(whole, sentence);
    assert.match(whole, /Secret vault/);
    assert.match(part, /Ditch house/);
    assert.match(part, /Ditch Lane/);
    assert.doesNotMatch(part, /改动前的结果|changed after this run/);
    assert.doesNotMatch(part, /secret/i);
    assert.match(part, /Mouth/);
  }
  const listed = async () =>
    (await (await office.ask('/api/v1/runs', { headers: reader })).json()) as { items: readonly { mayEnd: boolean }[] };
  assert.deepEqual(
    (await listed()).items.map(({ mayEnd }) => mayEnd),
    [false],
  );
  for (const [method, path] of [
    ['POST', `/api/v1/runs/${run}/cancel`],
    ['DELETE', `/api/v1/runs/${run}`],
  ] as const)
    assert.equal((await office.send(method, path, {}, reader)).status, 403, `${method} ${path}`);
  const { rev = 0 } = office.desk.register.flood_case.get('river-high' as never) ?? {};
  const history = async (): Promise<number> => (await office.ask(`${CASE}/history`, { headers: reader })).status;
  assert.equal(await history(), 200);
  await office.desk.edit([{ action: 'revise', table: 'flood_case', key: 'river-high', rev, fields: { visibility: 'confidential' } }], {
    who: 'westgate',
  });
  assert.equal(await history(), 404, 'what was open once is no longer told of');
  for (const path of [`exposure?run=${run}`, csv, `report.docx?run=${run}`])
    assert.equal((await office.ask(`${CASE}/${path}`, { headers: reader })).status, 404, path);
  assert.equal((await office.ask(`${CASE}/exposure?run=${run}`, {})).status, 401);
});

test('a run is adopted as one deed with its inputs and peaks, undone as any, and refused once the case was changed, which list and paper tell', async () => {
  const asked = { who: 'Ada', run, project: 'sea-wall', on: '2026-01-15', minute: { zh: null, en: 'Build the ditch' } };
  const adopt = async (body: object, as = own) => office.send('POST', `${CASE}/adopt`, { ...asked, ...body }, as);
  const refused = async (body: object, said: RegExp, as = own): Promise<void> => {
    const answer = await adopt(body, as);
    assert.ok(answer.status >= 400, 'refused');
    assert.match(await answer.text(), said);
  };
  await refused({ run: 'none' }, /expected a run of this case/);
  await refused({ minute: { zh: null, en: ' ' } }, /minute/);
  await refused({ project: 'nothing' }, /WG_NOT_FOUND/);
  assert.ok((await adopt({}, reader)).status >= 403, 'a reader adopts nothing');
  const done = await adopt({});
  assert.equal(done.status, 200, await done.clone().text());
  const { seq } = (await done.json()) as { seq: number };
  const list = async (as: Record<string, string>, query = '') =>
    floodExposureSchema.floodAdoptions.parse(await (await office.ask(`/api/v1/flood-adoptions${query}`, { headers: as })).json()).items;
  const gone = await office.send('DELETE', `/api/v1/runs/${run}`, {}, own);
  assert.match(await gone.text(), /WG_STEP_REFUSED.*adopted|adopted.*WG_STEP_REFUSED/s);
  const [adopted] = await list(own, '?project=sea-wall');
  assert.ok(adopted);
  assert.deepEqual(
    [adopted.run, adopted.case.id, adopted.minute.en, adopted.peaks.map(({ section }) => section)],
    [run, 'river-high', 'Build the ditch', ['Mouth']],
  );
  assert.match(adopted.inputs, /^[0-9a-f]{64}$/);
  const [row] = office.desk.register.flood_adoption.values();
  assert.deepEqual([row?.frozen.ground.id, row?.frozen.design.inflows.length, row?.frozen.engine], ['harbour-plain', 1, adopted.engine]);
  assert.deepEqual(await list(reader), [], 'of a case that is hidden nothing was adopted');
  await refused({}, /adopted this run already/);
  const undone = await office.send('POST', `/api/v1/deeds/${seq}/undo`, { who: 'Ada', reason: 'another meeting' }, own);
  assert.equal(undone.status, 200, await undone.clone().text());
  assert.deepEqual(await list(own), []);
  assert.equal((await exposure(own)).isOfNow, true);
  const { rev = 0 } = office.desk.register.flood_case.get('river-high' as never) ?? {};
  await office.desk.edit([{ action: 'revise', table: 'flood_case', key: 'river-high', rev, fields: { hours: 1 } }], { who: 'westgate' });
  await refused({}, /changed since this run; run the case again/);
  assert.equal((await exposure(own)).isOfNow, false);
  const paper = await textIn(await office.ask(`${CASE}/report.docx?run=${run}&lang=en`, { headers: own }));
  assert.match(paper, /changed after this run/);
});
