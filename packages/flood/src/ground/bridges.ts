import type { Grid } from '../grid/grid.ts';
import { type Conditioned, cellsUnder, conditioned, type Line } from './steps.ts';

/** A deck and its ramps are looked over this many cells each way. */
const REACH = 4;

/** Takes bridges out of the way of water: where heights under a line stand more than `over` m above the lowest ground on both sides along it, they are lowered to the straight line between those two. */
export function breachBridges(grid: Grid, lines: readonly Line[], over: number): Conditioned {
  const values = grid.values.slice();
  for (const line of lines) {
    const cells = cellsUnder(grid, line).filter((cell) => !Number.isNaN(grid.values[cell]));
    const height = (index: number) => grid.values[cells[index] ?? -1] ?? Number.POSITIVE_INFINITY;
    const lowest = (from: number, step: number) => {
      let best = from + step;
      for (let each = 1; each <= REACH; each++) if (height(from + step * each) < height(best)) best = from + step * each;
      return best;
    };
    for (let index = 1; index < cells.length - 1; index++) {
      const [before, after] = [lowest(index, -1), lowest(index, 1)];
      if (!(height(index) > Math.max(height(before), height(after)) + over)) continue;
      const bed = height(before) + ((height(after) - height(before)) * (index - before)) / (after - before);
      const cell = cells[index] ?? 0;
      values[cell] = Math.min(values[cell] ?? 0, bed);
    }
  }
  return conditioned(grid, values);
}
