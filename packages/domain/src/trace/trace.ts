import { refKey } from '../programme/relations.ts';
import { registerMemo } from '../register/memo.ts';
import type { Register } from '../register/register.ts';
import type { Row } from '../register/tables.ts';
import { carried, Reach, type Reached, type ReachKind, reachOfCommitment, reachOfSentence } from './reach.ts';

/**
 * The walk sentence ⇄ commitment ⇄ project ⇄ place ⇄ indicator, as one index. Forward a sentence reaches its mentions and its commitments, a
 * commitment what it names and what serves it, a project the places it stands on, a place its members; backward is the exact reverse:
 * a place has a sentence if and only if the sentence has the place. Ids come in the order of the text, then of the links.
 */
export interface Trace {
  readonly register: Register;
  /** Everything a sentence reaches, with how. */
  readonly reachOfSentence: (id: string) => readonly Reached[];
  /** Everything a commitment reaches, with how; its sentence is not among it. */
  readonly reachOfCommitment: (id: string) => readonly Reached[];
  /** Sentences that reach the record, with how. */
  readonly sentencesReaching: (kind: string, id: string) => readonly Reached[];
  /** Commitments that reach the record, with how. */
  readonly commitmentsReaching: (kind: string, id: string) => readonly Reached[];
  /** The words of a sentence that name things, in file order. */
  readonly mentionsOfSentence: (id: string) => readonly Row<'mention'>[];
  readonly mentionsOf: (kind: string, id: string) => readonly Row<'mention'>[];
  readonly commitmentsOfSentence: (id: string) => readonly string[];
  readonly placesOfSentence: (id: string) => readonly string[];
  readonly projectsOfSentence: (id: string) => readonly string[];
  readonly indicatorsOfSentence: (id: string) => readonly string[];
  readonly placesOfCommitment: (id: string) => readonly string[];
  readonly projectsOfCommitment: (id: string) => readonly string[];
  readonly indicatorsOfCommitment: (id: string) => readonly string[];
  readonly placesOfProject: (id: string) => readonly string[];
  readonly indicatorsOfProject: (id: string) => readonly string[];
  readonly sentencesOfPlace: (id: string) => readonly string[];
  readonly sentencesOfProject: (id: string) => readonly string[];
  readonly sentencesOfIndicator: (id: string) => readonly string[];
  readonly commitmentsOfPlace: (id: string) => readonly string[];
  readonly commitmentsOfProject: (id: string) => readonly string[];
  readonly commitmentsOfIndicator: (id: string) => readonly string[];
}

/** The trace of a register: built once per register, O(rows). */
export const traceOf: (register: Register) => Trace = registerMemo(buildTrace);

function buildTrace(register: Register): Trace {
  const mentions = groupBy(register.mention.values(), (mention) => mention.sentence);
  const mentionsByThing = groupBy(register.mention.values(), (mention) => refKey(mention.thing_kind, mention.thing_id));
  const commitments = groupBy(register.commitment.values(), (commitment) => commitment.sentence);
  const ofCommitment = new Map<string, Reach>();
  for (const id of register.commitment.keys()) ofCommitment.set(id, reachOfCommitment(register, id));
  const ofSentence = new Map<string, Reach>();
  for (const id of sentencesInOrder(register)) {
    const named = (mentions.get(id) ?? []).map((mention) => ({ kind: mention.thing_kind, id: mention.thing_id }));
    const promised = (commitments.get(id) ?? []).map((commitment) => ({
      id: commitment.id,
      reach: ofCommitment.get(commitment.id) ?? new Reach(),
    }));
    ofSentence.set(id, reachOfSentence(register, id, named, promised));
  }
  const sentencesBack = reversed(ofSentence, 'sentence');
  const commitmentsBack = reversed(ofCommitment, 'commitment');

  const forward = (reaches: ReadonlyMap<string, Reach>, kind: ReachKind) => (id: string) => ids(reaches.get(id)?.of(kind));
  const back = (index: ReadonlyMap<string, readonly Reached[]>, kind: ReachKind) => (id: string) => ids(index.get(refKey(kind, id)));
  const ofProject = (kind: ReachKind) => (id: string) => ids(carried(register, 'project', id).of(kind));
  return {
    register,
    reachOfSentence: (id) => ofSentence.get(id)?.all() ?? [],
    reachOfCommitment: (id) => ofCommitment.get(id)?.all() ?? [],
    sentencesReaching: (kind, id) => sentencesBack.get(refKey(kind, id)) ?? [],
    commitmentsReaching: (kind, id) => commitmentsBack.get(refKey(kind, id)) ?? [],
    mentionsOfSentence: (id) => mentions.get(id) ?? [],
    mentionsOf: (kind, id) => mentionsByThing.get(refKey(kind, id)) ?? [],
    commitmentsOfSentence: (id) => (commitments.get(id) ?? []).map((commitment) => commitment.id),
    placesOfSentence: forward(ofSentence, 'place'),
    projectsOfSentence: forward(ofSentence, 'project'),
    indicatorsOfSentence: forward(ofSentence, 'indicator'),
    placesOfCommitment: forward(ofCommitment, 'place'),
    projectsOfCommitment: forward(ofCommitment, 'project'),
    indicatorsOfCommitment: forward(ofCommitment, 'indicator'),
    placesOfProject: ofProject('place'),
    indicatorsOfProject: ofProject('indicator'),
    sentencesOfPlace: back(sentencesBack, 'place'),
    sentencesOfProject: back(sentencesBack, 'project'),
    sentencesOfIndicator: back(sentencesBack, 'indicator'),
    commitmentsOfPlace: back(commitmentsBack, 'place'),
    commitmentsOfProject: back(commitmentsBack, 'project'),
    commitmentsOfIndicator: back(commitmentsBack, 'indicator'),
  };
}

/** Sentence ids by document, paragraph and position. */
function sentencesInOrder(register: Register): readonly string[] {
  const documents = new Map([...register.document.keys()].map((id, index) => [id, index]));
  return [...register.sentence.values()]
    .sort(
      (a, b) => (documents.get(a.document) ?? 0) - (documents.get(b.document) ?? 0) || a.paragraph - b.paragraph || a.position - b.position,
    )
    .map((sentence) => sentence.id);
}

function reversed(reaches: ReadonlyMap<string, Reach>, kind: ReachKind): ReadonlyMap<string, readonly Reached[]> {
  const back = new Map<string, Reached[]>();
  for (const [id, reach] of reaches) {
    for (const [key, reached] of reach.entries()) {
      const entry: Reached = { kind, id, via: reached.via };
      const held = back.get(key);
      if (held) held.push(entry);
      else back.set(key, [entry]);
    }
  }
  return back;
}

function groupBy<V>(values: Iterable<V>, keyOf: (value: V) => string): ReadonlyMap<string, readonly V[]> {
  const groups = new Map<string, V[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

function ids(reached: readonly Reached[] | undefined): readonly string[] {
  return (reached ?? []).map((each) => each.id);
}
