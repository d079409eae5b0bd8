import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMonths, dayNumber, dayOf, daysBetween, isDay, isPeriod, type Period, periodSpan } from '@westgate/base';

test('a day must exist in the calendar', () => {
  for (const good of ['2024-02-29', '2000-02-29', '1999-12-31']) assert.ok(isDay(good), good);
  for (const bad of ['2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-1-1', '2024-01-32', '20240101', ''])
    assert.ok(!isDay(bad), bad);
});

test('day numbers agree with the platform calendar over eight hundred years', () => {
  for (let n = -130_000; n < 160_000; n += 37) {
    const day = dayOf(new Date(n * 86_400_000).toISOString().slice(0, 10));
    assert.equal(dayNumber(day), n);
  }
});

test('days between the promised end of 2024 and the opening of 1 October are 91', () => {
  assert.equal(daysBetween(dayOf('2024-10-01'), dayOf('2024-12-31')), 91);
  assert.equal(daysBetween(dayOf('2024-12-31'), dayOf('2024-10-01')), -91);
});

test('months are added by the calendar and clamped to the last day', () => {
  assert.equal(addMonths(dayOf('2024-03-29'), 21), '2025-12-29');
  assert.equal(addMonths(dayOf('2024-01-31'), 1), '2024-02-29');
  assert.equal(addMonths(dayOf('2023-01-31'), 1), '2023-02-28');
  assert.equal(addMonths(dayOf('2024-01-15'), -1), '2023-12-15');
});

test('a period spans from its first day to its last', () => {
  const spans: readonly (readonly [string, string, string])[] = [
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-Q1', '2024-01-01', '2024-03-31'],
    ['2025-H1', '2025-01-01', '2025-06-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2024-04-27/2024-04-29', '2024-04-27', '2024-04-29'],
    ['2021/2024', '2021-01-01', '2024-12-31'],
  ];
  for (const [period, from, to] of spans) assert.deepEqual(periodSpan(period as Period), [from, to], period);
});

test('a period that runs backwards or does not exist is none', () => {
  for (const bad of ['2024/2021', '2024-Q5', '2024-13', '2024-H3', '24', '2024-04-31', '2024/2025/2026', '', 'end-2024'])
    assert.ok(!isPeriod(bad), bad);
});
