import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, type Geometry, type LngLat } from '@westgate/base';
import { checkFinding, checkProblems, methodProblem, nearbyOf, nearbySaid } from '@westgate/domain';
import { districtOf } from '../district.ts';
import { randomOf } from '../random.ts';

const DAY = dayOf('2026-06-30');
const ON = { asOf: DAY, placesSince: null };
const point = (lng: number, lat: number): Geometry => ({ type: 'Point', coordinates: [lng, lat] });
const box = (west: number, south: number, east: number, north: number): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});
const place = (id: string, kind: string, geometry: Geometry | null, survey_level: string | null = null) => ({
  id,
  name_en: id,
  kind,
  survey_level,
  geometry,
});
const NEAREST = {
  id: 'i',
  name_en: 'Distance to park',
  unit: 'm',
  direction: 'down',
  frequency: 'yearly',
  check_level: 'compound',
  threshold: 500,
  place_method: 'nearest',
  place_kind: 'park',
};

function found(places: readonly object[], cells: object = {}, more: object = {}) {
  const register = districtOf({ place: places, indicator: [{ ...NEAREST, ...cells }], ...more } as Parameters<typeof districtOf>[0]);
  const indicator = register.indicator.get('i' as never);
  assert.ok(indicator);
  return {
    register,
    indicator,
    nearby: nearbyOf(register, indicator, ON),
    of: (at: string | null) => checkFinding(register, indicator, at, ON),
  };
}

/** Metres between two positions through the ellipsoid, from the centre of the earth: another way than the plane that is tested. */
function chord(a: LngLat, b: LngLat): number {
  const from = ([lng, lat]: LngLat): readonly number[] => {
    const [x, y] = [(lng * Math.PI) / 180, (lat * Math.PI) / 180];
    const across = 6378137 / Math.sqrt(1 - 0.00669437999014 * Math.sin(y) ** 2);
    return [across * Math.cos(y) * Math.cos(x), across * Math.cos(y) * Math.sin(x), across * (1 - 0.00669437999014) * Math.sin(y)];
  };
  const [one, two] = [from(a), from(b)];
  return Math.hypot(...one.map((each, index) => each - (two[index] ?? 0)));
}

/** Positions close together on the outline of a box and in it, or a point. */
function strewn(geometry: Geometry): readonly LngLat[] {
  if (geometry.type === 'Point') return [geometry.coordinates];
  const outline: unknown = geometry.coordinates[0];
  const [[west, south], , [east, north]] = outline as [LngLat, LngLat, LngLat];
  const steps = Array.from({ length: 13 }, (_, index) => index / 12);
  return steps.flatMap((x) => steps.map((y): LngLat => [west + x * (east - west), south + y * (north - south)]));
}

test('the nearest of random places, and how many lie within reach, are those that a comparison of all pairs finds', () => {
  for (let seed = 0; seed < 60; seed += 1) {
    const random = randomOf(seed);
    const lat = seed % 2 === 0 ? 39.9 : -60 + random() * 120;
    const anywhere = (): Geometry => {
      const [x, y] = [116 + random() * 0.2, lat + random() * 0.15];
      return random() < 0.5 ? point(x, y) : box(x, y, x + 0.0005 + random() * 0.01, y + 0.0005 + random() * 0.01);
    };
    const units = Array.from({ length: 6 }, (_, n) => place(`u${n}`, 'compound', anywhere(), 'compound'));
    const parks = Array.from({ length: 1 + Math.floor(random() * 12) }, (_, n) => place(`p${n}`, 'park', anywhere()));
    const within = 500 + Math.floor(random() * 5000);
    const nearest = found([...units, ...parks]).nearby;
    const counted = found([...units, ...parks], { place_method: 'count', within_m: within, unit: 'parks' }).nearby;
    for (const { id, geometry } of units) {
      const apart = parks.map((park) => {
        const to = strewn(park.geometry as Geometry);
        return Math.min(...strewn(geometry as Geometry).flatMap((from) => to.map((other) => chord(from, other))));
      });
      // Between two positions on an outline there is another as near.
      const [least, slack] = [Math.min(...apart), 120];
      const told = nearest.get(id)?.value ?? Number.NaN;
      assert.ok(told <= least * 1.001 + 1 && told >= least * 0.999 - slack, `seed ${seed} ${id}: ${told} m, ${least} m by all pairs`);
      const [sure, perhaps] = [apart.filter((m) => m * 1.001 + 1 <= within), apart.filter((m) => m * 0.999 - slack <= within)];
      const count = counted.get(id)?.value ?? Number.NaN;
      assert.ok(count >= sure.length && count <= perhaps.length, `seed ${seed} ${id}: ${count} of ${sure.length} to ${perhaps.length}`);
    }
  }
});

test('a unit without a position, a kind of which none is held or none is placed, and a unit without an outline are not known, each with why', () => {
  const [park, yard] = [place('park', 'park', point(116.01, 39.9)), place('yard', 'compound', point(116, 39.9), 'compound')];
  const why = (places: readonly object[], cells: object = {}): unknown => {
    const { nearby, of } = found(places, cells);
    assert.equal(of('yard').standing, 'not-known');
    assert.equal(of('yard').value, null);
    return nearby.get('yard')?.why;
  };
  const unplaced = place('lost', 'park', null);
  assert.equal(why([yard]), 'none-held');
  assert.equal(why([{ ...yard, geometry: null }, park]), 'no-position');
  assert.equal(why([yard, unplaced]), 'unplaced');
  assert.equal(why([yard, park], { place_method: 'count', unit: 'parks' }), 'no-outline');
  // One more that has no position may lie within reach: a count would be too small, a distance is told of those that are placed.
  assert.equal(why([yard, park, unplaced], { place_method: 'count', within_m: 5000, unit: 'parks' }), 'unplaced');
  const { nearby, of } = found([yard, park, unplaced]);
  assert.deepEqual(nearby.get('yard'), { value: 855, nearest: 'park', isRough: true, unplaced: 1, why: null });
  assert.deepEqual([of('yard').standing, of('yard').on], ['below', DAY]);
  assert.match(
    nearbySaid(
      { value: 855, nearest: 'park', isRough: true, unplaced: 1, why: null },
      { how: 'nearest', kind: 'park', within: null, metres: 1 },
      null,
    )?.en ?? '',
    /approximate; 1 of the kind park without a position, left out/,
  );
});

test('of a unit in kilometres a distance is told in kilometres, and a place in a unit is 0 from it and counted in it once', () => {
  const [west, east] = [
    place('w', 'compound', box(116, 39.9, 116.01, 39.91), 'compound'),
    place('e', 'compound', box(116.01, 39.9, 116.02, 39.91), 'compound'),
  ];
  const across = place('park', 'park', box(116.008, 39.902, 116.011, 39.904));
  const values = (cells: object): readonly unknown[] => [...found([west, east, across], cells).nearby.values()].map(({ value }) => value);
  assert.deepEqual(values({}), [0, 0]);
  assert.deepEqual(values({ place_method: 'count', unit: 'parks' }), [1, 0]);
  const far = found([west, place('park', 'park', point(116.02, 39.905))], { unit: 'km', threshold: 0.5 });
  assert.equal(far.nearby.get('w')?.value, 0.855);
});

test('a survey of a unit counts before what is worked out, until it is out of date; a change of places that mends a problem is measured again', () => {
  const places = [place('yard', 'compound', point(116, 39.9), 'compound'), place('park', 'park', point(116.01, 39.9))];
  const surveyed = (period: string) => ({
    place_value: [{ indicator: 'i', place: 'yard', period, value: 300, weight: null, status: null, source: 'S1', confidence: 'high' }],
  });
  assert.equal(found(places, {}, surveyed('2026-05')).of('yard').value, 300);
  assert.equal(found(places, {}, surveyed('2020')).of('yard').value, 855);
  const issue = { issue: [{ id: 'x', name_en: 'Far', level: 'department', indicator: 'i', place: 'yard', raised_on: '2026-01-10' }] };
  const problem = (threshold: number) => checkProblems(found(places, { threshold }, issue).register, ON)[0];
  assert.deepEqual([problem(500)?.standing, problem(500)?.after], ['no-project', null]);
  assert.deepEqual([problem(900)?.standing, problem(900)?.before.value, problem(900)?.after?.value], ['met', null, 855]);
});

test('a way that does not fit the indicator is refused with the column and what was expected', () => {
  const cells = {
    place_method: 'nearest',
    place_kind: 'park',
    within_m: null,
    formula: null,
    check_level: 'compound',
    roll_up: null,
    unit: 'm',
  };
  const fault = (more: object) => methodProblem({ ...cells, ...more } as Parameters<typeof methodProblem>[0], {})?.column ?? null;
  assert.equal(fault({}), null);
  assert.equal(fault({ place_kind: null }), 'place_kind');
  assert.equal(fault({ place_method: null }), 'place_kind');
  assert.equal(fault({ within_m: 500 }), 'within_m');
  assert.equal(fault({ unit: 'percent' }), 'unit');
  assert.equal(fault({ check_level: 'district' }), 'check_level');
  assert.equal(fault({ formula: '[a]' }), 'place_method');
  assert.equal(fault({ roll_up: 'sum' }), 'roll_up');
  assert.equal(fault({ place_method: 'count', unit: 'parks', roll_up: 'sum' }), null);
  assert.equal(fault({ place_method: 'count', unit: 'parks', within_m: 0 }), 'within_m');
});
