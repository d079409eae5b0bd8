import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '@westgate/base';
import type { IndicatorValue } from '@westgate/contract';
import { chartOf } from '@westgate/domain';

const none = { zh: null, en: null };

function value(kind: IndicatorValue['kind'], period: string, amount: number): IndicatorValue {
  const source: IndicatorValue['source'] = { id: 'S', title: 'A page', kind: 'official', url: null, dated: null, rev: 1 };
  return {
    kind,
    period,
    value: amount,
    qualifier: null,
    status: null,
    breaksSeries: false,
    isCalculated: false,
    source,
    confidence: 'high',
    note: none,
    changed: null,
    rev: 1,
  };
}

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
