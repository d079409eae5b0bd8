import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Simulation } from '@westgate/flood';
import { drawn } from './drawn.ts';
import { scalarStep } from './scalar.ts';

test('the compiled kernel, four cells at once, gives the bits of its formulas worked out one number at a time', (t) => {
  let [steps, limited] = [0, 0];
  for (let seed = 1; seed <= 12; seed++) {
    const random = drawn(seed * 31);
    const [columns, rows] = [7 + Math.floor(random() * 30), 5 + Math.floor(random() * 25)];
    const cells = columns * rows;
    const wildness = seed % 3 === 0 ? 15 : 1;
    const bed = Float64Array.from({ length: cells }, () => (random() < 0.05 ? Number.NaN : random() * wildness));
    const depth = bed.map((height) => (Number.isNaN(height) || random() < 0.5 ? 0 : random() * 4));
    const crests = () => bed.map(() => (random() < 0.1 ? random() * wildness * 1.3 : Number.NaN));
    const isVaried = seed % 2 === 0;
    const manning = isVaried ? bed.map(() => 0.01 + random() * 0.1) : 0.03;
    const walls = seed % 4 === 0 ? { crestEast: crests(), crestNorth: crests() } : {};
    const simulation = new Simulation({ ground: { columns, rows, cell: 2 + random() * 20, bed, depth, manning, ...walls } });
    const { domain } = simulation;
    const n2 = typeof manning === 'number' ? manning ** 2 : new Float32Array(domain.z.length);
    if (typeof manning !== 'number' && typeof n2 !== 'number')
      for (const [index, n] of manning.entries()) n2[domain.indexOf(index % columns, Math.floor(index / columns))] = n ** 2;
    let longest: number | null = null;
    for (let step = 0; step < 40; step++) {
      const { ground, sample } = simulation.sampleStep();
      if (longest !== null) assert.equal(sample.dt, Math.fround(5 / Math.ceil(5 / longest)), `seed ${seed}, step ${step}: its length`);
      const found = scalarStep(ground, n2, sample.before, sample.dt);
      for (const name of ['h', 'u', 'v', 'qx', 'qy'] as const) {
        const [is, expected] = [sample.after[name], found.after[name]].map(({ buffer }) => new Int32Array(buffer));
        assert.deepEqual(is, expected, `seed ${seed}, step ${step}: ${name}`);
      }
      longest = Math.min((0.7 * ground.cell) / Math.max(found.speed, 1.2 * Math.sqrt(9.81 * 1e-3)), 5);
      limited += found.limited;
      steps += 1;
    }
  }
  t.diagnostic(`${steps} steps, ${limited} cells were limited`);
  assert.ok(limited > 0);
});
