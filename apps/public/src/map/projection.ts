import { type Geometry, type LngLat, linesOf } from '@westgate/base';
import { boundsOf, type Frame } from '@westgate/domain';

/** Where positions lie in the picture: its size in units, and how many metres a unit is. */
export interface Projection {
  readonly width: number;
  readonly height: number;
  readonly metresPerUnit: number;
  readonly pointOf: (position: LngLat) => Point;
}

/** In units of the picture, from its upper left corner. */
export type Point = readonly [x: number, y: number];

const METRES_PER_DEGREE = 111_320;
/** Room round what is drawn, as a share of its size. */
const MARGIN = 0.04;
/** The picture is never narrower or flatter than this, as height over width. */
const [FLATTEST, TALLEST] = [0.5, 1.1];

/** A projection of a district's size, true in scale at its middle, that shows `box` in a picture `width` units wide. */
export function projectionOf([west, south, east, north]: Frame, width: number, height?: number): Projection {
  const middle: Point = [(west + east) / 2, (south + north) / 2];
  const squeeze = Math.cos((middle[1] * Math.PI) / 180);
  const [wide, high] = [Math.max((east - west) * squeeze, 1e-6) * (1 + 2 * MARGIN), Math.max(north - south, 1e-6) * (1 + 2 * MARGIN)];
  const tall = height ?? Math.round(width * Math.min(TALLEST, Math.max(FLATTEST, high / wide)));
  const scale = Math.min(width / wide, tall / high);
  return {
    width,
    height: tall,
    metresPerUnit: METRES_PER_DEGREE / scale,
    pointOf: ([lng, lat]) => [width / 2 + (lng - middle[0]) * squeeze * scale, tall / 2 - (lat - middle[1]) * scale],
  };
}

/** The lines of a geometry in the picture, thinned to `tolerance` units; those wholly outside it are left out. */
export function drawnLines(geometry: Geometry, projection: Projection, tolerance = 0.4): readonly (readonly Point[])[] {
  return linesOf(geometry)
    .map((line) => thinned(line.map(projection.pointOf), tolerance))
    .filter((line) => meets(line, projection));
}

/** Whether a geometry encloses an area. */
export function isArea({ type }: Geometry): boolean {
  return type === 'Polygon' || type === 'MultiPolygon';
}

/** SVG path data of lines, closed where they bound an area. */
export function pathData(lines: readonly (readonly Point[])[], closed: boolean): string {
  return lines.map((line) => `M${line.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}${closed ? 'Z' : ''}`).join('');
}

/** A number with one decimal, as short as it can be written. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** The box round the given geometries; null where there are none. */
export function frameOf(geometries: readonly Geometry[]): Frame | null {
  return boundsOf(geometries);
}

function meets(line: readonly Point[], { width, height }: Projection): boolean {
  const [xs, ys] = [line.map(([x]) => x), line.map(([, y]) => y)];
  const within = (values: readonly number[], size: number): boolean => Math.max(...values) >= 0 && Math.min(...values) <= size;
  return line.length > 1 && within(xs, width) && within(ys, height);
}

/** Douglas and Peucker's simplification: no left-out point lies farther than `tolerance` from the line that stays. */
function thinned(line: readonly Point[], tolerance: number): readonly Point[] {
  const stays = new Set([0, line.length - 1]);
  const open: [number, number][] = [[0, line.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    let [farthest, at] = [tolerance, -1];
    for (let index = from + 1; index < to; index += 1) {
      const distance = distanceTo(line[index], line[from], line[to]);
      if (distance > farthest) [farthest, at] = [distance, index];
    }
    if (at < 0) continue;
    stays.add(at);
    open.push([from, at], [at, to]);
  }
  return line.filter((_, index) => stays.has(index));
}

function distanceTo(point: Point | undefined, from: Point | undefined, to: Point | undefined): number {
  if (!point || !from || !to) return 0;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / length));
  return Math.hypot(point[0] - from[0] - share * dx, point[1] - from[1] - share * dy);
}
