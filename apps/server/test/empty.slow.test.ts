import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { commonSchema, districtSchema, editSchema } from '@westgate/contract';
import { endAsking } from './hostile/ask.ts';
import { sendAll } from './hostile/hostile.ts';
import { routesOf } from './hostile/routes.ts';
import { MILL_TOWN } from './mill-town.ts';
import { HARBOUR, openOffice, PLENTY } from './office.ts';

const office = await openOffice(undefined, null, PLENTY);
after(endAsking);

const OUTLINE = {
  name_en: 'Mill Town',
  basis_en: 'given on screen',
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [9.92, 53.51],
        [10, 53.51],
        [10, 53.56],
        [9.92, 53.51],
      ],
    ],
  },
};

async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text();
  assert.equal(response.status, 200, text);
  return JSON.parse(text);
}
const problemOf = async (response: Response) => commonSchema.problem.parse(JSON.parse(await response.text()));
const standing = async () => editSchema.standing.parse(await office.get('/api/v1/district/standing'));

test('without a district every address answers: lists empty, records not found, none fails', async () => {
  for (const { method, path, template } of await routesOf(office)) {
    if (method !== 'GET' || template.endsWith('/changes')) continue;
    const answer = await office.ask(path);
    const text = await answer.text();
    assert.ok([200, 404].includes(answer.status) || /WG_INPUT_INVALID/.test(text), `${path}: ${answer.status} ${text}`);
    if (answer.status === 200 && text.startsWith('{"asOf"') && /"items"/.test(text)) assert.match(text, /"items":\[\]/, path);
  }
  assert.equal((await office.ask('/readyz')).status, 200);
  const none = await problemOf(await office.ask('/api/v1/district'));
  assert.deepEqual([none.status, none.code], [404, 'WG_NO_DISTRICT']);
  assert.equal((await problemOf(await office.ask('/api/v1/district/export'))).code, 'WG_NO_DISTRICT');
  const { held, example, last, seq } = await standing();
  assert.deepEqual([held, last, seq, typeof example?.name.zh], [null, null, 0, 'string']);
});

test('without a district nothing can be recorded, and it is said why', async () => {
  const department = { who: 'Ada', fields: { name_en: 'Port office', confidence: 'high' } };
  for (const refused of [
    await office.post('/api/v1/departments', department),
    await office.post('/api/v1/edits', { who: 'Ada', edits: [{ action: 'create', table: 'department', fields: department.fields }] }),
    await office.post('/api/v1/district/clear', { who: 'Ada' }),
    await office.send('PATCH', '/api/v1/district', { who: 'Ada', fields: { name_en: 'X' } }, { 'if-match': '"1"' }),
  ]) {
    assert.equal((await problemOf(refused)).code, 'WG_NO_DISTRICT');
  }
  assert.equal(office.desk.seq, 0);
});

test('malformed requests without a district are refused, and nothing is stored', async () => {
  // Every route in the long form (`npm run trial:long`); all of them are asked in the same way in a district.
  const every = process.env.WESTGATE_TRIAL === 'all' ? 1 : 2;
  const routes = (await routesOf(office)).filter((_, index) => index % every === 0);
  assert.ok((await sendAll(office, routes, 11)) > 400);
  assert.equal(office.desk.seq, 0);
});

test('a district begins with its outline, is changed as it was read, cleared, and each deed is undone', async () => {
  const start = { who: 'Ada', fields: MILL_TOWN, outline: OUTLINE };
  const begun = districtSchema.receipt.parse(await answerOf(await office.post('/api/v1/district/start', start)));
  const district = districtSchema.district.parse(await office.get('/api/v1/district'));
  assert.deepEqual([district.name.en, district.frame, district.rev], ['Mill Town', MILL_TOWN.frame, 1]);
  const features = office.desk.exportFolder().get('places/features.geojson') ?? '';
  assert.match(features, /"layer": ?"district"/);
  assert.deepEqual((await standing()).last?.verb, 'start-district');

  const axes = [
    {
      id: 'aim',
      name: { zh: '目标', en: 'Aim' },
      values: [{ id: 'open', name: { zh: '开放', en: 'Open' }, colour: 'rust', pattern: 'wave' }],
    },
  ];
  const change = (fields: object, rev: number) =>
    office.send('PATCH', '/api/v1/district', { who: 'Ada', fields }, { 'if-match': `"${rev}"` });
  await answerOf(await change({ name_en: 'Mill Town on Sea', axes }, 1));
  assert.equal((await problemOf(await change({ name_en: 'Late' }, 1))).code, 'WG_STALE_RECORD');
  assert.match((await problemOf(await change({ frame: [0, 0, 1, 1] }, 2))).detail, /metre_crs|frame/);
  assert.match((await problemOf(await change({ languages: ['en'] }, 2))).detail, /zh|name/);
  const changed = districtSchema.district.parse(await office.get('/api/v1/district'));
  assert.deepEqual([changed.name.en, changed.axes[0]?.values[0]?.colour, changed.rev], ['Mill Town on Sea', 'rust', 2]);

  const cleared = districtSchema.receipt.parse(await answerOf(await office.post('/api/v1/district/clear', { who: 'Ada' })));
  assert.equal((await office.ask('/api/v1/district')).status, 404);
  assert.deepEqual([(await standing()).held, (await standing()).last?.seq], [null, cleared.seq]);
  await answerOf(await office.post(`/api/v1/deeds/${cleared.seq}/undo`, { who: 'Ada' }));
  assert.equal((await standing()).held?.name.en, 'Mill Town on Sea');
  await answerOf(await office.post(`/api/v1/deeds/${cleared.seq - 1}/undo`, { who: 'Ada' }));
  await answerOf(await office.post(`/api/v1/deeds/${begun.seq}/undo`, { who: 'Ada' }));
  assert.equal((await standing()).held, null, 'what was begun in an empty folder leaves nothing when it is undone');
  await answerOf(await office.post(`/api/v1/deeds/${office.desk.seq}/undo`, { who: 'Ada' }));
  assert.equal((await standing()).held?.name.en, 'Mill Town');
});

test('the example takes the place of what is held, and one file of a folder changes only its own records', async () => {
  const loaded = districtSchema.importReport.parse(await answerOf(await office.post('/api/v1/district/example', { who: 'Ada' })));
  assert.equal(loaded.stored, true);
  const { held, example } = await standing();
  assert.equal(held?.id, example?.id);
  const folder = office.desk.exportFolder();
  const departments = folder.get('programme/departments.csv') ?? '';
  const one = departments.replace(/,(high|medium|low),/, (_, level: string) => `,${level === 'low' ? 'high' : 'low'},`);
  const ask = { files: { 'programme/departments.csv': one }, partial: true, who: 'Ada' };
  const preview = districtSchema.importReport.parse(await answerOf(await office.post('/api/v1/district/import', { ...ask, dryRun: true })));
  assert.deepEqual([preview.changeCount, preview.changes[0]?.fields[0]?.field], [1, 'confidence']);
  const stored = districtSchema.importReport.parse(await answerOf(await office.post('/api/v1/district/import', ask)));
  assert.deepEqual(stored.changes, preview.changes);
  const faulty = await office.post('/api/v1/district/import', { ...ask, files: { 'programme/departments.csv': 'id,what\n1' } });
  assert.equal((await problemOf(faulty)).code, 'WG_FOLDER_INVALID');
  assert.equal((await office.desk.verify()).isClean, true);
});

test('a whole folder goes into an empty data folder and comes out byte by byte as it was', async () => {
  const [from, to] = [await openOffice(HARBOUR), await openOffice(undefined)];
  const files = Object.fromEntries(from.desk.exportFolder());
  await answerOf(await to.post('/api/v1/district/import', { files, who: 'Ada' }));
  assert.deepEqual(Object.fromEntries(to.desk.exportFolder()), files);
});
