// Sites and other places of the invented district, and the drawn features of its base map.
import { block, districtLine, makeCentres, somewhere, winding } from './shapes.mjs';
import { FIRST, OTHER_KINDS, SECOND, SITE_KINDS } from './words.mjs';

const TITLES = ['state-granted', 'state-allocated', 'collective', 'mixed', 'not-known'];
/** Characters of a number written in the ids: so many that ids sort as they count. */
const DIGITS = 6;

/** `count` sites and a tenth as many other places. */
export function makePlaces(random, count) {
  const centres = makeCentres(random, 24);
  const names = makeNames(random);
  const places = [];
  for (let n = 1; n <= count; n += 1) {
    const [kind, , zh, en] = random.weighted(SITE_KINDS);
    places.push(placeOf(random, centres, { id: `s${padded(n)}`, kind, isSite: true, ...names(zh, en) }));
  }
  for (let n = 1; n <= Math.ceil(count / 10); n += 1) {
    const [kind, , zh, en] = random.weighted(OTHER_KINDS);
    places.push(placeOf(random, centres, { id: `o${padded(n)}`, kind, isSite: false, ...names(zh, en) }));
  }
  return places;
}

/** The drawn features: the base map, and the outlines of one in twelve places that lie on a point. */
export function makeFeatures(random, places) {
  const features = [featureOf('line', 'district', districtLine(), { name_zh: '澄川区', name_en: 'Chengchuan District' })];
  const draw = (layer, count, steps, stepM, more = () => ({})) => {
    for (let n = 1; n <= count; n += 1) {
      const at = [random.between(113.2, 113.48), random.between(30.44, 30.65)];
      features.push(featureOf(`${layer}-${n}`, layer, winding(random, at, steps, stepM), more(n)));
    }
  };
  draw('river', 2, 60, 500, () => ({ name_zh: '澄川', name_en: 'Cheng River', rank: 1 }));
  draw('road', 90, 40, 350, (n) => ({ rank: 1 + (n % 3) }));
  draw('rail', 4, 60, 500);
  draw('contour', 40, 50, 250, (n) => ({ height_m: 20 + 10 * (n % 12) }));
  for (let n = 1; n <= 8; n += 1) {
    const at = [random.between(113.2, 113.48), random.between(30.44, 30.65)];
    features.push(featureOf(`lake-${n}`, 'water', block(random, at, random.between(200, 900)), {}));
  }
  for (const place of places) {
    if (place.geometry?.type !== 'Point' || !random.chance(1 / 12)) continue;
    const shape = block(random, place.geometry.coordinates, random.between(40, 180));
    features.push(featureOf(`outline-${place.id}`, 'outline', shape, { place: place.id }));
  }
  return features;
}

/** `n` with leading zeros. */
export function padded(n) {
  return String(n).padStart(DIGITS, '0');
}

function makeNames(random) {
  const used = new Map();
  return (zh, en) => {
    const [first, second] = [random.pick(FIRST), random.pick(SECOND)];
    const stem = `${first[1]}${second[1]}`;
    const key = `${stem} ${en}`;
    const number = (used.get(key) ?? 0) + 1;
    used.set(key, number);
    const names = { name_zh: `${first[0]}${second[0]}${zh}`, name_en: `${stem} ${en}` };
    return { name_zh: names.name_zh.replace('#', number), name_en: names.name_en.replace('#', number) };
  };
}

function placeOf(random, centres, { id, kind, isSite, name_zh, name_en }) {
  const position = random.weighted([
    ['known', 70],
    ['assumed', 20],
    ['not-known', 7],
    ['none', 3],
  ])[0];
  const isPlaced = position === 'known' || position === 'assumed';
  return {
    id,
    name_zh,
    name_en,
    kind,
    is_site: isSite,
    position,
    confidence: isPlaced ? random.pick(['high', 'medium', 'low']) : null,
    position_basis_zh: position === 'assumed' ? '按路名估计' : null,
    position_basis_en: position === 'assumed' ? 'estimated from the street' : null,
    no_place_reason_zh: position === 'none' ? '分布在全区，没有单独的位置' : null,
    no_place_reason_en: position === 'none' ? 'spread over the district' : null,
    land_title: isSite ? random.pick(TITLES) : null,
    tags: isSite ? [`aim:${random.pick(['homes', 'work', 'green'])}`, `wave:wave-${1 + random.below(4)}`] : [],
    geometry: isPlaced ? shapeOf(random, kind, somewhere(random, centres)) : null,
  };
}

function shapeOf(random, kind, at) {
  if (kind === 'greenway' || kind === 'waterfront') return winding(random, at, 12, 120);
  return random.chance(0.25) ? block(random, at, random.between(25, 140)) : { type: 'Point', coordinates: at };
}

function featureOf(id, layer, geometry, more) {
  return { id, layer, illustrative: true, basis_zh: '虚构', basis_en: 'invented', ...more, geometry };
}
