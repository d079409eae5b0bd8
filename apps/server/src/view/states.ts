import type { DayString } from '@westgate/base';
import {
  affectedBetween,
  Reads,
  type Register,
  readInto,
  relationsOf,
  rowChanges,
  type Stage,
  type State,
  type SubjectKind,
  stageOf,
  stateOf,
  wholeBehind,
} from '@westgate/domain';

/** Changed places beyond which all stages are computed again. */
const FEW = 500;

/** The states of a register on one day, each computed when first asked for. */
export interface States {
  readonly register: Register;
  readonly asOf: DayString;
  readonly state: (kind: SubjectKind, id: string) => State;
  /** How far a place is. */
  readonly stage: (place: string) => Stage;
  /** Hands over what is known so far, to be forgotten here. */
  readonly give: () => Known;
  /** What the states were made from. */
  readonly reads: Reads;
}

interface Known {
  readonly states: Map<string, State>;
  readonly stages: Map<string, Stage>;
}

/** The states of `register` on `asOf`. What `before` knows of the same day and what no deed since has affected is taken over. */
export function statesOf(register: Register, asOf: DayString, before: States | null = null): States {
  // What is taken over was made from what was looked at then.
  const reads = new Reads();
  let known = before?.asOf === asOf ? takenOver(before, register) : nothing();
  if (before) reads.take(before.reads);
  const state = (kind: SubjectKind, id: string): State =>
    readInto(reads, () => {
      const key = `${kind}:${id}`;
      const held = known.states.get(key);
      if (held) return held;
      const computed = stateOf(register, { kind, id }, asOf);
      known.states.set(key, computed);
      return computed;
    });
  const stage = (place: string): Stage =>
    readInto(reads, () => {
      const held = known.stages.get(place);
      if (held) return held;
      const computed = stageOf(register, place, asOf, (project) => state('project', project).name);
      known.stages.set(place, computed);
      return computed;
    });
  const give = (): Known => {
    const given = known;
    known = nothing();
    return given;
  };
  return { register, asOf, state, stage, give, reads };
}

function nothing(): Known {
  return { states: new Map(), stages: new Map() };
}

function takenOver(before: States, register: Register): Known {
  const affected = affectedBetween(before.register, register);
  const places = rowChanges(before.register.place, register.place, ['is_site'], FEW);
  if (affected === null || places === null) return nothing();
  const known = before.give();
  for (const key of affected) known.states.delete(key);
  for (const { key } of places) known.stages.delete(key);
  // A project that is withheld counts for the stage of a place that is shown.
  const registers = [before.register, register].flatMap((each) => [each, wholeBehind(each)?.whole ?? each]);
  for (const key of affected) {
    if (!key.startsWith('project:')) continue;
    const project = key.slice('project:'.length);
    for (const each of registers) for (const place of relationsOf(each).placesUnder(project)) known.stages.delete(place);
  }
  return known;
}
