import type { Cell, Domain } from '../grid/domain.ts';

/** A straight line through the ground, in cells and parts of them from its south-west corner. */
export type SectionLine = readonly [from: readonly [x: number, y: number], to: readonly [x: number, y: number]];

/** A section through which the water is measured: the faces that separate the cells on its two sides. */
export interface Section {
  /** Places of the faces in the arrays of discharges to the east and to the north; what crosses from the left of the line to its right counts as positive. */
  readonly east: readonly (readonly [index: number, sign: number])[];
  readonly north: readonly (readonly [index: number, sign: number])[];
}

/** The faces of a section; none where it crosses no ground. */
export function sectionOf([from, to]: SectionLine, domain: Domain): Section {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length2 = dx * dx + dy * dy;
  const sideOf = ([column, row]: Cell): number => {
    const [x, y] = [column + 0.5 - from[0], row + 0.5 - from[1]];
    const along = (x * dx + y * dy) / length2;
    return along < 0 || along > 1 ? 0 : dx * y - dy * x >= 0 ? 1 : -1;
  };
  const east: [number, number][] = [];
  const north: [number, number][] = [];
  const first = [Math.floor(Math.min(from[0], to[0])) - 1, Math.floor(Math.min(from[1], to[1])) - 1] as const;
  const last = [Math.ceil(Math.max(from[0], to[0])) + 1, Math.ceil(Math.max(from[1], to[1])) + 1] as const;
  for (let row = Math.max(0, first[1]); row <= Math.min(domain.rows - 1, last[1]); row++)
    for (let column = Math.max(0, first[0]); column <= Math.min(domain.columns - 1, last[0]); column++) {
      const here = sideOf([column, row]);
      if (here === 0) continue;
      for (const [faces, there] of [
        [east, sideOf([column + 1, row])],
        [north, sideOf([column, row + 1])],
      ] as const)
        if (there === -here) faces.push([domain.indexOf(column, row), here]);
    }
  return { east, north };
}

/** What flows through a section now, m³/s. */
export function dischargeThrough({ east, north }: Section, { qx, qy, cell }: Domain): number {
  let sum = 0;
  for (const [index, sign] of east) sum += sign * (qx[index] ?? 0);
  for (const [index, sign] of north) sum += sign * (qy[index] ?? 0);
  return sum * cell;
}
