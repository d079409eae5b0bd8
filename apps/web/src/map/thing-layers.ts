import type { DataDrivenPropertyValueSpecification, ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { SANS, SERIF } from './base-layers.ts';
import type { AimStyle } from './image.ts';
import type { MapInk } from './ink.ts';
import { nameSpots } from './name-spots.ts';
import { isLabel, isOrientation, nameIn, symbolName, symbolOrder } from './symbol-names.ts';

/** Source of the district's own places and their drawn outlines. */
export const THINGS_SOURCE = 'things';
/** Layers of its tiles: a point for each place, and the drawn outlines. */
const SITE_TILES = 'sites';
const OUTLINE_TILES = 'outlines';
/** Source of the places picked out, as points. */
export const MARKS_SOURCE = 'marks';
/** The width names are set for until the map has one. */
const FIRST_WIDTH = 900;
/** The layer of symbols with their names, and that of the places picked out. */
export const SYMBOLS = 'things-symbols';
export const MARKED = 'things-marked';
/** The layer that says how many places a crowded spot leaves out. */
export const MORE = 'things-more';
/** The layers that keep names off the symbols: off all of them, or off those picked out. */
export const SYMBOL_ROOM = 'things-symbols-room';
const MARKED_ROOM = 'things-marked-room';
/** Layers a click or hover asks, topmost first. */
export const PICKABLE = [MARKED, SYMBOLS, 'things-lines', 'things-lines-dashed', 'things-lines-dotted', 'things-areas'] as const;

export type AimStyles = ReadonlyMap<string, AimStyle>;

const isPolygon: ExpressionSpecification = ['in', ['geometry-type'], ['literal', ['Polygon', 'MultiPolygon']]];
const inArea: ExpressionSpecification = ['get', 'in_area'];
const symbolSize: DataDrivenPropertyValueSpecification<number> = [
  'interpolate',
  ['linear'],
  ['zoom'],
  10,
  ['case', isOrientation, 0.45, 0.55],
  12.2,
  ['case', isOrientation, 0.75, 0.86],
  14,
  1.1,
];

/** Layers of the district's own things: areas, lines, the highlight, what is left out, and the symbols with their names. */
export function thingLayers(ink: MapInk, aims: AimStyles, language: 'zh' | 'en'): LayerSpecification[] {
  const tiled = { source: THINGS_SOURCE, 'source-layer': SITE_TILES };
  return [...outlines(aimColour(ink, aims)), highlight(ink), symbols(SYMBOLS, tiled, ink, aims, language), more(ink)];
}

/** The places picked out, above all others: named at every zoom, drawn also where the tiles have no room for them. */
export function markedLayers(ink: MapInk, aims: AimStyles, language: 'zh' | 'en'): LayerSpecification[] {
  const named = symbols(MARKED, { source: MARKS_SOURCE }, ink, aims, language);
  return [{ ...named, layout: { ...named.layout, 'text-field': nameIn(language) } }];
}

function outlines(colour: ExpressionSpecification): LayerSpecification[] {
  const joined = { 'line-join': 'round', 'line-cap': 'round' } as const;
  const width = (of: ExpressionSpecification | number): DataDrivenPropertyValueSpecification<number> => {
    const near: ExpressionSpecification = ['+', of, ['case', isPolygon, 0, 0.7]];
    return ['interpolate', ['linear'], ['zoom'], 10, ['*', 0.55, near], 12.5, near];
  };
  return [
    {
      id: 'things-areas',
      type: 'fill',
      source: THINGS_SOURCE,
      'source-layer': OUTLINE_TILES,
      filter: isPolygon,
      paint: { 'fill-pattern': ['concat', 'tile|', ['coalesce', ['get', 'aim'], '']], 'fill-antialias': false },
    },
    {
      id: 'things-lines',
      type: 'line',
      source: THINGS_SOURCE,
      'source-layer': OUTLINE_TILES,
      filter: ['in', ['get', 'stage'], ['literal', ['under-way', 'done']]],
      layout: joined,
      paint: { 'line-color': colour, 'line-width': width(['match', ['get', 'stage'], 'done', 3, 1.5]) },
    },
    {
      id: 'things-lines-dashed',
      type: 'line',
      source: THINGS_SOURCE,
      'source-layer': OUTLINE_TILES,
      filter: ['==', ['get', 'stage'], 'candidate'],
      paint: { 'line-color': colour, 'line-width': width(1.5), 'line-dasharray': [4, 2.5] },
    },
    {
      id: 'things-lines-dotted',
      type: 'line',
      source: THINGS_SOURCE,
      'source-layer': OUTLINE_TILES,
      filter: ['==', ['get', 'stage'], 'not-known'],
      layout: joined,
      paint: { 'line-color': colour, 'line-width': 2.2, 'line-dasharray': [0.1, 2.2] },
    },
  ];
}

/** A paper disc behind each highlighted symbol; brackets drawn above it carry the mark, so no fill changes. */
function highlight(ink: MapInk): LayerSpecification {
  return {
    id: 'things-highlight',
    type: 'circle',
    source: MARKS_SOURCE,
    paint: { 'circle-radius': 15, 'circle-color': ink.paper, 'circle-opacity': ['case', ['get', 'in_area'], 0, 0.85] },
  };
}

type SymbolLayer = Extract<LayerSpecification, { type: 'symbol' }>;
type Drawn = Pick<SymbolLayer, 'source' | 'source-layer'>;

function symbols(id: string, drawn: Drawn, ink: MapInk, aims: AimStyles, language: 'zh' | 'en'): SymbolLayer {
  const byRank = (first: number, second: number, rest: number): ExpressionSpecification => [
    'step',
    ['get', 'rank'],
    first,
    4,
    second,
    16,
    rest,
  ];
  const big = (extra: number): ExpressionSpecification => [
    'case',
    isOrientation,
    12,
    ['+', extra, language === 'zh' ? byRank(18, 15, 13) : byRank(16, 13.5, 12)],
  ];
  return {
    id,
    type: 'symbol',
    ...drawn,
    layout: {
      'icon-image': ['case', ['any', inArea, isLabel], '', symbolImage],
      'icon-size': symbolSize,
      'icon-allow-overlap': true,
      'icon-padding': 0,
      'symbol-sort-key': symbolOrder(),
      'text-field': symbolName(language, []),
      'text-font': SERIF,
      'text-size': [
        'interpolate',
        ['linear'],
        ['zoom'],
        10,
        ['case', isOrientation, 10, language === 'zh' ? byRank(12.5, 11.5, 11) : byRank(11.5, 11, 11)],
        12.2,
        big(-1),
        14,
        big(1),
      ],
      'text-variable-anchor-offset': nameSpots(FIRST_WIDTH),
      'text-justify': 'auto',
      'text-max-width': language === 'zh' ? 7 : 8,
      'text-line-height': 1.15,
      'text-optional': true,
      'text-padding': 1,
    },
    paint: { 'text-color': aimColour(ink, aims), 'text-halo-color': ink.ground, 'text-halo-width': 1.8 },
  };
}

/** How many places a crowded spot leaves out: `+12` at the shoulder of the one that is drawn. */
function more(ink: MapInk): LayerSpecification {
  return {
    id: MORE,
    type: 'symbol',
    source: THINGS_SOURCE,
    'source-layer': SITE_TILES,
    filter: ['has', 'more'],
    layout: {
      'text-field': ['concat', '+', ['to-string', ['get', 'more']]],
      'text-font': SANS,
      'text-size': 10.5,
      'text-anchor': 'bottom-left',
      'text-offset': [0.55, -0.45],
      'text-allow-overlap': true,
      'text-padding': 0,
    },
    paint: { 'text-color': ink.ink, 'text-halo-color': ink.paper, 'text-halo-width': 1.6 },
  };
}

/** The same symbols and small areas, unseen: they lie above and so take their room first, and no name covers one. */
export function symbolRoom(): LayerSpecification[] {
  const room = (id: string, drawn: Drawn): LayerSpecification => ({
    id,
    type: 'symbol',
    ...drawn,
    layout: {
      'icon-image': ['case', ['any', ['==', ['get', 'room'], 'wide'], isLabel], '', symbolImage],
      'icon-size': symbolSize,
      'icon-allow-overlap': true,
      'icon-padding': 0,
    },
    paint: { 'icon-opacity': 0 },
  });
  return [room(SYMBOL_ROOM, { source: THINGS_SOURCE, 'source-layer': SITE_TILES }), room(MARKED_ROOM, { source: MARKS_SOURCE })];
}

const symbolImage: ExpressionSpecification = [
  'concat',
  'site|',
  ['get', 'kind'],
  '|',
  ['coalesce', ['get', 'aim'], ''],
  '|',
  ['case', isOrientation, 'plain', ['get', 'stage']],
];

/** An expression for the colour of a feature's aim; soft ink where it has none. */
function aimColour(ink: MapInk, aims: AimStyles): ExpressionSpecification {
  return [...aims].reduceRight<ExpressionSpecification>(
    (otherwise, [id, aim]) => [
      'case',
      ['==', ['coalesce', ['get', 'aim'], ''], id],
      (aim.colour && ink.colours[aim.colour]) || ink.inkSoft,
      otherwise,
    ],
    ['to-color', ink.inkSoft],
  );
}
