import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Register, registerOf } from '@westgate/domain';
import { requireAccount } from '../../src/people/account-rules.ts';

/** A register that holds as many departments. */
function holding(count: number): Register {
  const department = Array.from({ length: count }, (_, n) => ({ id: idOf(count - n), rev: 1 }));
  return registerOf({ department });
}

const idOf = (n: number): string => `dept-${String(n).padStart(2, '0')}`;

test('a department that is not held is answered with those that are, twenty at most', () => {
  const refusal = (count: number, department: string): string => {
    try {
      requireAccount(holding(count), { roles: ['auditor'], department }, false);
      return '';
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
  };
  const named = (count: number): string => Array.from({ length: count }, (_, n) => idOf(n + 1)).join(', ');
  assert.equal(refusal(3, 'dept-02'), '');
  assert.equal(refusal(3, 'wrong'), `department: expected the id of a department that is held (${named(3)}), found wrong`);
  assert.equal(refusal(20, 'wrong'), `department: expected the id of a department that is held (${named(20)}), found wrong`);
  assert.equal(refusal(21, 'wrong'), `department: expected the id of a department that is held (${named(20)}, …), found wrong`);
  assert.equal(refusal(0, 'wrong'), 'department: expected the id of a department that is held (none is), found wrong');
});
