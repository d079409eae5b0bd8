import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '@westgate/base';
import type { IndicatorValue } from '@westgate/contract';
import { chartOf, findingOf } from '../../src/screens/results/indicator/view-model.ts';

const none = { zh: null, en: null };

function value(kind: IndicatorValue['kind'], period: string, amount: number): IndicatorValue {
  const source: IndicatorValue['source'] = { id: 'S', title: 'A page', kind: 'official', url: null, dated: null };
  return { kind, period, value: amount, qualifier: null, source, confidence: 'high', note: none, changed: null };
}

test('the finding compares actual and target in the direction of the indicator', () => {
  const [actual, target] = [value('actual', '2024', 3), value('target', '2024', 5)];
  assert.equal(findingOf({ actual, target, direction: 'up' }), 'short');
  assert.equal(findingOf({ actual, target, direction: 'down' }), 'reached');
  assert.equal(findingOf({ actual: null, target, direction: 'up' }), 'noActual');
  assert.equal(findingOf({ actual, target: null, direction: 'up' }), 'noTarget');
  assert.equal(findingOf({ actual: null, target: null, direction: 'none' }), 'nothing');
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
