import type { Feature, FeatureCollection, Position } from 'geojson';
import type { Bounds } from './bounds.ts';

/** Share of the sheet's shorter side over which the drawing thins out. */
const SHARE = 0.05;
const STEPS = 8;
const WORLD: Bounds = [-179, -85, 179, 85];

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
