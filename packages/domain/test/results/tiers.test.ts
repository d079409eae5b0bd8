import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, type DayString, dayOf } from '@westgate/base';
import { type Register, tierOn, tiersOf } from '@westgate/domain';
import { districtOf } from '../district.ts';
import { randomOf } from '../random.ts';

type TierCells = readonly [id: string, scheme: string, from: string, position: number];
type PlaceCells = readonly [industry: string, from: string, tier: string];

function withTiers(tiers: readonly TierCells[], places: readonly PlaceCells[]): Register {
  return districtOf({
    industry: [...new Set(places.map(([industry]) => industry))].map((id) => ({ id, name_en: id })),
    tier: tiers.map(([id, scheme, from_on, position]) => ({ id, name_en: id, scheme, from_on, position })),
    tier_place: places.map(([industry, from_on, tier]) => ({ industry, from_on, tier, reason_en: 'so', source: 'S1' })),
  });
}

const TIERS: readonly TierCells[] = [
  ['old', '1+3', '2021-01-01', 1],
  ['pillar', '2+4', '2024-01-01', 1],
  ['future', '2+4', '2024-01-01', 2],
];

test('an industry stands in its last entry, a move ends the one before, and with a new division everything is said anew', () => {
  const register = withTiers(TIERS, [
    ['wood', '2021-01-01', 'old'],
    ['steel', '2021-01-01', 'old'],
    ['steel', '2024-01-01', 'future'],
    ['steel', '2025-07-01', 'pillar'],
  ]);
  const on = (industry: string, day: string) => tierOn(register, industry, dayOf(day));
  assert.deepEqual(
    ['2020-12-31', '2021-01-01', '2023-12-31', '2024-01-01', '2025-06-30', '2025-07-01'].map((day) => on('steel', day)),
    [null, 'old', 'old', 'future', 'future', 'pillar'],
  );
  assert.deepEqual(
    [on('wood', '2023-12-31'), on('wood', '2024-01-01')],
    ['old', null],
    'what a new division does not name stands in no tier',
  );
  const { histories } = tiersOf(register);
  assert.deepEqual(
    histories.get('steel')?.map(({ scheme, from, until }) => [scheme, from, until]),
    [
      ['1+3', '2021-01-01', '2023-12-31'],
      ['2+4', '2024-01-01', '2025-06-30'],
      ['2+4', '2025-07-01', null],
    ],
  );
});

test('an entry from before its division holds from its first day, one from after it holds never', () => {
  const register = withTiers(TIERS, [
    ['steel', '2023-06-01', 'future'],
    ['wood', '2024-02-01', 'old'],
  ]);
  const on = (industry: string, day: string) => tierOn(register, industry, dayOf(day));
  assert.deepEqual([on('steel', '2023-06-01'), on('steel', '2024-01-01'), on('wood', '2024-02-01')], [null, 'future', null]);
});

/** The tier on a day by looking at every entry: of the division that holds, the latest entry up to the day that names one of its tiers. */
function bruteTierOn(tiers: readonly TierCells[], places: readonly PlaceCells[], industry: string, day: DayString): string | null {
  const firstOf = (scheme: string): string =>
    tiers
      .filter((tier) => tier[1] === scheme)
      .map((tier) => tier[2])
      .sort()[0] ?? '';
  const schemes = [...new Set(tiers.map((tier) => tier[1]))].filter((scheme) => firstOf(scheme) <= day);
  const holding = schemes.sort((a, b) => (firstOf(a) < firstOf(b) || (firstOf(a) === firstOf(b) && a < b) ? 1 : -1))[0];
  const own = tiers.filter((tier) => tier[1] === holding).map(([id]) => id);
  const entries = places.filter((place) => place[0] === industry && place[1] <= day && own.includes(place[2]));
  return entries.sort((a, b) => (a[1] < b[1] ? 1 : -1))[0]?.[2] ?? null;
}

test('tiers on every day of random histories are those that looking at every entry finds', () => {
  const start = dayOf('2020-01-01');
  for (let seed = 1; seed <= 150; seed += 1) {
    const random = randomOf(seed);
    const upTo = (most: number): number => Math.floor(random() * most);
    const tiers: TierCells[] = [];
    for (let scheme = 0; scheme <= upTo(3); scheme += 1) {
      const from = addDays(start, scheme * 40 + upTo(30));
      for (let tier = 0; tier <= upTo(3); tier += 1) tiers.push([`t${scheme}-${tier}`, `s${scheme}`, from, tier + 1]);
    }
    const days = new Set<string>();
    const places = Array.from({ length: upTo(12) }, (): PlaceCells => {
      let from = addDays(start, upTo(160));
      while (days.has(from)) from = addDays(from, 1);
      days.add(from);
      return [`i${upTo(3)}`, from, tiers[upTo(tiers.length)]?.[0] ?? ''];
    });
    const register = withTiers(tiers, places);
    for (let day = 0; day < 190; day += 3) {
      const on = addDays(start, day);
      for (const industry of ['i0', 'i1', 'i2'])
        assert.equal(tierOn(register, industry, on), bruteTierOn(tiers, places, industry, on), `seed ${seed}, ${industry} on ${on}`);
    }
  }
});
