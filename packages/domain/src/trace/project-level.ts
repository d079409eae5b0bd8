import type { DayString } from '@westgate/base';
import type { GateStanding, Rung } from '../programme/gates/standing.ts';
import { GATE_LEVELS, type GateLevel } from '../register/fields/vocabulary.ts';
import { isPassedBy, type ProjectStage, SHOWN_AT, type WorkReached } from './project-stage.ts';

/** At which level of the programme a project is, on a day. Computed, never stored. */
export interface ProjectLevel {
  /** Null where its open gate has no level, or where it has no gates and nothing shows work. */
  readonly level: GateLevel | null;
  /** What it follows from: recorded passes, what evidence shows where passes were not recorded, or neither: then it is at its first gate. */
  readonly by: 'passes' | 'evidence' | 'nothing';
  /** The first gate that was not passed by that day; null where all were, and where passes were not recorded: then it is not known. */
  readonly open: Rung | null;
  /** The day from which it is at that level: of the pass, or of the evidence, that brought it there; null where none did, or it is not known. */
  readonly since: string | null;
}

/** What of a project's stage its level follows from. */
type StageKnown = Pick<ProjectStage, 'unrecorded'> & {
  readonly shown: { readonly reached: WorkReached; readonly on: string | null } | null;
};

/**
 * The level of a project on `asOf`: that of the first gate it had not passed by then; the last level where it passed all. Where passes lag
 * behind the evidence (`stage.unrecorded`), the level that the evidence shows.
 */
export function projectLevel({ rungs }: GateStanding, { shown, unrecorded }: StageKnown, asOf: DayString): ProjectLevel {
  if (shown !== null && (unrecorded !== 'none' || rungs.length === 0))
    return { level: SHOWN_AT[shown.reached], by: 'evidence', open: null, since: shown.on };
  const isPassed = (rung: Rung): boolean => isPassedBy(rung, asOf);
  const open = rungs.find((rung) => !isPassed(rung)) ?? null;
  const passed = rungs.filter(isPassed);
  if (passed.length === 0) return { level: open?.gate.level ?? null, by: 'nothing', open, since: null };
  const level = open ? open.gate.level : (GATE_LEVELS.at(-1) ?? null);
  const days = passed.filter(({ gate }) => gate.level !== level).flatMap(({ pass }) => pass?.on ?? []);
  return { level, by: 'passes', open, since: days.sort().at(-1) ?? null };
}
