import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterDeed, NO_DEEDS } from '../../src/api/own-deeds.ts';

test('deeds of this window are undone from the last, done again, and a new one ends what could be done again', () => {
  const two = afterDeed(afterDeed(NO_DEEDS, 5, null), 7, null);
  assert.deepEqual(two, { done: [5, 7], undone: [] });
  const back = afterDeed(two, 8, 7);
  assert.deepEqual(back, { done: [5], undone: [8] });
  assert.deepEqual(afterDeed(back, 9, 8), { done: [5, 9], undone: [] }, 'the undoing of the undoing is the deed that stands');
  assert.deepEqual(afterDeed(back, 9, null), { done: [5, 9], undone: [] });
});

test('an undone deed of someone else is a deed of one’s own; an answer that came twice counts once', () => {
  assert.deepEqual(afterDeed({ done: [5], undone: [] }, 9, 3), { done: [5, 9], undone: [] });
  const own = { done: [5], undone: [8] };
  assert.equal(afterDeed(own, 5, null), own);
  assert.equal(afterDeed(own, 8, 7), own);
});
