import { WestgateError } from '@westgate/base';
import {
  FLOOD_SEARCH_JOBS,
  type FloodProgress,
  MOST_SEARCH_MS,
  type RuleSearchProgress,
  type RuleSearchQuestion,
  type SensitivityQuestion,
} from '@westgate/desk';
import {
  type FloodDesign,
  type RuleSearchResult,
  type RuleValues,
  type RunAsk,
  readRanges,
  type SensitivityResult,
} from '@westgate/domain';
import type { Office } from '../office/office.ts';
import type { RunWork } from '../runs/run-work.ts';
import { CASE_LIMITS, caseQuestion, caseTask, ofCase } from './case-runs.ts';

/** They make their coarse cells themselves: the ground comes as the case has it. */
const JOB = { module: FLOOD_SEARCH_JOBS, limits: { ...CASE_LIMITS, wallMs: MOST_SEARCH_MS }, cellM: null };
/** What is taken where nobody says otherwise. */
const [LATE_MIN, STUCK_PERCENT, TRIES, SEED] = [30, 40, 50, 1];

/** What a flood case depends on, as long work: it is worked out again and again with one thing otherwise. */
export function sensitivityRuns(office: Office): RunWork {
  return {
    ...ofCase(office, 'flood-sensitivity'),
    check: async (asked) => {
      await caseQuestion(office, askedSensitivity(asked).floodCase);
    },
    begin: async (asked) => {
      const { floodCase, rmseM, lateMin, stuckPercent, cellM, seed } = askedSensitivity(asked);
      return caseTask(office, {
        ...{ ...JOB, floodCase, job: 'sensitivity', archive: 'sensitivity' },
        askOf: (): SensitivityQuestion['ask'] => ({
          ...{ rmseM, lateMin: lateMin ?? LATE_MIN, stuckPercent: stuckPercent ?? STUCK_PERCENT },
          ...{ seed: seed ?? SEED, cellM },
        }),
        stepOf: (piece) => ({ stage: 'run', share: (piece as FloodProgress).share, best: null }),
        resultOf: (answer) => sensitivityOf(answer as SensitivityResult),
      });
    },
  };
}

/** The search for numbers of rules by which the peak is lowest, as long work. */
export function ruleSearchRuns(office: Office): RunWork {
  return {
    ...ofCase(office, 'flood-rule-search'),
    check: async (asked) => {
      const ask = askedSearch(asked);
      const { facts } = await caseQuestion(office, ask.floodCase);
      readRanges(facts.design, ask.vary);
      sectionOf(facts.design, ask.section);
    },
    begin: async (asked) => {
      const { floodCase, vary, section, tries, cellM, seed } = askedSearch(asked);
      return caseTask(office, {
        ...{ ...JOB, floodCase, job: 'rule-search', archive: 'rule-search' },
        askOf: (design): RuleSearchQuestion['ask'] => ({
          ...{ ranges: readRanges(design, vary), section: sectionOf(design, section), tries: tries ?? TRIES, seed: seed ?? SEED, cellM },
        }),
        stepOf: (piece) => piece as RuleSearchProgress,
        resultOf: (answer) => searchOf(answer as RuleSearchResult),
      });
    },
  };
}

/** The route has read it by the fields of its kind. */
function askedSensitivity(asked: unknown): RunAsk<'flood-sensitivity'> {
  return asked as RunAsk<'flood-sensitivity'>;
}
function askedSearch(asked: unknown): RunAsk<'flood-rule-search'> {
  return asked as RunAsk<'flood-rule-search'>;
}

/** The section that is asked for; the last one where none is. Throws `WG_INPUT_INVALID` where it is none of the case. */
function sectionOf({ sections }: FloodDesign, asked: string | null): string {
  const found = asked === null ? sections.at(-1) : sections.find(({ id }) => id === asked);
  if (found) return found.id;
  const ids = sections.map(({ id }) => id).join(', ');
  throw new WestgateError(
    'WG_INPUT_INVALID',
    {
      zh: `断面：应为情景的断面（${ids || '还没有，请先添加'}），现为 ${asked ?? '空'}`,
      en: `the section: expected one of the case (${ids || 'there is none: add one first'}), found ${asked ?? 'none'}`,
    },
    { field: 'section' },
  );
}

/** The short of it: the peak at the last section as the case is, and the lowest and the highest of all runs with the works. */
function sensitivityOf({ design, variants, certificate: { runs, off }, cell }: SensitivityResult) {
  const section = design.sections.at(-1)?.id;
  const peaks = section === undefined ? [] : variants.map((each) => Math.round(each.with.peaks[section] ?? 0));
  const [base = null] = peaks;
  const least = base === null ? null : Math.min(...peaks);
  const most = base === null ? null : Math.max(...peaks);
  const name = section === undefined ? null : sectionName(design, section);
  return { section: name, base_m3s: base, least_m3s: least, most_m3s: most, cell_m: cell, runs, off };
}

/** The short of it: the peaks on fine cells by the rules as they are and by the best that was found; none where nothing better was. */
function searchOf({ design, ask, now, tried, best, cells, certificate: { runs, off } }: RuleSearchResult) {
  const found = best === null ? null : (tried[best] ?? null);
  return {
    section: sectionName(design, ask.section),
    now_m3s: Math.round(now.fine.peakM3s),
    best_m3s: found?.fine ? Math.round(found.fine.peakM3s) : null,
    best: found && sayValues(found.values),
    cell_m: cells.fine,
    ...{ runs, off },
  };
}

function sectionName({ sections }: FloodDesign, id: string): string {
  return sections.find((each) => each.id === id)?.name ?? id;
}

function sayValues(values: RuleValues): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}
