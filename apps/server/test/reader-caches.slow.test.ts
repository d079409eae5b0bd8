import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openDesk } from '@westgate/desk';
import type { Reader } from '@westgate/domain';
import { asCaller, PUBLIC } from '../src/caller/caller.ts';
import { Office } from '../src/office/office.ts';
import { CHINESE, ENGLISH, twoPlansFolder } from './two-plans/two-plans-folder.ts';

/** As many classes as an office keeps: the public, the district, and a department each. */
const READERS: readonly Reader[] = [
  PUBLIC,
  { roles: ['reader'], department: null },
  ...Array.from({ length: 10 }, (_, index): Reader => ({ roles: ['department-lead'], department: `d${index}` })),
];
const PLANS = [ENGLISH, CHINESE];

const desk = await openDesk({ memory: true, districtFolder: twoPlansFolder() });
const office = new Office(desk, {
  onError: (error) => {
    throw error;
  },
  limits: { otherDaysAMinute: 1e6, publicOtherDaysAMinute: 1e6 },
});
after(async () => {
  await office.close();
  await desk.close();
});

const as = <T>(reader: Reader, work: () => T): T => asCaller({ kind: 'person', id: 'p', name: 'P', reader, session: 's' }, work);
/** What is kept for a reader: all that is thrown away with the place of the class. */
const keptFor = (reader: Reader) =>
  as(reader, () => {
    const view = office.view();
    return { view, search: office.searchIn(view), tiles: office.tilesIn(view) };
  });

test('plans that nobody knows take the place of nothing: no reader’s states, search or tiles are made again', () => {
  const before = READERS.map(keptFor);
  const ofPlans = READERS.map((reader) => as(reader, () => PLANS.map((plan) => office.tilesIn(office.view(null, plan)))));
  for (const reader of READERS) {
    for (let n = 0; n < 20; n += 1) assert.throws(() => as(reader, () => office.view(null, `x${n}`)), { code: 'WG_INPUT_INVALID' });
  }
  for (const [index, reader] of READERS.entries()) {
    const now = keptFor(reader);
    for (const part of ['view', 'search', 'tiles'] as const) assert.equal(now[part], before[index]?.[part], `${part} of reader ${index}`);
    const tiles = as(reader, () => PLANS.map((plan) => office.tilesIn(office.view(null, plan))));
    for (const [at, each] of tiles.entries()) assert.equal(each, ofPlans[index]?.[at], `tiles of ${PLANS[at]}, reader ${index}`);
  }
});

test('readers that look at one plan after the other displace no other reader', () => {
  const before = READERS.map(keptFor);
  for (const reader of READERS) for (const plan of PLANS) assert.equal(as(reader, () => office.view(null, plan)).plan, plan);
  for (const [index, reader] of READERS.entries()) {
    const now = keptFor(reader);
    for (const part of ['view', 'search', 'tiles'] as const) assert.equal(now[part], before[index]?.[part], `${part} of reader ${index}`);
  }
});
