import { writeFile } from 'node:fs/promises';
import {
  type FloodDesign,
  type FloodRunTold,
  RULE_SEARCH_FORMAT,
  type RuleOutcome,
  type RuleSearchAsk,
  type RuleSearchResult,
  type RuleValues,
  type TriedRule,
  withRuleNumbers,
} from '@westgate/domain';
import { ENGINE_VERSION } from '@westgate/flood';
import { zipSync } from 'fflate';
import type { JobSite } from '../../jobs/job.ts';
import type { Variant } from '../case-folder.ts';
import { coarseGround } from '../coarse-ground.ts';
import type { FloodQuestion } from '../flood-job.ts';
import { groundOf, type MadeGround, readHeights, requireUnit } from '../make-ground.ts';
import { runOne } from '../run-variant.ts';
import { excessOf } from './excess.ts';
import { lotsFrom } from './lots.ts';
import { certificateOf, toldRun } from './told-run.ts';
import { byRank, nextTries } from './tries.ts';

export interface RuleSearchQuestion extends FloodQuestion {
  readonly ask: RuleSearchAsk & { readonly cellM: number | null };
}

/** How far a search is: on coarse or fine cells, and the lowest peak so far that keeps within what is built. */
export interface RuleSearchProgress {
  readonly stage: 'coarse' | 'fine';
  readonly share: number;
  readonly best: number | null;
}

/** Coarse cells at most where nobody names a cell. */
const FEW_CELLS = 12_000;
/** How many of the best are repeated on fine cells. */
const REPEATED = 3;

/** Tries numbers of rules on coarse cells, repeats the best on fine ones, and writes the archive. */
export async function ruleSearchJob(question: RuleSearchQuestion, site: JobSite<RuleSearchProgress>): Promise<RuleSearchResult> {
  const { ground, facts, path, ask } = question;
  const heights = await readHeights(ground.bytes, ground.fileName, ground.recipe);
  requireUnit(heights.reading);
  const coarse = coarseGround(heights, ground.recipe, { cellM: ask.cellM, fewCells: FEW_CELLS });
  const all: FloodRunTold[] = [];
  let [best, done] = [null as number | null, 0];
  const run = async (made: MadeGround, stage: RuleSearchProgress['stage'], most: number, design: FloodDesign, variant: Variant) => {
    const ran = await runOne({ ...facts, design }, made, variant, (share) => site.hand({ stage, share: (done + share) / most, best }));
    const told = toldRun(ran);
    all.push(told);
    done += 1;
    const peakM3s = told.peaks[ask.section];
    if (peakM3s === undefined) throw new Error(`the run tells no peak at ${ask.section}`);
    const excess = excessOf(facts.design, ran, told, made.crs);
    if (stage === 'coarse' && variant === 'with' && excess.isWithin) best = Math.round(Math.min(best ?? peakM3s, peakM3s));
    return { ...told, peakM3s, excess };
  };
  const tryOn = (made: MadeGround, stage: RuleSearchProgress['stage'], most: number) => ({
    without: () => run(made, stage, most, facts.design, 'without'),
    with: (values: RuleValues) => run(made, stage, most, withRuleNumbers(facts.design, values) ?? facts.design, 'with'),
  });

  const onCoarse = tryOn(coarse.made, 'coarse', ask.tries + 2);
  const [withoutCoarse, nowCoarse] = [await onCoarse.without(), await onCoarse.with({})];
  const tried: { readonly values: RuleValues; readonly coarse: RuleOutcome }[] = [];
  const lot = lotsFrom(ask.seed);
  while (tried.length < ask.tries)
    for (const values of nextTries(ask, tried, lot)) tried.push({ values, coarse: await onCoarse.with(values) });
  tried.sort(byRank(({ coarse: outcome }) => outcome));

  done = 0;
  const fine = groundOf(heights, ground.recipe);
  const onFine = tryOn(fine, 'fine', REPEATED + 2);
  const [withoutFine, nowFine] = [await onFine.without(), await onFine.with({})];
  const repeated: TriedRule[] = [];
  for (const [at, each] of tried.entries()) repeated.push({ ...each, fine: at < REPEATED ? await onFine.with(each.values) : null });

  const answer: RuleSearchResult = {
    ...{ format: RULE_SEARCH_FORMAT, engine: ENGINE_VERSION, case: facts.id, title: facts.title, hours: facts.hours, scheme: facts.scheme },
    ...{ design: facts.design, ask: { ranges: ask.ranges, section: ask.section, tries: ask.tries, seed: ask.seed } },
    cells: { coarse: coarse.cell, fine: fine.grid.cell },
    withoutM3s: { coarse: withoutCoarse.peakM3s, fine: withoutFine.peakM3s },
    ...{ now: { coarse: nowCoarse, fine: nowFine }, tried: repeated, ...judged(repeated, nowFine), certificate: certificateOf(all) },
  };
  const parts = { 'rule-search.json': Buffer.from(JSON.stringify(answer)), 'README.txt': Buffer.from(README) };
  await writeFile(path, zipSync(parts, { level: 6, mtime: '2000-01-01T00:00:00' }));
  return answer;
}

/** The best on fine cells, and whether these confirm the order on coarse ones. */
function judged(tried: readonly TriedRule[], now: RuleOutcome): Pick<RuleSearchResult, 'best' | 'isConfirmed'> {
  const fine = tried.flatMap(({ fine: outcome }, at) => (outcome === null ? [] : [{ at, outcome }]));
  const order = fine.toSorted(byRank(({ outcome }) => outcome));
  const [first] = order;
  const isBetter = first?.outcome.excess.isWithin && (!now.excess.isWithin || first.outcome.peakM3s < now.peakM3s);
  return { best: first && isBetter ? first.at : null, isConfirmed: order.every(({ at }, index) => at === index) };
}

const README = `Planning evidence, not a warning service. 规划论证材料，不是预警服务。

rule-search.json: the numbers of rules that were tried, the best first; peaks in m3/s at the section of the search on coarse cells, of the best few on fine cells, too.
`;
