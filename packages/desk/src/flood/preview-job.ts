import { ENGINE_VERSION } from '@westgate/flood';
import { caseFolder, VARIANTS, type Variant } from './case-folder.ts';
import { cornersOf, type FloodQuestion } from './flood-job.ts';
import { type MadeGround, makeGround, requireUnit } from './make-ground.ts';
import { runVariant, type VariantResult, variantOf } from './run-variant.ts';

/** A first look at a case on coarse cells. */
export interface FloodPreview {
  readonly engine: string;
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  readonly corners: readonly (readonly [number, number])[];
  readonly times: readonly number[];
  readonly variants: Readonly<Record<Variant, VariantResult>>;
  /** Largest depths in cm, whole numbers of two bytes, row after row from the south-west. */
  readonly deepest: Readonly<Record<Variant, Uint8Array>>;
}

/** Cells of a first look: few enough for two seconds. */
const FEW_CELLS = 8_000;

/** Works a case out on cells so coarse that it is done at once. */
export async function previewJob({ ground, facts }: Omit<FloodQuestion, 'path'>): Promise<FloodPreview> {
  const fine = await makeGround(ground.bytes, ground.fileName, { ...ground.recipe, river: null, fillPitsM: null, smoothM: null });
  requireUnit(fine.reading);
  const cell = coarseCell(fine);
  const made = await makeGround(ground.bytes, ground.fileName, { ...ground.recipe, cellM: cell });
  const results: Partial<Record<Variant, VariantResult>> = {};
  const deepest: Partial<Record<Variant, Uint8Array>> = {};
  let times: readonly number[] = [];
  for (const variant of VARIANTS) {
    const folder = caseFolder(facts, made, variant);
    const { result, stored, seriesTimes } = await runVariant(folder, facts, made.crs, async () => undefined);
    times = seriesTimes;
    results[variant] = variantOf(result, stored);
    const depths = Uint16Array.from(result.maps.max_depth, (depth) => (depth > 0 ? Math.min(65_535, Math.ceil(depth * 100)) : 0));
    deepest[variant] = new Uint8Array(depths.buffer);
  }
  const { with: dammed, without } = results;
  if (!dammed || !without || !deepest.with || !deepest.without) throw new Error('both variants were worked out');
  const { columns, rows } = made.grid;
  return {
    ...{ engine: ENGINE_VERSION, cell, columns, rows, corners: cornersOf(made.grid, made.crs), times },
    variants: { with: dammed, without },
    deepest: { with: deepest.with, without: deepest.without },
  };
}

/** The cell at which a ground has few cells; its own where it has few already. */
function coarseCell({ grid }: MadeGround): number {
  const factor = Math.max(1, Math.ceil(Math.sqrt((grid.columns * grid.rows) / FEW_CELLS)));
  return grid.cell * factor;
}
