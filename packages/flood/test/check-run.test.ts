import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkAccount, checkStep, type FloodInput, type Scheme, Simulation, type StepSample } from '@westgate/flood';

function slope(scheme?: Scheme): FloodInput {
  const [columns, rows] = [60, 40];
  const bed = Float64Array.from({ length: columns * rows }, (_, index) => 2 - (index % columns) * 0.03 + Math.sin(index * 0.7) * 0.3);
  const depth = bed.map((_, index) => (index % columns < 20 ? 1.5 : 0));
  const crestEast = bed.map((height, index) => (index % 13 === 0 ? height + 0.8 : Number.NaN));
  return {
    scheme,
    ground: { columns, rows, cell: 8, bed, depth, crestEast, manning: bed.map((_, index) => 0.02 + (index % 5) * 0.01) },
    inflows: [{ id: 'in', cells: [[3, 20]], discharge: [[0, 6]] }],
  };
}

/** A step of moving water, sound by the checker, and a face whose two cells are wet and that nothing else touched. */
function sound(scheme?: Scheme) {
  const simulation = new Simulation(slope(scheme));
  simulation.runTo(20);
  const { ground, sample } = simulation.sampleStep();
  assert.deepEqual(checkStep(ground, sample), []);
  const flow = scheme === 'local-inertia' ? sample.after.qx : sample.after.u;
  const at = flow.findIndex(
    (value, index) => Math.abs(value) > 0.1 && Math.abs(value) < 2 && !sample.moved.has(index) && !sample.moved.has(index + 1),
  );
  assert.ok(at > 0);
  return { ground, sample, at };
}

function spoilt(sample: StepSample, field: keyof StepSample['after'], at: number, by: number): StepSample {
  const values = sample.after[field].slice();
  values[at] = (values[at] ?? 0) + by;
  return { ...sample, after: { ...sample.after, [field]: values } };
}

test('the checker finds one unit of water that is lost, in one cell', () => {
  const { ground, sample, at } = sound();
  assert.match(checkStep(ground, spoilt(sample, 'h', at, -1)).join(' '), /Cell \d+ holds \d+ units, by what crossed its faces \d+/);
});

test('the checker finds a velocity that is 0.001 m/s off, and a discharge of local inertia', () => {
  const full = sound();
  assert.match(checkStep(full.ground, spoilt(full.sample, 'u', full.at, 1e-3)).join(' '), /^The velocity east of cell \d+ is/);
  const screening = sound('local-inertia');
  assert.match(
    checkStep(screening.ground, spoilt(screening.sample, 'qx', screening.at, 1e-3)).join(' '),
    /The discharge east of cell \d+ is/,
  );
});

test('the checker finds a step that is too long for its waves', () => {
  for (const scheme of ['sd03', 'local-inertia'] as const) {
    const { ground, sample } = sound(scheme);
    const strict = { ...ground, courant: ground.courant / 2 };
    assert.match(checkStep(strict, sample).join(' '), /^The step took [\d.]+ s, by the waves at most/);
  }
});

test('the checker finds a run that was made with another crest than the ground has', () => {
  for (const scheme of ['sd03', 'local-inertia'] as const) {
    const { ground, sample, at } = sound(scheme);
    const crestEast = Int32Array.from(ground.crestEast ?? []);
    crestEast[at] = (ground.z[at] ?? 0) + (sample.before.h[at] ?? 0) - 2 ** 18;
    assert.match(checkStep({ ...ground, crestEast }, sample).join(' '), new RegExp(`east of cell ${at} `));
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
