import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endpoint, type ReadName } from '@westgate/contract';
import { securityOf } from '../src/http/route.ts';

test('the document of the API says by what who asks is known, as the right to the address has it', () => {
  const session = { session: [] };
  const bearer = { bearer: [] };
  const cases: readonly (readonly [ReadName, readonly object[]])[] = [
    ['session', []],
    ['places', [{}, session, bearer]],
    ['account', [session]],
    ['people', [session, bearer]],
    ['today', [session, bearer]],
  ];
  for (const [name, expected] of cases) assert.deepEqual(securityOf(endpoint(name).right), expected, name);
});
