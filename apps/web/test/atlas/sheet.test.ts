import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FeatureCollection } from 'geojson';
import { BASE_GROUP_NAMES, BASE_GROUPS } from '../../src/map/base-layers.ts';
import { boundsOf, inside, widen } from '../../src/map/bounds.ts';
import { atLeast, bracketPath } from '../../src/map/brackets.ts';
import type { MapInk } from '../../src/map/ink.ts';
import { mapName, withMapProperties } from '../../src/map/label.ts';
import { inwards, nameSpots } from '../../src/map/name-spots.ts';
import { frameScale, scaleBar } from '../../src/map/scale.ts';
import { isPlaceKind, shapeOf } from '../../src/map/shapes.ts';
import { sheetEnd } from '../../src/map/sheet-end.ts';
import { labelText, mapStyle } from '../../src/map/style.ts';
import { symbolName, symbolOrder } from '../../src/map/symbol-names.ts';
import { FILTERED, filterFor, PICKABLE } from '../../src/map/thing-layers.ts';

const square = (side: number): [number, number][] => [
  [0, 0],
  [side, 0],
  [side, side],
  [0, side],
  [0, 0],
];
const THINGS: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { role: 'site', place: 'mill', name_zh: '老磨坊', name_en: null },
      geometry: { type: 'Point', coordinates: [1, 2] },
    },
    { type: 'Feature', properties: { role: 'outline', place: 'mill' }, geometry: { type: 'Polygon', coordinates: [square(4)] } },
    { type: 'Feature', properties: { role: 'site', place: 'dyke' }, geometry: { type: 'Point', coordinates: [3, 3] } },
    { type: 'Feature', properties: { role: 'outline', place: 'dyke' }, geometry: { type: 'LineString', coordinates: square(1) } },
  ],
};
const BASE: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', properties: { layer: 'district', name_zh: '某区' }, geometry: { type: 'Polygon', coordinates: [square(5)] } },
  ],
};
const INK: MapInk = {
  paper: '#fff',
  ground: '#eee',
  ink: '#000',
  inkSoft: '#555',
  line: '#ccc',
  lineStrong: '#aaa',
  shade: '#0006',
  road: '#fff',
  roadCase: '#bbb',
  contour: '#ca9',
  contourHeavy: '#a86',
  height: '#850',
  river: '#bcc',
  riverLine: '#8ab',
  colours: { rust: '#a43', pine: '#264' },
};
const CONTENT = {
  base: BASE,
  things: THINGS,
  aims: new Map([['green', { colour: 'pine', pattern: 'outline' }]]),
  frame: [0, 0, 6, 6] as const,
};

test('the style asks for no glyph file, no sprite and no other host', () => {
  const style = mapStyle(CONTENT, INK, 'zh');
  assert.equal(style.glyphs, undefined);
  assert.equal(style.sprite, undefined);
  assert.doesNotMatch(JSON.stringify(style), /https?:/);
});

test('the layers that tests and filters rely on stand in the style under their names, each once', () => {
  const ids = mapStyle(CONTENT, INK, 'en').layers.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const id of [...FILTERED, ...PICKABLE, ...BASE_GROUP_NAMES.flatMap((name) => BASE_GROUPS[name])]) assert.ok(ids.includes(id), id);
});

test('the highlight holds the highlighted sites alone; the other layers keep their own filter', () => {
  assert.deepEqual(filterFor('things-highlight', null, ['mill']), [
    'all',
    ['==', ['get', 'role'], 'site'],
    ['in', ['get', 'place'], ['literal', ['mill']]],
  ]);
  assert.deepEqual(filterFor('things-symbols', null, ['mill']), ['==', ['get', 'role'], 'site']);
  assert.deepEqual(filterFor('things-symbols', ['dyke'], []), [
    'all',
    ['==', ['get', 'role'], 'site'],
    ['in', ['get', 'place'], ['literal', ['dyke']]],
  ]);
});

test('the sheet ends in bare ground: each frame covers more, the last one all, and none is paper', () => {
  const covers = sheetEnd([0, 0, 6, 4]).features.map(({ properties }) => Number(properties?.cover));
  assert.deepEqual(
    covers,
    [...covers].sort((a, b) => a - b),
  );
  assert.equal(covers.at(-1), 1);
  const layer = mapStyle(CONTENT, INK, 'zh').layers.find(({ id }) => id === 'sheet-end');
  assert.ok(layer?.type === 'fill' && layer.paint?.['fill-color'] === INK.ground);
});

test('room for symbols is taken first, then for rivers, then for names', () => {
  const ids = mapStyle(CONTENT, INK, 'zh').layers.map(({ id }) => id);
  assert.deepEqual(ids.slice(-3), ['things-symbols', 'base-river-name', 'things-symbols-room']);
});

test('a name near a side of the sheet is not set outwards', () => {
  assert.deepEqual(inwards('right', ['top', [0, 1], 'right', [-1, 0], 'top-right', [-1, 1], 'left', [1, 0]]), [
    'top',
    [0, 1],
    'left',
    [1, 0],
  ]);
  assert.match(JSON.stringify(nameSpots(300)), /\["<",\["get","share"\],0\.5\]/);
  assert.match(JSON.stringify(nameSpots(1500)), /\["<",\["get","share"\],0\.1\]/);
});

test('a highlighted place is named first, at every zoom', () => {
  assert.match(JSON.stringify(symbolName('en', ['mill'])), /\["in",\["get","place"\],\["literal",\["mill"\]\]\]/);
  assert.deepEqual(symbolOrder(['mill']), [
    '+',
    ['get', 'rank'],
    ['case', ['in', ['get', 'place'], ['literal', ['mill']]], -1000, ['get', 'in_area'], -100, 0],
  ]);
});

test('every label letter is known before the map draws, once', () => {
  assert.equal([...labelText(CONTENT)].sort().join(''), [...'某区老磨坊'].sort().join(''));
});

test('a long name stands on the map in its short form', () => {
  assert.equal(mapName('某某重型特殊机器有限公司（某机）', 'zh'), '某机');
  assert.equal(mapName('某某发电总厂（某某热电）', 'zh'), '某某发电总厂');
  assert.equal(mapName('某地发展行动计划纲要（2022-2025年）', 'zh'), '某地发展行动计划纲要');
  assert.equal(mapName('某某河某某段滞（蓄）洪区', 'zh'), '某某河某某段滞（蓄）洪区');
  assert.equal(mapName('某厂一高炉·科幻大乐园', 'zh'), '某厂一高炉');
  assert.equal(mapName('某地·银行保险产业园', 'zh'), '某地·银行保险产业园');
  assert.equal(mapName('Old Mill (built in the last century)', 'en'), 'Old Mill');
  assert.equal(mapName('Blast Furnace / International Convention Centre', 'en'), 'Blast Furnace');
  assert.equal(mapName('Old Mill', 'en'), 'Old Mill');
});

test('a site knows whether it has an area to stand in; a line is none', () => {
  const sites = withMapProperties(THINGS).features.filter(({ properties }) => properties?.role === 'site');
  assert.deepEqual(
    sites.map(({ properties }) => [properties?.place, properties?.in_area, properties?.room, properties?.share, properties?.label_zh]),
    [
      ['mill', true, 'wide', 0.25, '老磨坊'],
      ['dyke', false, 'small', 0.75, null],
    ],
  );
});

test('bounds hold every position and can be widened', () => {
  assert.deepEqual(boundsOf(THINGS.features), [0, 0, 4, 4]);
  assert.equal(boundsOf([]), null);
  assert.deepEqual(widen([0, 0, 4, 2], 0.5, 1.5), [-2, -1.5, 6, 3.5]);
  assert.ok(inside([1, 1, 2, 2], [0, 0, 3, 3]));
  assert.ok(!inside([1, 1, 4, 2], [0, 0, 3, 3]));
});

test('brackets stand at the four corners and a point gets room', () => {
  const path = bracketPath(atLeast({ left: 10, top: 10, right: 10, bottom: 10 }, 20));
  assert.equal(path.match(/M/g)?.length, 4);
  assert.ok(path.startsWith('M-5 '));
});

test('the frame carries round degrees, labelled where a dark bar begins', () => {
  const { ticks, bars, digits } = frameScale([116.095, 39.87, 116.265, 39.99], 'lng', 20);
  assert.equal(digits, 2);
  assert.deepEqual(
    ticks.map(({ degree }) => degree.toFixed(2)),
    ['116.10', '116.12', '116.14', '116.16', '116.18', '116.20', '116.22', '116.24', '116.26'],
  );
  assert.ok(bars.every(({ from, to }) => from >= 0 && to <= 1 && to > from));
  const north = frameScale([116, 39.87, 117, 39.99], 'lat', 8).ticks;
  assert.ok((north[0]?.share ?? 0) > (north[1]?.share ?? 1), 'north is up');
});

test('the scale bar is a round length that fits', () => {
  const { metres, px } = scaleBar([116.09, 39.86, 116.27, 40], 900, 160);
  assert.equal(metres, 2000);
  assert.ok(px <= 160 && px > 80);
});

test('every kind of place has a shape', () => {
  assert.equal(shapeOf('greenway').name, 'park');
  assert.ok(isPlaceKind('factory'));
  assert.ok(!isPlaceKind('castle'));
});
