import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DayString, dayOf } from '@westgate/base';
import { dealFinding, dealTotals, outputFinding } from '@westgate/domain';

const day = (text: string): DayString => dayOf(text);
const at = (on: string, quantity: number) => ({ on: day(on), quantity });

test('an output stands as its records up to the day say: awaited, partly there, overdue, delivered late; without records or plan it is not known', () => {
  const deliveries = [at('2025-09-26', 40), at('2025-12-28', 100)];
  const found = (asOf: string, more: Partial<Parameters<typeof outputFinding>[0]> = {}) =>
    outputFinding({ planned: 100, dueOn: day('2025-11-30'), deliveries, ...more }, day(asOf));
  assert.deepEqual(found('2025-09-01'), { name: 'awaited', delivered: null, on: null, reachedOn: null });
  assert.deepEqual([found('2025-10-01').name, found('2025-10-01').delivered], ['partly', 40]);
  assert.equal(found('2025-11-30').name, 'partly');
  assert.equal(found('2025-12-01').name, 'overdue');
  assert.deepEqual(found('2026-01-01'), { name: 'delivered-late', delivered: 100, on: '2025-12-28', reachedOn: '2025-12-28' });
  assert.equal(found('2026-01-01', { dueOn: day('2025-12-31') }).name, 'delivered');
  assert.equal(found('2026-01-01', { dueOn: null }).name, 'delivered');
  assert.equal(found('2026-01-01', { planned: null }).name, 'not-known');
  assert.equal(found('2026-01-01', { dueOn: null, deliveries: [] }).name, 'not-known');
  // What was counted too high and is corrected by a later record is not there.
  assert.equal(found('2026-02-01', { deliveries: [...deliveries, at('2026-01-15', 90)] }).name, 'overdue');
});

test('a deal stands by its last step up to the day, and its follow-up is due where nothing was recorded since', () => {
  const steps = [
    { on: day('2025-11-06'), what: 'signed', realised: null },
    { on: day('2026-04-15'), what: 'under-way', realised: 1200 },
    { on: day('2026-09-30'), what: 'realised', realised: null },
  ] as const;
  const found = (asOf: string, followUpOn: string | null = '2026-03-01') =>
    dealFinding({ followUpOn: followUpOn === null ? null : day(followUpOn), steps }, day(asOf));
  assert.deepEqual(found('2025-01-01'), { name: 'not-known', since: null, realised: null, isFollowUpDue: false });
  assert.deepEqual(
    [found('2026-03-01').name, found('2026-03-01').isFollowUpDue, found('2026-03-02').isFollowUpDue],
    ['signed', false, true],
  );
  assert.deepEqual([found('2026-05-01').realised, found('2026-05-01').isFollowUpDue], [1200, false]);
  assert.deepEqual([found('2026-10-01', '2026-09-30').name, found('2026-12-01', '2026-11-01').isFollowUpDue], ['realised', false]);
});

test('what deals come to: amounts of one unit are added up, those that are not known are counted beside the sum, never as 0', () => {
  const deal = (
    unit: string | null,
    amount: number | null,
    name: ReturnType<typeof dealFinding>['name'],
    realised: number | null = null,
  ) => ({
    unit,
    amount,
    finding: { name, realised },
  });
  const totals = dealTotals([
    deal('wan', 0.1, 'under-way', 0.1),
    deal('wan', 0.2, 'realised', 0.2),
    deal('wan', 5, 'fallen-through'),
    deal(null, null, 'signed'),
    deal('wan', 7, 'realised'),
    deal('usd', 3, 'signed'),
    deal('wan', 900, 'not-known'),
  ]);
  assert.deepEqual(totals, {
    count: 7,
    notKnown: 1,
    signed: 6,
    fallenThrough: 1,
    realised: 3,
    signedWithoutAmount: 1,
    realisedWithoutAmount: 1,
    amounts: [
      { unit: 'usd', signed: 3, fallenThrough: 0, realised: 0 },
      { unit: 'wan', signed: 12.3, fallenThrough: 5, realised: 0.3 },
    ],
  });
});
