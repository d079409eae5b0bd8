// Makes a file of the base map of a district folder from GeoJSON that you have, such as an extract of OpenStreetMap.
// `node tools/base-map.mjs FOLDER SOURCE FROM.geojson` writes FOLDER/places/SOURCE.geojson. FROM has features with the properties `name`
// and `class`; SOURCE is a row of results/sources.csv with an attribution. Lines are cut at the frame of the district; areas that reach
// far beyond it are left out. The same input gives the same bytes.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a class of OpenStreetMap is drawn as, and how important it is. */
const DRAWN = {
  river: { layer: 'river', rank: 1 },
  canal: { layer: 'river', rank: 2 },
  stream: { layer: 'river', rank: 3 },
  ditch: { layer: 'river', rank: 3 },
  water: { layer: 'water', rank: 2 },
  town: { layer: 'locality', rank: 1 },
  suburb: { layer: 'locality', rank: 1 },
  village: { layer: 'locality', rank: 2 },
  neighbourhood: { layer: 'locality', rank: 2 },
};
/** Degrees that an area may reach beyond the frame. */
const BEYOND = 0.1;
/** Decimals kept of a degree: about a tenth of a metre. */
const DECIMALS = 6;

const [folder, source, from, ...without] = process.argv.slice(2);
if (!folder || !source || !from) {
  console.error('usage: node tools/base-map.mjs FOLDER SOURCE FROM.geojson [names that are left out]');
  process.exit(2);
}
const { frame } = JSON.parse(readFileSync(join(folder, 'district.json'), 'utf8'));
const leftOut = new Set(without);
const [west, south, east, north] = frame;

const drawn = JSON.parse(readFileSync(from, 'utf8')).features.flatMap((feature) => {
  const how = DRAWN[feature.properties.class];
  const name = feature.properties.name?.trim() || null;
  // Gates of compounds and campaigns are mapped as neighbourhoods here and there: they name no place.
  const isPlace = how?.layer !== 'locality' || (name !== null && !/[-－]|进社区/.test(name));
  return how && isPlace && !leftOut.has(name) ? partsIn(feature.geometry).map((geometry) => ({ ...how, name, geometry })) : [];
});

const features = joined(drawn).map(({ layer, rank, name, geometry }, index) => {
  const id = `${source}-${String(index + 1).padStart(3, '0')}`;
  const [name_zh, name_en] = /\p{Script=Han}/u.test(name ?? '') ? [name, null] : [null, name];
  const properties = {
    id,
    layer,
    place: null,
    name_zh,
    name_en,
    rank,
    height_m: null,
    illustrative: false,
    basis_zh: null,
    basis_en: null,
    source,
  };
  return JSON.stringify({ type: 'Feature', id, properties, geometry });
});
const target = join(folder, 'places', `${source}.geojson`);
writeFileSync(target, `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`);
console.log(`${target}: ${features.length} features`);

/** The parts of a shape that lie in the frame: points and areas whole, lines cut. */
function partsIn({ type, coordinates }) {
  if (type === 'Point') return isIn(coordinates, 0) ? [{ type, coordinates: rounded(coordinates) }] : [];
  if (type === 'LineString') return cut(coordinates).map((line) => ({ type, coordinates: line.map(rounded) }));
  if (type === 'MultiLineString') return coordinates.flatMap((line) => partsIn({ type: 'LineString', coordinates: line }));
  if (type === 'MultiPolygon') return coordinates.flatMap((rings) => partsIn({ type: 'Polygon', coordinates: rings }));
  const [outer = []] = coordinates;
  const isDrawn = type === 'Polygon' && outer.some((at) => isIn(at, 0)) && outer.every((at) => isIn(at, BEYOND));
  return isDrawn ? [{ type, coordinates: coordinates.map((ring) => ring.map(rounded)) }] : [];
}

/** Lines of one name, layer and rank as one feature, so that the name is written along all of it. */
function joined(parts) {
  const held = new Map();
  return parts.filter((part) => {
    if (part.geometry.type !== 'LineString' || part.name === null) return true;
    const key = `${part.layer} ${part.rank} ${part.name}`;
    const first = held.get(key);
    if (!first) held.set(key, part);
    else {
      const lines = first.geometry.type === 'LineString' ? [first.geometry.coordinates] : first.geometry.coordinates;
      first.geometry = { type: 'MultiLineString', coordinates: [...lines, part.geometry.coordinates] };
    }
    return first === undefined;
  });
}

/** A line cut at the frame, by Liang and Barsky, segment by segment. */
function cut(line) {
  const parts = [];
  for (const [index, to] of line.entries()) {
    const start = line[index - 1];
    const inside = start && cutSegment(start, to);
    if (!inside) continue;
    const last = parts.at(-1);
    const end = last?.at(-1);
    if (end && end[0] === inside[0][0] && end[1] === inside[0][1]) last.push(inside[1]);
    else parts.push(inside);
  }
  return parts;
}

function cutSegment([x, y], [toX, toY]) {
  const [dx, dy] = [toX - x, toY - y];
  let [enter, leave] = [0, 1];
  for (const [step, room] of [
    [-dx, x - west],
    [dx, east - x],
    [-dy, y - south],
    [dy, north - y],
  ]) {
    if (step === 0 && room < 0) return null;
    if (step < 0) enter = Math.max(enter, room / step);
    if (step > 0) leave = Math.min(leave, room / step);
  }
  if (enter >= leave) return null;
  const at = (share) => (share === 0 ? [x, y] : share === 1 ? [toX, toY] : [x + share * dx, y + share * dy]);
  return [at(enter), at(leave)];
}

function isIn([x, y], beyond) {
  return x >= west - beyond && x <= east + beyond && y >= south - beyond && y <= north + beyond;
}

function rounded([x, y]) {
  return [Number(x.toFixed(DECIMALS)), Number(y.toFixed(DECIMALS))];
}
