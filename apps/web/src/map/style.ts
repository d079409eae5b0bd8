import type { FeatureCollection, Geometry, Position } from 'geojson';
import type { StyleSpecification } from 'maplibre-gl';
import { BASE_SOURCE, baseLayers, OUTSIDE_SOURCE, riverNames, SHEET_END_SOURCE } from './base-layers.ts';
import { type Bounds, boundsOf } from './bounds.ts';
import type { MapInk } from './ink.ts';
import { withMapProperties } from './label.ts';
import { sheetEnd } from './sheet-end.ts';
import { type AimStyles, symbolRoom, THINGS_SOURCE, thingLayers } from './thing-layers.ts';

/** What the map shows: the drawn base, the district's things, and how aims are drawn. */
export interface MapContent {
  readonly base: FeatureCollection;
  readonly things: FeatureCollection;
  readonly aims: AimStyles;
  /** The edge of the sheet where nothing is drawn on it. */
  readonly frame: Bounds;
}

/** Our own offline style: no glyph file, no sprite, no tile server; every colour from the tokens. */
export function mapStyle(content: MapContent, ink: MapInk, language: 'zh' | 'en'): StyleSpecification {
  return {
    version: 8,
    sources: {
      [BASE_SOURCE]: { type: 'geojson', data: content.base },
      [OUTSIDE_SOURCE]: { type: 'geojson', data: outsideOf(content.base) },
      [SHEET_END_SOURCE]: { type: 'geojson', data: sheetEnd(boundsOf(content.base.features) ?? content.frame) },
      [THINGS_SOURCE]: { type: 'geojson', data: withMapProperties(content.things) },
    },
    layers: [...baseLayers(ink, language), ...thingLayers(ink, content.aims, language), riverNames(ink, language), symbolRoom()],
  };
}

/** All label text of the content, so that the font slices it needs are loaded before the map draws. */
export function labelText(content: MapContent): string {
  const names = [...content.base.features, ...content.things.features].flatMap((feature) => [
    feature.properties?.name_zh,
    feature.properties?.name_en,
  ]);
  return [...new Set(names.filter((name) => typeof name === 'string').join(''))].join('');
}

/** A wide box with the district cut out, for the soft shade around it; empty where no district line is drawn. */
function outsideOf(base: FeatureCollection): FeatureCollection {
  const holes = base.features.filter((feature) => feature.properties?.layer === 'district').flatMap((feature) => shells(feature.geometry));
  return holes.length > 0 ? worldWithout(holes) : { type: 'FeatureCollection', features: [] };
}

function worldWithout(holes: Position[][]): FeatureCollection {
  const world: Position[] = [
    [-179, -85],
    [179, -85],
    [179, 85],
    [-179, 85],
    [-179, -85],
  ];
  return {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [world, ...holes] } }],
  };
}

function shells(geometry: Geometry): Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates.slice(0, 1);
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flatMap((part) => part.slice(0, 1)) : [];
}
