import { type LngLat, WestgateError } from '@westgate/base';
import { type DesignFailure, type DesignRule, type DesignStructure, dischargeRows, type FloodDesign } from '@westgate/domain';
import { CASE_FORMAT, type Grid, pointsAlong, type ReadText, toCrs } from '@westgate/flood';

/** What a case is, beside its ground. */
export interface CaseFacts {
  readonly id: string;
  readonly title: string;
  readonly hours: number;
  readonly manning: number;
  readonly scheme: 'sd03' | 'local-inertia';
  readonly design: FloodDesign;
}

/** With the works of a case (storage, gates, pumps, and the rules that operate them), or as it is without them. */
export const VARIANTS = ['with', 'without'] as const;
export type Variant = (typeof VARIANTS)[number];

/** The folder of a case, as other programs read it, with the grid that its file of heights holds. */
export interface CaseFolder {
  readonly grid: Grid;
  /** Its files but that of the heights, by name. */
  readonly files: ReadonlyMap<string, string>;
  readonly read: ReadText;
}

/** The file of the heights in such a folder. */
export const HEIGHTS_FILE = 'dem.asc.gz';
/** Seconds between two looks at the gauges, and what they are told in at most. */
const GAUGES_S = 300;
const HOUR = 3_600;

type Point = readonly [x: number, y: number];

/** Writes the folder of a case on a ground. Throws WG_INPUT_INVALID where a part of the design lies beside the ground. */
export function caseFolder(
  { id, title, hours, manning, scheme, design }: CaseFacts,
  ground: { readonly grid: Grid; readonly crs: string },
  variant: Variant,
): CaseFolder {
  const { forward } = toCrs(ground.crs);
  const at = (position: LngLat): Point => forward(position);
  const hasWorks = variant === 'with';
  const { inflows, outflows, gauges, sections, crests } = design;
  const [storages, structures, rules] = hasWorks ? [design.storages, design.structures, design.rules] : [[], [], []];
  const dug = storages.reduce((grid, { ring, floor_m: floor }) => (floor === null ? grid : digOut(grid, ring.map(at), floor)), ground.grid);
  const grid = { ...dug };
  const files = new Map<string, string>();
  const json = (name: string, value: unknown): string => {
    files.set(name, `${JSON.stringify(value, null, 1)}\n`);
    return name;
  };
  const csv = (name: string, rows: readonly (readonly (string | number)[])[]): string => {
    files.set(name, rows.map((row) => `${row.join(',')}\n`).join(''));
    return name;
  };
  json('case.json', {
    format: CASE_FORMAT,
    ...{ id: `${id}-${variant}`, title, crs: ground.crs, dem: HEIGHTS_FILE, manning, initial: { depth: 0 } },
    time: { start_s: 0, end_s: Math.round(hours * HOUR) },
    ...(scheme === 'sd03' ? {} : { scheme }),
    inflows: inflows.map((inflow) => ({
      id: inflow.id,
      kind: 'discharge',
      cells: onGround(grid, inflow.line.map(at), inflow.id),
      hydrograph: csv(`inflow-${inflow.id}.csv`, [['time_s', 'q_m3s'], ...dischargeRows(inflow.discharge)]),
    })),
    outflows: outflows.map((outflow) => {
      const cells = atRim(grid, outflow.line.map(at), outflow.id);
      return outflow.kind === 'free'
        ? { id: outflow.id, kind: 'free', cells }
        : { id: outflow.id, kind: 'normal-depth', slope: outflow.slope, cells };
    }),
    ...(gauges.length === 0
      ? {}
      : {
          gauges: csv('gauges.csv', [
            ['id', 'x', 'y'],
            ...gauges.map((gauge) => [gauge.id, ...standing(grid, at(gauge.at), gauge.id)] as const),
          ]),
        }),
    sections: sections.map(({ id: section, line }) => ({ id: section, line: crossing(grid, line.map(at), section) })),
    ...(crests.length === 0
      ? {}
      : {
          crests: json('crests.geojson', {
            type: 'FeatureCollection',
            features: crests.map(({ id: crest, line, crest_m }) => ({
              type: 'Feature',
              properties: { id: crest, crest_m },
              geometry: { type: 'LineString', coordinates: crossing(grid, line.map(at), crest) },
            })),
          }),
        }),
    ...(storages.length === 0
      ? {}
      : {
          storages: storages.map((storage) => ({
            id: storage.id,
            cells: within(grid, storage.ring.map(at), storage.id),
            capacity_m3: storage.capacity_m3,
          })),
        }),
    ...(structures.length === 0
      ? {}
      : {
          structures: json(
            'structures.json',
            structures.map((structure) => structureOf(structure, (position) => standing(grid, at(position), structure.id))),
          ),
        }),
    ...(rules.length === 0 ? {} : { rules: json('rules.json', { rules: rules.map(ruleOf) }) }),
    output: { gauges_every_s: GAUGES_S },
  });
  return { grid, files, read: (file) => files.get(file) ?? null };
}

function structureOf(structure: DesignStructure, at: (position: LngLat) => Point) {
  const { id, kind } = structure;
  const link = { id, from: [at(structure.from)], to: [at(structure.to)] };
  switch (kind) {
    case 'weir':
      return { ...link, kind, crest_m: structure.crest_m, width_m: structure.width_m };
    case 'gate': {
      const { crest_m, width_m, full_m, rate_m_per_min, opening_m, failures } = structure;
      return { ...link, kind, crest_m, width_m, full_m, rate_m_per_min, opening_m, failures: failures.map(failureOf) };
    }
    case 'pump':
      return { ...link, kind, curve: [[0, structure.m3s]] };
    case 'culvert': {
      const { invert_m, width_m, height_m, length_m, flap } = structure;
      return { ...link, kind, invert_m, width_m, height_m, length_m, flap };
    }
  }
}

function failureOf(failure: DesignFailure) {
  const span = { start: failure.start_h * HOUR, end: failure.end_h * HOUR };
  switch (failure.kind) {
    case 'stuck-at':
      return { kind: failure.kind, opening: failure.opening_m, ...span };
    case 'late':
      return { kind: failure.kind, delay: failure.delay_h * HOUR, ...span };
    case 'no-power':
      return { kind: failure.kind, ...span };
  }
}

function ruleOf({ id, when, gate, target_m, priority }: DesignRule) {
  const conditions = when.map(({ value, is, than }) => ({ value, is, than: value.of === 'time' ? than * HOUR : than }));
  return { id, when: { all: conditions }, acts: [{ gate, target_m }], priority };
}

type Cell = readonly [column: number, row: number];

/** Middles of the cells with ground under a line. */
function onGround(grid: Grid, line: readonly Point[], id: string): readonly Point[] {
  const cells = cellsUnder(grid, line).filter(([column, row]) => !Number.isNaN(heightAt(grid, column, row)));
  if (cells.length === 0) throw beside(id);
  return cells.map((cell) => middleOf(grid, cell));
}

/** A point that lies on ground. */
function standing(grid: Grid, point: Point, id: string): Point {
  onGround(grid, [point], id);
  return point;
}

/** A line with two ends that lies over the grid at least in part. */
function crossing(grid: Grid, line: readonly Point[], id: string): readonly Point[] {
  const [from, to] = [line[0], line.at(-1)];
  if (line.length === 2 && from?.[0] === to?.[0] && from?.[1] === to?.[1])
    throw new WestgateError('WG_INPUT_INVALID', {
      zh: `${id}：应有两个不同的端点，现在是同一点`,
      en: `${id}: expected two ends, found the same point twice`,
    });
  if (cellsUnder(grid, line).length === 0) throw beside(id);
  return line;
}

/** The outermost cells with ground that a line passes, on the side of the grid that it lies nearest to. */
function atRim(grid: Grid, line: readonly Point[], id: string): readonly Point[] {
  const [x, y] = [mean(line.map(([east]) => east)), mean(line.map(([, north]) => north))];
  const [width, height] = [grid.columns * grid.cell, grid.rows * grid.cell];
  const reach = { west: x - grid.west, east: grid.west + width - x, south: y - grid.south, north: grid.south + height - y };
  const side = (Object.keys(reach) as (keyof typeof reach)[]).reduce((best, each) => (reach[each] < reach[best] ? each : best));
  const isAcross = side === 'west' || side === 'east';
  const under = cellsUnder(grid, line);
  const lanes = new Set(under.map(([column, row]) => (isAcross ? row : column)));
  const length = isAcross ? grid.columns : grid.rows;
  const cells = [...lanes].flatMap((lane): Cell[] => {
    for (let step = 0; step < length; step++) {
      const along = side === 'west' || side === 'south' ? step : length - 1 - step;
      const cell: Cell = isAcross ? [along, lane] : [lane, along];
      if (!Number.isNaN(heightAt(grid, ...cell))) return [cell];
    }
    return [];
  });
  if (cells.length === 0) throw beside(id);
  const axis = isAcross ? 0 : 1;
  const rim = new Map(cells.map((cell) => [cell[1 - axis], cell[axis]]));
  const off = Math.min(...under.map((cell) => Math.abs(cell[axis] - (rim.get(cell[1 - axis]) ?? Number.NEGATIVE_INFINITY))));
  if (off > Math.max(NEAR_RIM, length * NEAR_RIM_SHARE)) throw inside(id, Math.round(off * grid.cell));
  return cells.map((cell) => middleOf(grid, cell));
}

/** So many cells from the rim, or such a share of the ground, a line still stands for it. */
const NEAR_RIM = 5;
const NEAR_RIM_SHARE = 0.1;

/** Middles of the cells within a ring. */
function within(grid: Grid, ring: readonly Point[], id: string): readonly Point[] {
  const cells = cellsWithin(grid, ring);
  if (cells.length === 0) throw beside(id);
  return cells.map((cell) => middleOf(grid, cell));
}

/** The cells with ground whose middles lie within a ring; of a ring that holds none, as it is smaller than a cell, the one that its middle lies in. */
export function cellsWithin(grid: Grid, ring: readonly Point[]): readonly Cell[] {
  const cells: Cell[] = [];
  eachWithin(grid, ring, (cell) => cells.push([cell % grid.columns, Math.floor(cell / grid.columns)]));
  if (cells.length > 0) return cells;
  const middle: Point = [mean(ring.map(([x]) => x)), mean(ring.map(([, y]) => y))];
  return cellsUnder(grid, [middle]).filter(([column, row]) => !Number.isNaN(heightAt(grid, column, row)));
}

function digOut(grid: Grid, ring: readonly Point[], floor: number): Grid {
  const values = grid.values.slice();
  for (const [column, row] of cellsWithin(grid, ring)) {
    const cell = row * grid.columns + column;
    values[cell] = Math.min(values[cell] ?? floor, floor);
  }
  return { ...grid, values };
}

/** Calls `take` with each cell with ground whose middle lies within a ring. */
function eachWithin(grid: Grid, ring: readonly Point[], take: (cell: number) => void): void {
  const ys = ring.map(([, y]) => y);
  const first = Math.max(0, Math.floor((Math.min(...ys) - grid.south) / grid.cell));
  const last = Math.min(grid.rows - 1, Math.ceil((Math.max(...ys) - grid.south) / grid.cell));
  for (let row = first; row <= last; row++) {
    const y = grid.south + (row + 0.5) * grid.cell;
    const cuts = ring
      .flatMap(([x1, y1], index) => {
        const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
        return y1 > y === y2 > y ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)];
      })
      .sort((a, b) => a - b);
    for (let pair = 0; pair + 1 < cuts.length; pair += 2) {
      const from = Math.max(0, Math.ceil(((cuts[pair] ?? 0) - grid.west) / grid.cell - 0.5));
      const to = Math.min(grid.columns - 1, Math.floor(((cuts[pair + 1] ?? 0) - grid.west) / grid.cell - 0.5));
      for (let column = from; column <= to; column++) if (!Number.isNaN(heightAt(grid, column, row))) take(row * grid.columns + column);
    }
  }
}

/** Cells under a line, each once; those beside the grid are left out. */
export function cellsUnder(grid: Grid, line: readonly Point[]): readonly Cell[] {
  const found = new Map<number, Cell>();
  for (const point of pointsAlong(grid, line, 2)) {
    if (point === null) continue;
    const [column, row] = [Math.floor((point[0] - grid.west) / grid.cell), Math.floor((point[1] - grid.south) / grid.cell)];
    if (column >= 0 && row >= 0 && column < grid.columns && row < grid.rows) found.set(row * grid.columns + column, [column, row]);
  }
  return [...found.values()];
}

function heightAt({ columns, values }: Grid, column: number, row: number): number {
  return values[row * columns + column] ?? Number.NaN;
}

function middleOf({ west, south, cell }: Grid, [column, row]: Cell): Point {
  return [west + (column + 0.5) * cell, south + (row + 0.5) * cell];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function inside(id: string, metres: number): WestgateError {
  return new WestgateError('WG_INPUT_INVALID', {
    zh: `${id}：应在有高程的地形边缘，现在边缘以内约 ${metres} 米`,
    en: `${id}: expected it on the rim of the ground, found it some ${metres} m within`,
  });
}

function beside(id: string): WestgateError {
  return new WestgateError('WG_INPUT_INVALID', {
    zh: `${id}：应位于有高程的地形上，现在地形范围之外`,
    en: `${id}: expected it on ground with heights, found it beside that`,
  });
}
