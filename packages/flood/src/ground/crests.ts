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

/** The highest of the cells beside a point, a quarter of a cell from it; NaN where there is no ground. */
function groundBeside({ columns, rows, cell, west, south, values }: Grid, [x, y]: readonly [number, number]): number {
  let most = Number.NaN;
  for (const dx of [-0.25, 0.25])
    for (const dy of [-0.25, 0.25]) {
      const [column, row] = [Math.floor((x - west) / cell + dx), Math.floor((y - south) / cell + dy)];
      const isIn = column >= 0 && row >= 0 && column < columns && row < rows;
      const height = isIn ? (values[row * columns + column] ?? Number.NaN) : Number.NaN;
      if (!Number.isNaN(height) && !(most >= height)) most = height;
    }
  return most;
}
