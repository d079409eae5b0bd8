import type { Grid } from '../grid/grid.ts';
import { toCrs } from './crs.ts';

/** Depths whose areas are told, m. */
export const EXTENT_DEPTHS = [0.1, 0.5, 2] as const;
const DIGITS = 6;

type Corner = readonly [column: number, row: number];
/** East, north, west, south: each the left turn of the one before. */
const STEPS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

/** Areas at least as deep as each of the depths, as GeoJSON in degrees of WGS 84: along the edges of cells, cells that share a side in one area, islands as holes. `notice`: what each says of itself. */
export function extentsOf(depth: Grid, crs: string, notice: string): string {
  const { inverse } = toCrs(crs);
  const at = ([column, row]: Corner) => {
    const [lng, lat] = inverse([depth.west + column * depth.cell, depth.south + row * depth.cell]);
    return [Number(lng.toFixed(DIGITS)), Number(lat.toFixed(DIGITS))] as const;
  };
  const features = EXTENT_DEPTHS.map((least) => {
    const areas = areasOf(depth, least);
    return {
      type: 'Feature',
      properties: { depth_at_least_m: least, area_m2: depth.values.filter((value) => value >= least).length * depth.cell ** 2, notice },
      geometry: { type: 'MultiPolygon', coordinates: areas.map((rings) => rings.map((ring) => ring.map(at))) },
    };
  });
  return `${JSON.stringify({ type: 'FeatureCollection', features })}\n`;
}

/** The rings of each area, by the corners of cells: the outer one first, against the clock, closed. */
function areasOf(grid: Grid, least: number): readonly (readonly (readonly Corner[])[])[] {
  const areas = numbered(grid, least);
  const { columns, rows } = grid;
  const areaAt = (column: number, row: number) =>
    column < 0 || row < 0 || column >= columns || row >= rows ? 0 : (areas[row * columns + column] ?? 0);
  // The side of a cell that an edge runs along: the cell lies to its left.
  const wetLeft = (column: number, row: number, way: number) =>
    areaAt(column - (way === 1 || way === 2 ? 1 : 0), row - (way === 2 || way === 3 ? 1 : 0));
  const dryRight = (column: number, row: number, way: number) =>
    areaAt(column - (way === 2 || way === 3 ? 1 : 0), row - (way === 0 || way === 3 ? 1 : 0)) === 0;
  const isEdge = (column: number, row: number, way: number) => wetLeft(column, row, way) > 0 && dryRight(column, row, way);
  const seen = new Uint8Array((columns + 1) * (rows + 1));
  const rings = new Map<number, (readonly Corner[])[]>();
  for (let row = 0; row <= rows; row++)
    for (let column = 0; column <= columns; column++) {
      // Every ring has an edge that goes east.
      if (!isEdge(column, row, 0) || ((seen[row * (columns + 1) + column] ?? 0) & 1) !== 0) continue;
      const area = wetLeft(column, row, 0);
      const corners: Corner[] = [];
      let [x, y, way] = [column, row, 0];
      do {
        seen[y * (columns + 1) + x] = (seen[y * (columns + 1) + x] ?? 0) | (1 << way);
        x += STEPS[way]?.[0] ?? 0;
        y += STEPS[way]?.[1] ?? 0;
        // Where two cells meet at a corner only, the edge turns left and stays with its cell.
        const before = way;
        way = [(way + 1) % 4, way, (way + 3) % 4].find((turn) => isEdge(x, y, turn)) ?? way;
        if (way !== before) corners.push([x, y]);
      } while (x !== column || y !== row || way !== 0);
      const [first] = corners;
      const ring = first ? [...corners, first] : corners;
      const held = rings.get(area) ?? [];
      if (turned(ring) > 0) held.unshift(ring);
      else held.push(ring);
      rings.set(area, held);
    }
  return [...rings.values()];
}

/** Each wet cell by the number of its area, from 1; 0 for dry ones. */
function numbered({ columns, rows, values }: Grid, least: number): Int32Array {
  const areas = new Int32Array(columns * rows);
  let count = 0;
  for (let start = 0; start < areas.length; start++) {
    if (areas[start] !== 0 || !((values[start] ?? 0) >= least)) continue;
    count += 1;
    areas[start] = count;
    const cells = [start];
    for (let cell = cells.pop(); cell !== undefined; cell = cells.pop()) {
      const column = cell % columns;
      for (const other of [column > 0 ? cell - 1 : -1, column < columns - 1 ? cell + 1 : -1, cell - columns, cell + columns])
        if (other >= 0 && other < areas.length && areas[other] === 0 && (values[other] ?? 0) >= least) {
          areas[other] = count;
          cells.push(other);
        }
    }
  }
  return areas;
}

/** Over 0 for a ring against the clock. */
function turned(ring: readonly Corner[]): number {
  return ring.slice(1).reduce((sum, [x, y], index) => sum + (ring[index]?.[0] ?? 0) * y - x * (ring[index]?.[1] ?? 0), 0);
}
