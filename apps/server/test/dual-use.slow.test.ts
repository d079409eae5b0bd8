import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonSchema, districtSchema, gateSchema, publicationSchema } from '@westgate/contract';
import { siteFiles } from '@westgate/public';
import { HARBOUR, openOffice } from './office.ts';

const office = await openOffice(HARBOUR, null, {}, { now: () => new Date('2026-07-15T09:00:00Z') });
const WHO = { who: 'Ada' };
const seqIn = (receipt: unknown): number => districtSchema.receipt.pick({ seq: true }).parse(receipt).seq;
const made = async (path: string, fields: Readonly<Record<string, unknown>>) => {
  const answer = await office.post(`/api/v1/${path}`, { ...WHO, fields });
  assert.ok(answer.ok, `${answer.status} ${await answer.clone().text()}`);
  return seqIn(await answer.json());
};
const edit = async (edits: readonly object[]) => {
  const answer = await office.post('/api/v1/edits', { ...WHO, edits });
  assert.ok(answer.ok, `${answer.status} ${await answer.clone().text()}`);
  return seqIn(await answer.json());
};
const done = async (path: string, body: Readonly<Record<string, unknown>>) => {
  const answer = await office.post(`/api/v1/${path}`, { ...WHO, ...body });
  assert.ok(answer.ok, `${answer.status} ${await answer.clone().text()}`);
  return seqIn(await answer.json());
};
const undo = (seq: number) => done(`deeds/${seq}/undo`, {});
const refused = async (path: string, body: Readonly<Record<string, unknown>>) => {
  const answer = await office.post(`/api/v1/${path}`, { ...WHO, ...body });
  assert.ok(answer.status === 400 || answer.status === 409, String(answer.status));
  return commonSchema.problem.parse(await answer.json()).detail;
};
const at = async (path: string) => (await office.get(`/api/v1/${path}`)) as Readonly<Record<string, unknown>>;
const project = 'sea-wall';

test('an asset is switched in the allowed order alone, never back in time, and the switch is undone as any deed', async () => {
  const meadow = {
    id: 'meadow',
    name_en: 'Quay meadow',
    kind: 'flood-storage',
    project,
    activation_hours: 2,
    in_use: '2024',
    visibility: 'public',
  };
  await made('dual-use-assets', meadow);
  const mode = { reason: 'orange warning', on: '2025-02-01', at: '08:00' };
  assert.match(
    await refused('dual-use-assets/meadow/mode', { ...mode, mode: 'emergency' }),
    /expected preparing after normal, found emergency/,
  );
  assert.match(
    await refused('dual-use-assets/meadow/mode', { ...mode, mode: 'preparing', at: '8 a.m.' }),
    /at: expected a time such as 14:05/,
  );
  await done('dual-use-assets/meadow/mode', { ...mode, mode: 'preparing' });
  assert.match(await refused('dual-use-assets/meadow/mode', { ...mode, mode: 'emergency', at: '07:59' }), /after the last switch/);
  const seq = await done('dual-use-assets/meadow/mode', { ...mode, mode: 'emergency', at: '09:30' });
  const asset = await at('dual-use-assets/meadow');
  assert.equal(asset.mode, 'emergency');
  assert.deepEqual(
    (asset.switches as readonly { at: string }[]).map((each) => each.at),
    ['08:00', '09:30'],
  );
  await undo(seq);
  assert.equal((await at('dual-use-assets/meadow')).mode, 'preparing');
});

test('the drill gate refuses without a record, with one that took too long or is old, opens with one, and opens again when that is undone', async () => {
  const gate = (await at(`projects/${project}/gates`)).open as string;
  await edit([
    {
      action: 'create',
      table: 'requirement',
      fields: { id: 'wall-drill', gate, position: 9, kind: 'drill', name_en: 'Switch drilled', supplied_by: 'lead', optional: false },
    },
  ]);
  const standing = async () => gateSchema.standing.parse(await office.get(`/api/v1/projects/${project}/gates`));
  const why = async () =>
    (await standing()).rungs.flatMap(({ needs }) => needs).find(({ requirement }) => requirement.id === 'wall-drill')?.why;
  assert.equal(await why(), 'no-drill');
  await made('drills', { id: 'first', name_en: 'First drill', asset: 'meadow', planned_on: '2025-12-10' });
  assert.equal(await why(), 'no-drill');
  await done('drills/first/record', { heldOn: '2025-12-11', minutes: 150 });
  assert.equal(await why(), 'drill-slow');
  assert.match(await refused(`projects/${project}/gates/${gate}/pass`, { on: '2026-01-10' }), /Switch drilled \(drill-slow/);
  const accepted = await done('drills/first/accept', { acceptance: { zh: null, en: 'the bridge was closed' } });
  assert.equal(await why(), null);
  const { open, rungs } = await standing();
  const needs = rungs.find((each) => each.gate.id === open)?.needs ?? [];
  for (const { requirement, by } of needs) {
    if (by !== null || requirement.id === 'wall-drill') continue;
    await edit([{ action: 'revise', table: 'requirement', key: requirement.id, rev: requirement.rev, fields: { optional: true } }]);
  }
  await done(`projects/${project}/gates/${gate}/pass`, { on: '2026-01-10' });
  const passed = (await standing()).rungs.find((each) => each.gate.id === gate);
  assert.deepEqual([passed?.state, passed?.pass?.basis], ['passed', ['wall-drill=drill:first']]);
  await undo(accepted);
  const again = (await standing()).rungs.find((each) => each.gate.id === gate);
  assert.deepEqual(
    [again?.state, again?.reopened?.lost.map(({ requirement, why: lost }) => `${requirement} ${lost}`)],
    ['open', ['wall-drill refused']],
  );
});

test('a capacity indicator follows a change of an asset at once, and says of how many the capacity is known', async () => {
  const district = (await at('district')) as unknown as { readonly units: Readonly<Record<string, unknown>> };
  assert.ok(district);
  const [unit] = Object.keys(office.desk.register.district.values().next().value?.units ?? {});
  const [source] = [...office.desk.register.source.keys()];
  await made('indicators', {
    id: 'beds',
    name_en: 'Beds in an emergency',
    unit,
    direction: 'up',
    source,
    asset_method: 'capacity',
    asset_unit: 'beds',
  });
  const actual = async () =>
    ((await at('indicators/beds')) as unknown as { actual: { value: number; qualifier: string | null; note: { en: string } } | null })
      .actual;
  assert.equal(await actual(), null);
  await made('dual-use-assets', {
    id: 'hall',
    name_en: 'Hall',
    kind: 'lodging',
    in_use: '2024',
    emergency_capacity: 200,
    emergency_unit: 'beds',
  });
  await made('dual-use-assets', { id: 'school', name_en: 'School', kind: 'shelter', in_use: '2024', emergency_unit: 'beds' });
  const first = await actual();
  assert.deepEqual([first?.value, first?.qualifier, first?.note.en], [200, 'at-least', '1 of 3 assets known']);
  const { rev } = (await at('dual-use-assets/school/row')) as unknown as { rev: number };
  const patched = await office.send(
    'PATCH',
    '/api/v1/dual-use-assets/school',
    { ...WHO, fields: { emergency_capacity: 50 } },
    { 'if-match': `"${rev}"` },
  );
  const seq = seqIn(await patched.json());
  assert.equal((await actual())?.value, 250);
  await undo(seq);
  assert.equal((await actual())?.value, 200);
});

test('the public is told of a public asset, not of a place, a project or a drill that is not for it', async () => {
  const position = { kind: 'area', position: 'not-known' };
  await made('places', { id: 'secret-pit', name_en: 'Secret pit', ...position, visibility: 'confidential' });
  const held = (await at('dual-use-assets/meadow/row')) as { rev: number };
  const fields = { place: 'secret-pit', supplies_en: 'forty pumps' };
  const patched = await office.send('PATCH', '/api/v1/dual-use-assets/meadow', { ...WHO, fields }, { 'if-match': `"${held.rev}"` });
  assert.equal(patched.status, 200, await patched.text());
  const publication = publicationSchema.publication.parse(await at('publication'));
  const told = JSON.stringify(publication);
  assert.match(told, /"id":"meadow","/);
  const { files } = siteFiles(publication, { url: null, languages: ['en', 'zh'] });
  const pages = new Map([...files].map(({ path, content }) => [path, String(content)]));
  const site = [...pages.values()].join('');
  const page = pages.get('dual-use-assets/meadow.html') ?? '';
  for (const said of ['emergency capacity not known', 'orange warning', 'First drill']) assert.ok(page.includes(said), said);
  // What is the district’s alone is not told as not known, and no word of a closed list stands as a code.
  assert.doesNotMatch(page, /Supplies|no-drill|too-slow/);
  for (const text of [told, site]) assert.doesNotMatch(text, /"hall"|"school"|bridge was closed|secret-pit|Secret pit|forty pumps/);
});
