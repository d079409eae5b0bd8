import type { Grid } from '../grid/grid.ts';
import { type Crs, toCrs, utmZoneOf } from './crs.ts';
import { type RawGround, refuseCells } from './heights.ts';

/** Positions are worked out at every sixteenth cell and taken in straight lines between: less than a thousandth of a cell off. */
const STRIDE = 16;
const DEGREE = 111_320;

/** The same heights on square cells of a system in metres: of the zone that the middle lies in where none is given. Straight lines between the middles of the old cells; a hole stays one. */
export function reproject(
  raw: RawGround,
  from: Crs,
  file: string,
  { into, cell: asked }: { readonly into?: string | undefined; readonly cell?: number | undefined },
): { readonly grid: Grid; readonly crs: string } {
  const [width, height] = [raw.columns * raw.cell[0], raw.rows * raw.cell[1]];
  const middle = from.inverse([raw.west + width / 2, raw.south + height / 2]);
  const to = toCrs(into ?? utmZoneOf(middle));
  const cell = asked ?? tidyCell(raw.cell[1] * (from.unit === 'degree' ? DEGREE : Math.cos((middle[1] * Math.PI) / 180)));
  const edge = Array.from({ length: 17 }, (_, part) => part / 16).flatMap((part) => [
    [raw.west + part * width, raw.south] as const,
    [raw.west + part * width, raw.south + height] as const,
    [raw.west, raw.south + part * height] as const,
    [raw.west + width, raw.south + part * height] as const,
  ]);
  const points = edge.map((point) => to.forward(from.inverse(point)));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [west, south] = [Math.floor(Math.min(...xs) / cell) * cell, Math.floor(Math.min(...ys) / cell) * cell];
  const [columns, rows] = [Math.ceil((Math.max(...xs) - west) / cell), Math.ceil((Math.max(...ys) - south) / cell)];
  refuseCells(file, columns, rows);
  const values = new Float64Array(columns * rows);
  const nodes = Math.ceil(columns / STRIDE) + 1;
  const nodesOf = (row: number): Float64Array => {
    const line = new Float64Array(nodes * 2);
    for (let node = 0; node < nodes; node++) {
      const [x, y] = from.forward(to.inverse([west + (node * STRIDE + 0.5) * cell, south + (row + 0.5) * cell]));
      line[2 * node] = (x - raw.west) / raw.cell[0] - 0.5;
      line[2 * node + 1] = (y - raw.south) / raw.cell[1] - 0.5;
    }
    return line;
  };
  let [below, above] = [nodesOf(0), nodesOf(STRIDE)];
  for (let row = 0; row < rows; row++) {
    if (row > 0 && row % STRIDE === 0) [below, above] = [above, nodesOf(row + STRIDE)];
    const up = (row % STRIDE) / STRIDE;
    for (let column = 0; column < columns; column++) {
      const node = Math.floor(column / STRIDE);
      const right = (column % STRIDE) / STRIDE;
      const along = (line: Float64Array, axis: number) =>
        (line[2 * node + axis] ?? 0) * (1 - right) + (line[2 * node + 2 + axis] ?? 0) * right;
      values[row * columns + column] = heightAt(
        raw,
        along(below, 0) * (1 - up) + along(above, 0) * up,
        along(below, 1) * (1 - up) + along(above, 1) * up,
      );
    }
  }
  return { grid: { columns, rows, cell, west, south, values }, crs: to.code };
}

/** The height between the middles of cells; none where one of the four has none. Over the outer half of the outermost cells it stays as in their middles. */
function heightAt({ columns, rows, values }: RawGround, x: number, y: number): number {
  if (x < -0.5 || y < -0.5 || x > columns - 0.5 || y > rows - 0.5) return Number.NaN;
  const [inX, inY] = [Math.min(columns - 1, Math.max(0, x)), Math.min(rows - 1, Math.max(0, y))];
  const [column, row] = [Math.min(columns - 1, Math.floor(inX)), Math.min(rows - 1, Math.floor(inY))];
  const [right, up] = [inX - column, inY - row];
  let sum = 0;
  for (let corner = 0; corner < 4; corner++) {
    const [dx, dy] = [corner & 1, corner >> 1];
    const share = (dx ? right : 1 - right) * (dy ? up : 1 - up);
    if (share > 0) sum += share * (values[(row + dy) * columns + column + dx] ?? Number.NaN);
  }
  return sum;
}

/** Whole metres, or tenths below ten. */
function tidyCell(metres: number): number {
  return metres >= 10 ? Math.round(metres) : Math.max(0.1, Math.round(metres * 10) / 10);
}
