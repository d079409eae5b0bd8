import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '@westgate/base';
import { passedDays, pipelineOn } from '@westgate/domain';
import { districtOf } from '../district.ts';

type Review = Parameters<typeof pipelineOn>[1][number];
const review = (on: string, stage: Review['stage'], next: string | null = null): Review => ({
  on: dayOf(on),
  stage,
  next_on: next === null ? null : dayOf(next),
});
const stands = (from: string | null, reviews: readonly Review[], asOf: string) => {
  const { stage, due, standing } = pipelineOn(from === null ? null : dayOf(from), reviews, dayOf(asOf));
  return [stage, due, standing];
};

test('a review falls due three months after the last one, or sooner where that says so; the day after it is overdue', () => {
  const reviews = [review('2025-11-30', 'seed'), review('2025-08-15', 'watch')];
  assert.deepEqual(stands('2025-06-01', reviews, '2026-02-13'), ['seed', '2026-02-28', 'in-time']);
  assert.deepEqual(stands('2025-06-01', reviews, '2026-02-14'), ['seed', '2026-02-28', 'near']);
  assert.deepEqual(stands('2025-06-01', reviews, '2026-02-28'), ['seed', '2026-02-28', 'near']);
  assert.deepEqual(stands('2025-06-01', reviews, '2026-03-01'), ['seed', '2026-02-28', 'overdue']);
  assert.deepEqual(stands('2025-06-01', [review('2025-11-30', 'scale', '2025-12-20')], '2025-12-21'), ['scale', '2025-12-20', 'overdue']);
});

test('a review of a later day is not known yet, and one without any is owed three months after it was listed', () => {
  assert.deepEqual(stands('2025-06-01', [review('2025-11-30', 'seed')], '2025-09-02'), [null, '2025-09-01', 'overdue']);
  assert.deepEqual(stands('2025-06-01', [], '2025-08-01'), [null, '2025-09-01', 'in-time']);
});

test('what is not in the pipeline owes no review; what is listed anew owes one from that day on', () => {
  assert.deepEqual(stands(null, [review('2025-01-10', 'pilot')], '2026-01-01'), ['pilot', null, null]);
  assert.deepEqual(stands('2026-05-01', [], '2026-01-01'), [null, null, null]);
  assert.deepEqual(stands('2025-10-01', [review('2025-01-10', 'pilot', '2025-02-01')], '2025-12-01'), ['pilot', '2026-01-01', 'in-time']);
});

test('an overdue review wants attention, the longest ago first, with who answers for it', () => {
  const register = districtOf({
    district: [{ id: 'd', axes: [] }],
    department: [{ id: 'works' }],
    industry: [
      { id: 'drones', owner: 'works', review_from: '2025-06-01' },
      { id: 'alloys', review_from: '2025-03-01' },
      { id: 'games', review_from: '2025-11-01' },
      { id: 'banks' },
    ],
  });
  assert.deepEqual(passedDays(register, dayOf('2025-12-01')), [
    { kind: 'industry', id: 'alloys', owner: null, on: '2025-06-01' },
    { kind: 'industry', id: 'drones', owner: 'works', on: '2025-09-01' },
  ]);
});
