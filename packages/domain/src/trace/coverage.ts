import { type Bilingual, type DayString, resultAtOnce } from '@westgate/base';
import type { PlainKind } from '../register/described.ts';
import type { Register } from '../register/register.ts';
import type { Row } from '../register/tables.ts';
import type { StateName } from '../results/finding.ts';
import { type Said, say } from '../results/say.ts';
import { stateOf } from '../results/state/state.ts';
import { lacking } from './attention.ts';
import { thingsOf } from './things.ts';
import { type Trace, traceSteps } from './trace.ts';

export type GapName =
  | 'sentence-unlinked'
  | 'narrative-without-reason'
  | 'no-verb-class'
  | 'no-owner'
  | 'no-due-date'
  | 'no-place'
  | 'has-no-place'
  | 'serves-no-sentence'
  | 'position-not-known'
  | 'no-commitment'
  | 'no-measure'
  | 'unmeasurable';

/** What is missing on a record, and why. `has-no-place` is an answer, listed so that it can be read. */
export interface Gap {
  readonly kind: 'sentence' | 'commitment' | 'project' | 'place' | PlainKind;
  readonly id: string;
  readonly gap: GapName;
  readonly reason: Bilingual;
}

/** How much of the plan is held fast, on a day. */
export interface Coverage {
  /** `total = linked + narrative + unlinked`; the line that names the source is not a sentence of the plan. */
  readonly sentences: { readonly total: number; readonly linked: number; readonly narrative: number; readonly unlinked: number };
  /** `withoutPlace`: neither a place nor a reason why it has none. */
  readonly commitments: {
    readonly total: number;
    readonly withoutVerbClass: number;
    readonly withoutOwner: number;
    readonly withoutDueDate: number;
    readonly withoutPlace: number;
  };
  /** Places, projects, events and records of plain kinds by distinct id; `total = placed + notKnown + noPlace`. */
  readonly things: { readonly total: number; readonly placed: number; readonly notKnown: number; readonly noPlace: number };
  readonly projects: {
    readonly total: number;
    readonly servingNoSentence: number;
    readonly withoutOwner: number;
    readonly withoutDueDate: number;
  };
  /** Commitments by state on the day. */
  readonly states: Readonly<Record<StateName, number>>;
  /** What keeps a promise from being counted; `sentencesWithoutCommitment` name things and promise nothing yet. */
  readonly open: { readonly sentencesWithoutCommitment: number; readonly commitmentsWithoutMeasure: number; readonly unmeasurable: number };
  readonly gaps: readonly Gap[];
}

/** The coverage of a register on a day. Cost O(rows). `stateOfCommitment` may hand in states computed already. */
export function coverageOf(
  register: Register,
  asOf: DayString,
  stateOfCommitment: (id: string) => StateName = (id) => stateOf(register, { kind: 'commitment', id }, asOf).name,
): Coverage {
  return resultAtOnce(coverageSteps(register, stateOfCommitment));
}

/** The same record by record, for whoever gives others their turn between. */
export function* coverageSteps(register: Register, stateOfCommitment: (id: string) => StateName): Generator<undefined, Coverage> {
  const trace = yield* traceSteps(register);
  const sentences = [...register.sentence.values()].filter((sentence) => sentence.in_text && sentence.kind !== 'source');
  const sentenceGaps = yield* gathered(sentences, (sentence) => gapsOfSentence(trace, sentence));
  const narrative = sentences.filter((sentence) => sentence.kind === 'narrative' && isHeld(sentence.reason_zh, sentence.reason_en)).length;
  const commitmentGaps = yield* gathered(register.commitment.values(), (commitment) => gapsOfCommitment(trace, commitment));
  const projectGaps = yield* gathered(register.project.values(), (project) => gapsOfProject(trace, project));
  const bareSentences = yield* gathered(sentences, (sentence) => gapOfBareSentence(trace, sentence));
  const states = new Map(yield* gathered(register.commitment.keys(), (id) => [[id, stateOfCommitment(id)] as const]));
  const measureGaps = yield* gathered(states, ([id, state]) => gapsOfMeasure(trace, id, state));
  const things = thingsOf(register);
  yield;
  const count = (gaps: readonly Gap[], name: GapName): number => gaps.filter((gap) => gap.gap === name).length;
  return {
    sentences: {
      total: sentences.length,
      linked: sentences.length - narrative - sentenceGaps.length,
      narrative,
      unlinked: sentenceGaps.length,
    },
    commitments: {
      total: register.commitment.size,
      withoutVerbClass: count(commitmentGaps, 'no-verb-class'),
      withoutOwner: count(commitmentGaps, 'no-owner'),
      withoutDueDate: count(commitmentGaps, 'no-due-date'),
      withoutPlace: count(commitmentGaps, 'no-place'),
    },
    things: {
      total: things.length,
      placed: things.filter((thing) => thing.position === 'placed').length,
      notKnown: things.filter((thing) => thing.position === 'not-known').length,
      noPlace: things.filter((thing) => thing.position === 'no-place').length,
    },
    projects: {
      total: register.project.size,
      servingNoSentence: count(projectGaps, 'serves-no-sentence'),
      withoutOwner: count(projectGaps, 'no-owner'),
      withoutDueDate: count(projectGaps, 'no-due-date'),
    },
    states: countStates(states.values()),
    open: {
      sentencesWithoutCommitment: bareSentences.length,
      commitmentsWithoutMeasure: count(measureGaps, 'no-measure'),
      unmeasurable: count(measureGaps, 'unmeasurable'),
    },
    gaps: [
      ...sentenceGaps,
      ...commitmentGaps,
      ...projectGaps,
      ...things.flatMap(({ kind, id, position, reason }): readonly Gap[] =>
        position === 'placed' ? [] : [{ kind, id, gap: position === 'no-place' ? 'has-no-place' : 'position-not-known', reason }],
      ),
      ...bareSentences,
      ...measureGaps,
    ],
  };
}

/** How often each state occurs; none is left out. */
export function countStates(names: Iterable<StateName>): Readonly<Record<StateName, number>> {
  const states = { 'not-started': 0, 'under-way': 0, done: 0, late: 0, slipped: 0, unmeasurable: 0, 'not-known': 0 };
  for (const name of names) states[name] += 1;
  return states;
}

/** What `of` finds for each, a step each. */
function* gathered<From, Found>(from: Iterable<From>, of: (each: From) => readonly Found[]): Generator<undefined, readonly Found[]> {
  const found: Found[] = [];
  for (const each of from) {
    found.push(...of(each));
    yield;
  }
  return found;
}

function gapsOfSentence(trace: Trace, sentence: Row<'sentence'>): readonly Gap[] {
  const gap = (name: GapName, reason: Said): readonly Gap[] => [{ kind: 'sentence', id: sentence.id, gap: name, reason }];
  if (sentence.kind === 'narrative') {
    if (isHeld(sentence.reason_zh, sentence.reason_en)) return [];
    return gap('narrative-without-reason', say('标为叙述，但未写理由', 'it is marked as context without a reason'));
  }
  if (trace.commitmentsOfSentence(sentence.id).length > 0 || trace.mentionsOfSentence(sentence.id).length > 0) return [];
  return gap(
    'sentence-unlinked',
    say('无承诺，未提到任何事物，也未标为叙述', 'it has no commitment, names nothing and is not marked as context'),
  );
}

function gapsOfCommitment(trace: Trace, commitment: Row<'commitment'>): readonly Gap[] {
  const gap = (name: GapName, reason: Bilingual): Gap => ({ kind: 'commitment', id: commitment.id, gap: name, reason });
  const gaps: Gap[] = [];
  if (commitment.verb_class === null)
    gaps.push(gap('no-verb-class', say('无任务类型，没有完成标准', 'no commitment type, so there is no completion rule')));
  gaps.push(...gapsOfWork('commitment', commitment, commitment.owner, bilingual(commitment.owner_basis_zh, commitment.owner_basis_en)));
  if (trace.placesOfCommitment(commitment.id).length === 0) {
    const reason = bilingual(commitment.no_place_reason_zh, commitment.no_place_reason_en);
    if (reason) gaps.push(gap('has-no-place', reason));
    else gaps.push(gap('no-place', say('未关联地点，也未说明原因', 'it is linked to no place, and no reason is given')));
  }
  return gaps;
}

/** A promise that names things and holds no commitment; one that names nothing is `sentence-unlinked` already. */
function gapOfBareSentence(trace: Trace, { id, kind }: Row<'sentence'>): readonly Gap[] {
  if (kind !== 'promise' || trace.commitmentsOfSentence(id).length > 0 || trace.mentionsOfSentence(id).length === 0) return [];
  return [
    {
      kind: 'sentence',
      id,
      gap: 'no-commitment',
      reason: say('提到了事物，但未分解为承诺', 'it names things, but has no commitment'),
    },
  ];
}

function gapsOfMeasure(trace: Trace, id: string, state: StateName): readonly Gap[] {
  const gap = (name: GapName, reason: Said): Gap => ({ kind: 'commitment', id, gap: name, reason });
  const gaps: Gap[] = [];
  if (trace.indicatorsOfCommitment(id).length === 0) gaps.push(gap('no-measure', say('未关联指标', 'no indicator measures it')));
  if (state === 'unmeasurable')
    gaps.push(gap('unmeasurable', say('按完成标准，无法说明是否完成', 'by its rule, nothing could show whether it is done')));
  return gaps;
}

function gapsOfProject(trace: Trace, project: Row<'project'>): readonly Gap[] {
  const gaps = gapsOfWork('project', project, project.lead, bilingual(project.lead_basis_zh, project.lead_basis_en));
  if (trace.sentencesOfProject(project.id).length > 0) return gaps;
  return [
    ...gaps,
    { kind: 'project', id: project.id, gap: 'serves-no-sentence', reason: say('没有服务于任何句子', 'it serves no sentence of the plan') },
  ];
}

/** The owner and the due date that a commitment or project lacks, with what is said of why. */
function gapsOfWork(
  kind: 'commitment' | 'project',
  row: Row<'commitment'> | Row<'project'>,
  department: string | null,
  ownerBasis: Bilingual | null,
): readonly Gap[] {
  const reasons = {
    'no-owner': ownerBasis ?? say('没有来源写明责任单位', 'no source names an owner'),
    'no-due-date':
      bilingual(row.due_basis_zh, row.due_basis_en) ??
      say('原文没有日期，也没有别的来源', 'the text gives no date, and no other source does'),
  };
  return lacking({ department, dueOn: row.due_on }).map((gap) => ({ kind, id: row.id, gap, reason: reasons[gap] }));
}

function isHeld(zh: string | null, en: string | null): boolean {
  return bilingual(zh, en) !== null;
}

function bilingual(zh: string | null, en: string | null): Bilingual | null {
  return zh || en ? { zh, en } : null;
}
