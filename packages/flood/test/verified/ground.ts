// Water on ground in two dimensions: tests like those of the Environment Agency (Néelz and Pender 2013, SC120002), whose texts are from memory here, and structures.
import assert from 'node:assert/strict';
import { type Cell, type FloodInput, type Scheme, type Series, Simulation, type Structure } from '@westgate/flood';
import { fillAndSpill } from '../fill-and-spill.ts';
import { secondOrder } from '../reference-fv2.ts';
import type { Verified } from './outcome.ts';

function run(input: FloodInput, seconds: number): Simulation {
  const simulation = new Simulation(input);
  simulation.runTo(seconds);
  assert.equal(simulation.ledger().difference, 0n);
  return simulation;
}

const BLOCK = 12;
const HOLLOWS = 4;

/** 960 m by 960 m, 4 by 4 hollows on a plane that falls to the south and, half as much, to the east: the test at half its length. */
function hollows(): FloodInput['ground'] {
  const [size, cell] = [BLOCK * HOLLOWS, 20];
  const bed = Float64Array.from({ length: size * size }, (_, index) => {
    const [x, y] = [((index % size) + 0.5) * cell, (Math.floor(index / size) + 0.5) * cell];
    return 5 + y / 750 - x / 1_500 - 0.5 * (Math.sin((Math.PI * x) / 240) ** 2 + Math.sin((Math.PI * y) / 240) ** 2);
  });
  return { columns: size, rows: size, cell, bed, manning: 0.01 };
}

/** The deepest cell of each hollow. */
const MIDDLES = Array.from({ length: HOLLOWS ** 2 }, (_, index) => {
  const { bed, columns } = hollows();
  const first = Math.floor(index / HOLLOWS) * BLOCK * columns + (index % HOLLOWS) * BLOCK;
  const cells = Array.from({ length: BLOCK ** 2 }, (_, at) => first + Math.floor(at / BLOCK) * columns + (at % BLOCK));
  return cells.reduce((least, at) => ((bed[at] ?? 0) < (bed[least] ?? 0) ? at : least), first);
});
const SOURCE: Cell = [5, 44];

function poured(discharge: Series, seconds: number): Float64Array {
  return run({ ground: hollows(), inflows: [{ id: 'river', cells: [SOURCE], discharge }] }, seconds).domain.depths();
}

/** Poured slowly: the largest difference of level in a hollow, mm. The same hollows hold water, or none counts as right. */
function slowly(): number {
  const found = poured(
    [
      [0, 0.25],
      [58_000, 0.25],
      [58_001, 0],
    ],
    172_800,
  );
  const expected = fillAndSpill(hollows(), SOURCE[1] * BLOCK * HOLLOWS + SOURCE[0], 14_500.125);
  const wet = (depths: Float64Array) => MIDDLES.map((at) => (depths[at] ?? 0) > 0.02);
  assert.deepEqual(wet(found), wet(expected), 'the same hollows are filled');
  assert.ok(wet(found).filter(Boolean).length >= 5, 'water went over several rims');
  return 1_000 * Math.max(...MIDDLES.map((at) => Math.abs((found[at] ?? 0) - (expected[at] ?? 0))));
}

/** Poured as fast as in the test: by how much a hollow stands over its rim in the end, mm, at most. */
function fast(): number {
  const found = poured(
    [
      [0, 0],
      [150, 20],
      [600, 20],
      [900, 0],
    ],
    172_800,
  );
  const over = MIDDLES.map((at) => (found[at] ?? 0) - (fillAndSpill(hollows(), at, 6_000)[at] ?? 0));
  return 1_000 * Math.max(0, ...over);
}

const HUMP: Series = [
  [0, 0],
  [5, 65.5],
  [25, 65.5],
  [35, 0],
];

/** 300 m by 100 m: a slope, a hollow that could hold all the water, a hump of 0.25 m, a hollow behind it. */
function humped(cell: number, rows: number): FloodInput['ground'] {
  const columns = 300 / cell;
  const bed = Float64Array.from({ length: columns * rows }, (_, index) => {
    const x = ((index % columns) + 0.5) * cell;
    if (x < 100) return 10 - x / 200;
    return 9.5 + 0.25 * Math.max(0, 1 - Math.abs(x - 200) / 50);
  });
  return { columns, rows, cell, bed, manning: 0.01 };
}

/** m² of water behind the hump, by metre of its length. */
function behind(depths: Float64Array, columns: number, cell: number): number {
  return depths.reduce((sum, depth, index) => (index % columns >= 200 / cell ? sum + depth * cell : sum), 0) / (depths.length / columns);
}

const references = new Map<number, number>();
function behindByReference(cell: number): number {
  const [count, known] = [5 / cell, references.get(cell)];
  const found =
    known ??
    behind(
      secondOrder({ ground: humped(cell, 1) }, 300, (time, gained) => {
        gained.fill(0).fill((65.5 / 500) * Math.max(0, Math.min(1, time / 5, (35 - time) / 10)), 0, count);
      }),
      300 / cell,
      cell,
    );
  references.set(cell, found);
  return found;
}

/** The water behind the hump on cells of 5 m, by the reference on cells of `cell` m. */
const overHump = (scheme: Scheme, cell: number) => () => {
  const cells = Array.from({ length: 20 }, (_, row) => [0, row] as const);
  const simulation = run({ ground: humped(5, 20), inflows: [{ id: 'in', cells, discharge: HUMP }], scheme }, 300);
  return 100 * Math.abs(behind(simulation.domain.depths(), 60, 5) / behindByReference(cell) - 1);
};

const plainReferences = new Map<number, Float64Array>();

/** 1 km by 2 km, flat; 20 m³/s come in over two cells in the middle of the west side. The largest difference of depth at the six points after two hours, mm. */
function plain(scheme: Scheme, cell: number): number {
  const [columns, rows] = [1_000 / cell, 2_000 / cell];
  const ground = { columns, rows, cell, bed: new Float64Array(columns * rows), manning: 0.05 };
  const cells: readonly Cell[] = [
    [0, rows / 2 - 1],
    [0, rows / 2],
  ];
  const discharge: Series = [
    [0, 0],
    [3_600, 20],
  ];
  const found = run({ ground, inflows: [{ id: 'breach', cells, discharge }], scheme }, 7_200).domain.depths();
  const reference =
    plainReferences.get(cell) ??
    secondOrder({ ground }, 7_200, (time, gained) => {
      for (const [column, row] of cells) gained[row * columns + column] = Math.min(1, time / 3_600) * (10 / cell ** 2);
    });
  plainReferences.set(cell, reference);
  const points = [
    [50, 1_000],
    [100, 1_000],
    [200, 1_000],
    [300, 1_000],
    [400, 1_000],
    [300, 1_300],
  ] as const;
  return (
    1_000 *
    Math.max(
      ...points.map(([x, y]) => {
        const at = Math.floor(y / cell) * columns + Math.floor(x / cell);
        return Math.abs((found[at] ?? 0) - (reference[at] ?? 0));
      }),
    )
  );
}
/** A tank of 1e5 m² in two dimensions with a wall to one that is far below; its level after two hours against the law, mm. */
function tank(structure: Structure, exact: number): number {
  const bed = Float64Array.from({ length: 105 }, (_, index) => {
    const column = index % 21;
    return column < 10 ? 0 : column === 10 ? Number.NaN : -20;
  });
  const depth = bed.map((height) => (height === 0 ? 2 : 0));
  const simulation = run(
    { ground: { columns: 21, rows: 5, cell: Math.sqrt(2_000), bed, depth, manning: 0.03 }, structures: [structure], longest: 1 },
    7_200,
  );
  const left = simulation.domain.depths().filter((_, index) => index % 21 < 10);
  return 1_000 * Math.abs(left.reduce((sum, each) => sum + each, 0) / 50 - exact);
}

const columnsOf = (first: number): readonly Cell[] =>
  Array.from({ length: 50 }, (_, index) => [first + (index % 10), Math.floor(index / 10)] as const);
const link = { from: columnsOf(0), to: columnsOf(11), crest: 0 };

/** A storage area that is filled in five parts and comes to rest after each: what came in against what its level says it holds, %. */
function filling(): number {
  const [size, cell] = [40, 10];
  const bed = Float64Array.from({ length: size * size }, (_, index) => {
    const [x, y] = [(index % size) - 19.5, Math.floor(index / size) - 19.5];
    return 0.004 * (x * x + 1.6 * y * y) + 0.02 * x;
  });
  const discharge = Array.from(
    { length: 5 },
    (_, part) =>
      [
        [part * 7_200, 6],
        [part * 7_200 + 600, 6],
        [part * 7_200 + 601, 0],
        [part * 7_200 + 7_199, 0],
      ] as const,
  ).flat();
  const simulation = new Simulation({
    ground: { columns: size, rows: size, cell, bed, manning: 0.03 },
    inflows: [{ id: 'in', cells: [[19, 20]], discharge }],
  });
  let most = 0;
  for (let part = 1; part <= 5; part++) {
    simulation.runTo(part * 7_200 - 1);
    // The water still rocks by a millimetre.
    const levels = [...simulation.domain.depths()].flatMap((depth, at) => (depth > 0.1 ? [depth + (bed[at] ?? 0)] : []));
    const level = levels.reduce((sum, each) => sum + each, 0) / levels.length;
    const holds = bed.reduce((sum, height) => sum + Math.max(0, level - height), 0);
    const came = Number(simulation.ledger().now) / 2 ** 20;
    most = Math.max(most, Math.abs(holds / came - 1));
  }
  return 100 * most;
}

export const ON_GROUND: readonly Verified[] = [
  {
    name: 'like test 2: hollows, poured slowly',
    setup: '4 by 4 hollows of 240 m, 14,500 m³ at 0.25 m³/s, 48² cells of 20 m, 48 h',
    expected: 'fill and spill; the same hollows hold water',
    unit: 'mm',
    limit: 20,
    run: slowly,
  },
  {
    name: 'like test 2: hollows, poured fast',
    setup: 'the same, peak 20 m³/s, 12,000 m³',
    expected: 'no hollow stands over its rim',
    unit: 'mm',
    limit: 20,
    run: fast,
  },
  {
    name: 'like test 3: a hump that momentum crosses',
    setup: '300 m, hump of 0.25 m, 1,801 m³ in 35 s, cells of 5 m',
    expected: 'volume behind it, by second order on the same cells',
    unit: '%',
    limit: 5,
    run: overHump('sd03', 5),
    screening: overHump('local-inertia', 5),
  },
  {
    name: 'the same, against cells a quarter as long',
    setup: 'the same',
    expected: 'volume behind it, by second order on cells of 1.25 m',
    unit: '%',
    limit: 20,
    run: overHump('sd03', 1.25),
    second: () => 100 * Math.abs(behindByReference(5) / behindByReference(1.25) - 1),
    screening: overHump('local-inertia', 1.25),
  },
  {
    name: 'like test 4: a plain, cells of 40 m',
    setup: '1 km by 2 km, n 0.05, 20 m³/s, 2 h; six points',
    expected: 'depths by second order on the same cells',
    unit: 'mm',
    limit: 20,
    run: () => plain('sd03', 40),
    screening: () => plain('local-inertia', 40),
  },
  {
    name: 'like test 4: a plain, cells of 20 m',
    setup: '1 km by 2 km, n 0.05, 20 m³/s, 2 h; six points',
    expected: 'depths by second order on the same cells',
    unit: 'mm',
    limit: 20,
    isLong: true,
    run: () => plain('sd03', 20),
    screening: () => plain('local-inertia', 20),
  },
  {
    name: 'tank with a weir',
    setup: '1e5 m², 2 m, crest 20 m long, 2 h, 50 cells',
    expected: '0.2682 m',
    unit: 'mm',
    limit: 1,
    run: () => tank({ ...link, id: 's', kind: 'weir', width: 20 }, (1 / Math.sqrt(2) + (1.7 * 20 * 7_200) / 2e5) ** -2),
  },
  {
    name: 'tank with an orifice',
    setup: 'the same, 2 m²',
    expected: '1.4954 m',
    unit: 'mm',
    limit: 1,
    run: () =>
      tank(
        { ...link, id: 's', kind: 'gate', width: 20, full: 0.1, rate: 1, opening: 0.1 },
        (Math.sqrt(2) - (0.6 * 2 * Math.sqrt(2 * 9.81) * 7_200) / 2e5) ** 2,
      ),
  },
  {
    name: 'filling curve of a storage area',
    setup: '1,600 cells, filled in five parts',
    expected: 'sum over the cells below the level',
    unit: '%',
    limit: 0.1,
    run: filling,
  },
];
