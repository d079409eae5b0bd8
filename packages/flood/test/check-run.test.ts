import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkAccount, checkStep, type FloodInput, Simulation } from '@westgate/flood';

function slope(): FloodInput {
  const [columns, rows] = [60, 40];
  const bed = Float64Array.from({ length: columns * rows }, (_, index) => 2 - (index % columns) * 0.03 + Math.sin(index * 0.7) * 0.3);
  const depth = bed.map((_, index) => (index % columns < 20 ? 1.5 : 0));
  const crestEast = bed.map((height, index) => (index % 13 === 0 ? height + 0.8 : Number.NaN));
  return {
    ground: { columns, rows, cell: 8, bed, depth, crestEast, manning: bed.map((_, index) => 0.02 + (index % 5) * 0.01) },
    inflows: [{ id: 'in', cells: [[3, 20]], discharge: [[0, 6]] }],
  };
}

test('a step is worked out anew from the formulas, and one that was tampered with is found', () => {
  const simulation = new Simulation(slope());
  for (const time of [5, 20, 60]) {
    simulation.runTo(time);
    const { ground, sample } = simulation.sampleStep();
    assert.deepEqual(checkStep(ground, sample), []);
    const wet = sample.after.u.findIndex((velocity) => Math.abs(velocity) > 0.1);
    const [faster, fuller] = [Float32Array.from(sample.after.u), Int32Array.from(sample.after.h)];
    for (let at = wet; at < faster.length; at++) {
      faster[at] = (faster[at] ?? 0) * 1.01;
      fuller[at] = (fuller[at] ?? 0) + 1;
    }
    assert.match(checkStep(ground, { ...sample, after: { ...sample.after, u: faster } }).join(' '), /velocity east/);
    assert.match(checkStep(ground, { ...sample, after: { ...sample.after, h: fuller } }).join(' '), /by what crossed its faces/);
  }
});

test('an account is added up again, and one unit too many is found', () => {
  const simulation = new Simulation(slope());
  simulation.runTo(30);
  const { h } = simulation.domain;
  const account = simulation.ledger();
  const isGround = (index: number) => simulation.domain.isGround(index);
  assert.deepEqual(checkAccount(account, h, isGround), []);
  assert.equal(checkAccount({ ...account, in: { in: (account.in.in ?? 0n) + 1n } }, h, isGround).length, 1);
});
