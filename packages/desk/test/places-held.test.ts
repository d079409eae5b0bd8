import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { addDays } from '@westgate/base';
import { type Desk, type Edit, idemOf, openDesk } from '@westgate/desk';
import { nearbyOf } from '@westgate/domain';
import { HARBOUR } from './folders.ts';

const by = { who: 'Ada' };
const MILL_TOWN = {
  id: 'mill-town',
  name_en: 'Mill Town',
  frame: [115, 39, 117, 41],
  metre_crs: 'EPSG:32650',
  time_zone: 'UTC',
  languages: ['en'],
  axes: [],
  units: { m: { zh: null, en: 'metres' } },
};
const folder = await mkdtemp(join(tmpdir(), 'westgate-places-held-'));
const open: Desk[] = [];
after(async () => {
  for (const desk of open) await desk.close();
  await rm(folder, { recursive: true, force: true });
});
async function opened(options: Parameters<typeof openDesk>[0]): Promise<Desk> {
  const desk = await openDesk(options);
  open.push(desk);
  return desk;
}
let count = 0;

async function edit(desk: Desk, ...edits: readonly Edit[]): Promise<void> {
  count += 1;
  await desk.edit(edits, { ...by, idem: idemOf(`places-${count}`, edits) });
}
async function exported(desk: Desk, name: string): Promise<string> {
  for (const [path, text] of desk.exportFolder()) {
    const file = join(folder, name, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return join(folder, name);
}
const at = (lng: number): object => ({ position: 'known', confidence: 'high', geometry: { type: 'Point', coordinates: [lng, 39.9] } });
const made = (name_en: string, kind: string, lng: number, more: object = {}): Edit => ({
  action: 'create',
  table: 'place',
  fields: { name_en, kind, ...at(lng), ...more },
});
const unit = (name: string, lng: number): Edit => made(name, 'compound', lng, { survey_level: 'compound' });
const FAR: Edit = {
  action: 'create',
  table: 'indicator',
  fields: {
    name_en: 'Far',
    unit: 'm',
    check_level: 'compound',
    place_method: 'nearest',
    place_kind: 'park',
    direction: 'down',
    frequency: 'yearly',
  },
};
/** What is told of yesterday, before any deed of this test was done. */
function yesterday(desk: Desk, place = 'yard'): readonly unknown[] {
  const indicator = [...desk.register.indicator.values()].find((row) => row.name_en === 'Far');
  assert.ok(indicator);
  const today = new Date().toISOString().slice(0, 10);
  const { value, why } =
    nearbyOf(desk.register, indicator, { asOf: addDays(today as never, -1), placesSince: desk.placesSince }).get(place) ?? {};
  return [value ?? null, why];
}

test('what is worked out from places is known of a day as long as neither the unit nor a place of that kind was changed after it', async () => {
  const begun = await opened({ memory: true, districtFolder: HARBOUR });
  await begun.startDistrict({ fields: MILL_TOWN }, by);
  await edit(begun, unit('Yard', 116), FAR);
  const yards = await exported(begun, 'yards');
  await edit(begun, made('Green', 'park', 116.01));
  const parks = await exported(begun, 'parks');
  // A district that was begun on the screen tells nothing of the days before its first places.
  assert.deepEqual(yesterday(begun), [null, 'unit-not-held-then']);
  // What a folder brings was so before, whether it is the first or takes the place of another.
  await begun.importFolder({ path: HARBOUR }, { ...by, otherDistrict: true });
  await begun.importFolder({ path: parks }, { ...by, otherDistrict: true });
  assert.deepEqual(yesterday(begun), [855, null]);

  const dataDir = join(folder, 'data');
  let desk = await opened({ dataDir, districtFolder: yards });
  assert.deepEqual(yesterday(desk), [null, 'none-held']);
  await edit(desk, made('Green', 'park', 116.01), unit('Yard 2', 116.02));
  assert.deepEqual(
    [yesterday(desk), yesterday(desk, 'yard-2')],
    [
      [null, 'none-held-then'],
      [null, 'unit-not-held-then'],
    ],
  );
  await desk.close();
  open.pop();
  desk = await opened({ dataDir });
  assert.deepEqual(
    [yesterday(desk), yesterday(desk, 'yard-2')],
    [
      [null, 'none-held-then'],
      [null, 'unit-not-held-then'],
    ],
  );
  await desk.importFolder({ path: HARBOUR }, { ...by, otherDistrict: true });
  await desk.importFolder({ path: parks }, { ...by, otherDistrict: true });
  await edit(desk, made('Mill', 'factory', 116.001), unit('Yard 2', 116.02));
  assert.deepEqual(
    [yesterday(desk), yesterday(desk, 'yard-2')],
    [
      [855, null],
      [null, 'unit-not-held-then'],
    ],
  );
  await edit(desk, made('Grove', 'park', 116.005));
  assert.deepEqual(yesterday(desk), [null, 'changed-since']);
});
