import { ENGINE_VERSION } from '@westgate/flood';
import type { Variant } from './case-folder.ts';
import { coarseGround } from './coarse-ground.ts';
import { cornersOf, type FloodQuestion } from './flood-job.ts';
import { readHeights, requireUnit } from './make-ground.ts';
import { runBoth, type VariantResult, variantOf } from './run-variant.ts';

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
  const heights = await readHeights(ground.bytes, ground.fileName, ground.recipe);
  requireUnit(heights.reading);
  const { cell, made } = coarseGround(heights, ground.recipe, { cellM: null, fewCells: FEW_CELLS });
  const silent = async (): Promise<void> => undefined;
  const { with: dammed, without } = await runBoth(facts, made, silent, (_, { result, stored, seriesTimes }) => {
    const depths = Uint16Array.from(result.maps.max_depth, (depth) => (depth > 0 ? Math.min(65_535, Math.ceil(depth * 100)) : 0));
    return { told: variantOf(result, stored), times: seriesTimes, deepest: new Uint8Array(depths.buffer) };
  });
  const { columns, rows } = made.grid;
  return {
    ...{ engine: ENGINE_VERSION, cell, columns, rows, corners: cornersOf(made.grid, made.crs), times: without.times },
    variants: { with: dammed.told, without: without.told },
    deepest: { with: dammed.deepest, without: without.deepest },
  };
}
