import { type Geometry, type LngLat, WestgateError } from '@westgate/base';
import { type Grid, toCrs } from '@westgate/flood';

/** The largest values of a run on its grid, row after row from the south-west; NaN where there is no ground, in `arrival` also where the water did not come. */
export interface RunMaps extends Omit<Grid, 'values'> {
  readonly crs: string;
  readonly depth: Float32Array;
  readonly speed: Float32Array;
  readonly hazard: Float32Array;
  readonly arrival: Float32Array;
}

/** How dangerous water is to people by its hazard rating: depth × (speed + 0.5), with what drifts in it. */
export const HAZARD_CLASSES = ['low', 'moderate', 'significant', 'extreme'] as const;
export type HazardClass = (typeof HAZARD_CLASSES)[number];

/** What the water does to a shape. */
export interface Exposure {
  /** `beside`: what of it lies on the ground stays dry, and not all of it does: it is not known. */
  readonly is: 'wet' | 'dry' | 'beside';
  /** The largest depth in m, speed in m/s and hazard rating in any of its cells; null where it does not come under water. */
  readonly depth: number | null;
  readonly speed: number | null;
  readonly hazard: number | null;
  readonly hazardClass: HazardClass | null;
  /** Seconds from the start until the first of its cells is under water. */
  readonly arrival: number | null;
  /** The share of its cells that come under water; where some lie beside the ground, it is that at least. */
  readonly share: number | null;
  /** The share of its cells that lie on the ground. */
  readonly known: number;
}

/** Water of that depth counts, m. */
const WET_M = 0.1;
/** Where a class of hazard begins. */
const CLASS_FROM = [0, 0.75, 1.25, 2] as const;
const NOTHING = { depth: null, speed: null, hazard: null, hazardClass: null, arrival: null } as const;

type Point = readonly [x: number, y: number];
type Cells = Omit<Grid, 'values'>;

/** The class of a hazard rating. */
function hazardClassOf(rating: number): HazardClass {
  return HAZARD_CLASSES.findLast((_, at) => rating >= (CLASS_FROM[at] ?? 0)) ?? 'low';
}

/** Looks shapes up in the maps of a run: what is drawn in them together is one thing. */
export function exposures(maps: RunMaps): (shapes: readonly Geometry[]) => Exposure {
  const cells = maps.columns * maps.rows;
  for (const [name, map] of Object.entries({ depth: maps.depth, speed: maps.speed, hazard: maps.hazard, arrival: maps.arrival }))
    if (map.length !== cells)
      throw new WestgateError('WG_INPUT_INVALID', {
        zh: `推演结果 ${name}：应有 ${cells} 个网格，现有 ${map.length} 个`,
        en: `map ${name} of the run: expected ${cells} cells, found ${map.length}`,
      });
  const covered = coverage(maps);
  return (shapes) => exposureIn(maps, covered(shapes));
}

/** The cells of a grid that shapes cover, each once, and how many they would cover beside it. */
export function coverage(grid: Omit<Grid, 'values'> & { readonly crs: string }): (shapes: readonly Geometry[]) => Covered {
  const { forward } = toCrs(grid.crs);
  return (shapes) => coveredBy(grid, shapes, forward);
}

function exposureIn({ depth, speed, hazard, arrival }: RunMaps, { cells, beside }: Covered): Exposure {
  let [wet, ground] = [0, 0];
  let [deepest, fastest, worst, first] = [0, 0, 0, Number.POSITIVE_INFINITY];
  for (const cell of cells) {
    const here = depth[cell] ?? Number.NaN;
    if (Number.isNaN(here)) continue;
    ground += 1;
    deepest = Math.max(deepest, here);
    fastest = Math.max(fastest, speed[cell] ?? 0);
    worst = Math.max(worst, hazard[cell] ?? 0);
    if (here < WET_M) continue;
    wet += 1;
    const came = arrival[cell] ?? Number.NaN;
    if (came < first) first = came;
  }
  const all = cells.size + beside;
  const known = all === 0 ? 0 : ground / all;
  if (wet === 0) return { is: known === 1 ? 'dry' : 'beside', ...NOTHING, share: known === 1 ? 0 : null, known };
  return {
    ...{ is: 'wet', depth: deepest, speed: fastest, hazard: worst, hazardClass: hazardClassOf(worst) },
    ...{ arrival: Number.isFinite(first) ? first : null, share: wet / all, known },
  };
}

/** The cells of the grid that shapes cover, each once, and how many they would cover beside it. */
export interface Covered {
  readonly cells: ReadonlySet<number>;
  readonly beside: number;
}

/** Where areas are drawn, lines and points add nothing; where lines are, points do not. */
function coveredBy(maps: Cells, shapes: readonly Geometry[], forward: (at: LngLat) => Point): Covered {
  const [points, lines, areas] = partsOf(shapes, forward);
  const cells = new Set<number>();
  const outside = new Set<string>();
  let beside = 0;
  const take = (column: number, row: number): void => {
    if (column >= 0 && row >= 0 && column < maps.columns && row < maps.rows) cells.add(row * maps.columns + column);
    else outside.add(`${column} ${row}`);
  };
  if (areas.length > 0) for (const rings of areas) beside += eachWithin(maps, rings, take);
  else if (lines.length > 0) for (const line of lines) eachUnder(maps, line, take);
  else for (const at of points) take(...cellOf(maps, at));
  return { cells, beside: beside + outside.size };
}

type Parts = readonly [points: Point[], lines: (readonly Point[])[], areas: (readonly (readonly Point[])[])[]];

function partsOf(shapes: readonly Geometry[], forward: (at: LngLat) => Point): Parts {
  const parts: Parts = [[], [], []];
  const [points, lines, areas] = parts;
  const line = (positions: readonly LngLat[]): readonly Point[] => positions.map(forward);
  for (const shape of shapes)
    switch (shape.type) {
      case 'Point':
        points.push(forward(shape.coordinates));
        break;
      case 'MultiPoint':
        points.push(...line(shape.coordinates));
        break;
      case 'LineString':
        lines.push(line(shape.coordinates));
        break;
      case 'MultiLineString':
        lines.push(...shape.coordinates.map(line));
        break;
      case 'Polygon':
        areas.push(shape.coordinates.map(line));
        break;
      case 'MultiPolygon':
        areas.push(...shape.coordinates.map((rings) => rings.map(line)));
        break;
    }
  return parts;
}

/** Past the grid shapes are followed so far, in cells. */
const FAR = 100_000;

function cellOf({ west, south, cell }: Cells, [x, y]: Point): readonly [column: number, row: number] {
  return [Math.floor((x - west) / cell), Math.floor((y - south) / cell)];
}

/** Every cell that a line passes through. */
function eachUnder(maps: Cells, line: readonly Point[], take: (column: number, row: number) => void): void {
  for (const [index, to] of line.entries()) {
    const from = line[index - 1] ?? to;
    const cuts = [0, 1, ...cutsOf(from[0], to[0], maps.west, maps), ...cutsOf(from[1], to[1], maps.south, maps)].sort((a, b) => a - b);
    for (const [at, share] of cuts.entries()) {
      const between = (share + (cuts[at + 1] ?? share)) / 2;
      take(...cellOf(maps, [from[0] + (to[0] - from[0]) * between, from[1] + (to[1] - from[1]) * between]));
    }
  }
}

/** Where along a piece of line, from 0 to 1, it goes from one column, or row, to the next. */
function cutsOf(from: number, to: number, origin: number, { cell, columns, rows }: Cells): readonly number[] {
  const most = Math.max(columns, rows) + FAR;
  const [least, last] = [(Math.min(from, to) - origin) / cell, (Math.max(from, to) - origin) / cell];
  const cuts: number[] = [];
  for (let at = Math.max(-FAR, Math.ceil(least)); at <= Math.min(most, Math.floor(last)); at++) {
    const share = (origin + at * cell - from) / (to - from);
    if (share > 0 && share < 1) cuts.push(share);
  }
  return cuts;
}

/** Takes every cell of the grid whose middle lies within an area and in none of its holes, and tells how many lie so beside it; of an area that holds no middle, the cell of its own. */
function eachWithin(maps: Cells, rings: readonly (readonly Point[])[], take: (column: number, row: number) => void): number {
  const { west, south, cell, columns, rows } = maps;
  const [outer = []] = rings;
  const ys = outer.map(([, y]) => y);
  const [bottom, top] = [Math.floor((Math.min(...ys) - south) / cell), Math.ceil((Math.max(...ys) - south) / cell)];
  let [found, beside] = [0, 0];
  for (let row = Math.max(-FAR, bottom); row <= Math.min(rows + FAR, top); row++) {
    const y = south + (row + 0.5) * cell;
    const cuts = rings.flatMap((ring) => crossings(ring, y)).sort((a, b) => a - b);
    for (let pair = 0; pair + 1 < cuts.length; pair += 2) {
      const from = Math.ceil(((cuts[pair] ?? 0) - west) / cell - 0.5);
      const to = Math.floor(((cuts[pair + 1] ?? 0) - west) / cell - 0.5);
      const isOnGrid = row >= 0 && row < rows;
      const [first, last] = isOnGrid ? [Math.max(0, from), Math.min(columns - 1, to)] : [0, -1];
      for (let column = first; column <= last; column++) take(column, row);
      found += Math.max(0, to - from + 1);
      beside += Math.max(0, to - from + 1) - Math.max(0, last - first + 1);
    }
  }
  if (found === 0) take(...cellOf(maps, middleOf(outer)));
  return beside;
}

/** Where a ring passes a height. */
function crossings(ring: readonly Point[], y: number): readonly number[] {
  return ring.flatMap(([x1, y1], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
    return y1 > y === y2 > y ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)];
  });
}

function middleOf(ring: readonly Point[]): Point {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2;
  return [middle(xs), middle(ys)];
}
