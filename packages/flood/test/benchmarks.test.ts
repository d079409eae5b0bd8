// The tests of the Environment Agency for packages of two-dimensional flood models (Néelz and Pender 2013, SC120002). Of tests 1 and 4 the text is
// from memory, so that they are alike and not the same.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Series, Simulation } from '@westgate/flood';

const CASE = fileURLToPath(new URL('../../../../../shared/data/flood-cases/ea-test5', import.meta.url));

test('1: a pond that is cut off behind a sill keeps the level of the sill', () => {
  const [columns, rows] = [70, 10];
  const bed = Float64Array.from({ length: columns * rows }, (_, index) => {
    const x = ((index % columns) + 0.5) * 10;
    if (x < 300) return 10.25 - (295 - x) * 0.003;
    return x < 400 ? 10.25 - (x - 295) * 0.005 : Math.max(9.75, 9.75 + (x - 600) * 0.01);
  });
  const level: Series = [
    [0, 9.7],
    [3_600, 10.35],
    [39_600, 10.35],
    [43_200, 9.7],
  ];
  const simulation = new Simulation({
    ground: { columns, rows, cell: 10, bed, level: 9.7, manning: 0.03 },
    edges: [{ id: 'sea', kind: 'level', side: 'west', level, cells: Array.from({ length: rows }, (_, row) => [0, row] as const) }],
  });
  // The last millimetres go slowly.
  simulation.runTo(260_000);
  const depths = simulation.domain.depths();
  for (let row = 0; row < rows; row++) {
    const at = row * columns + 50;
    const pond = (depths[at] ?? 0) + (bed[at] ?? 0);
    // What is shallower than the least depth rests on the sill.
    assert.ok(Math.abs(pond - 10.25) <= 0.002, `the pond stands at ${pond}`);
  }
});

test('4: water spreads over a plain, the same bits north and south of where it comes in', () => {
  const [columns, rows] = [100, 200];
  const simulation = new Simulation({
    ground: { columns, rows, cell: 10, bed: new Float64Array(columns * rows), manning: 0.05 },
    inflows: [
      {
        id: 'breach',
        cells: [
          [0, 99],
          [0, 100],
        ],
        discharge: [
          [0, 0],
          [3_600, 20],
          [14_400, 20],
          [18_000, 0],
        ],
      },
    ],
  });
  simulation.runTo(18_000);
  const depths = simulation.domain.depths();
  for (let row = 0; row < rows / 2; row++)
    assert.deepEqual(depths.slice(row * columns, (row + 1) * columns), depths.slice((rows - 1 - row) * columns, (rows - row) * columns));
  assert.ok((depths[100 * columns + 30] ?? 0) > 0.1, 'water is 300 m from where it came in');
});

const NO_DATA = { skip: !existsSync(CASE) && 'the data of the test are not beside the project: skipped' };

test('5: a dam fails above a valley; arrivals within 2 % and peaks within 5 cm of another code', NO_DATA, (t) => {
  const text = (name: string) => readFileSync(join(CASE, name), 'utf8').trim().split('\n');
  const table = (name: string) =>
    text(name)
      .slice(1)
      .map((line) => line.split(',').map(Number));
  const lines = text('dem-50m.asc');
  const head = Object.fromEntries(
    lines
      .slice(0, 6)
      .map((line) => line.trim().split(/\s+/))
      .map(([name = '', value]) => [name.toLowerCase(), Number(value)]),
  );
  const { ncols: columns = 0, nrows: rows = 0, cellsize: cell = 0, xllcorner: west = 0, yllcorner: south = 0, nodata_value: none } = head;
  const heights = lines
    .slice(6)
    .toReversed()
    .flatMap((line) => line.trim().split(/\s+/).map(Number));
  const bed = Float64Array.from(heights, (height) => (height === none ? Number.NaN : height));
  const cellAt = (x: number, y: number) => [Math.floor((x - west) / cell), Math.floor((y - south) / cell)] as const;
  const { inflows, manning } = JSON.parse(readFileSync(join(CASE, 'case-50m.json'), 'utf8'));
  const cells = inflows[0].cells.map(([x, y]: [number, number]) => cellAt(x, y));
  const simulation = new Simulation({
    ground: { columns, rows, cell, bed, manning },
    inflows: [{ id: 'breach', cells, discharge: table('inflow.csv').map(([time = 0, value = 0]) => [time, value] as const) }],
  });
  const gauges = table('gauges.csv').map(([, x = 0, y = 0]) => simulation.domain.indexOf(...cellAt(x, y)));
  const found = gauges.map(() => ({ peak: 0, arrival: Number.NaN }));
  for (let time = 10; time <= 21_600; time += 10) {
    simulation.runTo(time);
    for (const [index, at] of gauges.entries()) {
      const depth = (simulation.domain.h[at] ?? 0) / 2 ** 20;
      const gauge = found[index];
      if (!gauge) continue;
      gauge.peak = Math.max(gauge.peak, depth);
      if (depth >= 0.1 && Number.isNaN(gauge.arrival)) gauge.arrival = time;
    }
  }
  // To 30 s, as that code tells them; the depths are told less often.
  const arrivals = text('peer-gauges-50m.md').flatMap((line) =>
    /^\| \d /.test(line) ? [Number(line.split('|')[2]?.replaceAll(' ', ''))] : [],
  );
  const peers = table('peer-gauges-50m.csv').filter(([time = 0]) => time <= 21_600);
  for (const [index, { peak, arrival }] of found.entries()) {
    const theirs = peers.map((row) => row[index + 1] ?? 0);
    const theirArrival = arrivals[index] ?? Number.NaN;
    const theirPeak = Math.max(...theirs);
    t.diagnostic(`gauge ${index + 1}: ${arrival} s and ${peak.toFixed(3)} m, ${theirArrival} s and ${theirPeak.toFixed(3)} m there`);
    assert.ok(
      Math.abs(arrival - theirArrival) <= Math.max(0.02 * theirArrival, 60),
      `gauge ${index + 1} at ${arrival}, there at ${theirArrival} s`,
    );
    assert.ok(Math.abs(peak - theirPeak) <= 0.05, `gauge ${index + 1}: ${peak}, there ${theirPeak} m`);
  }
});
