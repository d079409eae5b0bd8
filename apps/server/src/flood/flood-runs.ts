import { FLOOD_JOBS, type FloodProgress, type FloodResult, MOST_FLOOD_MS } from '@westgate/desk';
import type { RunAsk } from '@westgate/domain';
import type { Office } from '../office/office.ts';
import type { RunAsked, RunWork } from '../runs/run-work.ts';
import { CASE_LIMITS, caseQuestion, caseTask, ofCase } from './case-runs.ts';

const SQUARE_M_OF_HECTARE = 10_000;

/** The working out of a flood case as long work: an archive of its results is kept. */
export function floodRuns(office: Office): RunWork {
  return {
    ...ofCase(office, 'flood'),
    check: async (asked) => {
      const { floodCase, cellM } = askOf(asked);
      await caseQuestion(office, floodCase, cellM);
    },
    begin: async (asked) =>
      caseTask(office, {
        ...askOf(asked),
        ...{ module: FLOOD_JOBS, job: 'flood', limits: { ...CASE_LIMITS, wallMs: MOST_FLOOD_MS }, archive: 'flood' },
        stepOf: (piece) => ({ stage: 'run', share: (piece as FloodProgress).share, best: null }),
        resultOf: (answer) => resultOf(answer as FloodResult),
      }),
  };
}

/** The route has read it by the fields of its kind. */
function askOf(asked: RunAsked): RunAsk<'flood'> {
  return asked as unknown as RunAsk<'flood'>;
}

/** The short of it: the peaks at the last section that the case names, and how much ground was under more than 0.1 m of water. */
function resultOf({ design, variants, wetCells, cell }: FloodResult): Readonly<Record<string, string | number | null>> {
  const section = design.sections.at(-1) ?? null;
  const peak = (variant: keyof typeof variants): number | null => {
    const found = section && variants[variant].summary.sections[section.id];
    return found ? Math.round(found.peak_m3s) : null;
  };
  const hectares = (cells: number): number => Math.round((cells * cell ** 2) / SQUARE_M_OF_HECTARE);
  return {
    section: section?.name ?? null,
    without_m3s: peak('without'),
    with_m3s: peak('with'),
    without_ha: hectares(wetCells.without),
    with_ha: hectares(wetCells.with),
    off: Number(variants.with.summary.ledger.difference) + Number(variants.without.summary.ledger.difference),
  };
}
