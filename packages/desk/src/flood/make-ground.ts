import { type Geometry, linesOf, positionsOf, WestgateError } from '@westgate/base';
import {
  burnRiver,
  cutGrid,
  fillPits,
  type Grid,
  type GroundChange,
  type Line,
  type ReadGround,
  readGround,
  resampleGrid,
  smoothSteps,
  toCrs,
} from '@westgate/flood';

/** What a ground model says of its file and of what is done to it; as its columns, lengths in m. */
export interface GroundRecipe {
  readonly crs: string | null;
  readonly verticalUnit: 'm' | 'ft' | 'us-ft' | null;
  readonly area: Geometry | null;
  readonly cellM: number | null;
  readonly river: Geometry | null;
  readonly burnM: number | null;
  readonly fillPitsM: number | null;
  readonly smoothM: number | null;
}

/** A step that was done to the heights; `change` null for one that makes other cells. */
export interface GroundStep {
  readonly kind: 'cut' | 'resample' | 'smooth-steps' | 'burn-river' | 'fill-pits';
  readonly change: GroundChange | null;
}

/** The ground of a file after all that is done to it. */
export interface MadeGround {
  readonly reading: Omit<ReadGround, 'grid'>;
  /** Cells of the file. */
  readonly from: { readonly columns: number; readonly rows: number; readonly cell: number };
  readonly grid: Grid;
  readonly crs: string;
  readonly steps: readonly GroundStep[];
}

/** More cells are not worked on. */
const MOST_CELLS = 4_000_000;

/** The heights of a file as they were read. */
export type ReadHeights = Pick<MadeGround, 'reading'> & { readonly raw: Grid };

/** Reads the file of a ground and does its steps, in their order. Throws WG_INPUT_INVALID with what was expected and what was found. */
export async function makeGround(bytes: Uint8Array, fileName: string, recipe: GroundRecipe): Promise<MadeGround> {
  return groundOf(await readHeights(bytes, fileName, recipe), recipe);
}

/** Reads the file of a ground; nothing is done to it yet. */
export async function readHeights(bytes: Uint8Array, fileName: string, { crs, verticalUnit }: GroundRecipe): Promise<ReadHeights> {
  const { grid: raw, ...reading } = await readGround(bytes, fileName, {
    ...(crs === null ? {} : { crs }),
    ...(verticalUnit === null ? {} : { verticalUnit }),
  });
  return { raw, reading };
}

/** Does the steps of a recipe to heights that were read. */
export function groundOf({ raw, reading }: ReadHeights, recipe: GroundRecipe): MadeGround {
  const { crs } = reading;
  const { forward } = toCrs(crs);
  const steps: GroundStep[] = [];
  let grid = raw;
  const make = (kind: GroundStep['kind'], next: Grid): void => {
    grid = next;
    steps.push({ kind, change: null });
  };
  const change = (kind: GroundStep['kind'], next: { readonly grid: Grid; readonly change: GroundChange }): void => {
    grid = next.grid;
    steps.push({ kind, change: next.change });
  };
  if (recipe.area !== null) make('cut', cutGrid(grid, boxOf(positionsOf(recipe.area).map(forward))));
  if (recipe.cellM !== null && recipe.cellM !== grid.cell) {
    requireCells(grid, recipe.cellM);
    make('resample', resampleGrid(grid, recipe.cellM));
  }
  requireCells(grid, grid.cell);
  if (grid.columns < 1 || grid.rows < 1 || grid.values.every(Number.isNaN))
    throw new WestgateError('WG_INPUT_INVALID', {
      zh: '使用范围内没有高程：范围应与地形文件重叠',
      en: 'expected an area that the heights of the file cover; it holds none of them',
    });
  if (recipe.smoothM !== null) change('smooth-steps', smoothSteps(grid, recipe.smoothM));
  if (recipe.river !== null)
    change(
      'burn-river',
      burnRiver(
        grid,
        linesOf(recipe.river).map((line): Line => line.map(forward)),
        recipe.burnM ?? 0,
      ),
    );
  if (recipe.fillPitsM !== null) change('fill-pits', fillPits(grid, recipe.fillPitsM));
  return { reading, from: { columns: raw.columns, rows: raw.rows, cell: raw.cell }, grid, crs, steps };
}

/** Throws where nothing says in which unit the heights are: the range is told, by which a person knows. */
export function requireUnit({ verticalUnit, range: [least, most] }: MadeGround['reading']): void {
  if (verticalUnit !== null) return;
  throw new WestgateError('WG_INPUT_INVALID', {
    zh: `地形数据：应写明高程单位（文件没有载明），高程在 ${least.toFixed(1)} 至 ${most.toFixed(1)} 之间`,
    en: `the ground model: expected the unit of its heights, which the file does not tell; they lie from ${least.toFixed(1)} to ${most.toFixed(1)}`,
  });
}

function requireCells(grid: Grid, cell: number): void {
  const cells = Math.ceil((grid.columns * grid.cell) / cell) * Math.ceil((grid.rows * grid.cell) / cell);
  if (cells <= MOST_CELLS) return;
  throw new WestgateError('WG_INPUT_INVALID', {
    zh: `网格至多 ${MOST_CELLS} 个，现为 ${cells} 个：请缩小使用范围或加大网格边长`,
    en: `expected at most ${MOST_CELLS} cells, found ${cells}: use a smaller area, or larger cells`,
  });
}

function boxOf(points: readonly (readonly [number, number])[]): readonly [number, number, number, number] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
