import type { DataDrivenPropertyValueSpecification, ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapInk } from './ink.ts';

/** Source of the base map: drawn features with `layer`, `name_zh`, `name_en`, `rank`, `height_m`. */
export const BASE_SOURCE = 'base';
/** Layers of its tiles: what is drawn, and what lies outside the district. */
const BASE_TILES = 'base';
const OUTSIDE_TILES = 'outside';
/** Source of where the drawn sheet ends: frames of ground with `cover`. */
export const SHEET_END_SOURCE = 'sheet-end';
/** Serif semibold for names, sans for figures; MapLibre draws both locally, no glyph file is asked for. */
export const SERIF = ['Semibold', 'Noto Serif SC'];
export const SANS = ['Noto Sans SC Variable'];

/** Layers of the base map that a person may switch, in the order of the list: the name of the switch and its layer ids. */
export const BASE_GROUPS = {
  hills: ['base-contour', 'base-contour-heavy', 'base-contour-height', 'base-hill-name'],
  water: [
    'base-river-course',
    'base-river',
    'base-river-edge',
    'base-river-line-1',
    'base-river-line-2',
    'base-river-name',
    'base-water-name',
  ],
  roads: ['base-road-case-3', 'base-road-case-2', 'base-road-case-1', 'base-road-3', 'base-road-2', 'base-road-1', 'base-road-name'],
  rail: ['base-rail', 'base-rail-ties'],
  names: ['base-locality-name'],
  district: ['outside-shade', 'base-district'],
} as const;
export type BaseGroup = keyof typeof BASE_GROUPS;
export const BASE_GROUP_NAMES = ['district', 'names', 'hills', 'water', 'roads', 'rail'] as const satisfies readonly BaseGroup[];
/** Layers that are drawn faint even at full opacity of their group. */
export const OWN_OPACITY: Readonly<Record<string, number>> = {
  'base-contour': 0.75,
  'base-river-line-1': 0.8,
  'base-river-line-2': 0.6,
  'base-rail': 0.8,
  'base-rail-ties': 0.55,
  'outside-shade': 0.22,
};

/** About twenty layers of a surveyor's sheet: ground, contours, river with water lines, white roads, rail, district line, names. */
export function baseLayers(ink: MapInk, language: 'zh' | 'en'): LayerSpecification[] {
  const ground: LayerSpecification = { id: 'ground', type: 'background', paint: { 'background-color': ink.ground } };
  return [ground, ...hills(ink), ...water(ink), ...roads(ink), ...rail(ink), sheetEndLayer(ink), ...district(ink), ...names(ink, language)];
}

/** The name of a feature in `language`, else in the other. */
function nameIn(language: 'zh' | 'en'): ExpressionSpecification {
  const other = language === 'zh' ? 'en' : 'zh';
  return ['coalesce', ['get', `name_${language}`], ['get', `name_${other}`], ''];
}

function hills(ink: MapInk): LayerSpecification[] {
  const heavy: FilterSpecification = ['==', ['%', ['coalesce', ['get', 'height_m'], 1], 200], 0];
  return [
    line('base-contour', ['all', is('contour'), ['!', heavy]], { 'line-color': ink.contour, 'line-width': 0.7 }),
    line('base-contour-heavy', ['all', is('contour'), heavy], { 'line-color': ink.contourHeavy, 'line-width': 1.3 }),
  ];
}

function water(ink: MapInk): LayerSpecification[] {
  const wet: FilterSpecification = ['all', ['in', ['get', 'layer'], ['literal', ['river', 'water']]], ['==', ['geometry-type'], 'Polygon']];
  const inner = (offset: number): DataDrivenPropertyValueSpecification<number> => [
    'interpolate',
    ['linear'],
    ['zoom'],
    11,
    offset * 0.5,
    15,
    offset * 2.5,
  ];
  const ranked = (first: number, second: number, rest: number): ExpressionSpecification => [
    'match',
    ['coalesce', ['get', 'rank'], 3],
    1,
    first,
    2,
    second,
    rest,
  ];
  return [
    line(
      'base-river-course',
      ['all', is('river'), ['in', ['geometry-type'], ['literal', ['LineString', 'MultiLineString']]]],
      { 'line-color': ink.river, 'line-width': ['interpolate', ['linear'], ['zoom'], 10, ranked(1.6, 1, 0.6), 14, ranked(5, 3, 1.8)] },
      { 'line-cap': 'round', 'line-join': 'round' },
    ),
    { id: 'base-river', type: 'fill', source: BASE_SOURCE, 'source-layer': BASE_TILES, filter: wet, paint: { 'fill-color': ink.river } },
    line('base-river-line-1', wet, { 'line-color': ink.riverLine, 'line-width': 0.7, 'line-offset': inner(4) }),
    line('base-river-line-2', wet, { 'line-color': ink.riverLine, 'line-width': 0.5, 'line-offset': inner(8) }),
    line('base-river-edge', wet, { 'line-color': ink.riverLine, 'line-width': 1.1 }),
  ];
}

function district(ink: MapInk): LayerSpecification[] {
  return [
    {
      id: 'outside-shade',
      type: 'fill',
      source: BASE_SOURCE,
      'source-layer': OUTSIDE_TILES,
      paint: { 'fill-color': ink.shade, 'fill-opacity': 0.22 },
    },
    line('base-district', is('district'), { 'line-color': ink.ink, 'line-width': 1.3, 'line-dasharray': [8, 2.5, 1.2, 2.5] }),
  ];
}

function roads(ink: MapInk): LayerSpecification[] {
  const ranks = [3, 2, 1] as const;
  const width = (rank: number, extra: number): DataDrivenPropertyValueSpecification<number> => {
    const base = [0, 4.6, 3.2, 1.9][rank] ?? 1.9;
    return ['interpolate', ['exponential', 1.5], ['zoom'], 10, base * 0.45 + extra, 13, base + extra, 16, base * 3.4 + extra];
  };
  const ranked = (rank: number): FilterSpecification => ['all', is('road'), ['==', ['coalesce', ['get', 'rank'], 3], rank]];
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
  return [
    ...ranks.map((rank) =>
      line(`base-road-case-${rank}`, ranked(rank), { 'line-color': ink.roadCase, 'line-width': width(rank, 1.6) }, round),
    ),
    ...ranks.map((rank) => line(`base-road-${rank}`, ranked(rank), { 'line-color': ink.road, 'line-width': width(rank, 0) }, round)),
  ];
}

function rail(ink: MapInk): LayerSpecification[] {
  return [
    line('base-rail', is('rail'), { 'line-color': ink.inkSoft, 'line-width': 1 }),
    line('base-rail-ties', is('rail'), { 'line-color': ink.inkSoft, 'line-width': 4, 'line-dasharray': [0.25, 3] }),
  ];
}

function names(ink: MapInk, language: 'zh' | 'en'): LayerSpecification[] {
  const halo = { 'text-halo-color': ink.ground, 'text-halo-width': 1.6 };
  const along = { 'symbol-placement': 'line', 'text-field': nameIn(language), 'symbol-spacing': 420, 'text-max-angle': 38 } as const;
  return [
    {
      id: 'base-contour-height',
      type: 'symbol',
      source: BASE_SOURCE,
      'source-layer': BASE_TILES,
      minzoom: 10.5,
      filter: ['all', is('contour'), ['==', ['%', ['coalesce', ['get', 'height_m'], 1], 200], 0]],
      layout: {
        'symbol-placement': 'line',
        'text-field': ['to-string', ['get', 'height_m']],
        'text-font': SANS,
        'text-size': 11,
        'symbol-spacing': 500,
      },
      paint: { 'text-color': ink.height, ...halo },
    },
    {
      id: 'base-road-name',
      type: 'symbol',
      source: BASE_SOURCE,
      'source-layer': BASE_TILES,
      minzoom: 11.8,
      filter: ['all', is('road'), ['<=', ['coalesce', ['get', 'rank'], 3], 2]],
      layout: { ...along, 'text-font': SANS, 'text-size': 11 },
      paint: { 'text-color': ink.inkSoft, ...halo },
    },
    {
      id: 'base-hill-name',
      type: 'symbol',
      source: BASE_SOURCE,
      'source-layer': BASE_TILES,
      minzoom: 11,
      filter: is('hill'),
      layout: { 'text-field': nameIn(language), 'text-font': SERIF, 'text-size': 12, 'icon-optional': true },
      paint: { 'text-color': ink.inkSoft, ...halo },
    },
    {
      id: 'base-water-name',
      type: 'symbol',
      source: BASE_SOURCE,
      'source-layer': BASE_TILES,
      minzoom: 12.5,
      filter: ['all', is('water'), ['==', ['geometry-type'], 'Polygon']],
      layout: { 'text-field': nameIn(language), 'text-font': SERIF, 'text-size': 12 },
      paint: { 'text-color': ink.colours.water ?? ink.ink, 'text-halo-color': ink.river, 'text-halo-width': 1.4 },
    },
    {
      id: 'base-locality-name',
      type: 'symbol',
      source: BASE_SOURCE,
      'source-layer': BASE_TILES,
      minzoom: 11,
      filter: ['all', is('locality'), ['<=', ['coalesce', ['get', 'rank'], 1], ['step', ['zoom'], 1, 12.8, 2]]],
      layout: { 'text-field': nameIn(language), 'text-font': SANS, 'text-size': 11, 'text-padding': 6 },
      paint: { 'text-color': ink.inkSoft, ...halo },
    },
  ];
}

/** Names of rivers take their room before the names of places: they lie above them. */
export function riverNames(ink: MapInk, language: 'zh' | 'en'): LayerSpecification {
  return {
    id: 'base-river-name',
    type: 'symbol',
    source: BASE_SOURCE,
    'source-layer': BASE_TILES,
    filter: [
      'all',
      ['in', ['get', 'layer'], ['literal', ['river', 'water']]],
      ['!=', ['geometry-type'], 'Polygon'],
      ['<=', ['coalesce', ['get', 'rank'], 1], ['step', ['zoom'], 1, 12, 2, 13, 9]],
    ],
    layout: {
      'symbol-placement': 'line',
      'text-field': nameIn(language),
      'text-max-angle': 38,
      'symbol-spacing': 260,
      'text-font': SERIF,
      'text-size': [
        'interpolate',
        ['linear'],
        ['zoom'],
        10,
        ['match', ['get', 'rank'], [2, 3], 10, 12],
        12,
        ['match', ['get', 'rank'], [2, 3], 12, 17],
      ],
      'text-letter-spacing': language === 'zh' ? 0.9 : 0.12,
    },
    paint: { 'text-color': ink.colours.water ?? ink.ink, 'text-halo-color': ink.river, 'text-halo-width': 1.4 },
  };
}

function is(layer: string): ExpressionSpecification {
  return ['==', ['get', 'layer'], layer];
}

type LineLayer = Extract<LayerSpecification, { type: 'line' }>;
function line(
  id: string,
  filter: FilterSpecification,
  paint: NonNullable<LineLayer['paint']>,
  layout: NonNullable<LineLayer['layout']> = {},
): LineLayer {
  return { id, type: 'line', source: BASE_SOURCE, 'source-layer': BASE_TILES, filter, paint, layout };
}

/** Ground over the ends of the drawing, under the district's shade and line. */
function sheetEndLayer(ink: MapInk): LayerSpecification {
  return {
    id: 'sheet-end',
    type: 'fill',
    source: SHEET_END_SOURCE,
    paint: { 'fill-color': ink.ground, 'fill-opacity': ['get', 'cover'], 'fill-antialias': false },
  };
}
