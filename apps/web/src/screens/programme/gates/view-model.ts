import type { GateStanding, Need, Problem, Rung } from '@westgate/contract';
import type { WordId } from '../../../messages/words.ts';

/** Where a project stands, in a word and its numbers. */
export interface StandingSaid {
  readonly word: WordId;
  readonly values: Readonly<Record<string, string | number>>;
}

/** The line beside the heading: how many gates were passed, and which is open; that no rulebook is written; that nothing is recorded. */
export function standingSaid({ rungs, open }: Pick<GateStanding, 'rungs' | 'open'>): StandingSaid {
  const passed = rungs.filter(({ state }) => state === 'passed').length;
  if (rungs.length === 0) return { word: 'gates.noRules', values: {} };
  if (open === null) return { word: 'gates.allPassed', values: { count: rungs.length } };
  const at = rungs.findIndex(({ gate }) => gate.id === open);
  if (passed === 0) return { word: 'gates.noneRecorded', values: { count: rungs.length } };
  return { word: 'gates.passedAt', values: { passed, at } };
}

/** How many of the things an open gate must have are there: `4 / 6`. What is optional is not counted. */
export function papersSaid({ needs }: Pick<Rung, 'needs'>): string {
  const must = needs.filter(({ requirement }) => !requirement.optional);
  return `${must.filter(({ by }) => by !== null).length} / ${must.length}`;
}

/** The sign before a need: met, missing, missing but optional. */
export function needSign({ by, requirement }: Need): '✓' | '×' | '△' {
  if (by !== null) return '✓';
  return requirement.optional ? '△' : '×';
}

/** What can be done about a need here: bring a file, decide, answer; record a drill of the asset; nothing where the land must be settled first. */
export function needAct({ why, requirement }: Need): 'file' | 'decide' | 'answer' | 'drill' | 'land' {
  if (why === 'land-not-known') return 'land';
  if (requirement.kind === 'drill') return 'drill';
  return requirement.kind === 'evidence' ? 'file' : requirement.kind === 'approval' ? 'decide' : 'answer';
}

/** Ids of the requirements a refusal says are missing; null where `problem` is another refusal. */
export function missingIn(problem: Problem | null): readonly string[] | null {
  const missing = problem?.code === 'WG_GATE_CLOSED' ? problem.details?.missing : undefined;
  if (!Array.isArray(missing)) return null;
  return missing.flatMap((each: unknown) => {
    const id = typeof each === 'object' && each !== null && 'requirement' in each ? each.requirement : null;
    return typeof id === 'string' ? [id] : [];
  });
}
