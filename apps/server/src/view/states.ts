import type { DayString } from '@westgate/base';
import {
  affectedBetween,
  columnsIn,
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
  unnoted,
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
  /** Works out, one a step, all that is not known yet. */
  readonly steps: () => Generator<undefined, void>;
  /** Hands over what is known so far, to be forgotten here. */
  readonly give: () => Known;
  /** What the states were made from. */
  readonly reads: Reads;
}

interface Known {
  readonly states: Map<string, State>;
  readonly stages: Map<string, Stage>;
  /** All of which it may not be known; null where nobody went through all of them yet. */
  open: Open | null;
}

/** Records by kind and id, and places. */
interface Open {
  readonly records: Set<string>;
  readonly places: Set<string>;
}

/** The kinds that have a state. */
const STATED: readonly SubjectKind[] = ['project', 'event', 'commitment'];

/** The states of `register` on `asOf`. What `before` knows of the same day and what no deed since has affected is taken over. */
export function statesOf(register: Register, asOf: DayString, before: States | null = null): States {
  // What is taken over was made from what was looked at then.
  const reads = new Reads();
  let known = before?.asOf === asOf ? unnoted(() => takenOver(before, register)) : nothing();
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
  const steps = function* (): Generator<undefined, void> {
    const ours = known;
    for (const [kind, id] of ours.open ? recordsIn(register, ours.open) : allRecords(register)) {
      state(kind, id);
      yield;
    }
    for (const id of ours.open?.places ?? placesOf(register).keys()) {
      if (placesOf(register).has(id)) stage(id);
      yield;
    }
    // It may have been handed over meanwhile.
    if (known === ours) known.open = { records: new Set(), places: new Set() };
  };
  const give = (): Known => {
    const given = known;
    known = nothing();
    return given;
  };
  return { register, asOf, state, stage, steps, give, reads };
}

/** Of places no more than which there are. */
function placesOf(register: Register): Register['place'] {
  return columnsIn(register, 'place', []);
}

function nothing(): Known {
  return { states: new Map(), stages: new Map(), open: null };
}

function* allRecords(register: Register): Generator<readonly [SubjectKind, string]> {
  for (const kind of STATED) for (const id of register[kind].keys()) yield [kind, id];
}

function* recordsIn(register: Register, { records }: Open): Generator<readonly [SubjectKind, string]> {
  for (const key of records) {
    const kind = STATED.find((each) => key.startsWith(`${each}:`));
    const id = kind && key.slice(kind.length + 1);
    if (kind && id !== undefined && register[kind].has(id)) yield [kind, id];
  }
}

function takenOver(before: States, register: Register): Known {
  const affected = affectedBetween(before.register, register);
  const places = rowChanges(before.register.place, register.place, ['is_site'], FEW);
  if (affected === null || places === null) return nothing();
  const known = before.give();
  const openPlace = (id: string): void => {
    known.stages.delete(id);
    known.open?.places.add(id);
  };
  for (const key of affected) {
    known.states.delete(key);
    known.open?.records.add(key);
  }
  for (const { key } of places) openPlace(key);
  // A project that is withheld counts for the stage of a place that is shown.
  const registers = [before.register, register].flatMap((each) => [each, wholeBehind(each)?.whole ?? each]);
  for (const key of affected) {
    if (!key.startsWith('project:')) continue;
    const project = key.slice('project:'.length);
    for (const each of registers) for (const place of relationsOf(each).placesUnder(project)) openPlace(place);
  }
  return known;
}
