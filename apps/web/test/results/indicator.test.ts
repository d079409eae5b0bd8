import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '@westgate/base';
import type { IndicatorValue } from '@westgate/contract';
import { chartOf, findingOf } from '../../src/screens/results/indicator/view-model.ts';

const none = { zh: null, en: null };

function value(kind: IndicatorValue['kind'], period: string, amount: number): IndicatorValue {
  const source: IndicatorValue['source'] = { id: 'S', title: 'A page', kind: 'official', url: null, dated: null, rev: 1 };
  return { kind, period, value: amount, qualifier: null,
  status: null,
  breaksSeries: false,
  isCalculated: false, source, confidence: 'high', note: none, changed: null, rev: 1 };
}

const DAY = dayOf('2025-06-30');

test('the finding compares actual and target in the direction of the indicator', () => {
  const [actual, target] = [value('actual', '2024', 3), value('target', '2024', 5)];
  assert.equal(findingOf({ actual, target, direction: 'up' }, DAY), 'short');
  assert.equal(findingOf({ actual, target, direction: 'down' }, DAY), 'reached');
  assert.equal(findingOf({ actual: null, target, direction: 'up' }, DAY), 'noActual');
  assert.equal(findingOf({ actual, target: null, direction: 'up' }, DAY), 'noTarget');
  assert.equal(findingOf({ actual: null, target: null, direction: 'none' }, DAY), 'nothing');
});

test('a value from before the period of the target does not tell whether the target was reached', () => {
  const [actual, target] = [value('actual', '2024-12', 200), value('target', '2025', 260)];
  assert.equal(findingOf({ actual, target, direction: 'up' }, DAY), 'open');
  assert.equal(findingOf({ actual, target, direction: 'up' }, dayOf('2026-01-01')), 'unread');
  assert.equal(findingOf({ actual: value('actual', '2024', 300), target, direction: 'up' }, DAY), 'open');
});

test('within the period a target upwards can be reached early, a limit and a shortfall wait for its end', () => {
  const target = value('target', '2025', 10);
  const actual = value('actual', '2025-03', 10);
  assert.equal(findingOf({ actual, target, direction: 'up' }, DAY), 'reached');
  assert.equal(findingOf({ actual, target, direction: 'down' }, DAY), 'open');
  assert.equal(findingOf({ actual: { ...actual, qualifier: 'nearly' }, target, direction: 'up' }, DAY), 'open');
});

test('values stand at the end of their period, on a scale that starts at 0', () => {
  const chart = chartOf([value('target', '2025', 10), value('actual', '2024', 5)], dayOf('2025-12-31'));
  assert.equal(chart?.targets[0]?.y, 1);
  assert.equal(chart?.actuals[0]?.y, 0.5);
  assert.ok((chart?.targets[0]?.x ?? 0) > 0.99);
  assert.deepEqual(
    chart?.years.map(({ year }) => year),
    ['2024', '2025'],
  );
});

test('after the last actual value nothing is known until the day asked for', () => {
  const chart = chartOf([value('actual', '2024', 5)], dayOf('2025-12-31'));
  assert.ok(chart?.unknown && chart.unknown.from < 0.51 && chart.unknown.to > 0.99);
  assert.equal(chartOf([], dayOf('2025-12-31')), null);
});
