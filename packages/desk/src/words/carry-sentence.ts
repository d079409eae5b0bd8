import { idOf, isPeriod, periodSpan } from '@westgate/base';
import { keyOf, type Register, type Row } from '@westgate/domain';
import type { ChangeSet } from '../deeds/change-set.ts';
import { newId } from '../deeds/new-id.ts';
import { type NextId, refindWords, standingOf } from './refind.ts';

/** A sentence of an earlier plan, and those of a later one that it goes on in. */
interface Carrying {
  readonly from: Row<'sentence'>;
  readonly targets: readonly Row<'sentence'>[];
  /** The number of the coming deed. */
  readonly seq: number;
  readonly nextId: NextId;
}

/** What was done with what hangs on a sentence: words asked for, and ties to dated events that belong to the earlier years. */
export interface Carried {
  readonly asked: number;
  readonly left: number;
}

/**
 * Carries what hangs on a sentence of an earlier plan over to a later one, whose sentence it goes on in: each commitment as a new one that
 * follows the old, with its class, owner, tags and links, but without its due date; each mention. The earlier plan stays as it is. Words that
 * are no longer found become questions. An event of earlier years is carried over to nothing.
 */
export function carrySentence(set: ChangeSet, { from, targets, seq, nextId }: Carrying): Carried {
  const { register } = set;
  const [first] = targets;
  if (!first) return { asked: 0, left: 0 };
  const document = first.document;
  const bestFor = (words: { readonly zh: string | null; readonly en: string | null }): Row<'sentence'> =>
    targets.reduce((best, target) => (standingOf(target, words) > standingOf(best, words) ? target : best), first);
  for (const target of targets) if (target.tags.length === 0 && from.tags.length > 0) set.put('sentence', { ...target, tags: from.tags });

  const commitments = [...register.commitment.values()].filter((commitment) => commitment.sentence === from.id);
  for (const commitment of commitments) {
    const target = bestFor({ zh: commitment.clause_zh, en: commitment.clause_en });
    const fresh = carriedCommitment(set.register, commitment, target, seq);
    set.put('commitment', fresh);
    set.put('link', linkRow({ kind: 'commitment', id: fresh.id }, 'follows', { kind: 'commitment', id: commitment.id }));
  }

  const successors = successorsIn(set.register, document);
  const left = carryLinks(set, { document, ids: new Set(commitments.map(({ id }) => String(id))), successors });
  let leftMentions = 0;
  for (const mention of register.mention.values()) {
    if (mention.sentence !== from.id) continue;
    if (isOfEarlierYears(register, document, mention.thing_kind, mention.thing_id)) {
      leftMentions += 1;
      continue;
    }
    const target = bestFor({ zh: mention.phrase_zh, en: mention.phrase_en });
    const thing = mention.thing_kind === 'commitment' ? (successors.get(mention.thing_id) ?? mention.thing_id) : mention.thing_id;
    const row = { ...mention, ...wordsFor(target, mention), sentence: target.id, thing_id: thing } as Row<'mention'>;
    if (!set.register.mention.has(keyOf('mention', row))) set.put('mention', row);
  }
  let asked = 0;
  for (const target of targets) asked += refindWords(set, set.register, set.register.sentence.get(target.id) ?? target, nextId);
  return { asked, left: left + leftMentions };
}

function carriedCommitment(register: Register, commitment: Row<'commitment'>, target: Row<'sentence'>, seq: number): Row<'commitment'> {
  const words = { zh: commitment.clause_zh, en: commitment.clause_en };
  const both = words.zh !== null && words.en !== null;
  return {
    ...commitment,
    id: idOf<'commitment'>(newId(register, 'commitment', commitment, seq)),
    sentence: target.id,
    clause_zh: both && target.text_zh === null ? null : words.zh,
    clause_en: both && target.text_en === null ? null : words.en,
    list_closed: false,
    due_on: null,
    due_basis_zh: null,
    due_basis_en: null,
    due_source: null,
    rev: 1,
  };
}

/** The phrase in the languages that the target holds, where it is given in one of them. */
function wordsFor(target: Row<'sentence'>, { phrase_zh, phrase_en }: Row<'mention'>): Pick<Row<'mention'>, 'phrase_zh' | 'phrase_en'> {
  if (phrase_zh === null || phrase_en === null) return { phrase_zh, phrase_en };
  return { phrase_zh: target.text_zh === null ? null : phrase_zh, phrase_en: target.text_en === null ? null : phrase_en };
}

interface LinkCarrying {
  readonly document: string;
  /** The commitments whose links are carried. */
  readonly ids: ReadonlySet<string>;
  readonly successors: ReadonlyMap<string, string>;
}

/** Gives the successors the links that their commitments have; how many were left to the earlier years. */
function carryLinks(set: ChangeSet, { document, ids, successors }: LinkCarrying): number {
  let left = 0;
  const { register } = set;
  const isOwn = (kind: string, id: string): boolean => kind === 'commitment' && ids.has(id);
  for (const link of register.link.values()) {
    if (link.relation === 'follows' || !(isOwn(link.from_kind, link.from_id) || isOwn(link.to_kind, link.to_id))) continue;
    const isPast = isOfEarlierYears(register, document, link.from_kind, link.from_id);
    if (isPast || isOfEarlierYears(register, document, link.to_kind, link.to_id)) {
      left += 1;
      continue;
    }
    const successor = (kind: string, id: string): string => (kind === 'commitment' ? (successors.get(id) ?? id) : id);
    const row = {
      ...link,
      from_id: successor(link.from_kind, link.from_id),
      to_id: successor(link.to_kind, link.to_id),
      rev: 1,
    } as Row<'link'>;
    if (!set.register.link.has(keyOf('link', row))) set.put('link', row);
  }
  return left;
}

/** The commitments of `document` that follow earlier ones, by those. */
function successorsIn(register: Register, document: string): ReadonlyMap<string, string> {
  const successors = new Map<string, string>();
  for (const { relation, from_id, to_id } of register.link.values()) {
    if (relation !== 'follows') continue;
    const sentence = register.commitment.get(from_id)?.sentence;
    if (sentence !== undefined && register.sentence.get(sentence)?.document === document) successors.set(to_id, from_id);
  }
  return successors;
}

/** True for an event that ended before the years of the plan, or of a plan of which no years are known. */
function isOfEarlierYears(register: Register, document: string, kind: string, id: string): boolean {
  const event = kind === 'event' ? register.event.get(id) : undefined;
  if (!event) return false;
  const covers = register.document.get(document)?.covers ?? null;
  if (covers === null || !isPeriod(covers)) return true;
  return isPeriod(event.dates) && periodSpan(event.dates)[1] < periodSpan(covers)[0];
}

interface End {
  readonly kind: Row<'link'>['from_kind'];
  readonly id: string;
}

function linkRow(from: End, relation: Row<'link'>['relation'], to: End): Row<'link'> {
  const ends = { from_kind: from.kind, from_id: from.id, relation, to_kind: to.kind, to_id: to.id };
  return { ...ends, source: null, note_zh: null, note_en: null, rev: 1 } as Row<'link'>;
}
