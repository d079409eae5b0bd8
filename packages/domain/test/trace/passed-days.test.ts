import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '@westgate/base';
import { passedDays } from '../../src/trace/passed-days.ts';
import { districtOf } from '../district.ts';

test('what falls due by itself is told once its day has passed in silence, and no longer once something was recorded', () => {
  const register = districtOf({
    district: [{ id: 'd', axes: [] }],
    department: [{ id: 'works' }],
    project: [{ id: 'yard', lead: 'works' }],
    event: [{ id: 'fair' }],
    meeting: [{ id: 'm', held_on: '2025-01-10', concluded_on: '2025-01-11' }],
    decision: [
      { id: 'paint', meeting: 'm', owner: 'works', due_on: '2025-03-01' },
      { id: 'grease', meeting: 'm', owner: 'works', due_on: '2025-03-02' },
    ],
    supervision: [
      {
        id: 's',
        decision: 'grease',
        subject_kind: 'meeting',
        subject_id: 'm',
        lead: 'works',
        due_on: '2025-03-02',
        registered_on: '2025-01-11',
      },
    ],
    output: [
      { id: 'flats', project: 'yard', planned: 10, due_on: '2025-02-01' },
      { id: 'trees', project: 'yard', planned: 5, due_on: '2025-02-01' },
    ],
    delivery: [{ output: 'trees', on: '2025-01-20', quantity: 5 }],
    deal: [
      { id: 'lease', event: 'fair', owner: null, follow_up_on: '2025-02-10' },
      { id: 'loan', event: 'fair', owner: null, follow_up_on: '2025-02-10' },
    ],
    deal_step: [{ deal: 'loan', on: '2025-02-12', what: 'under-way', realised: null }],
  });
  const on = (day: string) => passedDays(register, dayOf(day)).map(({ kind, id, owner }) => `${kind} ${id} ${owner}`);
  assert.deepEqual(on('2025-02-01'), []);
  assert.deepEqual(on('2025-02-11'), ['output flats works', 'deal lease null', 'deal loan null']);
  assert.deepEqual(on('2025-03-03'), ['decision paint works', 'output flats works', 'deal lease null']);
});
