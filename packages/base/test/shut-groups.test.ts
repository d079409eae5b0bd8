import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readShut } from '../src/index.ts';

test('groups are shut by name, or all but some', () => {
  assert.ok(!readShut(undefined).isShut('works'));
  assert.equal(readShut(undefined).toggled('works'), 'works');
  assert.equal(readShut('works').toggled('works'), undefined);
  assert.equal(readShut('works').toggled(''), 'works,~');
  assert.ok(readShut('works,~').isShut(''));
  const all = readShut('*');
  assert.ok(all.isShut('works') && all.isShut(''));
  assert.equal(all.toggled('works'), '*,works');
  assert.ok(!readShut('*,works').isShut('works') && readShut('*,works').isShut('parks'));
});
