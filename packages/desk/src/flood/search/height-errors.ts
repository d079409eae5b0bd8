import type { Grid } from '@westgate/flood';
import { lotsFrom, normalLot } from './lots.ts';

/** Cells over which errors of heights hang together. */
export const ERROR_CELLS = 4;

/** A grid whose heights are off by `rmse` in the root mean square: errors that are drawn from `seed`, hang together over some cells and lift as much as they lower. `sign` -1: the opposite errors. */
export function withHeightErrors(grid: Grid, rmse: number, { seed, sign }: { readonly seed: number; readonly sign: 1 | -1 }): Grid {
  const { columns, rows, values } = grid;
  const lot = lotsFrom(seed);
  const wide = Math.ceil(columns / ERROR_CELLS) + 2;
  const nodes = Float64Array.from({ length: wide * (Math.ceil(rows / ERROR_CELLS) + 2) }, () => normalLot(lot));
  const errors = values.map((_, index) => {
    const [x, y] = [(index % columns) / ERROR_CELLS, Math.floor(index / columns) / ERROR_CELLS];
    const at = Math.floor(y) * wide + Math.floor(x);
    const [right, up] = [x % 1, y % 1];
    const below = (nodes[at] ?? 0) * (1 - right) + (nodes[at + 1] ?? 0) * right;
    const above = (nodes[at + wide] ?? 0) * (1 - right) + (nodes[at + wide + 1] ?? 0) * right;
    return below * (1 - up) + above * up;
  });
  let [count, sum, squares] = [0, 0, 0];
  for (const [index, error] of errors.entries()) {
    if (Number.isNaN(values[index] ?? Number.NaN)) continue;
    count += 1;
    sum += error;
    squares += error ** 2;
  }
  const mean = sum / count;
  const deviation = Math.sqrt(Math.max(0, squares / count - mean ** 2));
  const scale = deviation > 0 ? (sign * rmse) / deviation : 0;
  return { ...grid, values: values.map((height, index) => height + ((errors[index] ?? 0) - mean) * scale) };
}
