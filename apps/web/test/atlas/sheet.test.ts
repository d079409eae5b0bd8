import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { isPlaceKind, shapeOf } from '@westgate/domain';
import { BASE_GROUP_NAMES, BASE_GROUPS } from '../../src/map/base-layers.ts';
import { aroundAll, inside, widen } from '../../src/map/bounds.ts';
import { atLeast, bracketPath } from '../../src/map/brackets.ts';
import type { MapInk } from '../../src/map/ink.ts';
import { inwards, nameSpots } from '../../src/map/name-spots.ts';
import { frameScale, scaleBar } from '../../src/map/scale.ts';
import { type MapContent, mapStyle, markFeatures, sheetEnd } from '../../src/map/style.ts';
import { isOneOf, nameIn, symbolName } from '../../src/map/symbol-names.ts';
import { MARKED, MORE, PICKABLE, SYMBOL_ROOM } from '../../src/map/thing-layers.ts';
import { tileAddresses } from '../../src/map/tile-address.ts';
import { mark } from './mark.ts';

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
const CONTENT: MapContent = {
  tiles: tileAddresses('', { things: 't1', base: 'b1' }, { stage: 'done', q: '老 磨' }, '2026-01-01'),
  marks: [mark({ place: 'mill', name_zh: '老磨坊' }), mark({ place: 'lost', centre: null, bbox: null })],
  aims: new Map([['green', { colour: 'pine', pattern: 'outline' }]]),
  frame: [0, 0, 6, 6],
  letters: { zh: { serif: '老磨坊', sans: '' }, en: { serif: 'Old mill', sans: '' } },
};

test('the style asks for no glyph file, no sprite and no other host', () => {
  const style = mapStyle(CONTENT, INK, 'zh');
  assert.equal(style.glyphs, undefined);
  assert.equal(style.sprite, undefined);
  assert.doesNotMatch(JSON.stringify(style), /https?:/);
});

test('the style is one as MapLibre itself has it, in both languages: no map looks at it again', () => {
  for (const language of ['zh', 'en'] as const) assert.deepEqual(validateStyleMin(mapStyle(CONTENT, INK, language)), []);
});

test('the layers that tests and filters rely on stand in the style under their names, each once', () => {
  const ids = mapStyle(CONTENT, INK, 'en').layers.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const id of [...PICKABLE, SYMBOL_ROOM, MORE, 'things-highlight', ...BASE_GROUP_NAMES.flatMap((name) => BASE_GROUPS[name])])
    assert.ok(ids.includes(id), id);
});

test('every layer of a tile source names its layer in the tiles; the places picked out that lie nowhere are not drawn', () => {
  const style = mapStyle(CONTENT, INK, 'en');
  for (const layer of style.layers) {
    const source = 'source' in layer ? style.sources[layer.source] : undefined;
    if (source?.type === 'vector') assert.ok('source-layer' in layer && layer['source-layer'], layer.id);
  }
  assert.deepEqual(
    markFeatures(CONTENT.marks).features.map(({ properties }) => properties?.place),
    ['mill'],
  );
});

test('the address of a tile carries the filter, the day and the version, and leaves out what is not asked', () => {
  const { things, base } = CONTENT.tiles;
  assert.equal(
    things,
    `/api/v1/map/tiles/things/{z}/{x}/{y}?stage=done&q=${encodeURIComponent('老')}+${encodeURIComponent('磨')}&asOf=2026-01-01&v=t1`,
  );
  assert.equal(base, '/api/v1/map/tiles/base/{z}/{x}/{y}?v=b1');
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
  assert.deepEqual(ids.slice(-6), [
    'things-symbols',
    'things-more',
    'things-marked',
    'base-river-name',
    'things-symbols-room',
    'things-marked-room',
  ]);
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

test('a place in brackets is named by its own layer, at every zoom and not twice', () => {
  const marked = ['match', ['get', 'place'], ['mill'], true, false];
  assert.deepEqual(isOneOf(['mill', 'mill']), marked);
  assert.deepEqual(isOneOf([]), ['literal', false]);
  assert.ok(JSON.stringify(symbolName('en', ['mill'])).includes(`["case",${JSON.stringify(marked)},"",`));
  const layer = mapStyle(CONTENT, INK, 'en').layers.find(({ id }) => id === MARKED);
  assert.ok(layer?.type === 'symbol');
  assert.deepEqual(layer.layout?.['text-field'], nameIn('en'));
});

test('bounds hold all that have a box and can be widened', () => {
  assert.deepEqual(aroundAll([{ bbox: [0, 1, 2, 3] }, { bbox: null }, { bbox: [1, 0, 4, 2] }]), [0, 0, 4, 3]);
  assert.equal(aroundAll([{ bbox: null }]), null);
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
