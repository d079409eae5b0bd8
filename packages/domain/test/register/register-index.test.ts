import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyChanges, type Register, registerIndex, registerOfPlan } from '@westgate/domain';
import { districtOf } from '../district.ts';

const ROWS = 500;

test('the district and a plan of it, asked for in turn after each change, are each brought up to date and not built anew', () => {
  let built = 0;
  const idsOf = registerIndex<ReadonlySet<string>>({
    basis: { commitment: 'rows' },
    build(register) {
      built += 1;
      return new Set(register.commitment.keys());
    },
    grow(held, { commitment = [] }) {
      const after = new Set(held);
      for (const { key, after: row } of commitment) if (row) after.add(key);
      return after;
    },
  });
  let whole = district();
  const [first] = whole.commitment.values();
  assert.ok(first);
  for (let round = 0; round < 10; round += 1) {
    const row = { ...first, id: `new-${round}` };
    whole = applyChanges(whole, [{ table: 'commitment', key: row.id, before: null, after: row }]);
    for (const register of [whole, registerOfPlan(whole, 'a')]) {
      assert.deepEqual([...idsOf(register)].sort(), [...register.commitment.keys()].sort());
    }
  }
  assert.equal(built, 2);
});

/** Two plans, each with a sentence and many commitments. */
function district(): Register {
  const plans = ['a', 'b'];
  return districtOf({
    document: plans.map((id) => ({ id, kind: 'plan' })),
    sentence: plans.map((id) => ({ id: `s-${id}`, document: id, paragraph: 1, position: 0, kind: 'promise' })),
    commitment: Array.from({ length: ROWS }, (_, n) => ({ id: `c-${n}`, sentence: n % 2 === 0 ? 's-a' : 's-b' })),
  });
}
