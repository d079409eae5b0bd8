import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dischargeRows } from '@westgate/domain';

test('after a fall of no length to speak of the base flows again', () => {
  const rows = dischargeRows({ base_m3s: 10, peak_m3s: 50, start_h: 1, rise_h: 0.5, fall_h: 0.000_01 });
  assert.deepEqual(rows.slice(-2), [
    [5_400, 50],
    [5_401, 10],
  ]);
});

test('a peak that was entered is reached at its moment, also between two rows of ten minutes', () => {
  const rows = dischargeRows({ base_m3s: 10, peak_m3s: 50, start_h: 0.05, rise_h: 0.22, fall_h: 0.31 });
  assert.deepEqual(
    rows.filter(([seconds]) => [0, 180, 972, 2_088].includes(seconds)),
    [
      [0, 10],
      [180, 10],
      [972, 50],
      [2_088, 10],
    ],
  );
  assert.equal(Math.max(...rows.map(([, m3s]) => m3s)), 50);
  assert.ok(
    rows.every(([seconds], index) => index === 0 || seconds > (rows[index - 1]?.[0] ?? 0)),
    'times rise',
  );
});
