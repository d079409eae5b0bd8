// Makes what lies under flood/ of the two districts and is not written by hand: the water of the reach from OpenStreetMap, cut to the ground, its river in the ground's system, and the invented
// ground of the practice district with its case. The same bytes each time. The ground of the reach itself is made by `westgate ground add`, as its recipe says.
// `node tools/make-flood-example.mjs`; needs ../shared/data.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readAsciiGrid, readRiverLines, toCrs, writeAsciiGrid } from '../packages/flood/dist/src/index.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { westgate } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

await makeReach(join(ROOT, westgate.district, 'flood'), join(ROOT, '../shared/data/shijingshan-open/osm-water.geojson'));
makePractice(join(ROOT, westgate.practice, 'flood'));

async function makeReach(folder, water) {
  const grid = readAsciiGrid(gunzipSync(readFileSync(join(folder, 'ground-90m.asc.gz'))).toString('utf8'), 'ground');
  const { forward } = toCrs('EPSG:32650');
  const isIn = (position) => {
    const [x, y] = forward(position);
    return x > grid.west && x < grid.west + grid.columns * grid.cell && y > grid.south && y < grid.south + grid.rows * grid.cell;
  };
  const bytes = readFileSync(water);
  const { features } = JSON.parse(bytes.toString('utf8'));
  const positions = ({ coordinates }) =>
    coordinates
      .flat(Number.POSITIVE_INFINITY)
      .reduce((pairs, value, index, all) => (index % 2 === 0 ? [...pairs, [value, all[index + 1]]] : pairs), []);
  const kept = features.filter(({ geometry }) => positions(geometry).some(isIn));
  const about = { attribution: '© OpenStreetMap contributors, ODbL 1.0, https://www.openstreetmap.org/copyright' };
  const lines = kept.map((feature) => `  ${JSON.stringify(cutLine(feature))}`).join(',\n');
  const head = Object.entries({ type: 'FeatureCollection', ...about }).map(([name, value]) => `"${name}": ${JSON.stringify(value)}`);
  writeFileSync(join(folder, 'osm-water.geojson'), `{${head.join(', ')}, "features": [\n${lines}\n]}\n`);
  // The river is the longest of its class over the ground.
  const rivers = (await readRiverLines(bytes, 'water.geojson')).filter(({ class: kind }) => kind === 'river');
  const inside = rivers.map(({ line, name }) => ({ name, line: line.filter(isIn) })).sort((a, b) => b.line.length - a.line.length);
  const coordinates = inside[0].line.map((position) => forward(position).map((value) => Number(value.toFixed(1))));
  write(folder, 'osm-river.geojson', {
    type: 'FeatureCollection',
    ...about,
    positions: 'EPSG:32650',
    features: [{ type: 'Feature', properties: { name: inside[0].name, waterway: 'river' }, geometry: { type: 'LineString', coordinates } }],
  });

  /** The part of a line that lies over the ground, with one position beyond at each end. */
  function cutLine(feature) {
    if (feature.geometry.type !== 'LineString') return feature;
    const { coordinates } = feature.geometry;
    const held = coordinates.filter((_, index) => coordinates.slice(Math.max(0, index - 1), index + 2).some(isIn));
    return { ...feature, geometry: { type: 'LineString', coordinates: held } };
  }
}

/** A valley that falls to the east, a river bed in it, a park of lawns behind a bank: 120 × 60 cells of 25 m in the middle of the practice district. */
function makePractice(folder) {
  mkdirSync(folder, { recursive: true });
  const [columns, rows, cell] = [120, 60, 25];
  const [x, y] = toCrs('EPSG:32656').forward([152.99, 20.07]);
  const [west, south] = [Math.round(x / cell) * cell - (columns * cell) / 2, Math.round(y / cell) * cell - (rows * cell) / 2];
  const river = (column) => 30 + 4 * Math.sin(column / 14);
  const values = Float64Array.from({ length: columns * rows }, (_, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const away = Math.abs(row - river(column));
    const plain = 12 - column * 0.025 + 0.08 * away + 0.15 * Math.sin(column / 3) * Math.cos(row / 4);
    const bed = away < 2 ? 9 - column * 0.025 : plain;
    const isPark = column > 55 && column < 85 && row > 38 && row < 52;
    const isBank = column >= 54 && column <= 86 && row >= 37 && row <= 53;
    return isPark ? 6.8 : isBank ? 14 : bed;
  });
  const grid = { columns, rows, cell, west, south, values };
  writeFileSync(join(folder, 'ground.asc.gz'), gzipSync(writeAsciiGrid(grid, 2)));
  const at = (column, row) => [west + (column + 0.5) * cell, south + (row + 0.5) * cell];
  const bed = (column) => [-1, 0, 1].map((step) => at(column, Math.round(river(column)) + step));
  write(folder, 'case.json', {
    format: 'westgate-flood-case/1',
    id: 'practice-park',
    title: 'Invented: a park beside a river takes the top off a flood · 虚构：河边公园削减洪峰',
    crs: 'EPSG:32656',
    dem: 'ground.asc.gz',
    manning: 0.035,
    initial: { depth: 0 },
    time: { start_s: 0, end_s: 28_800 },
    inflows: [{ id: 'river', kind: 'discharge', cells: bed(0), hydrograph: 'inflow.csv' }],
    outflows: [
      { id: 'downstream', kind: 'normal-depth', slope: 0.001, cells: Array.from({ length: rows }, (_, row) => at(columns - 1, row)) },
    ],
    storages: [
      {
        id: 'park',
        cells: Array.from({ length: 29 }, (_, column) => Array.from({ length: 13 }, (_, row) => at(56 + column, 39 + row))).flat(),
        capacity_m3: 600_000,
      },
    ],
    gauges: 'gauges.csv',
    structures: 'structures.json',
    rules: 'rules.json',
    output: { gauges_every_s: 300 },
  });
  write(folder, 'structures.json', [
    {
      id: 'inlet',
      kind: 'gate',
      from: bed(60),
      to: [at(60, 40), at(61, 40), at(62, 40)],
      crest_m: 8.4,
      width_m: 30,
      full_m: 2,
      rate_m_per_min: 0.2,
    },
  ]);
  write(folder, 'rules.json', {
    rules: [
      {
        id: 'open',
        priority: 1,
        minDwell_s: 600,
        when: { value: { of: 'gauge', id: 'upstream', what: 'level' }, is: '>', than: 9 },
        acts: [{ gate: 'inlet', target_m: 2 }],
      },
    ],
  });
  const gauges = [
    ['upstream', at(50, Math.round(river(50)))],
    ['downstream', at(110, Math.round(river(110)))],
    ['park', at(70, 45)],
  ];
  writeFileSync(join(folder, 'gauges.csv'), ['id,x,y', ...gauges.map(([id, point]) => [id, ...point].join(','))].join('\n').concat('\n'));
  writeFileSync(join(folder, 'inflow.csv'), 'time_s,q_m3s\n0,10\n3600,10\n10800,180\n14400,180\n21600,10\n28800,10\n');
}

function write(folder, name, value) {
  writeFileSync(
    join(folder, name),
    `${JSON.stringify(value, null, 1)
      .replace(/\[\s+(-?[\d.]+),\s+(-?[\d.]+)\s+\]/g, '[$1, $2]')
      .replace(/(\d\]),\s+(?=\[\d)/g, '$1, ')}\n`,
  );
}
