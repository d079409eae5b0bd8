import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACTION_NAMES, actionNamed } from '@westgate/domain';
import { KEYS } from '../../src/frame/key-help.tsx';

test('a key of an action is one letter, no other action has it, and no screen', () => {
  const taken = new Set(KEYS.flatMap(([keys]) => keys.split(/[ ·]+/)).filter((key) => /^\w$/.test(key)));
  assert.ok(taken.size > 12, `${taken.size} letters are keys of screens`);
  const keys = ACTION_NAMES.flatMap((name) => actionNamed(name).key ?? []);
  assert.ok(keys.length > 3);
  assert.equal(new Set(keys).size, keys.length);
  for (const key of keys) assert.ok(/^[A-Z]$/.test(key) && !taken.has(key) && !taken.has(key.toLowerCase()), key);
});
