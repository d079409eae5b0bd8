import type { DataDrivenPropertyValueSpecification, ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { SERIF } from './base-layers.ts';
import type { AimStyle } from './image.ts';
import type { MapInk } from './ink.ts';
import { nameSpots } from './name-spots.ts';
import { symbolName, symbolOrder } from './symbol-names.ts';

/** Source of the district's own places and their drawn outlines. */
export const THINGS_SOURCE = 'things';
/** Layers a click or hover asks, topmost first. */
export const PICKABLE = ['things-symbols', 'things-lines', 'things-lines-dashed', 'things-lines-dotted', 'things-areas'] as const;
/** The width names are set for until the map has one. */
const FIRST_WIDTH = 900;
/** The layer of symbols with their names. */
export const SYMBOLS = 'things-symbols';
/** The layer that keeps names off the symbols. */
export const SYMBOL_ROOM = 'things-symbols-room';
/** Layers that follow the same filter as the table. */
export const FILTERED = [...PICKABLE, 'things-highlight', SYMBOL_ROOM] as const;

export type AimStyles = ReadonlyMap<string, AimStyle>;

const isSite: ExpressionSpecification = ['==', ['get', 'role'], 'site'];
const isOutline: ExpressionSpecification = ['==', ['get', 'role'], 'outline'];
const isPolygon: ExpressionSpecification = ['in', ['geometry-type'], ['literal', ['Polygon', 'MultiPolygon']]];
/** A place that only helps to find the way: it serves no aim and no plan names it as a site. */
const isOrientation: ExpressionSpecification = ['all', ['!', ['get', 'is_site']], ['==', ['coalesce', ['get', 'aim'], ''], '']];

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

const OWN_FILTERS = {
  'things-areas': ['all', isOutline, isPolygon],
  'things-lines': ['all', isOutline, ['in', ['get', 'stage'], ['literal', ['under-way', 'done']]]],
  'things-lines-dashed': ['all', isOutline, ['==', ['get', 'stage'], 'candidate']],
  'things-lines-dotted': ['all', isOutline, ['==', ['get', 'stage'], 'not-known']],
  'things-symbols': isSite,
  'things-highlight': isSite,
  [SYMBOL_ROOM]: isSite,
} as const satisfies Record<(typeof FILTERED)[number], ExpressionSpecification>;

/** The filter of a thing layer: its own, and the places to show (null = all). `things-highlight` holds the highlighted sites alone. */
export function filterFor(
  layer: (typeof FILTERED)[number],
  shown: readonly string[] | null,
  highlighted: readonly string[],
): FilterSpecification {
  const wanted = layer === 'things-highlight' ? highlighted : shown;
  return wanted ? ['all', OWN_FILTERS[layer], ['in', ['get', 'place'], ['literal', [...wanted]]]] : OWN_FILTERS[layer];
}

/** Layers of the district's own things: areas, lines, the highlight and the symbols with their names. */
export function thingLayers(ink: MapInk, aims: AimStyles, language: 'zh' | 'en'): LayerSpecification[] {
  return [...outlines(aimColour(ink, aims)), highlight(ink), symbols(ink, aims, language)];
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
      filter: OWN_FILTERS['things-areas'],
      paint: { 'fill-pattern': ['concat', 'tile|', ['coalesce', ['get', 'aim'], '']], 'fill-antialias': false },
    },
    {
      id: 'things-lines',
      type: 'line',
      source: THINGS_SOURCE,
      filter: OWN_FILTERS['things-lines'],
      layout: joined,
      paint: { 'line-color': colour, 'line-width': width(['match', ['get', 'stage'], 'done', 3, 1.5]) },
    },
    {
      id: 'things-lines-dashed',
      type: 'line',
      source: THINGS_SOURCE,
      filter: OWN_FILTERS['things-lines-dashed'],
      paint: { 'line-color': colour, 'line-width': width(1.5), 'line-dasharray': [4, 2.5] },
    },
    {
      id: 'things-lines-dotted',
      type: 'line',
      source: THINGS_SOURCE,
      filter: OWN_FILTERS['things-lines-dotted'],
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
    source: THINGS_SOURCE,
    filter: filterFor('things-highlight', null, []),
    paint: { 'circle-radius': 15, 'circle-color': ink.paper, 'circle-opacity': ['case', ['get', 'in_area'], 0, 0.85] },
  };
}

function symbols(ink: MapInk, aims: AimStyles, language: 'zh' | 'en'): LayerSpecification {
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
    id: SYMBOLS,
    type: 'symbol',
    source: THINGS_SOURCE,
    filter: OWN_FILTERS['things-symbols'],
    layout: {
      'icon-image': ['case', inArea, '', symbolImage],
      'icon-size': symbolSize,
      'icon-allow-overlap': true,
      'icon-padding': 0,
      'symbol-sort-key': symbolOrder([]),
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

/** The same symbols and small areas, unseen: they lie above and so take their room first, and no name covers one. */
export function symbolRoom(): LayerSpecification {
  return {
    id: SYMBOL_ROOM,
    type: 'symbol',
    source: THINGS_SOURCE,
    filter: OWN_FILTERS[SYMBOL_ROOM],
    layout: {
      'icon-image': ['case', ['==', ['get', 'room'], 'wide'], '', symbolImage],
      'icon-size': symbolSize,
      'icon-allow-overlap': true,
      'icon-padding': 0,
    },
    paint: { 'icon-opacity': 0 },
  };
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
