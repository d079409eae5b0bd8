import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyChanges, type Change, emptyRegister, type Register } from '@westgate/domain';
import { netChanges } from '../src/rows/replay.ts';
import { randomOf } from './random.ts';

/** Changes of one deed: a few of the rows are added, changed or taken out, each once. */
function drawn(register: Register, random: (below: number) => number, turn: number): readonly Change[] {
  const keys = new Set(Array.from({ length: 1 + random(4) }, () => `p-${random(12)}`));
  return [...keys].map((key): Change => {
    const before = register.place.get(key) ?? null;
    const after =
      before !== null && random(3) === 0 ? null : ({ id: key, name_en: `turn ${turn}`, rev: turn } as unknown as Change['after']);
    return { table: 'place', key, before, after };
  });
}

test('many deeds written together leave the rows, and their order, as one after the other does', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const draw = randomOf(seed);
    const random = (below: number) => Math.floor(draw() * below);
    let begun = emptyRegister();
    for (let turn = 1; turn <= 10; turn += 1) begun = applyChanges(begun, drawn(begun, random, turn));
    let register = begun;
    const steps: (readonly Change[])[] = [];
    for (let turn = 11; turn <= 40; turn += 1) {
      const changes = drawn(register, random, turn);
      steps.push(changes);
      register = applyChanges(register, changes);
    }
    const net = netChanges(steps);
    assert.deepEqual([...applyChanges(begun, net).place], [...register.place], `seed ${seed}`);
    assert.ok(
      net.every(({ key, before }) => before === null || before === begun.place.get(key)),
      'a row is taken as it was at the beginning',
    );
  }
});
