import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftOf, isFaulty, NO_FIELDS, outcomesFor } from '../../src/record/draft.ts';

const SUBJECT = { kind: 'commitment', id: 'c1' } as const;
const RIGHT = { ...NO_FIELDS, what: 'opened', dates: '2025-10-06', confidence: 'high', who: ' Office ' };

test('a filled form becomes a draft, its note in the language it was written in', () => {
  const draft = draftOf({ ...RIGHT, note: '已开放', value: '1,000', unit: 'people', source: 'S1' }, SUBJECT, 'zh');
  assert.ok(!isFaulty(draft));
  assert.deepEqual(draft, {
    subjectKind: 'commitment',
    subjectId: 'c1',
    what: 'opened',
    dates: '2025-10-06',
    value: 1000,
    unit: 'people',
    newDueOn: null,
    source: 'S1',
    confidence: 'high',
    note: { zh: '已开放', en: null },
    who: 'Office',
    reason: '',
  });
});

test('an empty form names every field that is missing, all at once', () => {
  const faults = draftOf(NO_FIELDS, SUBJECT, 'en');
  assert.ok(isFaulty(faults));
  assert.deepEqual(
    faults.map(({ field }) => field),
    ['what', 'dates', 'confidence', 'who'],
  );
});

test('a value needs a unit, a measurement a value, a rescheduling its day', () => {
  const faultsOf = (over: Partial<typeof RIGHT>) => {
    const draft = draftOf({ ...RIGHT, ...over }, SUBJECT, 'en');
    return isFaulty(draft) ? draft.map(({ field }) => field) : [];
  };
  assert.deepEqual(faultsOf({ value: '3' }), ['unit']);
  assert.deepEqual(faultsOf({ value: 'many', unit: 'km' }), ['value']);
  assert.deepEqual(faultsOf({ what: 'measured' }), ['value']);
  assert.deepEqual(faultsOf({ what: 'rescheduled' }), ['newDueOn']);
  assert.deepEqual(faultsOf({ dates: '2025-13' }), ['dates']);
  assert.deepEqual(faultsOf({ dates: '2025-Q4' }), []);
});

test('an event can be held; a commitment can be everything', () => {
  assert.ok(outcomesFor('event').includes('held'));
  assert.ok(!outcomesFor('event').includes('completed'));
  assert.equal(outcomesFor('commitment').length, 13);
});
