// Makes what lies under flood/ of the example district and is not written by hand: the water of the reach from OpenStreetMap, cut to the ground, and its river in the ground's system. The same
// bytes each time. The ground itself is made by `westgate ground add`, as its recipe says.
// `node tools/make-flood-example.mjs`; needs ../shared/data.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { readAsciiGrid, readRiverLines, toCrs } from '../packages/flood/dist/src/index.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { westgate } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

await makeReach(join(ROOT, westgate.district, 'flood'), join(ROOT, '../shared/data/shijingshan-open/osm-water.geojson'));

async function makeReach(folder, water) {
  const grid = readAsciiGrid(gunzipSync(readFileSync(join(folder, 'ground-90m.asc.gz'))).toString('utf8'), 'ground');
  const { forward } = toCrs('EPSG:32650');
  const isIn = (position) => {
    const [x, y] = forward(position);
    return x > grid.west && x < grid.west + grid.columns * grid.cell && y > grid.south && y < grid.south + grid.rows * grid.cell;
  };
  const bytes = readFileSync(water);
  const { features } = JSON.parse(bytes.toString('utf8'));
  const positions = ({ coordinates }) => {
    const flat = coordinates.flat(Number.POSITIVE_INFINITY);
    return Array.from({ length: flat.length / 2 }, (_, index) => [flat[2 * index], flat[2 * index + 1]]);
  };
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

function write(folder, name, value) {
  writeFileSync(
    join(folder, name),
    `${JSON.stringify(value, null, 1)
      .replace(/\[\s+(-?[\d.]+),\s+(-?[\d.]+)\s+\]/g, '[$1, $2]')
      .replace(/(\d\]),\s+(?=\[\d)/g, '$1, ')}\n`,
  );
}
