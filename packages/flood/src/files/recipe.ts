import { z } from 'zod';
import { caseFault } from '../cases/fault.ts';
import type { Grid } from '../grid/grid.ts';
import { breachBridges } from '../ground/bridges.ts';
import { burnRiver, type Conditioned, cutGrid, fillPits, type GroundChange, resampleGrid, smoothSteps } from '../ground/steps.ts';
import { toCrs } from './crs.ts';
import { type ReadGround, readGround } from './ground-file.ts';
import { refuseCells } from './heights.ts';
import { readRiverLines } from './river-lines.ts';

export const RECIPE_FORMAT = 'westgate-ground/1';

const file = z.strictObject({ name: z.string().min(1), sha256: z.string().regex(/^[\da-f]{64}$/) });
const metres = z.number().positive().max(50);
const STEP = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('burn-river'), lines: file, classes: z.array(z.string()).min(1), depth_m: z.number().min(0).max(50) }),
  z.strictObject({
    kind: z.literal('breach-bridges'),
    lines: file,
    classes: z.array(z.string()).min(1),
    over_m: z.number().min(0).max(50),
  }),
  z.strictObject({ kind: z.literal('fill-pits'), most_m: metres }),
  z.strictObject({ kind: z.literal('smooth-steps'), most_m: metres }),
]);
const RECIPE = z.object({
  format: z.literal(RECIPE_FORMAT),
  files: z.array(file.extend({ prj: z.string().optional() })).min(1),
  crs: z.string().optional(),
  vertical_unit: z.enum(['m', 'ft', 'us-ft']).optional(),
  cut: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  cell_m: z.number().positive().optional(),
  steps: z.array(STEP),
});

/** How ground is made ready from the files that somebody brought: the same recipe on the same files gives the same heights, to the bit. */
export type GroundRecipe = z.infer<typeof RECIPE>;

/** What a step of a recipe did. */
export interface RecipeStepDone extends GroundChange {
  readonly kind: GroundRecipe['steps'][number]['kind'];
}

export interface PreparedGround {
  readonly grid: Grid;
  readonly crs: string;
  /** Each file as it was read, without its heights. */
  readonly read: readonly Omit<ReadGround, 'grid'>[];
  readonly done: readonly RecipeStepDone[];
}

/** A recipe from its JSON. Throws WG_INPUT_INVALID with the place. */
export function readRecipe(text: string, name: string): GroundRecipe {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw caseFault({ file: name }, 'JSON', error instanceof Error ? error.message : error);
  }
  const read = RECIPE.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw caseFault({ file: name, at: issue?.path.join('.') }, { zh: '地形处理记录', en: 'a recipe of ground' }, issue?.message ?? '');
}

/** Does what a recipe says. `bytesOf` gives the bytes of a file that it names. */
export async function prepareGround(recipe: GroundRecipe, bytesOf: (name: string) => Uint8Array): Promise<PreparedGround> {
  const grounds: ReadGround[] = [];
  for (const { name, prj } of recipe.files) {
    const into = grounds[0]?.crs;
    grounds.push(
      await readGround(bytesOf(name), name, { crs: recipe.crs, verticalUnit: recipe.vertical_unit, cell: recipe.cell_m, into, prj }),
    );
  }
  const crs = grounds[0]?.crs ?? '';
  let grid = joinGrids(grounds.map(({ grid, crs: each }, index) => ({ grid, crs: each, file: recipe.files[index]?.name ?? '' })));
  if (recipe.cut) grid = cutTo(grid, crs, recipe.cut);
  if (recipe.cell_m !== undefined && Math.abs(recipe.cell_m - grid.cell) > 1e-9) {
    refuseCells(
      recipe.files[0]?.name ?? '',
      Math.round((grid.columns * grid.cell) / recipe.cell_m),
      Math.round((grid.rows * grid.cell) / recipe.cell_m),
    );
    grid = resampleGrid(grid, recipe.cell_m);
  }
  const done: RecipeStepDone[] = [];
  for (const step of recipe.steps) {
    const { grid: next, change } = await stepped(grid, crs, step, bytesOf);
    grid = next;
    done.push({ kind: step.kind, ...change });
  }
  return { grid, crs, read: grounds.map(({ grid: _, ...read }) => read), done };
}

async function stepped(
  grid: Grid,
  crs: string,
  step: GroundRecipe['steps'][number],
  bytesOf: (name: string) => Uint8Array,
): Promise<Conditioned> {
  if (step.kind === 'fill-pits') return fillPits(grid, step.most_m);
  if (step.kind === 'smooth-steps') return smoothSteps(grid, step.most_m);
  const { name } = step.lines;
  const rivers = (await readRiverLines(bytesOf(name), name)).filter((river) => step.classes.includes(river.class));
  const lines = rivers.map(({ line }) => line.map(toCrs(crs).forward));
  const [width, height] = [grid.columns * grid.cell, grid.rows * grid.cell];
  const isOver = lines.some((line) =>
    line.some(([x, y]) => x >= grid.west && x <= grid.west + width && y >= grid.south && y <= grid.south + height),
  );
  if (!isOver)
    throw caseFault(
      { file: name },
      { zh: `穿过该地形的河流（${step.classes.join('、')}）`, en: `rivers over this ground (${step.classes.join(', ')})` },
      { zh: '没有', en: 'none' },
    );
  return step.kind === 'burn-river' ? burnRiver(grid, lines, step.depth_m) : breachBridges(grid, lines, step.over_m);
}

/** Tiles as one grid. Where two hold a height, the first one stays. */
function joinGrids(grounds: readonly { readonly grid: Grid; readonly crs: string; readonly file: string }[]): Grid {
  const [first] = grounds;
  if (!first || grounds.length === 1) return first?.grid ?? { columns: 0, rows: 0, cell: 1, west: 0, south: 0, values: new Float64Array() };
  const { cell } = first.grid;
  for (const { grid, crs, file } of grounds) {
    const off = [(grid.west - first.grid.west) / cell, (grid.south - first.grid.south) / cell].map((cells) =>
      Math.abs(cells - Math.round(cells)),
    );
    if (crs !== first.crs || Math.abs(grid.cell - cell) > 1e-6 || off.some((part) => part > 1e-3))
      throw caseFault(
        { file },
        {
          zh: `与第一个文件对齐的格网：${first.crs}，${cell} 米`,
          en: `cells in line with those of the first file: ${first.crs}, ${cell} m`,
        },
        `${crs}, ${grid.cell} m, ${grid.west}, ${grid.south}`,
      );
  }
  const [west, south] = [Math.min(...grounds.map(({ grid }) => grid.west)), Math.min(...grounds.map(({ grid }) => grid.south))];
  const columns = Math.round((Math.max(...grounds.map(({ grid }) => grid.west + grid.columns * cell)) - west) / cell);
  const rows = Math.round((Math.max(...grounds.map(({ grid }) => grid.south + grid.rows * cell)) - south) / cell);
  refuseCells(first.file, columns, rows);
  const values = new Float64Array(columns * rows).fill(Number.NaN);
  for (const { grid } of grounds) {
    const [right, up] = [Math.round((grid.west - west) / cell), Math.round((grid.south - south) / cell)];
    for (let row = 0; row < grid.rows; row++)
      for (let column = 0; column < grid.columns; column++) {
        const to = (row + up) * columns + column + right;
        if (Number.isNaN(values[to])) values[to] = grid.values[row * grid.columns + column] ?? Number.NaN;
      }
  }
  return { columns, rows, cell, west, south, values };
}

/** The part of a grid within a box of degrees: all that the box holds lies in it. */
function cutTo(grid: Grid, crs: string, [west, south, east, north]: readonly [number, number, number, number]): Grid {
  const { forward } = toCrs(crs);
  const middle = [(west + east) / 2, (south + north) / 2] as const;
  const corners = [west, middle[0], east].flatMap((lng) => [south, middle[1], north].map((lat) => forward([lng, lat])));
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const cut = cutGrid(grid, [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
  if (cut.columns > 0 && cut.rows > 0) return cut;
  throw caseFault({ file: 'cut' }, { zh: '与地形相交的范围', en: 'a box with ground in it' }, [west, south, east, north].join(', '));
}
