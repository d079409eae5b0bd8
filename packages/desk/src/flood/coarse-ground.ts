import { WestgateError } from '@westgate/base';
import type { Grid } from '@westgate/flood';
import { type GroundRecipe, groundOf, type MadeGround, type ReadHeights } from './make-ground.ts';

/** A ground on coarse cells. */
export interface CoarseGround {
  readonly cell: number;
  /** With the steps of its recipe. */
  readonly made: MadeGround;
  /** The same with other heights in the file: `changed` gives them by those on the coarse cells, before rivers are burnt in and hollows filled. */
  readonly otherwise: (changed: (grid: Grid) => Grid) => MadeGround;
}

/** More coarse cells are not worked on again and again. */
const MOST_CELLS = 200_000;

/** A ground on the cell that is asked for, or on the least multiple of its own that leaves few cells. */
export function coarseGround(
  heights: ReadHeights,
  recipe: GroundRecipe,
  { cellM, fewCells }: { readonly cellM: number | null; readonly fewCells: number },
): CoarseGround {
  const plain = { river: null, fillPitsM: null, smoothM: null };
  const cell = cellM ?? coarseCell(groundOf(heights, { ...recipe, ...plain }), fewCells);
  const { grid: bare } = groundOf(heights, { ...recipe, ...plain, cellM: cell });
  const cells = bare.columns * bare.rows;
  if (cells > MOST_CELLS)
    throw new WestgateError(
      'WG_INPUT_INVALID',
      {
        zh: `粗网格至多 ${MOST_CELLS} 个，边长 ${cell} m 时为 ${cells} 个：请加大粗网格边长`,
        en: `expected at most ${MOST_CELLS} coarse cells, found ${cells} of ${cell} m: use larger ones`,
      },
      { field: 'cellM' },
    );
  const conditioned = (grid: Grid): MadeGround => groundOf({ ...heights, raw: grid }, { ...recipe, area: null, cellM: null });
  return { cell, made: conditioned(bare), otherwise: (changed) => conditioned(changed(bare)) };
}

/** The cell at which a ground has few cells; its own where it has few already. */
function coarseCell({ grid }: MadeGround, fewCells: number): number {
  return grid.cell * Math.max(1, Math.ceil(Math.sqrt((grid.columns * grid.rows) / fewCells)));
}
