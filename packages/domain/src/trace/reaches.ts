import { refKey } from '../programme/relations.ts';
import { type Groups, grouped, regrouped } from '../register/groups.ts';
import { LEADING_KINDS, leadingBasis } from '../register/leads.ts';
import type { Register } from '../register/register.ts';
import type { Basis, BasisChanges } from '../register/register-index.ts';
import type { Row } from '../register/tables.ts';
import { Reach, type Reached, type ReachKind, reachOfCommitment, reachOfSentence } from './reach.ts';

/** For each record, as `kind:id`, what reaches it. */
export type Back = ReadonlyMap<string, readonly Reached[]>;

/** What every sentence and every commitment reaches, and the reverse. */
export interface Reaches {
  readonly ofCommitment: ReadonlyMap<string, Reach>;
  readonly ofSentence: ReadonlyMap<string, Reach>;
  readonly sentencesBack: Back;
  readonly commitmentsBack: Back;
  /** Commitment ids by sentence. */
  readonly commitments: ReadonlyMap<string, readonly string[]>;
  readonly mentions: Groups<Row<'mention'>>;
  readonly mentionsByThing: Groups<Row<'mention'>>;
  /** Where each sentence stands in the text, and each commitment in its table. */
  readonly ranks: { readonly sentence: ReadonlyMap<string, number>; readonly commitment: ReadonlyMap<string, number> };
}

/** What a walk reads. */
export const TRACE_BASIS = {
  link: 'rows',
  mention: 'rows',
  commitment: ['sentence', 'owner'],
  sentence: ['document', 'paragraph', 'position'],
  document: [],
  project: ['lead'],
  ...leadingBasis(),
} as const satisfies Basis;

/** All reaches of a register, step by step: a sentence, a commitment, what one of them is reached back from. */
export function* buildReaches(register: Register): Generator<undefined, Reaches> {
  const mentions = grouped(register.mention.values(), bySentence);
  yield;
  const commitments = commitmentsBySentence(register);
  const ofCommitment = new Map<string, Reach>();
  for (const id of register.commitment.keys()) {
    ofCommitment.set(id, reachOfCommitment(register, id));
    yield;
  }
  const order = sentencesInOrder(register);
  const ofSentence = new Map<string, Reach>();
  for (const id of order) {
    ofSentence.set(id, sentenceReach(register, id, { mentions, commitments, ofCommitment }));
    yield;
  }
  return {
    ofCommitment,
    ofSentence,
    sentencesBack: yield* reversed(ofSentence, 'sentence'),
    commitmentsBack: yield* reversed(ofCommitment, 'commitment'),
    commitments,
    mentions,
    mentionsByThing: grouped(register.mention.values(), byThing),
    ranks: { sentence: ranksOf(order), commitment: ranksOf(register.commitment.keys()) },
  };
}

/**
 * The reaches after a few changes; null where the order of the sentences changed. A commitment or sentence whose reach differs now is
 * itself changed, or reached one end of what changed before: the way to the first change on its walk was there already.
 */
export function growReaches(reaches: Reaches, changes: BasisChanges, register: Register): Reaches | null {
  if (changes.sentence || changes.document) return null;
  const { commitment: promised = [], mention: mentioned = [] } = changes;
  const touched = endsOf(changes);
  const commitmentIds = new Set(promised.map(({ key }) => key));
  const sentenceIds = new Set(mentioned.flatMap(({ before, after }) => sentencesIn(before, after)));
  for (const { before, after } of promised) for (const id of sentencesIn(before, after)) sentenceIds.add(id);
  for (const [kind, id] of touched) {
    if (kind === 'commitment') commitmentIds.add(id);
    for (const each of reaches.commitmentsBack.get(refKey(kind, id)) ?? []) commitmentIds.add(each.id);
    for (const each of reaches.sentencesBack.get(refKey(kind, id)) ?? []) sentenceIds.add(each.id);
  }
  for (const id of commitmentIds) {
    const sentence = register.commitment.get(id)?.sentence;
    if (sentence) sentenceIds.add(sentence);
  }
  const commitments = promised.length === 0 ? reaches.commitments : commitmentsBySentence(register);
  const mentions = regrouped(reaches.mentions, mentioned, bySentence);
  const ranks = promised.length === 0 ? reaches.ranks : { ...reaches.ranks, commitment: ranksOf(register.commitment.keys()) };
  const ofCommitment = new Map(reaches.ofCommitment);
  for (const id of commitmentIds) replace(ofCommitment, id, register.commitment.has(id) ? reachOfCommitment(register, id) : null);
  const ofSentence = new Map(reaches.ofSentence);
  for (const id of sentenceIds) replace(ofSentence, id, sentenceReach(register, id, { mentions, commitments, ofCommitment }));
  return {
    ofCommitment,
    ofSentence,
    commitmentsBack: patched(reaches.commitmentsBack, 'commitment', {
      ids: commitmentIds,
      displaced: new Set(promised.map(({ key }) => key)),
      before: reaches.ofCommitment,
      after: ofCommitment,
      ranks: ranks.commitment,
    }),
    sentencesBack: patched(reaches.sentencesBack, 'sentence', {
      ids: sentenceIds,
      displaced: new Set(),
      before: reaches.ofSentence,
      after: ofSentence,
      ranks: ranks.sentence,
    }),
    commitments,
    mentions,
    mentionsByThing: regrouped(reaches.mentionsByThing, mentioned, byThing),
    ranks,
  };
}

/** Both ends of the links that changed, and the records whose own columns lead on. */
function endsOf(changes: BasisChanges): readonly (readonly [string, string])[] {
  const { link = [], project = [] } = changes;
  return [
    ...link.flatMap(({ before, after }) =>
      [before, after].flatMap((row) => (row ? [[row.from_kind, row.from_id] as const, [row.to_kind, row.to_id] as const] : [])),
    ),
    ...project.map(({ key }) => ['project', key] as const),
    ...LEADING_KINDS.flatMap((kind) => (changes[kind] ?? []).map(({ key }) => [kind, key] as const)),
  ];
}

interface Patch {
  /** The sentences or commitments whose reach was computed again. */
  readonly ids: ReadonlySet<string>;
  /** Those of them that may stand elsewhere among their like. */
  readonly displaced: ReadonlySet<string>;
  readonly before: ReadonlyMap<string, Reach>;
  readonly after: ReadonlyMap<string, Reach>;
  readonly ranks: ReadonlyMap<string, number>;
}

/** `back` with what some records reach otherwise now replaced, each list in the order of `ranks`. */
function patched(back: Back, kind: ReachKind, { ids, displaced, before, after, ranks }: Patch): Back {
  const lists = new Map<string, { readonly leaving: Set<string>; readonly entering: Reached[] }>();
  const listOf = (key: string) => {
    const held = lists.get(key) ?? { leaving: new Set<string>(), entering: [] };
    lists.set(key, held);
    return held;
  };
  for (const id of ids) {
    const [old, now] = [before.get(id), after.get(id)];
    const isSame = (key: string): boolean => !displaced.has(id) && old?.viaOf(key) === now?.viaOf(key);
    for (const [key] of old?.entries() ?? []) if (!isSame(key)) listOf(key).leaving.add(id);
    for (const [key, { via }] of now?.entries() ?? []) if (!isSame(key)) listOf(key).entering.push({ kind, id, via });
  }
  const result = new Map(back);
  const rankOf = ({ id }: Reached): number => ranks.get(id) ?? 0;
  for (const [key, { leaving, entering }] of lists) {
    const all = (back.get(key) ?? []).filter(({ id }) => !leaving.has(id));
    for (const each of entering) all.splice(firstBehind(all, rankOf(each), rankOf), 0, each);
    replace(result, key, all.length > 0 ? all : null);
  }
  return result;
}

/** Where in a list sorted by rank the first of a higher rank stands. */
function firstBehind(sorted: readonly Reached[], rank: number, rankOf: (each: Reached) => number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const each = sorted[middle];
    if (each && rankOf(each) > rank) high = middle;
    else low = middle + 1;
  }
  return low;
}

function replace<V>(map: Map<string, V>, key: string, value: V | null): void {
  if (value === null) map.delete(key);
  else map.set(key, value);
}

function sentenceReach(register: Register, id: string, known: Pick<Reaches, 'mentions' | 'commitments' | 'ofCommitment'>): Reach {
  const named = (known.mentions.get(id) ?? []).map((mention) => ({ kind: mention.thing_kind, id: mention.thing_id }));
  const promised = (known.commitments.get(id) ?? []).map((commitment) => ({
    id: commitment,
    reach: known.ofCommitment.get(commitment) ?? new Reach(),
  }));
  return reachOfSentence(register, id, named, promised);
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

function commitmentsBySentence(register: Register): ReadonlyMap<string, readonly string[]> {
  const groups = grouped(register.commitment.values(), (commitment) => commitment.sentence);
  return new Map([...groups].map(([sentence, rows]) => [sentence, rows.map((row) => row.id)]));
}

function* reversed(reaches: ReadonlyMap<string, Reach>, kind: ReachKind): Generator<undefined, Back> {
  const back = new Map<string, Reached[]>();
  for (const [id, reach] of reaches) {
    for (const [key, reached] of reach.entries()) {
      const entry: Reached = { kind, id, via: reached.via };
      const held = back.get(key);
      if (held) held.push(entry);
      else back.set(key, [entry]);
    }
    yield;
  }
  return back;
}

function ranksOf(ids: Iterable<string>): ReadonlyMap<string, number> {
  return new Map([...ids].map((id, index) => [id, index]));
}

function sentencesIn(...rows: readonly ({ readonly sentence: string } | null)[]): readonly string[] {
  return rows.flatMap((row) => (row ? [row.sentence] : []));
}

function bySentence(mention: Row<'mention'>): string {
  return mention.sentence;
}

function byThing(mention: Row<'mention'>): string {
  return refKey(mention.thing_kind, mention.thing_id);
}
