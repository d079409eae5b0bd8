import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barOf, NO_NEED, readNeed } from '@westgate/domain';
import { addressOfFields, fieldsOfNeed, scaleOf, stepsOf, withField, wrongAmounts } from '../../src/screens/results/parks/space-model.ts';

test('a bar draws what is known, and dots what of the total is not', () => {
  assert.deepEqual(
    barOf({ total: 100, let: 40, vacant: null, works: null }, 200).map(({ kind, from, length }) => [kind, from, length]),
    [
      ['let', 0, 0.2],
      ['unknown', 0.2, 0.3],
    ],
  );
  assert.deepEqual(barOf({ total: null, let: null, vacant: null, works: null }, 200), []);
  assert.deepEqual(barOf({ total: 5, let: 5, vacant: 0, works: 0 }, 0), []);
});

test('a scale runs in round numbers beyond what it shows', () => {
  assert.deepEqual(scaleOf(22_000), [0, 5_000, 10_000, 15_000, 20_000, 25_000]);
  for (const most of [1, 7, 480, 99_999, 480_500]) {
    const marks = scaleOf(most);
    assert.ok((marks.at(-1) ?? 0) >= most && marks.length >= 4 && marks.length <= 7, `${most}: ${marks}`);
  }
  assert.deepEqual(scaleOf(0), [0]);
});

test('what is typed becomes the address of a need, and what is no number is told', () => {
  const fields = withField(withField(fieldsOfNeed(NO_NEED), 'area', '5,000'), 'ready', '2027-03-01');
  assert.deepEqual(readNeed(addressOfFields(fields)), { ...NO_NEED, areaM2: 5_000, readyOn: '2027-03-01' });
  assert.deepEqual(wrongAmounts(withField(fields, 'load', 'much')), ['load']);
  assert.equal(addressOfFields(fieldsOfNeed(NO_NEED)), '');
});

test('the line of a part breaks where a building was not known', () => {
  const sum = (m2: number, known = 2) => ({ sum: m2, known, of: 2 });
  const point = (on: string, m2: number, known = 2) => ({
    on,
    total: sum(100),
    let: sum(m2, known),
    vacant: sum(0),
    works: sum(0),
    occupancy: null,
  });
  const lines = stepsOf(
    [point('2024-01-01', 10), point('2024-04-01', 20), point('2024-07-01', 5, 1), point('2024-10-01', 30)],
    'let',
    '2025-01-01',
  );
  assert.deepEqual(
    lines.map(({ points }) => points.map(({ on, m2 }) => `${on} ${m2}`)),
    [
      ['2024-01-01 10', '2024-04-01 10', '2024-04-01 20', '2024-07-01 20'],
      ['2024-10-01 30', '2025-01-01 30'],
    ],
  );
});
