import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { addDays, type DayString, dayOf } from '@westgate/base';
import { checkFinding, type MeasuredIn, type Reader, registerFor, rollUp, unitTree } from '@westgate/domain';
import { districtOf, link } from '../district.ts';
import { randomOf } from '../random.ts';

const LEVELS = ['dwelling', 'compound', 'block'] as const;
const DAY = dayOf('2026-06-30');
const ON = { asOf: DAY, placesSince: null };

interface Ground {
  readonly id: string;
  readonly parent: string | null;
  readonly level: string | null;
}

/** Blocks of compounds of dwellings, some left out, some not divided, some places in between that are no units. */
function ground(random: () => number): readonly Ground[] {
  const units: Ground[] = [];
  const below = (parent: string | null, depth: number): void => {
    for (let index = 0; index < 1 + random() * 3; index += 1) {
      const id = `${parent ?? ''}/${index}`;
      units.push({ id, parent, level: random() < 0.15 ? null : (LEVELS[depth] ?? null) });
      if (depth > 0 && random() < 0.8) below(id, depth - 1);
    }
  };
  below(null, 2);
  return units;
}

function values(units: readonly Ground[], random: () => number): Map<string, MeasuredIn> {
  const measured = new Map<string, MeasuredIn>();
  for (const { id } of units) {
    if (random() < 0.5) continue;
    const last = addDays(DAY, -Math.floor(random() * 300)) as DayString;
    measured.set(id, {
      value: Math.floor(random() * 50),
      weight: random() < 0.1 ? null : 1 + Math.floor(random() * 9),
      last,
      isStale: random() < 0.2,
    });
  }
  return measured;
}

/** The same by lists of places alone: which units there are, which of them are known, and which values count. */
function naive(units: readonly Ground[], place: string | null, level: string, measured: ReadonlyMap<string, MeasuredIn>) {
  const isIn = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}/`);
  const within = (outer: string): readonly Ground[] => units.filter(({ id }) => id !== outer && isIn(id, outer));
  const unitsIn = (outer: string): readonly string[] => {
    const own = units.find(({ id }) => id === outer);
    if (own?.level === level) return [outer];
    const inner = units.filter(({ parent }) => parent === outer).flatMap(({ id }) => unitsIn(id));
    return inner.length > 0 ? inner : own?.level || measured.has(outer) ? [outer] : [];
  };
  const isKnown = (outer: string): boolean => {
    const own = measured.get(outer);
    return (own !== undefined && !own.isStale) || isKnownBelow(outer);
  };
  const isKnownBelow = (outer: string): boolean => {
    const inner = units.filter(({ parent }) => parent === outer).flatMap(({ id }) => unitsIn(id));
    return inner.length > 0 && inner.every((unit) => pathTo(unit, outer).some(isKnown));
  };
  const pathTo = (unit: string, outer: string): readonly string[] =>
    within(outer)
      .map(({ id }) => id)
      .filter((id) => isIn(unit, id));
  const counts = (outer: string): readonly string[] => {
    const own = measured.get(outer);
    const inner = units.filter(({ parent }) => parent === outer).flatMap(({ id }) => counts(id));
    if (!own || own.isStale) return inner;
    const isLater = isKnownBelow(outer) && inner.every((id) => (measured.get(id)?.last ?? '') > own.last);
    return isLater ? inner : [outer];
  };
  const tops = place === null ? units.filter(({ parent }) => parent === null).map(({ id }) => id) : [place];
  const all = tops.flatMap(unitsIn);
  return {
    counted: tops.flatMap(counts),
    of: all.length,
    known: all.filter((unit) => tops.flatMap((top) => [top, ...pathTo(unit, top)]).some((id) => isIn(unit, id) && isKnown(id))).length,
  };
}

test('in 2,000 seeded districts the values that count are those of a naive reading, and no place is counted twice', () => {
  const random = randomOf(20);
  for (let round = 0; round < 2000; round += 1) {
    const units = ground(random);
    const measured = values(units, random);
    const tree = unitTree(units);
    const level = LEVELS[Math.floor(random() * 3)] ?? 'dwelling';
    for (const place of [null, units[Math.floor(random() * units.length)]?.id ?? null]) {
      const found = rollUp(tree, place, level, 'sum', measured);
      const expected = naive(units, place, level, measured);
      const ids = found.rests.map(([id]) => id);
      assert.deepEqual([...ids].sort(), [...expected.counted].sort(), `round ${round}`);
      for (const id of ids) assert.ok(!ids.some((other) => other !== id && id.startsWith(`${other}/`)), `${id} is counted within another`);
      assert.equal(found.value, ids.length === 0 ? null : ids.reduce((all, id) => all + (measured.get(id)?.value ?? 0), 0));
      assert.deepEqual([found.of, found.known], [expected.of, expected.known], `round ${round} ${place} ${level}`);
      assert.ok(found.known + found.stale <= found.of);
    }
  }
});

test('a mean is weighted, and is not known where a weight is not', () => {
  const tree = unitTree([
    { id: 'a', parent: null, level: 'block' },
    { id: 'b', parent: null, level: 'block' },
  ]);
  const value = (of: number, weight: number | null): MeasuredIn => ({ value: of, weight, last: DAY, isStale: false });
  const mean = (one: MeasuredIn, two: MeasuredIn): number | null =>
    rollUp(
      tree,
      null,
      'block',
      'weighted-mean',
      new Map([
        ['a', one],
        ['b', two],
      ]),
    ).value;
  assert.equal(mean(value(90, 1), value(60, 2)), 70);
  assert.equal(mean(value(90, 1), value(60, null)), null);
  assert.equal(mean(value(90, 0), value(60, 0)), null);
  assert.equal(rollUp(tree, null, 'block', null, new Map([['a', value(90, 1)]])).value, null);
});

test('places that lie in each other in a ring are counted all the same', () => {
  const tree = unitTree([
    { id: 'a', parent: 'b', level: 'block' },
    { id: 'b', parent: 'a', level: 'block' },
    { id: 'c', parent: 'gone', level: 'block' },
  ]);
  assert.deepEqual(tree.roots, ['a', 'b', 'c']);
});

describe('a finding of the health check', () => {
  const place = (id: string, survey_level: string) => ({ id, name_en: id, kind: 'compound', survey_level });
  const finding = (values: readonly (readonly [string, string, number])[], cells: object = {}, at: string | null = null) => {
    const register = districtOf({
      place: [place('west', 'block'), place('yard-1', 'compound'), place('yard-2', 'compound')],
      link: [link('place:yard-1', 'member-of', 'place:west'), link('place:yard-2', 'member-of', 'place:west')],
      indicator: [
        {
          id: 'i',
          name_en: 'Pipes',
          unit: 'houses',
          direction: 'down',
          check_level: 'compound',
          threshold: 0,
          roll_up: 'sum',
          frequency: 'yearly',
          ...cells,
        },
      ],
      place_value: values.map(([in_, period, value]) => ({
        indicator: 'i',
        place: in_,
        period,
        value,
        weight: null,
        status: null,
        source: 'S1',
        confidence: 'high',
      })),
    });
    const row = register.indicator.get('i' as never);
    assert.ok(row);
    return checkFinding(register, row, at, ON);
  };

  it('is not met while a unit is not known, and is below the standard as soon as what is known passes it', () => {
    assert.equal(finding([]).standing, 'not-known');
    const half = finding([['yard-1', '2025', 0]]);
    assert.deepEqual([half.standing, half.value, half.known, half.of], ['not-known', 0, 1, 2]);
    assert.equal(finding([['yard-1', '2025', 3]]).standing, 'below');
    assert.equal(
      finding([
        ['yard-1', '2025', 0],
        ['yard-2', '2025', 0],
      ]).standing,
      'met',
    );
  });

  it('does not count a block and its compounds both', () => {
    const found = finding([
      ['west', '2025', 9],
      ['yard-1', '2025', 3],
      ['yard-2', '2025', 4],
    ]);
    assert.deepEqual([found.value, found.known, found.of], [9, 2, 2]);
  });

  it('takes what was measured later in every compound for what was measured in the block before', () => {
    assert.equal(
      finding([
        ['west', '2024', 9],
        ['yard-1', '2025', 3],
        ['yard-2', '2025', 4],
      ]).value,
      7,
    );
    assert.equal(
      finding([
        ['west', '2024', 9],
        ['yard-1', '2025', 3],
      ]).value,
      3,
      'the value of 2024 is out of date',
    );
  });

  it('is out of date where all there is is old', () => {
    const found = finding([
      ['yard-1', '2022', 0],
      ['yard-2', '2022', 0],
    ]);
    assert.deepEqual([found.standing, found.known, found.stale], ['stale', 0, 2]);
  });

  it('has no verdict without a threshold, and is not added up where nothing says how', () => {
    assert.equal(
      finding(
        [
          ['yard-1', '2025', 3],
          ['yard-2', '2025', 4],
        ],
        { threshold: null },
      ).standing,
      'no-threshold',
    );
    const apart = finding(
      [
        ['yard-1', '2025', 3],
        ['yard-2', '2025', 4],
      ],
      { roll_up: null },
    );
    assert.deepEqual([apart.value, apart.standing, apart.belowCount], [null, 'below', 2]);
    assert.equal(finding([['yard-1', '2025', 3]], { roll_up: null }, 'yard-1').value, 3);
  });
});

test('over 300 seeded districts no reader is told of a better standing than the whole supports', () => {
  const random = randomOf(41);
  const reader: Reader = { roles: [], department: null };
  const good = ['met', 'no-threshold'];
  for (let round = 0; round < 300; round += 1) {
    const units = ground(random).map((unit) => ({
      ...unit,
      id: unit.id.replaceAll('/', 'p'),
      parent: unit.parent?.replaceAll('/', 'p') ?? null,
    }));
    const open = () => (random() < 0.8 ? 'public' : 'confidential');
    const threshold = random() < 0.8 ? Math.floor(random() * 30) : null;
    const roll_up = [null, 'sum', 'weighted-mean'][Math.floor(random() * 3)];
    const register = districtOf({
      source: [
        { id: 'S1', title: 'S1', kind: 'official', visibility: 'public' },
        { id: 'S2', title: 'S2', kind: 'official', visibility: 'confidential' },
      ],
      place: units.map(({ id, level }) => ({ id, name_en: id, kind: 'compound', survey_level: level, visibility: open() })),
      link: units.flatMap(({ id, parent }) => (parent === null ? [] : [link(`place:${id}`, 'member-of', `place:${parent}`)])),
      indicator: [
        {
          id: 'i',
          name_en: 'i',
          unit: 'houses',
          direction: random() < 0.5 ? 'down' : 'up',
          check_level: 'compound',
          threshold,
          roll_up,
          visibility: 'public',
        },
      ],
      place_value: units.flatMap(({ id }) =>
        ['2025', '2024'].flatMap((period) =>
          random() < 0.4
            ? []
            : [
                {
                  indicator: 'i',
                  place: id,
                  period,
                  value: Math.floor(random() * 40),
                  weight: random() < 0.9 ? 1 : null,
                  status: null,
                  source: random() < 0.8 ? 'S1' : 'S2',
                  confidence: 'high',
                },
              ],
        ),
      ),
    });
    const cut = registerFor(register, reader);
    const [row, seen] = [register.indicator.get('i' as never), cut.indicator.get('i' as never)];
    assert.ok(row && seen);
    for (const place of [null, ...[...cut.place.keys()].slice(0, 5)]) {
      const [whole, told] = [checkFinding(register, row, place, ON), checkFinding(cut, seen, place, ON)];
      if (good.includes(told.standing))
        assert.ok(good.includes(whole.standing), `round ${round} ${place}: ${told.standing} of ${whole.standing}`);
    }
  }
});

test('a mean without weights is below only where all its values are, and met only where all are', () => {
  const of = (values: readonly number[]) => {
    const register = districtOf({
      place: values.map((_, n) => ({ id: `b${n}`, name_en: 'b', kind: 'area', survey_level: 'block' })),
      indicator: [
        { id: 'i', name_en: 'i', unit: 'percent', direction: 'up', check_level: 'block', threshold: 85, roll_up: 'weighted-mean' },
      ],
      place_value: values.map((value, n) => ({
        indicator: 'i',
        place: `b${n}`,
        period: '2025',
        value,
        weight: null,
        status: null,
        source: 'S1',
        confidence: 'high',
      })),
    });
    const row = register.indicator.get('i' as never);
    assert.ok(row);
    return checkFinding(register, row, null, ON).standing;
  };
  assert.deepEqual([of([90, 95]), of([90, 60]), of([50, 60])], ['met', 'not-known', 'below']);
});
