import type { LngLat } from '@westgate/base';
import { DEPTHS, type Picture } from './paint.ts';

/** Lines in WGS 84. */
export type Lines = readonly (readonly LngLat[])[];

/** The edge of the water of 10 cm and more, along the sides of its cells, in WGS 84: sides that go on are one line. */
export function edgeOf(depths: Uint16Array, { columns, rows, corners }: Pick<Picture, 'columns' | 'rows' | 'corners'>): Lines {
  const isWet = (column: number, row: number): boolean =>
    column >= 0 && row >= 0 && column < columns && row < rows && (depths[row * columns + column] ?? 0) >= DEPTHS[0] * 100;
  const at = positionIn(corners, columns, rows);
  const lines: LngLat[][] = [];
  const runs = (length: number, isEdge: (index: number) => boolean, point: (index: number) => LngLat): void => {
    for (let index = 0; index < length; index++) {
      if (!isEdge(index)) continue;
      const from = index;
      while (index + 1 < length && isEdge(index + 1)) index++;
      lines.push([point(from), point(index + 1)]);
    }
  };
  for (let row = 0; row <= rows; row++)
    runs(
      columns,
      (column) => isWet(column, row) !== isWet(column, row - 1),
      (column) => at(column, row),
    );
  for (let column = 0; column <= columns; column++)
    runs(
      rows,
      (row) => isWet(column, row) !== isWet(column - 1, row),
      (row) => at(column, row),
    );
  return lines;
}

/** A line from south to north at the west side of a column. */
export function divideAt(column: number, { columns, rows, corners }: Pick<Picture, 'columns' | 'rows' | 'corners'>): Lines {
  const at = positionIn(corners, columns, rows);
  return [[at(column, 0), at(column, rows)]];
}

/** Where a corner of cells lies: columns from the west, rows from the south. */
function positionIn(corners: Picture['corners'], columns: number, rows: number): (column: number, row: number) => LngLat {
  const corner = (index: number): LngLat => corners[index] ?? [0, 0];
  const [northWest, northEast, southEast, southWest] = [corner(0), corner(1), corner(2), corner(3)];
  return (column, row) => {
    const [east, north] = [column / columns, row / rows];
    const along = (of: 0 | 1): number =>
      (southWest[of] * (1 - east) + southEast[of] * east) * (1 - north) + (northWest[of] * (1 - east) + northEast[of] * east) * north;
    return [along(0), along(1)];
  };
}
