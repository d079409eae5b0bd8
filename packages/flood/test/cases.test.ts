import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WestgateError } from '@westgate/base';
import { readAsciiGrid, readCase, runCase, Simulation, writeAsciiGrid } from '@westgate/flood';

/** A small whole case: a river, a storage area beside it, a gate, a pump, rules, rain. */
function files(): Map<string, string> {
  const [columns, rows] = [12, 8];
  const heights = Array.from({ length: rows }, (_, line) =>
    Array.from({ length: columns }, (_, column) => (line === 3 ? 9 : line < 3 ? 1 : 2 - column * 0.05).toFixed(2)).join(' '),
  );
  const dem = [
    `ncols ${columns}`,
    `nrows ${rows}`,
    'xllcorner 1000',
    'yllcorner 2000',
    'cellsize 10',
    'NODATA_value -9999',
    ...heights,
  ].join('\n');
  return new Map([
    [
      'case.json',
      JSON.stringify({
        format: 'westgate-flood-case/1',
        ...{ id: 'riverside', title: 'River and park', crs: 'EPSG:4548', dem: 'dem.asc', manning: 0.03, initial: { depth: 0 } },
        time: { start_s: 0, end_s: 1_800 },
        inflows: [
          {
            id: 'river',
            kind: 'discharge',
            cells: [
              [1_005, 2_005],
              [1_005, 2_015],
            ],
            hydrograph: 'inflow.csv',
          },
        ],
        outflows: [
          {
            id: 'weir',
            kind: 'normal-depth',
            slope: 0.0001,
            cells: [
              [1_115, 2_005],
              [1_115, 2_015],
            ],
          },
        ],
        ...{ rain: 'rain.csv', gauges: 'gauges.csv', structures: 'structures.json', rules: 'rules.json' },
        storages: [
          {
            id: 'park',
            cells: [
              [1_015, 2_075],
              [1_025, 2_075],
            ],
            capacity_m3: 500,
          },
        ],
        output: { gauges_every_s: 120 },
      }),
    ],
    ['dem.asc', dem],
    ['inflow.csv', 'time_s,q_m3s\n0,2\n600,12\n1800,2\n'],
    ['rain.csv', 'time_s,mm_h\n0,0\n300,20\n'],
    ['gauges.csv', 'id,x,y,name\nup,1015,2015,upper\ndown,1105,2015,lower\n'],
    [
      'structures.json',
      JSON.stringify([
        {
          id: 'inlet',
          kind: 'gate',
          from: [[1_045, 2_035]],
          to: [[1_045, 2_055]],
          crest_m: 1.6,
          width_m: 6,
          full_m: 1,
          rate_m_per_min: 0.5,
          failures: [{ kind: 'stuck', start: 900, end: 1_000 }],
        },
        {
          id: 'drain',
          kind: 'pump',
          from: [[1_075, 2_065]],
          to: [[1_075, 2_025]],
          curve: [
            [-5, 0.2],
            [5, 0.1],
          ],
          on_m: 1.5,
          off_m: 1.1,
        },
      ]),
    ],
    [
      'rules.json',
      JSON.stringify({
        rules: [
          {
            id: 'open',
            priority: 1,
            when: { value: { of: 'gauge', id: 'up', what: 'level' }, is: '>', than: 2.1 },
            acts: [{ gate: 'inlet', target_m: 1 }],
          },
        ],
      }),
    ],
  ]);
}

const read = (folder: ReadonlyMap<string, string>) => readCase((file) => folder.get(file) ?? null);

test('a case runs to its end; its account, its maps and its gauges agree, and the checker finds nothing', () => {
  const { summary, gauges, maps, log } = runCase(read(files()));
  assert.deepEqual([summary.ledger.difference, summary.faults], ['0', []]);
  assert.equal(gauges.length, 2 * 16);
  assert.ok((summary.gauges.up?.peak_depth_m ?? 0) > 0.3);
  assert.equal(maps.max_depth.length, 96);
  assert.ok(maps.max_depth.some((depth) => Math.abs(depth - (summary.gauges.up?.peak_depth_m ?? 0)) < 1e-6));
  assert.equal(log[0]?.rule, 'open');
  assert.ok(BigInt(summary.ledger.moved.inlet ?? '0') > 0n);
  assert.deepEqual(runCase(read(files())).summary, summary, 'a second run gives the same bits');
});

test('what is done to the ground is done in order, told, and takes nothing away from the file', () => {
  const folder = files();
  const said = JSON.parse(folder.get('case.json') ?? '');
  const lines = (points: readonly (readonly number[])[], properties: object) =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties, geometry: { type: 'LineString', coordinates: points } }],
    });
  folder.set(
    'river.geojson',
    lines(
      [
        [1_002, 2_015],
        [1_118, 2_015],
      ],
      {},
    ),
  );
  folder.set(
    'dike.geojson',
    lines(
      [
        [1_000, 2_030],
        [1_120, 2_030],
      ],
      { crest_m: 4 },
    ),
  );
  const conditioning = [
    { kind: 'burn-river', lines: 'river.geojson', depth_m: 0.5 },
    { kind: 'fill-pits', most_m: 0.1 },
  ];
  folder.set('case.json', JSON.stringify({ ...said, conditioning, crests: 'dike.geojson' }));
  const changed = read(folder);
  assert.deepEqual(
    changed.conditioning.map(({ kind, change }) => [kind, change?.cells, change?.lowered]),
    [
      ['burn-river', 12, 0.5],
      ['fill-pits', 0, 0],
    ],
  );
  assert.ok((changed.input.ground.crestNorth ?? []).some((crest) => crest === 4));
  const { summary } = runCase(changed);
  assert.deepEqual([summary.ledger.difference, summary.faults, summary.conditioning.length], ['0', [], 2]);
  folder.set(
    'dike.geojson',
    lines(
      [
        [1_000, 2_030],
        [1_120, 2_030],
      ],
      {},
    ),
  );
  assert.throws(
    () => read(folder),
    /dike\.geojson, features\.0\.properties\.crest_m: expected the height of the crest, m, or height_m above the ground, found nothing/,
  );
  folder.set('case.json', JSON.stringify({ ...said, conditioning: [{ kind: 'cut', box: [0, 0, 5, 5] }] }));
  assert.throws(() => read(folder), /conditioning\.0: expected a box with ground in it/);
});

test('a run that is stopped says so, and tells how far it has come', () => {
  const shares: number[] = [];
  const stopping = new AbortController();
  const run = () =>
    runCase(
      read(files()),
      (share) => {
        shares.push(share);
        if (share > 0.4) stopping.abort();
      },
      stopping.signal,
    );
  assert.throws(run, { name: 'AbortError' });
  assert.ok(shares.length >= 2 && shares.every((share, index) => share > (shares[index - 1] ?? 0)));
});

test('a grid is written and read again without a difference', () => {
  const values = Float64Array.of(1.5, Number.NaN, 3, 4.25, -2, 0);
  const grid = { columns: 3, rows: 2, cell: 2.5, west: 100.25, south: -7, values };
  assert.deepEqual(readAsciiGrid(writeAsciiGrid(grid, 3), 'a.asc'), grid);
});

test('what is wrong in a case is told with file and place', () => {
  const wrong: readonly (readonly [string, (text: string) => string, RegExp])[] = [
    ['case.json', () => '{', /case\.json: expected JSON/],
    ['case.json', (text) => text.replace('/1"', '/9"'), /case\.json, format: .*found "westgate-flood-case\/9"/],
    ['case.json', (text) => text.replace('"dem.asc"', '"../dem.asc"'), /case\.json, dem/],
    ['case.json', (text) => text.replace('"dem.asc"', '"none.asc"'), /case\.json: expected a file none\.asc beside it, found none/],
    [
      'case.json',
      (text) => text.replace('[1005,2005]', '[5,2005]'),
      /case\.json, inflows\.0\.cells\.0: expected a point on the ground, found 5, 2005/,
    ],
    [
      'case.json',
      (text) => text.replace('[[1115,2005],[1115,2015]]', '[[1055,2015]]'),
      /outflows weir: expected cells with no ground beyond them/,
    ],
    ['dem.asc', (text) => text.replace('ncols 12', 'ncols 1e9'), /dem\.asc: expected at most 40000000 cells, found 8000000000/],
    ['dem.asc', (text) => text.replace('ncols 12', 'ncols 13'), /dem\.asc, line 7: expected 13 numbers, found 12/],
    ['dem.asc', (text) => text.replace(' 1.00', ' x'), /dem\.asc, line 7, column 2: expected a number, found x/],
    ['dem.asc', (text) => `${text}\n1 2`, /dem\.asc, line 15: expected nothing after 8 rows/],
    ['inflow.csv', (text) => text.replace('600,12', '600,12\n500,9'), /inflow\.csv, line 4: expected a time after 600 s, found 500/],
    ['inflow.csv', (text) => text.replace('q_m3s', 'flow'), /inflow\.csv, line 1: expected a column q_m3s/],
    ['inflow.csv', (text) => text.replace('600,12', '600,NaN'), /inflow\.csv, line 3: expected a number for q_m3s, found NaN/],
    ['gauges.csv', (text) => text.replace('down', 'up'), /gauges\.csv, line 3: expected an id that no other row has, found up/],
    ['gauges.csv', (text) => text.replace('1105', '9105'), /gauges\.csv, line 3: expected a point on the ground/],
    ['structures.json', (text) => text.replace('"width_m":6', '"width_m":-6'), /structures\.json, 0\.width_m: .*found -6/],
    ['structures.json', (text) => text.replace('"gate"', '"door"'), /structures\.json, 0\.kind/],
    ['rules.json', (text) => text.replace('"inlet"', '"outlet"'), /Rule open: expected a gate of the case, found outlet/],
  ];
  for (const [file, spoil, message] of wrong) {
    const folder = files();
    folder.set(file, spoil(folder.get(file) ?? ''));
    assert.throws(
      () => new Simulation(read(folder).input),
      (error) => error instanceof WestgateError && error.code === 'WG_INPUT_INVALID' && message.test(error.message),
      String(message),
    );
  }
});

test('of 500 cases that are spoilt at random none crashes, hangs or is taken half', () => {
  let state = 11;
  const random = (most: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
  const junk = ['', 'NaN', '1e99', '-1', '"', '{', '\u0000', '9'.repeat(400), 'null', '[]', '−3', ',,', '\n\n', 'true', '1e-400'];
  let refused = 0;
  for (let round = 0; round < 500; round++) {
    const folder = files();
    const names = [...folder.keys()];
    const name = names[random(names.length)] ?? 'case.json';
    const text = folder.get(name) ?? '';
    const [from, length] = [random(text.length), random(12)];
    const spoilt = text.slice(0, from) + (junk[random(junk.length)] ?? '') + text.slice(from + length);
    if (random(20) === 0) folder.delete(name);
    else folder.set(name, spoilt);
    try {
      const { input } = read(folder);
      const simulation = new Simulation(input);
      simulation.runTo(20);
      assert.equal(simulation.ledger().difference, 0n);
    } catch (error) {
      refused += 1;
      assert.ok(
        error instanceof WestgateError && error.code === 'WG_INPUT_INVALID',
        `round ${round}, ${name}: ${error instanceof Error ? error.stack : error}`,
      );
      assert.match(error.message, /expected/i);
    }
  }
  assert.ok(refused > 250, `${refused} were refused`);
});

test('every kind of boundary, a moving start and the scheme are read from the folder; screening is told as that', () => {
  const folder = files();
  const said = JSON.parse(folder.get('case.json') ?? '');
  const grid = (value: string) =>
    `${(folder.get('dem.asc') ?? '').split('\n').slice(0, 6).join('\n')}\n${`${`${value} `.repeat(12).trim()}\n`.repeat(8)}`;
  folder.set('rates.asc', grid('12'));
  folder.set('still.asc', grid('-9999'));
  folder.set('east.asc', grid('0.4'));
  folder.set('rating.csv', 'level_m,q_m3s\n1.4,0\n3,40\n');
  folder.set('level.csv', 'time_s,level_m\n0,1.7\n1800,1.9\n');
  const west = said.inflows[0].cells;
  const [low, high] = said.outflows[0].cells;
  const full = {
    ...said,
    ...{ rain: 'rates.asc', infiltration: 'rates.asc', initial: { depth: 0.2, velocity: { east: 'east.asc', north: 'still.asc' } } },
    inflows: [
      { ...said.inflows[0], cells: [west[0]], momentum: true },
      { id: 'upstream', kind: 'level', cells: [west[1]], hydrograph: 'level.csv' },
    ],
    outflows: [
      { id: 'gauged', kind: 'rating', cells: [low], table: 'rating.csv' },
      { id: 'falls', kind: 'free', cells: [high] },
    ],
  };
  folder.set('case.json', JSON.stringify(full));
  const { input } = read(folder);
  assert.deepEqual(
    input.edges?.map(({ id, kind, side }) => [id, kind, side]),
    [
      ['upstream', 'level', 'west'],
      ['gauged', 'rating', 'east'],
      ['falls', 'free', 'east'],
    ],
  );
  assert.equal(input.inflows?.[0]?.through, 'west');
  const { summary } = runCase(read(folder));
  assert.deepEqual([summary.scheme, summary.ledger.difference, summary.faults], ['sd03', '0', []]);
  assert.doesNotMatch(summary.notice, /Screening/);
  for (const id of ['upstream', 'gauged', 'falls', 'infiltration']) assert.notEqual(summary.ledger.out[id], '0', id);

  const [first, ...others] = full.inflows;
  folder.set('case.json', JSON.stringify({ ...full, scheme: 'local-inertia', inflows: [{ ...first, momentum: false }, ...others] }));
  const screened = runCase(read(folder)).summary;
  assert.deepEqual([screened.scheme, screened.ledger.difference, screened.faults], ['local-inertia', '0', []]);
  assert.match(screened.notice, /^Screening only/);
  folder.set('case.json', JSON.stringify({ ...full, scheme: 'local-inertia' }));
  assert.throws(() => new Simulation(read(folder).input), /Inflow river: expected the scheme sd03/);
  folder.set('case.json', JSON.stringify(full));
  folder.set('rating.csv', 'level_m,q_m3s\n3,40\n1.4,0\n');
  assert.throws(() => read(folder), /rating\.csv, line 3: expected a level over 3 m, found 1\.4/);
});
