import { type GeoJSONVTTile, geoJSONToTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Geometry } from '@westgate/base';
import type { Feature, Geometry as GeoJsonGeometry } from 'geojson';
import { EXTENT, type TileAt } from './world.ts';

/** The deepest zoom of tiles; the map stretches them beyond. */
const DEEPEST = 16;
/** Units beyond the tile that lines and areas reach, so that none is seen to end at its edge. */
export const EDGE = 256;
/** How far a drawn line may lie from the true one: a third of a CSS pixel. */
const TOLERANCE = 3;

/** Features cut to a tile and simplified for its zoom. */
export function sliced(features: readonly Feature[], { z, x, y }: TileAt): GeoJSONVTTile {
  const options = { extent: EXTENT, buffer: EDGE, tolerance: TOLERANCE, maxZoom: DEEPEST };
  return geoJSONToTile({ type: 'FeatureCollection', features: [...features] }, z, x, y, options, { clip: true });
}

/** Layers as the bytes of a vector tile; an empty layer is left out. */
export function encode(layers: Readonly<Record<string, GeoJSONVTTile>>): Uint8Array {
  const filled = Object.entries(layers).filter(([, tile]) => tile.features.length > 0);
  return fromGeojsonVt(Object.fromEntries(filled), { version: 2, extent: EXTENT });
}

/** Values a tile can hold: what is not known is left out. */
export function tagsOf(values: Readonly<Record<string, string | number | boolean | null>>): Record<string, string | number | boolean> {
  const known: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(values)) if (value !== null) known[name] = value;
  return known;
}

/** The same geometry as the tile writer's types want it, which could be written to: nobody does. */
export function geoJsonOf(geometry: Geometry): GeoJsonGeometry {
  return geometry as unknown as GeoJsonGeometry;
}
