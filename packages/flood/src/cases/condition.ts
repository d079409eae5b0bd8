import type { Grid } from '../grid/grid.ts';
import { breachBridges } from '../ground/bridges.ts';
import { crestsAbove } from '../ground/crests.ts';
import {
  addCrests,
  burnRiver,
  type Conditioned,
  cutGrid,
  fillPits,
  type GroundChange,
  resampleGrid,
  smoothSteps,
} from '../ground/steps.ts';
import type { CaseFile } from './case-format.ts';
import { caseFault, NONE } from './fault.ts';
import { readLines } from './lines-file.ts';

type Step = NonNullable<CaseFile['conditioning']>[number];

/** A step that was done to the ground, and what it changed; null for one that makes other cells. */
export interface StepDone {
  readonly kind: Step['kind'];
  readonly change: GroundChange | null;
}

/** The ground after the steps of a case, in their order; the file that it was read from stays as it is. */
export function conditionGround(
  raw: Grid,
  steps: readonly Step[],
  text: (file: string) => string,
): { readonly grid: Grid; readonly done: readonly StepDone[] } {
  let grid = raw;
  const done: StepDone[] = [];
  for (const [index, step] of steps.entries()) {
    const next = stepped(grid, step, text);
    if (next.grid.columns < 1 || next.grid.rows < 1)
      throw caseFault({ file: 'case.json', at: `conditioning.${index}` }, { zh: '与地形相交的范围', en: 'a box with ground in it' }, NONE);
    grid = next.grid;
    done.push({ kind: step.kind, change: next.change });
  }
  return { grid, done };
}

function stepped(
  grid: Grid,
  step: Step,
  text: (file: string) => string,
): { readonly grid: Grid; readonly change: Conditioned['change'] | null } {
  switch (step.kind) {
    case 'cut':
      return { grid: cutGrid(grid, step.box), change: null };
    case 'resample':
      return { grid: resampleGrid(grid, step.cell_m), change: null };
    case 'burn-river':
      return burnRiver(
        grid,
        readLines(text(step.lines), step.lines).map(({ line }) => line),
        step.depth_m,
      );
    case 'breach-bridges':
      return breachBridges(
        grid,
        readLines(text(step.lines), step.lines).map(({ line }) => line),
        step.over_m,
      );
    case 'fill-pits':
      return fillPits(grid, step.most_m);
    case 'smooth-steps':
      return smoothSteps(grid, step.most_m);
  }
}

/** Crests of dikes, roads and walls from a file of lines that each say `crest_m`, or `height_m` above the ground beneath. */
export function readCrests(grid: Grid, text: string, file: string): ReturnType<typeof addCrests> {
  const lines = readLines(text, file).flatMap(({ line, at, said }) => {
    const { crest_m: height, height_m: above } = said;
    if (typeof height === 'number') return [{ line, height }];
    if (typeof above === 'number') return crestsAbove(grid, line, above);
    throw caseFault(
      { file, at: `${at}.properties.crest_m` },
      { zh: '顶高程（米），或 height_m 高出地面的高度', en: 'the height of the crest, m, or height_m above the ground' },
      height === undefined ? { zh: '没有', en: 'nothing' } : height,
    );
  });
  return addCrests(grid, lines);
}
