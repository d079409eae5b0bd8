import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookedAt } from '../src/screens/today/view-model.ts';

test('Today tells of deeds since one last looked, and of none before the district held was begun', () => {
  assert.deepEqual(lookedAt(null, 1), { after: 0, isFirst: true });
  assert.deepEqual(lookedAt(7, 1), { after: 7, isFirst: false });
  assert.deepEqual(lookedAt(7, 9), { after: 8, isFirst: true }, 'one looked at another district');
  assert.deepEqual(lookedAt(9, 9), { after: 9, isFirst: false });
  assert.deepEqual(lookedAt(null, 9), { after: 8, isFirst: true });
});
