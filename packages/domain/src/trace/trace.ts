import { refKey } from '../programme/relations.ts';
import type { Register } from '../register/register.ts';
import { steppedIndex } from '../register/register-index.ts';
import type { Row } from '../register/tables.ts';
import { carried, type Reach, type Reached, type ReachKind } from './reach.ts';
import { type Back, buildReaches, growReaches, type Reaches, TRACE_BASIS } from './reaches.ts';

/**
 * The walk sentence, commitment, project, place, indicator and back, as one index. Forward a sentence reaches its mentions and its commitments, a
 * commitment what it names and what serves it, a project the places it stands on, a place its members; backward is the exact reverse:
 * a place has a sentence if and only if the sentence has the place. Ids come in the order of the text, then of the links.
 */
export interface Trace {
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

const traceIndex = steppedIndex<TraceIndex>({
  basis: TRACE_BASIS,
  *build(register) {
    return withWalks(yield* buildReaches(register), register);
  },
  grow(index, changes, register) {
    const reaches = growReaches(index, changes, register);
    return reaches && withWalks(reaches, register);
  },
});

/** The trace of a register: built in O(rows), brought up to date after a deed. */
export const traceOf: (register: Register) => Trace = traceIndex.of;

/** The same step by step: the trace of a large register would hold its thread for long. */
export const traceSteps: (register: Register) => Generator<undefined, Trace> = traceIndex.steps;

interface TraceIndex extends Reaches, Trace {}

/** The walks over an index. What they read of `register` is in the basis, so that they stay true of later registers. */
function withWalks(reaches: Reaches, register: Register): TraceIndex {
  const { ofCommitment, ofSentence, sentencesBack, commitmentsBack, commitments, mentions, mentionsByThing } = reaches;
  const forward = (reach: ReadonlyMap<string, Reach>, kind: ReachKind) => (id: string) => ids(reach.get(id)?.of(kind));
  const back = (index: Back, kind: ReachKind) => (id: string) => ids(index.get(refKey(kind, id)));
  const ofProject = (kind: ReachKind) => (id: string) => ids(carried(register, 'project', id).of(kind));
  return {
    ...reaches,
    reachOfSentence: (id) => ofSentence.get(id)?.all() ?? [],
    reachOfCommitment: (id) => ofCommitment.get(id)?.all() ?? [],
    sentencesReaching: (kind, id) => sentencesBack.get(refKey(kind, id)) ?? [],
    commitmentsReaching: (kind, id) => commitmentsBack.get(refKey(kind, id)) ?? [],
    mentionsOfSentence: (id) => mentions.get(id) ?? [],
    mentionsOf: (kind, id) => mentionsByThing.get(refKey(kind, id)) ?? [],
    commitmentsOfSentence: (id) => commitments.get(id) ?? [],
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

function ids(reached: readonly Reached[] | undefined): readonly string[] {
  return (reached ?? []).map((each) => each.id);
}
