import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportAge } from '@westgate/domain';

test('the age of a report is a span of days that leaves none out', () => {
  assert.deepEqual(
    [0, 7, 8, 31, 32, 92, 93].map((days) => reportAge(days)),
    ['week', 'week', 'month', 'month', 'quarter', 'quarter', 'older'],
  );
});
