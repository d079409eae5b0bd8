import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { WestgateError } from '@westgate/base';
import { FLOOD_JOBS, type FloodProgress, type FloodResult, floodQuestion, MOST_FLOOD_MS } from '@westgate/desk';
import { type RunAsk, type RunKindName, runKindNamed } from '@westgate/domain';
import type { Office } from '../office/office.ts';
import type { RunAsked, RunTask, RunWork } from '../runs/run-work.ts';

export const FLOOD_LIMITS = { wallMs: MOST_FLOOD_MS, memoryMb: 2_000, inputBytes: 200_000_000, isLong: true } as const;
const SQUARE_M_OF_HECTARE = 10_000;

/** The working out of a flood case as long work: an archive of its results is kept. */
export function floodRuns(office: Office): RunWork {
  return {
    ...ofCase(office, 'flood'),
    check: async (asked) => {
      const { floodCase, cellM } = askOf(asked);
      await caseQuestion(office, floodCase, cellM);
    },
    begin: async (asked) => taskOf(office, askOf(asked)),
  };
}

/** What all runs of flood cases have in common: who may not know of the case does not know of its runs. */
export function ofCase(office: Office, kind: RunKindName): Pick<RunWork, 'kind' | 'begins' | 'ends' | 'isShown'> {
  return {
    ...{ kind: runKindNamed(kind), begins: 'ground', ends: 'keep' },
    isShown: ({ floodCase }) => office.view().register.flood_case.has(String(floodCase)),
  };
}

/** What is asked of a case that whoever asks knows of. Throws what is wrong with it. */
export async function caseQuestion(office: Office, floodCase: string, cellM: number | null = null): ReturnType<typeof floodQuestion> {
  if (!office.view().register.flood_case.has(floodCase))
    throw new WestgateError('WG_NOT_FOUND', { zh: '没有这个洪水情景', en: 'there is no such flood case' }, { id: floodCase });
  return floodQuestion(office.desk.register, office.desk.files, floodCase, { cellM });
}

/** The route has read it by the fields of its kind. */
function askOf(asked: RunAsked): RunAsk<'flood'> {
  return asked as unknown as RunAsk<'flood'>;
}

async function taskOf({ desk }: Office, { floodCase, cellM }: RunAsk<'flood'>): Promise<RunTask> {
  const { seq } = desk;
  const { inputs, ...question } = await floodQuestion(desk.register, desk.files, floodCase, { cellM });
  const path = join(desk.files.incoming(), `westgate-flood-${randomUUID()}`);
  return {
    order: { seq, module: FLOOD_JOBS, job: 'flood', input: { ...question, path }, limits: FLOOD_LIMITS, inputs, seed: null },
    stepOf: (piece) => ({ stage: 'run', share: (piece as FloodProgress).share, best: null }),
    outcomeOf: (answer) => ({ result: resultOf(answer as FloodResult), file: { path, name: `${floodCase}-flood.zip` } }),
    clear: async () => {
      await rm(path, { force: true });
    },
  };
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
