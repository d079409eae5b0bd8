import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '@westgate/base';
import { axisOver, positionOf, quarterAt, quarterEnd, ticksOf } from '../../src/parts/time-axis.ts';

const axis = { from: dayOf('2024-01-01'), to: dayOf('2025-12-31') };

test('a step of a quarter ends on the last day of a quarter', () => {
  assert.equal(quarterEnd(dayOf('2024-12-31'), 1), '2025-03-31');
  assert.equal(quarterEnd(dayOf('2024-12-31'), -1), '2024-09-30');
  assert.equal(quarterEnd(dayOf('2024-11-05'), 1), '2024-12-31');
  assert.equal(quarterEnd(dayOf('2024-11-05'), -1), '2024-09-30');
  assert.equal(quarterEnd(dayOf('2024-02-29'), 4), '2024-12-31');
});

test('a place on the axis chooses the nearest end of a quarter', () => {
  assert.equal(quarterAt(axis, 0), '2024-03-31');
  assert.equal(quarterAt(axis, 0.5), '2024-12-31');
  assert.equal(quarterAt(axis, 1), '2025-12-31');
});

test('a day outside the axis stands at its end', () => {
  assert.equal(positionOf(axis, '2010-01-01'), 0);
  assert.equal(positionOf(axis, '2030-01-01'), 1);
  assert.equal(positionOf(axis, 'never'), 0);
});

test('every quarter has a tick and every year its name', () => {
  const ticks = ticksOf(axis);
  assert.equal(ticks.length, 8);
  assert.deepEqual(
    ticks.flatMap(({ year }) => year ?? []),
    ['2024', '2025'],
  );
});

test('over 1 to 600 years a quarter is named only where the ticks are the quarters, and a name stands at a first of January or a quarter', () => {
  for (let years = 1; years <= 600; years += 1) {
    const ticks = ticksOf({ from: dayOf('1500-01-01'), to: dayOf(`${1499 + years}-12-31`) });
    const named = ticks.filter(({ quarter }) => quarter !== null);
    assert.ok(named.length === 0 || ticks.length === years * 4, `${years} years`);
    for (const { day, quarter } of named) assert.equal(quarter, Number(day.slice(5, 7)) === 1 ? 1 : (Number(day.slice(5, 7)) + 2) / 3, day);
  }
  assert.deepEqual(
    ticksOf(axis).map(({ quarter }) => quarter),
    [1, 2, 3, 4, 1, 2, 3, 4],
  );
});

test('an axis is made wider for what lies outside it, by whole years', () => {
  assert.deepEqual(axisOver(axis, ['2022-10', '2026-Q1', 'never']), { from: '2022-01-01', to: '2026-12-31' });
  assert.deepEqual(axisOver(axis, []), axis);
});
