import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aimsOf } from '../../src/scope/aims.ts';

const name = { zh: '甲', en: 'First' };

test('an aim is drawn by the colour and pattern its district gives it', () => {
  const aims = aimsOf([{ id: 'aim', name, values: [{ id: 'a', name, colour: 'plum', pattern: 'wave' }] }]);
  assert.equal(aims.get('a')?.className, 'aim-plum pattern-wave');
});

test('a district without aims has none, and an aim without colour is drawn as no aim', () => {
  assert.equal(aimsOf([]).size, 0);
  const aims = aimsOf([{ id: 'aim', name, values: [{ id: 'a', name, colour: null, pattern: null }] }]);
  assert.equal(aims.get('a')?.className, 'aim-none pattern-none');
});
