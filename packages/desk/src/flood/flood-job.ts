import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { FloodDesign } from '@westgate/domain';
import { type CaseResult, ENGINE_VERSION, type Grid, toCrs, writeAsciiGrid } from '@westgate/flood';
import { zipSync } from 'fflate';
import type { JobSite } from '../jobs/job.ts';
import { type CaseFacts, type CaseFolder, caseFolder, HEIGHTS_FILE, VARIANTS, type Variant } from './case-folder.ts';
import { type GroundRecipe, type GroundStep, type MadeGround, makeGround, requireUnit } from './make-ground.ts';
import { runVariant, type VariantResult, variantOf, wetCellsOf } from './run-variant.ts';

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
/** Names of the maps in an archive, in the order in which they stand in `<variant>/maps.f32`. */
export const MAP_NAMES = ['max_depth', 'max_speed', 'hazard', 'arrival_s', 'duration_s'] as const;
const DIGITS = { max_depth: 3, max_speed: 3, hazard: 3, arrival_s: 0, duration_s: 0 } as const;

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
  const variants: Partial<Record<Variant, VariantResult>> = {};
  let frames: readonly number[] = [];
  let times: readonly number[] = [];
  const wetCells: Record<Variant, number> = { with: 0, without: 0 };
  for (const [index, variant] of VARIANTS.entries()) {
    const folder = caseFolder(facts, made, variant);
    const { result, pictures, stored, seriesTimes } = await runVariant(folder, facts, made.crs, async (share) => {
      await site.hand({ share: (index + share) / VARIANTS.length });
    });
    frames = pictures.times;
    times = seriesTimes;
    wetCells[variant] = wetCellsOf(result);
    variants[variant] = variantOf(result, stored);
    addParts(parts, variant, folder, result, pictures.bytes);
  }
  const { with: dammed, without } = variants;
  if (!dammed || !without) throw new Error('both variants were worked out');
  const { grid } = made;
  const { columns, rows, cell, west, south } = grid;
  const answer: FloodResult = {
    ...{ format: RESULT_FORMAT, engine: ENGINE_VERSION, case: facts.id, title: facts.title, hours: facts.hours, scheme: facts.scheme },
    ...{ manning: facts.manning, crs: made.crs, cell, columns, rows, west, south, corners: cornersOf(grid, made.crs), steps: made.steps },
    ...{ design: facts.design, frames, times, variants: { with: dammed, without }, wetCells },
  };
  parts['result.json'] = Buffer.from(JSON.stringify(answer));
  parts['README.txt'] = Buffer.from(README);
  await writeFile(path, zipSync(parts, { level: 6, mtime: '2000-01-01T00:00:00' }));
  return answer;
}

const README = `Planning evidence, not a warning service. 规划论证材料，不是预警服务。

with/ and without/ hold the results with the works of the case and without them: summary.json with the exact account of all water, gauges.csv, sections.csv,
structures.csv, rules.log.jsonl, and the maps as gzipped ESRI ASCII grids. case/ in each of them is the folder of the case: "westgate flood run" takes it.
`;

function addParts(
  parts: Record<string, Uint8Array>,
  variant: Variant,
  { grid, files }: CaseFolder,
  result: CaseResult,
  frames: Uint8Array,
): void {
  const put = (name: string, content: string | Uint8Array): void => {
    parts[`${variant}/${name}`] = typeof content === 'string' ? Buffer.from(content) : content;
  };
  const csv = (rows: readonly (readonly (string | number)[])[]): string => rows.map((row) => `${row.join(',')}\n`).join('');
  for (const [name, text] of files) put(`case/${name}`, text);
  put(`case/${HEIGHTS_FILE}`, gzipSync(writeAsciiGrid(grid, 3)));
  const { summary, gauges, sections, structures, log, maps } = result;
  put('summary.json', `${JSON.stringify(summary, null, 2)}\n`);
  const ofGauges = gauges.map(({ time, id, depth, level, speed }) => [time, id, depth.toFixed(4), level.toFixed(4), speed.toFixed(4)]);
  put('gauges.csv', csv([['time_s', 'id', 'depth_m', 'level_m', 'speed_ms'], ...ofGauges]));
  put('sections.csv', csv([['time_s', 'id', 'q_m3s'], ...sections.map(({ time, id, discharge }) => [time, id, discharge.toFixed(4)])]));
  const ofStructures = structures.map(({ time, id, discharge, opening }) => [time, id, discharge.toFixed(4), opening.toFixed(4)]);
  put('structures.csv', csv([['time_s', 'id', 'q_m3s', 'opening_m'], ...ofStructures]));
  put('rules.log.jsonl', log.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  for (const name of MAP_NAMES) put(`${name}.asc.gz`, gzipSync(writeAsciiGrid({ ...grid, values: maps[name] }, DIGITS[name])));
  put('maps.f32', new Uint8Array(Float32Array.from(MAP_NAMES.flatMap((name) => Array.from(maps[name]))).buffer));
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
