import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf } from '../../src/api/client.ts';
import { FIRST } from '../../src/api/first-answers.ts';

test('what is asked before the code is here is asked where the API answers it', () => {
  for (const name of ['session', 'district'] as const) assert.equal(FIRST[name], addressOf(name));
});
