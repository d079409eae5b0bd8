import type { MapMark, MapSheet } from '@westgate/contract';
import type { Feature, FeatureCollection, Position } from 'geojson';
import type { StyleSpecification } from 'maplibre-gl';
import { BASE_SOURCE, baseLayers, riverNames, SHEET_END_SOURCE } from './base-layers.ts';
import type { Bounds } from './bounds.ts';
import type { MapInk } from './ink.ts';
import { type AimStyles, MARKS_SOURCE, markedLayers, symbolRoom, THINGS_SOURCE, thingLayers } from './thing-layers.ts';
import type { TileAddresses } from './tile-address.ts';

/** The deepest zoom that tiles are made for; beyond, they are stretched. */
const DEEPEST = 16;
/** That of the sheet's end: bands of some hundred metres need no finer cuts, and a cut less is a drawing less. */
const SHEET_END_DEEPEST = 9;

/** What the map shows: where its tiles are, the places picked out, and how aims are drawn. */
export interface MapContent {
  readonly tiles: TileAddresses;
  /** Places in brackets, drawn whether or not the tiles have room for them. */
  readonly marks: readonly MapMark[];
  readonly aims: AimStyles;
  /** The edge of the drawn sheet. */
  readonly frame: Bounds;
  /** Every character of a name in a language, by the face it is set in. */
  readonly letters: MapSheet['letters'];
}

/** Share of the sheet's shorter side over which the drawing thins out. */
const SHARE = 0.05;

const STEPS = 8;

const WORLD: Bounds = [-179, -85, 179, 85];

/** Our own offline style: no glyph file, no sprite, tiles from our own server; every colour from the tokens. */
export function mapStyle(content: MapContent, ink: MapInk, language: 'zh' | 'en'): StyleSpecification {
  return {
    version: 8,
    sources: {
      [BASE_SOURCE]: { type: 'vector', tiles: [content.tiles.base], maxzoom: DEEPEST },
      [SHEET_END_SOURCE]: { type: 'geojson', data: sheetEnd(content.frame), maxzoom: SHEET_END_DEEPEST },
      [THINGS_SOURCE]: { type: 'vector', tiles: [content.tiles.things], maxzoom: DEEPEST },
      [MARKS_SOURCE]: { type: 'geojson', data: markFeatures(content.marks) },
    },
    layers: [
      ...baseLayers(ink, language),
      ...thingLayers(ink, content.aims, language),
      ...markedLayers(ink, content.aims, language),
      riverNames(ink, language),
      ...symbolRoom(),
    ],
  };
}

/** The places picked out that have a position, as points. */
export function markFeatures(marks: readonly MapMark[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: marks.flatMap(({ centre, bbox: _, ...properties }) =>
      centre ? [{ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [centre[0], centre[1]] } }] : [],
    ),
  };
}

/**
 * Where the drawn base ends: frames of ground, each `cover` more of the drawing than the one inside it, and open ground to the ends of
 * the world. So a map wider than the sheet shows bare ground, and no line breaks off.
 */
export function sheetEnd(sheet: Bounds): FeatureCollection {
  const step = (Math.min(sheet[2] - sheet[0], sheet[3] - sheet[1]) * SHARE) / STEPS;
  const inner = (index: number): Bounds => shrink(sheet, step * (STEPS - index));
  const frames = Array.from({ length: STEPS }, (_, index) => frame(inner(index + 1), inner(index), (index + 1) / (STEPS + 1)));
  return { type: 'FeatureCollection', features: [...frames, frame(WORLD, sheet, 1)] };
}

function shrink([west, south, east, north]: Bounds, by: number): Bounds {
  return [west + by, south + by, east - by, north - by];
}

function frame(outer: Bounds, inner: Bounds, cover: number): Feature {
  return { type: 'Feature', properties: { cover }, geometry: { type: 'Polygon', coordinates: [ring(outer), ring(inner)] } };
}

function ring([west, south, east, north]: Bounds): Position[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}
