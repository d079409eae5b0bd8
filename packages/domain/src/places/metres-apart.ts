import { type Geometry, type LngLat, linesOf, positionsOf } from '@westgate/base';
import { boundsOf, crossingsOf } from './label-point.ts';

type Point = readonly [x: number, y: number];
type Line = readonly Point[];

/** A geometry with the box it lies in, to be measured from again and again. */
export interface Measurable {
  readonly geometry: Geometry;
  readonly box: readonly [west: number, south: number, east: number, north: number];
}

/** Makes a geometry ready to be measured from; null for one without a position. */
export function measurable(geometry: Geometry): Measurable | null {
  const box = boundsOf([geometry]);
  return box && { geometry, box };
}

/** Metres that a degree of longitude and one of latitude are at a latitude of the WGS 84 ellipsoid. */
function metresPerDegree(lat: number): Point {
  const at = (lat * Math.PI) / 180;
  return [
    111_412.84 * Math.cos(at) - 93.5 * Math.cos(3 * at) + 0.118 * Math.cos(5 * at),
    111_132.92 - 559.82 * Math.cos(2 * at) + 1.175 * Math.cos(4 * at),
  ];
}

/**
 * Metres in a straight line on the ground between the nearest points of two geometries; 0 where they touch, cross or one lies in the other. Where it is not
 * less than `most`, only that is sure. Measured on a plane at the latitude between the two: right to a thousandth over the width of a district.
 */
export function metresApart(a: Measurable, b: Measurable, most = Number.POSITIVE_INFINITY): number {
  const origin: LngLat = [a.box[0], (a.box[1] + a.box[3] + b.box[1] + b.box[3]) / 4];
  const [perLng, perLat] = metresPerDegree(origin[1]);
  const between = Math.hypot(
    Math.max(0, a.box[0] - b.box[2], b.box[0] - a.box[2]) * perLng,
    Math.max(0, a.box[1] - b.box[3], b.box[1] - a.box[3]) * perLat,
  );
  if (between >= most) return between;
  if (positionsOf(a.geometry).some((at) => isInside(at, b)) || positionsOf(b.geometry).some((at) => isInside(at, a))) return 0;
  const onPlane = ({ geometry }: Measurable): readonly Line[] => {
    const lines = linesOf(geometry);
    const flat = ([lng, lat]: LngLat): Point => [(lng - origin[0]) * perLng, (lat - origin[1]) * perLat];
    return lines.length === 0 ? positionsOf(geometry).map((at) => [flat(at)]) : lines.map((line) => line.map(flat));
  };
  const others = onPlane(b);
  let least = Number.POSITIVE_INFINITY;
  for (const one of onPlane(a)) for (const other of others) least = Math.min(least, linesApart(one, other));
  return least;
}

function linesApart(one: Line, other: Line): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [from, to] of stretches(one))
    for (const [start, end] of stretches(other)) {
      if (isCrossing(from, to, start, end)) return 0;
      least = Math.min(
        least,
        pointApart(from, start, end),
        pointApart(to, start, end),
        pointApart(start, from, to),
        pointApart(end, from, to),
      );
    }
  return least;
}

function* stretches(line: Line): Generator<readonly [Point, Point]> {
  const [first] = line;
  if (first && line.length === 1) yield [first, first];
  for (const [index, to] of line.entries()) {
    const from = line[index - 1];
    if (from) yield [from, to];
  }
}

function pointApart([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const [alongX, alongY] = [toX - fromX, toY - fromY];
  const length = alongX * alongX + alongY * alongY;
  const part = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - fromX) * alongX + (y - fromY) * alongY) / length));
  return Math.hypot(x - fromX - part * alongX, y - fromY - part * alongY);
}

function isCrossing(a: Point, b: Point, c: Point, d: Point): boolean {
  return sideOf(a, b, c) * sideOf(a, b, d) < 0 && sideOf(c, d, a) * sideOf(c, d, b) < 0;
}

function sideOf([ax, ay]: Point, [bx, by]: Point, [x, y]: Point): number {
  return Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
}

/** Whether a position lies in an area; nothing lies in a geometry that is none. */
export function isInside([lng, lat]: LngLat, { geometry, box }: Measurable): boolean {
  if (!isArea(geometry) || lng < box[0] || lng > box[2] || lat < box[1] || lat > box[3]) return false;
  // Across holes and parts alike: each outline that is crossed on the way out changes the side.
  const crossed = linesOf(geometry).flatMap((ring) => crossingsOf(ring, lat).filter((east) => lng < east));
  return crossed.length % 2 === 1;
}

/** Whether a geometry covers ground. */
export function isArea({ type }: Geometry): boolean {
  return type === 'Polygon' || type === 'MultiPolygon';
}
