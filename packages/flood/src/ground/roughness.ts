import type { Grid } from '../grid/grid.ts';
import type { Line } from './steps.ts';

/**
 * Manning's n by what covers the land, s/m^(1/3): middle values of Chow (1959), Open-Channel Hydraulics, table 5-6, for channels and flood plains; for built-up land of the table of land cover in the HEC-RAS
 * 2D Modeling User's Manual (US Army Corps of Engineers). A start, to be set against what is seen on the ground.
 */
export const ROUGHNESS: Readonly<Record<string, number>> = {
  ...{ water: 0.03, riverbank: 0.035, wetland: 0.07, sand: 0.025, bare: 0.03 },
  ...{ grass: 0.035, meadow: 0.035, park: 0.04, farmland: 0.04, orchard: 0.07, scrub: 0.07, forest: 0.12, wood: 0.12 },
  ...{ residential: 0.1, commercial: 0.12, industrial: 0.12, retail: 0.12, construction: 0.05, railway: 0.04, road: 0.016 },
};

/** Land of one cover: rings in the ground's reference system, holes among them. */
export interface RoughArea {
  readonly rings: readonly Line[];
  readonly manning: number;
}

/** Manning's n for each cell by the area that its middle lies in, the last one where several do; `base` where nothing is said. */
export function roughnessGrid(grid: Grid, areas: readonly RoughArea[], base: number): Grid {
  const { columns, rows, cell, west, south } = grid;
  const values = new Float64Array(columns * rows).fill(base);
  for (const { rings, manning } of areas) {
    for (let row = 0; row < rows; row++) {
      const y = south + (row + 0.5) * cell;
      const crossings = rings
        .flatMap((ring) =>
          ring.flatMap((to, index) => {
            const from = ring[index - 1] ?? ring.at(-1) ?? to;
            return from[1] > y === to[1] > y ? [] : [from[0] + ((to[0] - from[0]) * (y - from[1])) / (to[1] - from[1])];
          }),
        )
        .sort((a, b) => a - b);
      for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
        const from = Math.max(0, Math.ceil(((crossings[pair] ?? 0) - west) / cell - 0.5));
        const to = Math.min(columns - 1, Math.floor(((crossings[pair + 1] ?? 0) - west) / cell - 0.5));
        if (to >= from) values.fill(manning, row * columns + from, row * columns + to + 1);
      }
    }
  }
  return { ...grid, values };
}
