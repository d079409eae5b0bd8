// What is done to heights before water flows over them. Each step gives new heights and says how much it changed, so that nothing is done unseen; the heights as they were are kept by
// whoever asks. Metres; values row after row from the south-west, NaN where there is no ground.
import FlatQueue from 'flatqueue';
import type { Grid } from '../grid/grid.ts';
import { joinedLines } from './joined-lines.ts';

/** What a step did. */
export interface GroundChange {
  readonly cells: number;
  /** Largest lowering and raising, m. */
  readonly lowered: number;
  readonly raised: number;
}

export interface Conditioned {
  readonly grid: Grid;
  readonly change: GroundChange;
}

/** A line of points, as the ground's reference system has them. */
export type Line = readonly (readonly [x: number, y: number])[];

/**
 * Lets water run along lines, each from its upstream end: the bed of the cells under a line never rises along it, so that bridges, dams of noise and steps of whole metres are cut through.
 * `depth`: so far below the lowest ground beside it the bed lies at least, m. Pieces that meet at their ends are one line. Lines that end below their beginning are taken as they are; others are
 * turned round.
 */
export function burnRiver(grid: Grid, lines: readonly Line[], depth = 0): Conditioned {
  const values = grid.values.slice();
  for (const line of joinedLines(lines)) {
    const cells = cellsUnder(grid, line).filter((cell) => !Number.isNaN(grid.values[cell]));
    const [first, last] = [values[cells[0] ?? 0] ?? 0, values[cells.at(-1) ?? 0] ?? 0];
    let bed = Number.POSITIVE_INFINITY;
    for (const cell of last > first ? cells.toReversed() : cells) {
      bed = Math.min(bed, (grid.values[cell] ?? 0) - depth);
      values[cell] = Math.min(values[cell] ?? 0, bed);
    }
  }
  return conditioned(grid, values);
}

/** Fills hollows up to the height at which they spill, but none by more than `most` m: deeper ones are ponds and pits. Barnes et al. (2014), Computers & Geosciences 62:117-127. */
export function fillPits(grid: Grid, most: number): Conditioned {
  const { columns, values: heights } = grid;
  const spill = spillHeights(grid);
  const values = heights.slice();
  // A hollow is filled whole or not at all.
  const hollows = hollowsOf(heights, spill, columns);
  for (const cells of hollows) {
    const deepest = cells.reduce((depth, cell) => Math.max(depth, (spill[cell] ?? 0) - (heights[cell] ?? 0)), 0);
    if (deepest <= most) for (const cell of cells) values[cell] = spill[cell] ?? 0;
  }
  return conditioned(grid, values);
}

/** Smooths steps of heights that are whole metres: the mean of a cell and its eight neighbours, never further than `most` m from what the cell had. */
export function smoothSteps(grid: Grid, most: number): Conditioned {
  const { columns, rows, values: heights } = grid;
  const values = heights.map((height, cell) => {
    if (Number.isNaN(height)) return height;
    const [column, row] = [cell % columns, Math.floor(cell / columns)];
    let [sum, count] = [0, 0];
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++) {
        const [x, y] = [column + dx, row + dy];
        const other = x < 0 || y < 0 || x >= columns || y >= rows ? Number.NaN : (heights[y * columns + x] ?? Number.NaN);
        if (Number.isNaN(other)) continue;
        sum += other;
        count += 1;
      }
    return Math.min(height + most, Math.max(height - most, sum / count));
  });
  return conditioned(grid, values);
}

/** Crests of a line at this height on the faces that it crosses: no water passes between two cells on its two sides below that. Faces east and north of each cell, m; NaN for none. */
export function addCrests(
  grid: Grid,
  lines: readonly { readonly line: Line; readonly height: number }[],
): { readonly east: Float64Array; readonly north: Float64Array; readonly faces: number } {
  const { columns, rows } = grid;
  const [east, north] = [new Float64Array(columns * rows).fill(Number.NaN), new Float64Array(columns * rows).fill(Number.NaN)];
  let faces = 0;
  const raise = (field: Float64Array, cell: number, height: number): void => {
    const held = field[cell] ?? Number.NaN;
    if (Number.isNaN(held)) faces += 1;
    field[cell] = Number.isNaN(held) ? height : Math.max(held, height);
  };
  for (const { line, height } of lines) {
    for (const [from, to] of stepsAlong(grid, line)) {
      // A line that goes from corner to corner of cells stands on the face between those corners.
      const [column, row] = [Math.min(from[0], to[0]), Math.min(from[1], to[1])];
      if (from[0] === to[0] && column > 0 && column < columns && row >= 0 && row < rows) raise(east, row * columns + column - 1, height);
      if (from[1] === to[1] && row > 0 && row < rows && column >= 0 && column < columns) raise(north, (row - 1) * columns + column, height);
    }
  }
  return { east, north, faces };
}

/** The part of a grid within a box. */
export function cutGrid(grid: Grid, [west, south, east, north]: readonly [number, number, number, number]): Grid {
  const clamp = (value: number, most: number) => Math.min(most, Math.max(0, value));
  const from = [
    clamp(Math.floor((west - grid.west) / grid.cell), grid.columns),
    clamp(Math.floor((south - grid.south) / grid.cell), grid.rows),
  ] as const;
  const to = [
    clamp(Math.ceil((east - grid.west) / grid.cell), grid.columns),
    clamp(Math.ceil((north - grid.south) / grid.cell), grid.rows),
  ] as const;
  const [columns, rows] = [Math.max(0, to[0] - from[0]), Math.max(0, to[1] - from[1])];
  const values = Float64Array.from({ length: columns * rows }, (_, cell) => {
    const [column, row] = [cell % columns, Math.floor(cell / columns)];
    return grid.values[(from[1] + row) * grid.columns + from[0] + column] ?? Number.NaN;
  });
  return { columns, rows, cell: grid.cell, west: grid.west + from[0] * grid.cell, south: grid.south + from[1] * grid.cell, values };
}

/** A grid of other cells over the same ground, between the middles of the old ones in a straight line. Where one of the four is no ground, the nearest. */
export function resampleGrid(grid: Grid, cell: number): Grid {
  const columns = Math.max(1, Math.round((grid.columns * grid.cell) / cell));
  const rows = Math.max(1, Math.round((grid.rows * grid.cell) / cell));
  const at = (column: number, row: number) => {
    const [x, y] = [Math.min(grid.columns - 1, Math.max(0, column)), Math.min(grid.rows - 1, Math.max(0, row))];
    return grid.values[y * grid.columns + x] ?? Number.NaN;
  };
  const values = Float64Array.from({ length: columns * rows }, (_, index) => {
    const x = (((index % columns) + 0.5) * cell) / grid.cell - 0.5;
    const y = ((Math.floor(index / columns) + 0.5) * cell) / grid.cell - 0.5;
    const [column, row] = [Math.floor(x), Math.floor(y)];
    const [right, up] = [x - column, y - row];
    const mixed =
      (at(column, row) * (1 - right) + at(column + 1, row) * right) * (1 - up) +
      (at(column, row + 1) * (1 - right) + at(column + 1, row + 1) * right) * up;
    return Number.isNaN(mixed) ? at(Math.round(x), Math.round(y)) : mixed;
  });
  return { columns, rows, cell, west: grid.west, south: grid.south, values };
}

/** The grid with these heights, and how far they are from those before. */
export function conditioned(grid: Grid, values: Float64Array): Conditioned {
  let [cells, lowered, raised] = [0, 0, 0];
  for (const [cell, height] of values.entries()) {
    const change = height - (grid.values[cell] ?? 0);
    if (!(Math.abs(change) > 0)) continue;
    cells += 1;
    lowered = Math.max(lowered, -change);
    raised = Math.max(raised, change);
  }
  return { grid: { ...grid, values }, change: { cells, lowered, raised } };
}

/** The cells that a line goes through, in its order, each once; those of neighbours that share a side, so that water can follow. */
export function cellsUnder(grid: Grid, line: Line): readonly number[] {
  const cells: number[] = [];
  const add = (column: number, row: number): void => {
    if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) return;
    const cell = row * grid.columns + column;
    if (cells.at(-1) !== cell) cells.push(cell);
  };
  let last: readonly [number, number] | null = null;
  for (const point of pointsAlong(grid, line, 4)) {
    if (point === null) {
      last = null;
      continue;
    }
    const [column, row] = [Math.floor((point[0] - grid.west) / grid.cell), Math.floor((point[1] - grid.south) / grid.cell)];
    // Over a corner the line goes through the cell beside it.
    if (last && last[0] !== column && last[1] !== row) add(column, last[1]);
    add(column, row);
    last = [column, row];
  }
  return cells;
}

/** A line along the corners of cells, step by step from one corner to the next; each step is one face. */
function stepsAlong(grid: Grid, line: Line): readonly (readonly [readonly [number, number], readonly [number, number]])[] {
  const steps: (readonly [readonly [number, number], readonly [number, number]])[] = [];
  let last: readonly [number, number] | null = null;
  const go = (to: readonly [number, number]): void => {
    if (last) steps.push([last, to]);
    last = to;
  };
  for (const point of pointsAlong(grid, line, 4)) {
    if (point === null) {
      last = null;
      continue;
    }
    const [column, row] = [Math.round((point[0] - grid.west) / grid.cell), Math.round((point[1] - grid.south) / grid.cell)];
    const [before, beside] = last ?? ([column, row] as const);
    if (last && before === column && beside === row) continue;
    if (before !== column && beside !== row) go([column, beside]);
    go([column, row]);
  }
  return steps;
}

/** So many cells around a grid a line is still followed. */
const AROUND = 2;

/** Points along a line, `many` a cell, of what lies over a grid or near it; null where the line is left out between two of them. However far it goes, it takes no longer than the grid is large. */
export function* pointsAlong(grid: Grid, line: Line, many: number): Generator<readonly [x: number, y: number] | null> {
  for (const [index, to] of line.entries()) {
    const from = line[index - 1] ?? to;
    const parts = Math.max(1, Math.ceil((many * Math.hypot(to[0] - from[0], to[1] - from[1])) / grid.cell));
    const [enters, leaves] = within(grid, from, to);
    const [first, last] = [Math.max(0, Math.floor(enters * parts)), Math.min(parts, Math.ceil(leaves * parts))];
    if (enters > leaves || first > 0) yield null;
    if (enters > leaves) continue;
    for (let part = first; part <= last; part++)
      yield [from[0] + ((to[0] - from[0]) * part) / parts, from[1] + ((to[1] - from[1]) * part) / parts];
    if (last < parts) yield null;
  }
}

/** From which share of a stretch to which it lies over a grid or near it (Liang and Barsky 1984, ACM Trans. Graph. 3:1-22); the first is the larger where it does not. */
function within({ west, south, columns, rows, cell }: Grid, from: readonly number[], to: readonly number[]): readonly [number, number] {
  let [enters, leaves] = [0, 1];
  const [least, most] = [
    [west - AROUND * cell, south - AROUND * cell],
    [west + (columns + AROUND) * cell, south + (rows + AROUND) * cell],
  ];
  for (const axis of [0, 1]) {
    const [start, end, low, high] = [from[axis] ?? 0, to[axis] ?? 0, least[axis] ?? 0, most[axis] ?? 0];
    if (start === end) {
      if (start < low || start > high) return [1, 0];
      continue;
    }
    const cuts = [(low - start) / (end - start), (high - start) / (end - start)];
    enters = Math.max(enters, Math.min(...cuts));
    leaves = Math.min(leaves, Math.max(...cuts));
  }
  return [enters, leaves];
}

/** To which height water has to stand in each cell until it leaves the ground: over its edge, or where there is no ground. */
function spillHeights({ columns, rows, values }: Grid): Float64Array {
  const spill = new Float64Array(values.length).fill(Number.NaN);
  const queue = new FlatQueue<number>();
  const offer = (cell: number, height: number): void => {
    spill[cell] = height;
    queue.push(cell, height);
  };
  for (const [cell, height] of values.entries())
    if (!Number.isNaN(height) && neighboursOf(cell, columns, rows).some((other) => other < 0 || Number.isNaN(values[other])))
      offer(cell, height);
  for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
    for (const other of neighboursOf(cell, columns, rows)) {
      const height = values[other] ?? Number.NaN;
      if (other >= 0 && !Number.isNaN(height) && Number.isNaN(spill[other])) offer(other, Math.max(height, spill[cell] ?? 0));
    }
  }
  return spill;
}

/** The four cells beside one; -1 where the grid ends. */
function neighboursOf(cell: number, columns: number, rows: number): readonly number[] {
  const [column, row] = [cell % columns, Math.floor(cell / columns)];
  return [
    column > 0 ? cell - 1 : -1,
    column < columns - 1 ? cell + 1 : -1,
    row > 0 ? cell - columns : -1,
    row < rows - 1 ? cell + columns : -1,
  ];
}

/** Cells that lie below their spill height, in groups that hang together. */
function hollowsOf(heights: Float64Array, spill: Float64Array, columns: number): readonly (readonly number[])[] {
  const isIn = (cell: number) => (spill[cell] ?? 0) > (heights[cell] ?? 0);
  const seen = new Uint8Array(heights.length);
  const hollows: number[][] = [];
  for (let cell = 0; cell < heights.length; cell++) {
    if (seen[cell] || !isIn(cell)) continue;
    const cells = [cell];
    seen[cell] = 1;
    for (let at = 0; at < cells.length; at++)
      for (const other of neighboursOf(cells[at] ?? 0, columns, heights.length / columns))
        if (other >= 0 && !seen[other] && isIn(other)) {
          seen[other] = 1;
          cells.push(other);
        }
    hollows.push(cells);
  }
  return hollows;
}
