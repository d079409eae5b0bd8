import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { type FloodRunTold, NO_GROUND, SENSITIVITY_FORMAT, type SensitivityAsk, type SensitivityResult, wetRunsIn } from '@westgate/domain';
import { ENGINE_VERSION, type Grid, writeAsciiGrid } from '@westgate/flood';
import { zipSync } from 'fflate';
import type { JobSite } from '../../jobs/job.ts';
import { type CoarseGround, coarseGround } from '../coarse-ground.ts';
import { cornersOf, type FloodProgress, type FloodQuestion } from '../flood-job.ts';
import { readHeights, requireUnit } from '../make-ground.ts';
import { type Ran, runOne, WET_M } from '../run-variant.ts';
import { ERROR_CELLS, withHeightErrors } from './height-errors.ts';
import { type OpenedAt, type SensitivityVariant, sensitivityVariants } from './sensitivity-variants.ts';
import { certificateOf, toldRun } from './told-run.ts';

export interface SensitivityQuestion extends FloodQuestion {
  readonly ask: SensitivityAsk & { readonly cellM: number | null };
}

/** Coarse cells at most where nobody names a cell: few enough for a minute or two on the example. */
const FEW_CELLS = 50_000;
const HOUR = 3_600;

/** Works a case out again and again on coarse cells, each time with one thing otherwise, and writes the archive. */
export async function sensitivityJob(question: SensitivityQuestion, site: JobSite<FloodProgress>): Promise<SensitivityResult> {
  const { ground, facts, path, ask } = question;
  const heights = await readHeights(ground.bytes, ground.fileName, ground.recipe);
  requireUnit(heights.reading);
  const coarse = coarseGround(heights, ground.recipe, { cellM: ask.cellM, fewCells: FEW_CELLS });
  const { grid, crs } = coarse.made;
  const wet = Uint16Array.from(grid.values, (height) => (Number.isNaN(height) ? NO_GROUND : 0));
  const all: FloodRunTold[] = [];
  const told: SensitivityResult['variants'][number][] = [];
  const hand = (share: number): Promise<void> => site.hand({ share });
  const tried = async (variant: SensitivityVariant, most: number): Promise<Ran> => {
    const made = groundOf(coarse, ask, variant);
    const share = (part: number) => (run: number) => hand((told.length + part + run / 2) / most);
    const ran = await runOne(variant.facts, made, 'with', share(0));
    for (const [cell, depth] of ran.result.maps.max_depth.entries()) if (depth >= WET_M) wet[cell] = (wet[cell] ?? 0) | (1 << told.length);
    const dammed = toldRun(ran);
    all.push(dammed);
    const [base] = told;
    let free = variant.isOfWorks ? base?.without : undefined;
    if (free === undefined) {
      free = toldRun(await runOne(variant.facts, made, 'without', share(0.5)));
      all.push(free);
    }
    told.push({ name: variant.name, with: dammed, without: free });
    return ran;
  };
  const most = sensitivityVariants(facts, ask, () => 0).variants.length + 1;
  const base = await tried({ name: 'base', facts, errors: null, isOfWorks: false }, most);
  const { variants, leftOut } = sensitivityVariants(facts, ask, openedIn(base));
  for (const variant of variants) await tried(variant, most);
  const { columns, rows, cell, west, south } = grid;
  const { rmseM, lateMin, stuckPercent, seed } = ask;
  const answer: SensitivityResult = {
    ...{ format: SENSITIVITY_FORMAT, engine: ENGINE_VERSION, case: facts.id, title: facts.title, hours: facts.hours, scheme: facts.scheme },
    ...{ crs, cell, caseCell: ground.recipe.cellM ?? heights.raw.cell, columns, rows, west, south, corners: cornersOf(grid, crs) },
    ...{ design: facts.design, ask: { rmseM, lateMin, stuckPercent, seed }, errorsOverM: ERROR_CELLS * cell, wetM: WET_M },
    ...{ variants: told, leftOut, certificate: certificateOf(all) },
  };
  await writeFile(path, archiveOf(answer, grid, wet));
  return answer;
}

function groundOf(coarse: CoarseGround, { rmseM, seed }: SensitivityAsk, { errors }: SensitivityVariant) {
  if (errors === null || rmseM === null) return coarse.made;
  return coarse.otherwise((grid) => withHeightErrors(grid, rmseM, { seed, sign: errors }));
}

/** When gates first passed such an opening in a run, opening or closing, in hours, between the times that are told of it by how they went on. */
function openedIn({ result }: Ran): OpenedAt {
  return (gate, opening) => {
    const course = result.structures.filter(({ id }) => id === gate);
    const at = course.findIndex((each, index) => ((course[index - 1]?.opening ?? each.opening) - opening) * (each.opening - opening) <= 0);
    const [before, after] = [course[at - 1], course[at]];
    if (!after) return null;
    if (!before || after.opening === before.opening) return after.time / HOUR;
    const part = (opening - before.opening) / (after.opening - before.opening);
    return (before.time + part * (after.time - before.time)) / HOUR;
  };
}

const README = `Planning evidence, not a warning service. 规划论证材料，不是预警服务。

sensitivity.json: what each run came to, with the works of the case and without them. share_wet.asc.gz: the share of runs with the works in which each cell is under 0.1 m of water or more.
wet.u16: the same of each run, whole numbers of two bytes, the least first, row after row from the south-west; bit n stands for run n of sensitivity.json, counted from 0; bit 15: no ground.
`;

function archiveOf(answer: SensitivityResult, grid: Grid, wet: Uint16Array): Uint8Array {
  const shares = grid.values.map((height, cell) => (Number.isNaN(height) ? height : wetRunsIn(wet[cell] ?? 0) / answer.variants.length));
  const parts = {
    'sensitivity.json': Buffer.from(JSON.stringify(answer)),
    'wet.u16': new Uint8Array(wet.buffer),
    'share_wet.asc.gz': gzipSync(writeAsciiGrid({ ...grid, values: shares }, 3)),
    'README.txt': Buffer.from(README),
  };
  return zipSync(parts, { level: 6, mtime: '2000-01-01T00:00:00' });
}
