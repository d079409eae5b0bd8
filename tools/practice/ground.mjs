// The ground of the practice district: nine subdistricts, a site under every project that has one, other places, and the base map.
import { AREAS, FRAME } from './district.mjs';
import { PROJECTS } from './projects.mjs';

const [WEST, SOUTH, EAST, NORTH] = FRAME;
/** Degrees between the frame and the outline of the district. */
const EDGE = 0.008;
const COLUMNS = 3;
/** Degrees of a metre at this latitude. */
const LNG_PER_M = 1 / 104_600;
const LAT_PER_M = 1 / 110_700;

/** The kind of place that a kind of project stands on, its half width in metres, and what its name gets. */
const SITES = {
  'old-compound': ['compound', 110],
  shantytown: ['shantytown', 190],
  bungalow: ['bungalow', 130],
  'old-factory': ['factory', 210],
  'low-efficiency-building': ['building', 55],
  'dual-use': ['venue', 80],
  'flood-defence': ['flood-works', 0],
  'industrial-park': ['industrial-park', 260],
  heritage: ['heritage', 45],
  park: ['park', 170],
  greenway: ['greenway', 0],
  institution: ['institution', 60],
  plan: ['area', 330],
};
const TITLES = ['state-granted', 'state-allocated', 'state-allocated', 'mixed'];
/** Sites whose title is none of those: `baiquan-shanty` needs a vote of its village, and of `jintian-shanty-2` nobody knows. */
const OTHER_TITLES = { 'baiquan-shanty': 'collective', 'jintian-shanty-2': 'not-known' };

/** Places beside the sites: kind, Chinese, English, subdistrict. */
const OTHERS = [
  ['station', '云桥站', 'Yunqiao Station', 'yunqiao'],
  ['station', '金田站', 'Jintian Station', 'jintian'],
  ['venue', '青坊会展厅', 'Qingfang Exhibition Hall', 'qingfang'],
  ['venue', '澄湖广场', 'Chenghu Square', 'chenghu'],
  ['landmark', '松岭塔', 'Songling Tower', 'songling'],
  ['heritage-block', '云桥老街', 'Yunqiao Old Street', 'yunqiao'],
  ['waterfront', '和溪东岸', 'Hexi East Bank', 'hexi'],
  ['office', '练习区政务服务中心', 'Practice District Service Centre', 'chenghu'],
];

/** The vertices between the subdistricts: three columns and rows, bent by chance. Neighbours share every vertex. */
function gridOf(random) {
  const at = (column, row) => {
    const isRim = (n) => n === 0 || n === COLUMNS;
    const [x, y] = [column / COLUMNS, 1 - row / COLUMNS];
    const shift = () => random.between(-0.0085, 0.0085);
    return round([
      WEST + EDGE + x * (EAST - WEST - 2 * EDGE) + (isRim(column) ? 0 : shift()),
      SOUTH + EDGE + y * (NORTH - SOUTH - 2 * EDGE) + (isRim(row) ? 0 : shift()),
    ]);
  };
  const corners = Array.from({ length: COLUMNS + 1 }, (_, row) => Array.from({ length: COLUMNS + 1 }, (_, column) => at(column, row)));
  const middles = new Map();
  /** The bend in the middle of an edge, the same from both sides. */
  const middle = (a, b) => {
    const key = [a, b].map(String).sort().join(' ');
    const held =
      middles.get(key) ?? round([(a[0] + b[0]) / 2 + random.between(-0.003, 0.003), (a[1] + b[1]) / 2 + random.between(-0.003, 0.003)]);
    middles.set(key, held);
    return held;
  };
  const ringOf = (column, row) => {
    const [a, b] = [corners[row][column], corners[row][column + 1]];
    const [d, c] = [corners[row + 1][column], corners[row + 1][column + 1]];
    return [a, middle(a, b), b, middle(b, c), c, middle(c, d), d, middle(d, a), a].reverse();
  };
  return { ringOf, corners, middle };
}

/** Places, features, and the links of sites to their subdistricts. */
export function groundRows(random) {
  const grid = gridOf(random);
  const rings = new Map(AREAS.map(([id], n) => [id, grid.ringOf(n % COLUMNS, Math.floor(n / COLUMNS))]));
  const areas = AREAS.map(([id, zh, en]) => ({
    ...placed({ id: `area-${id}`, name_zh: `${zh}街道`, name_en: `${en} Subdistrict`, kind: 'area', is_site: false }),
    geometry: { type: 'Polygon', coordinates: [rings.get(id)] },
  }));
  const spots = spotsIn(random, rings);
  const sites = PROJECTS.filter(({ area }) => area !== null).map((each) => siteOf(random, each, spots(each.area)));
  const others = OTHERS.map(([kind, zh, en, area], n) => ({
    ...placed({ id: `place-${n + 1}`, name_zh: zh, name_en: en, kind, is_site: false }),
    geometry: point(spots(area)),
  }));
  const open = [
    {
      id: 'old-tannery',
      name_zh: '旧制革厂',
      name_en: 'Old tannery',
      kind: 'factory',
      is_site: true,
      position: 'not-known',
      land_title: 'not-known',
    },
    {
      id: 'river-gauges',
      name_zh: '河道水位观测点',
      name_en: 'River gauges',
      kind: 'flood-works',
      is_site: false,
      position: 'none',
      no_place_reason_zh: '分布在全河段，没有单独的位置',
      no_place_reason_en: 'along the whole river, with no place of their own',
    },
  ];
  const member = (id, area) => ({ from_kind: 'place', from_id: id, relation: 'member-of', to_kind: 'place', to_id: `area-${area}` });
  return {
    place: [...areas, ...sites, ...others, ...open],
    feature: featuresOf(grid),
    links: [
      ...PROJECTS.flatMap(({ id, area }) => (area ? [member(`site-${id}`, area)] : [])),
      ...OTHERS.map(([, , , area], n) => member(`place-${n + 1}`, area)),
    ],
  };
}

function siteOf(random, { id, zh, en, kind, tags }, at) {
  const [placeKind, halfM] = SITES[kind];
  const isLine = halfM === 0;
  return {
    ...placed({
      id: `site-${id}`,
      name_zh: `${zh.replace(/(综合整治|加装电梯|更新|修缮|改造|搬迁腾退|提升|整理|改建|扩建|保护利用|实施方案)(一期|二期)?$/, '$2')}`,
      name_en: en.replace(/ (repairs|renewal|improvement|reordering|rebuilding|extension)$/, ''),
      kind: placeKind,
      is_site: true,
      tags,
    }),
    land_title: OTHER_TITLES[id] ?? random.pick(TITLES),
    geometry: isLine ? line(random, at) : block(random, at, halfM),
  };
}

function placed(row) {
  return {
    ...row,
    position: 'known',
    confidence: 'high',
    position_basis_zh: '按练习图绘制',
    position_basis_en: 'drawn on the practice sheet',
  };
}

/** Spots of a subdistrict, one after the other on a grid of its own, so that no two sites touch. */
function spotsIn(random, rings) {
  const left = new Map(
    AREAS.map(([id]) => {
      const ring = rings.get(id);
      const [lng, lat] = [ring.reduce((sum, [x]) => sum + x, 0) / ring.length, ring.reduce((sum, [, y]) => sum + y, 0) / ring.length];
      const spots = [];
      for (let row = -1.5; row <= 1.5; row += 1)
        for (let column = -1.5; column <= 1.5; column += 1) {
          spots.push(round([lng + column * 0.0098 + random.between(-0.001, 0.001), lat + row * 0.0078 + random.between(-0.0008, 0.0008)]));
        }
      return [id, shuffled(random, spots)];
    }),
  );
  return (area) => left.get(area).pop();
}

function shuffled(random, list) {
  const rest = [...list];
  return list.map(() => rest.splice(random.below(rest.length), 1)[0]);
}

function featuresOf({ corners, middle }) {
  const drawn = (id, layer, geometry, more = {}) => ({
    id,
    layer,
    illustrative: true,
    basis_zh: '虚构',
    basis_en: 'invented',
    ...more,
    geometry,
  });
  const rim = [];
  for (let n = 0; n < COLUMNS; n += 1) rim.push(corners[0][n], middle(corners[0][n], corners[0][n + 1]));
  for (let n = 0; n < COLUMNS; n += 1) rim.push(corners[n][COLUMNS], middle(corners[n][COLUMNS], corners[n + 1][COLUMNS]));
  for (let n = COLUMNS; n > 0; n -= 1) rim.push(corners[COLUMNS][n], middle(corners[COLUMNS][n], corners[COLUMNS][n - 1]));
  for (let n = COLUMNS; n > 0; n -= 1) rim.push(corners[n][0], middle(corners[n][0], corners[n - 1][0]));
  const across = (y, wave) => ({
    type: 'LineString',
    coordinates: Array.from({ length: 25 }, (_, n) => round([WEST + (n / 24) * (EAST - WEST), y + Math.sin(n / wave) * 0.006])),
  });
  const down = (x, wave) => ({
    type: 'LineString',
    coordinates: Array.from({ length: 25 }, (_, n) => round([x + Math.sin(n / wave) * 0.004, SOUTH + (n / 24) * (NORTH - SOUTH)])),
  });
  const oval = (at, widthM, heightM) =>
    ring(
      Array.from({ length: 24 }, (_, n) => (n / 24) * 2 * Math.PI),
      at,
      widthM,
      heightM,
    );
  return [
    drawn(
      'rim',
      'district',
      { type: 'Polygon', coordinates: [[...rim, rim[0]].reverse()] },
      { name_zh: '练习区', name_en: 'Practice District' },
    ),
    drawn('river-hexi', 'river', across(20.036, 3.4), { name_zh: '和溪', name_en: 'Hexi River', rank: 1 }),
    drawn('lake-chenghu', 'water', oval([152.994, 20.0745], 900, 520), { name_zh: '澄湖', name_en: 'Chenghu Lake', rank: 1 }),
    ...[20.022, 20.052, 20.092, 20.118].map((y, n) => drawn(`road-east-${n + 1}`, 'road', across(y, 7), { rank: 1 + (n % 2) })),
    ...[152.925, 152.958, 153.02, 153.055].map((x, n) => drawn(`road-north-${n + 1}`, 'road', down(x, 6), { rank: 1 + (n % 2) })),
    drawn('rail', 'rail', across(20.064, 9), { name_zh: '练习线', name_en: 'Practice Line' }),
    ...[1, 2, 3].map((n) =>
      drawn(`contour-${n}`, 'contour', line24([152.932, 20.117], 1500 - n * 380, 900 - n * 230), { height_m: 40 + 40 * n }),
    ),
    drawn('hill-songling', 'hill', point([152.932, 20.117]), { name_zh: '松岭', name_en: 'Song Hill', rank: 1 }),
  ];

  function line24(at, widthM, heightM) {
    return { type: 'LineString', coordinates: oval(at, widthM, heightM).coordinates[0] };
  }
}

/** A block around `at`: a slanted four to six corners. */
function block(random, at, halfM) {
  const corners = 4 + random.below(3);
  const turn = random.between(0, Math.PI);
  return ring(
    Array.from({ length: corners }, (_, n) => turn + (n / corners) * 2 * Math.PI),
    at,
    halfM,
    halfM,
  );
}

function ring(angles, [lng, lat], widthM, heightM) {
  const corners = angles.map((angle) => round([lng + Math.cos(angle) * widthM * LNG_PER_M, lat + Math.sin(angle) * heightM * LAT_PER_M]));
  return { type: 'Polygon', coordinates: [[...corners, corners[0]]] };
}

function line(random, [lng, lat]) {
  const bend = () => random.between(-60, 60) * LAT_PER_M;
  return { type: 'LineString', coordinates: Array.from({ length: 6 }, (_, n) => round([lng + (n - 2.5) * 130 * LNG_PER_M, lat + bend()])) };
}

function point(at) {
  return { type: 'Point', coordinates: at };
}

function round([lng, lat]) {
  return [Math.round(lng * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5];
}
