import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { FloodDesign } from '@westgate/domain';
import {
  type CaseResult,
  ENGINE_VERSION,
  EXTENTS_FILE,
  type Grid,
  MAP_NAMES,
  resultExtents,
  resultMaps,
  resultTables,
  toCrs,
  writeAsciiGrid,
} from '@westgate/flood';
import { zipSync } from 'fflate';
import type { JobSite } from '../jobs/job.ts';
import { type CaseFacts, type CaseFolder, HEIGHTS_FILE, type Variant } from './case-folder.ts';
import { type GroundRecipe, type GroundStep, type MadeGround, makeGround, requireUnit } from './make-ground.ts';
import { runBoth, type VariantResult, variantOf, wetCellsOf } from './run-variant.ts';

/** The file of a ground and what is said of it. */
export interface GroundQuestion {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly recipe: GroundRecipe;
}

/** What a file of heights holds and what the steps of its recipe do. */
export interface GroundAnswer extends Omit<MadeGround, 'grid'> {
  readonly columns: number;
  readonly rows: number;
  readonly cell: number;
  /** Corners of the ground in WGS 84: north-west, north-east, south-east, south-west. */
  readonly corners: readonly (readonly [number, number])[];
  readonly range: readonly [number, number];
  readonly holes: number;
}

/** What is to be worked out, and where the archive of its results is written. */
export interface FloodQuestion {
  readonly ground: GroundQuestion;
  readonly facts: CaseFacts;
  readonly path: string;
}

/** The share that is done of all variants. */
export interface FloodProgress {
  readonly share: number;
}

/** The result of a case as the screens read it. */
export interface FloodResult {
  readonly format: typeof RESULT_FORMAT;
  readonly engine: string;
  readonly case: string;
  readonly title: string;
  readonly hours: number;
  readonly scheme: CaseFacts['scheme'];
  readonly manning: number;
  readonly crs: string;
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  readonly west: number;
  readonly south: number;
  readonly corners: GroundAnswer['corners'];
  readonly steps: readonly GroundStep[];
  readonly design: FloodDesign;
  /** Times of the pictures, s; in `<variant>/frames.u16` stand the depths of all cells in cm at each, row after row from the south-west. */
  readonly frames: readonly number[];
  /** Times of the series, s. */
  readonly times: readonly number[];
  readonly variants: Readonly<Record<Variant, VariantResult>>;
  /** Cells that were under more than 0.1 m of water at some time. */
  readonly wetCells: Readonly<Record<Variant, number>>;
}

export const RESULT_FORMAT = 'westgate-flood-result/1';

/** Reads a file of heights, does the steps, and says what came of it. */
export async function groundJob({ bytes, fileName, recipe }: GroundQuestion): Promise<GroundAnswer> {
  const { grid, ...made } = await makeGround(bytes, fileName, recipe);
  const heights = grid.values.filter((height) => !Number.isNaN(height));
  const range = heights.reduce(([least, most], height) => [Math.min(least, height), Math.max(most, height)] as const, [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ] as readonly [number, number]);
  const { columns, rows, cell } = grid;
  return { ...made, columns, rows, cell, corners: cornersOf(grid, made.crs), range, holes: grid.values.length - heights.length };
}

/** Works a case out with and without its works, and writes the archive of the results. */
export async function floodJob({ ground, facts, path }: FloodQuestion, site: JobSite<FloodProgress>): Promise<FloodResult> {
  const made = await makeGround(ground.bytes, ground.fileName, ground.recipe);
  requireUnit(made.reading);
  const parts: Record<string, Uint8Array> = {};
  const tell = (share: number): Promise<void> => site.hand({ share });
  const { with: dammed, without } = await runBoth(facts, made, tell, (variant, { folder, result, pictures, stored, seriesTimes }) => {
    addParts(parts, variant, folder, { result, crs: made.crs, frames: pictures.bytes });
    return { told: variantOf(result, stored), wet: wetCellsOf(result), frames: pictures.times, times: seriesTimes };
  });
  const { grid } = made;
  const { columns, rows, cell, west, south } = grid;
  const answer: FloodResult = {
    ...{ format: RESULT_FORMAT, engine: ENGINE_VERSION, case: facts.id, title: facts.title, hours: facts.hours, scheme: facts.scheme },
    ...{ manning: facts.manning, crs: made.crs, cell, columns, rows, west, south, corners: cornersOf(grid, made.crs), steps: made.steps },
    ...{ design: facts.design, frames: without.frames, times: without.times },
    variants: { with: dammed.told, without: without.told },
    wetCells: { with: dammed.wet, without: without.wet },
  };
  parts['result.json'] = Buffer.from(JSON.stringify(answer));
  parts['README.txt'] = Buffer.from(README);
  await writeFile(path, zipSync(parts, { level: 6, mtime: '2000-01-01T00:00:00' }));
  return answer;
}

const README = `Planning evidence, not a warning service. 规划论证材料，不是预警服务。

with/ and without/ hold the results with the works of the case and without them: summary.json with the exact account of all water, gauges.csv, sections.csv,
structures.csv, rules.log.jsonl, the maps as gzipped ESRI ASCII grids and as GeoTIFF, and extents.geojson: the areas that are 0.1, 0.5 and 2 m deep at some time, in
degrees of WGS 84. case/ in each of them is the folder of the case: "westgate flood run" takes it.
`;

function addParts(
  parts: Record<string, Uint8Array>,
  variant: Variant,
  { grid, files }: CaseFolder,
  { result, crs, frames }: { readonly result: CaseResult; readonly crs: string; readonly frames: Uint8Array },
): void {
  const put = (name: string, content: string | Uint8Array): void => {
    parts[`${variant}/${name}`] = typeof content === 'string' ? Buffer.from(content) : content;
  };
  for (const [name, text] of files) put(`case/${name}`, text);
  put(`case/${HEIGHTS_FILE}`, gzipSync(writeAsciiGrid(grid, 3)));
  for (const [name, text] of resultTables(result)) put(name, text);
  for (const [name, content] of resultMaps(result, grid, crs))
    if (typeof content === 'string') put(`${name}.gz`, gzipSync(content));
    else put(name, content);
  put(EXTENTS_FILE, resultExtents(result, grid, crs));
  put('maps.f32', new Uint8Array(Float32Array.from(MAP_NAMES.flatMap((name) => Array.from(result.maps[name]))).buffer));
  put('frames.u16', frames);
}

/** Corners of a grid in WGS 84: north-west, north-east, south-east, south-west. */
export function cornersOf({ west, south, columns, rows, cell }: Grid, crs: string): GroundAnswer['corners'] {
  const { inverse } = toCrs(crs);
  const [east, north] = [west + columns * cell, south + rows * cell];
  return (
    [
      [west, north],
      [east, north],
      [east, south],
      [west, south],
    ] as const
  ).map(inverse);
}
