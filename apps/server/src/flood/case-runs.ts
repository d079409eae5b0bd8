import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { WestgateError } from '@westgate/base';
import { floodQuestion } from '@westgate/desk';
import { type FloodDesign, keptOf, policy, type RunKindName, runKindNamed } from '@westgate/domain';
import { callerReader } from '../caller/caller.ts';
import type { Office } from '../office/office.ts';
import type { RunOutcome, RunTask, RunWork } from '../runs/run-work.ts';

/** What a job may take that works a flood case out. */
export const CASE_LIMITS = { memoryMb: 2_000, inputBytes: 200_000_000, isLong: true } as const;

/** What all runs of flood cases have in common: who may not know of the case does not know of its runs, who may not change it does not end those of others, and one that was adopted is kept. */
export function ofCase(office: Office, kind: RunKindName): Pick<RunWork, 'kind' | 'begins' | 'ends' | 'isShown' | 'mayEnd' | 'isRestedOn'> {
  return {
    ...{ kind: runKindNamed(kind), begins: 'ground', ends: 'keep' },
    isShown: ({ floodCase }) => office.view().register.flood_case.has(String(floodCase)),
    mayEnd: ({ floodCase }) => {
      const [reader, row] = [callerReader(), office.desk.register.flood_case.get(String(floodCase))];
      const [own] = row ? keptOf(office.desk.register, 'flood_case', row) : [];
      return reader === null || (own !== undefined && policy.mayTouch(reader, 'edit', own));
    },
    isRestedOn: (id) => [...office.desk.register.flood_adoption.values()].some(({ run }) => run === id),
  };
}

/** What is asked of a case that whoever asks knows of. Throws what is wrong with it. */
export async function caseQuestion(office: Office, floodCase: string, cellM: number | null = null): ReturnType<typeof floodQuestion> {
  if (!office.view().register.flood_case.has(floodCase))
    throw new WestgateError('WG_NOT_FOUND', { zh: '没有这个洪水情景', en: 'there is no such flood case' }, { id: floodCase });
  return floodQuestion(office.desk.register, office.desk.files, floodCase, { cellM });
}

/** What one kind of run asks of a case as it stands when it is its turn. */
interface CaseJob extends Pick<RunTask['order'], 'module' | 'job' | 'limits'>, Pick<RunTask, 'stepOf'> {
  readonly floodCase: string;
  /** The cell of the ground; null: that of the case. */
  readonly cellM: number | null;
  /** What the archive is called behind the case. */
  readonly archive: string;
  /** What is asked beside the case, with the seed of its lots; nothing of a run of the case as it is. */
  readonly askOf?: (design: FloodDesign) => { readonly seed: number };
  resultOf(answer: unknown): RunOutcome['result'];
}

/** A run of a case: its job writes an archive, which is kept. */
export async function caseTask(
  { desk }: Office,
  { floodCase, cellM, archive, askOf, resultOf, stepOf, ...job }: CaseJob,
): Promise<RunTask> {
  const { seq } = desk;
  const { inputs, ...question } = await floodQuestion(desk.register, desk.files, floodCase, { cellM });
  const path = join(desk.files.incoming(), `westgate-flood-${randomUUID()}`);
  const ask = askOf?.(question.facts.design);
  return {
    order: {
      ...{ ...job, seq, seed: ask?.seed ?? null },
      input: { ...question, path, ...(ask ? { ask } : {}) },
      inputs: ask ? [...inputs, JSON.stringify(ask)] : inputs,
    },
    stepOf,
    outcomeOf: (answer) => ({ result: resultOf(answer), file: { path, name: `${floodCase}-${archive}.zip` } }),
    clear: async () => {
      await rm(path, { force: true });
    },
  };
}
