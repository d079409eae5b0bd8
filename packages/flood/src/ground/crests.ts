import type { Grid } from '../grid/grid.ts';
import type { Line } from './steps.ts';

/** A line that stands so many metres above the ground beneath it, in pieces of a cell at most, each at the height of the higher ground beside it. Pieces over no ground are left out. */
export function crestsAbove(grid: Grid, line: Line, above: number): readonly { readonly line: Line; readonly height: number }[] {
  return line.slice(1).flatMap((to, index) => {
    const from = line[index] ?? to;
    const parts = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / grid.cell));
    const at = (part: number) => [from[0] + ((to[0] - from[0]) * part) / parts, from[1] + ((to[1] - from[1]) * part) / parts] as const;
    return Array.from({ length: parts }, (_, part) => {
      const ground = groundBeside(grid, at(part + 0.5));
      return Number.isNaN(ground) ? [] : [{ line: [at(part), at(part + 1)], height: ground + above }];
    }).flat();
  });
}

/** The highest of the four cells about a point; NaN where there is no ground. */
function groundBeside({ columns, rows, cell, west, south, values }: Grid, [x, y]: readonly [number, number]): number {
  const [column, row] = [Math.round((x - west) / cell), Math.round((y - south) / cell)];
  let most = Number.NaN;
  for (const [dx, dy] of [
    [-1, -1],
    [0, -1],
    [-1, 0],
    [0, 0],
  ] as const) {
    const [at, on] = [column + dx, row + dy];
    const height = at < 0 || on < 0 || at >= columns || on >= rows ? Number.NaN : (values[on * columns + at] ?? Number.NaN);
    if (!Number.isNaN(height) && !(most >= height)) most = height;
  }
  return most;
}
