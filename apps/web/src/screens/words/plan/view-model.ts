import { inLanguage, type Language } from '@westgate/base';
import type { Commitment, PlanDocument, Sentence, StateName } from '@westgate/contract';
import { groupedBy } from '../../../parts/grouped-by.ts';
import type { SelectedThing } from '../../../scope/view-search.ts';

/** Part of a sentence's text; `aim` is undefined where nothing is underlined, null where what is named serves no aim. */
export interface Piece {
  /** UTF-16 offset of the piece in the text. */
  readonly at: number;
  readonly text: string;
  readonly aim?: string | null;
  /** The thing the words name, `kind:id`. */
  readonly names?: string;
}

/** A paragraph of a plan with the commitments of its sentences. */
export interface PlanParagraph {
  readonly number: number;
  /** The aim most of its sentences serve; null where none does. */
  readonly aim: string | null;
  readonly sentences: readonly PlanSentence[];
}

/** A sentence with what its margin shows. */
export interface PlanSentence {
  readonly sentence: Sentence;
  readonly commitments: readonly Commitment[];
}

/** The text cut at the words that are underlined: the things it names, else its promising clauses. Overlapping words are cut once. */
export function piecesOf(sentence: Sentence, language: Language): readonly Piece[] {
  const text = sentence.text[language] ?? '';
  const mentions = sentence.mentions.flatMap((mention) => {
    const span = mention[language];
    return span ? [{ ...span, aim: mention.aim, names: `${mention.kind}:${mention.id}` }] : [];
  });
  const clauses = sentence.clauses.flatMap((clause) => {
    const span = clause[language];
    return span ? [{ ...span, aim: sentence.aim, names: `commitment:${clause.commitment}` }] : [];
  });
  const marked = (mentions.length > 0 ? mentions : clauses).sort((a, b) => a.start - b.start || b.end - a.end);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, aim, names } of marked) {
    if (start < at) continue;
    if (start > at) pieces.push({ at, text: text.slice(at, start) });
    pieces.push({ at: start, text: text.slice(start, end), aim, names });
    at = end;
  }
  if (at < text.length) pieces.push({ at, text: text.slice(at) });
  return pieces;
}

/** The plan as paragraphs, each sentence with its commitments. The source line is left to the foot of the panel. */
export function paragraphsOf(sentences: readonly Sentence[], commitments: readonly Commitment[]): readonly PlanParagraph[] {
  const bySentence = groupedBy(commitments, (commitment) => commitment.sentence);
  const byParagraph = groupedBy(sentences, (sentence) => sentence.paragraph);
  return [...byParagraph].map(([number, members]) => ({
    number,
    aim: mostCommon(members.map((sentence) => sentence.aim)),
    sentences: members.map((sentence) => ({ sentence, commitments: bySentence.get(sentence.id) ?? [] })),
  }));
}

/** The value that stands most often, the first of equals; null counts as a value. */
function mostCommon(values: readonly (string | null)[]): string | null {
  const counts = new Map<string | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | null = null;
  let most = 0;
  for (const [value, count] of counts) {
    if (count <= most) continue;
    best = value;
    most = count;
  }
  return best;
}

/** The order in which states are told. */
const STATE_ORDER: readonly StateName[] = ['done', 'under-way', 'slipped', 'late', 'not-started', 'not-known', 'unmeasurable'];

/** How many commitments stand in each state; states that none is in are left out. */
export function stateTotals(commitments: readonly Commitment[]): readonly { readonly state: StateName; readonly count: number }[] {
  const counts = groupedBy(commitments, (commitment) => commitment.state.name);
  return STATE_ORDER.map((state) => ({ state, count: counts.get(state)?.length ?? 0 })).filter(({ count }) => count > 0);
}

/** The sentences lit up by the selected thing: itself, or those that lead to it. */
export function litSentences(sentences: readonly Sentence[], selected: SelectedThing | null): ReadonlySet<string> {
  if (!selected) return new Set();
  const { kind, id } = selected;
  const leads = (sentence: Sentence): boolean => {
    if (kind === 'sentence') return sentence.id === id;
    if (kind === 'commitment') return sentence.commitmentIds.includes(id);
    if (kind === 'place') return sentence.placeIds.includes(id);
    if (kind === 'project') return sentence.projectIds.includes(id);
    if (kind === 'indicator') return sentence.indicatorIds.includes(id);
    return sentence.mentions.some((mention) => mention.kind === kind && mention.id === id);
  };
  return new Set(sentences.filter(leads).map((sentence) => sentence.id));
}

/** The places lit up on the map by the selected thing. */
export function litPlaces(
  sentences: readonly Sentence[],
  commitments: readonly Commitment[],
  selected: SelectedThing | null,
): readonly string[] {
  if (!selected) return [];
  if (selected.kind === 'place') return [selected.id];
  if (selected.kind === 'sentence') return sentences.find((sentence) => sentence.id === selected.id)?.placeIds ?? [];
  if (selected.kind === 'commitment') return commitments.find((commitment) => commitment.id === selected.id)?.placeIds ?? [];
  return [];
}

/** The sentence `steps` after `id` (before it when negative), the first where none is meant; it stops at both ends. */
export function sentenceAfter(sentences: readonly Sentence[], id: string | null, steps: number): Sentence | null {
  const index = sentences.findIndex((sentence) => sentence.id === id);
  if (index < 0) return sentences[0] ?? null;
  return sentences[Math.min(Math.max(index + steps, 0), sentences.length - 1)] ?? null;
}

/** The plan shown: the one asked for, else the first that has a text, else the first. */
export function documentShown(documents: readonly PlanDocument[], asked: string | undefined): PlanDocument | null {
  return documents.find(({ id }) => id === asked) ?? documents.find(({ sentenceCount }) => sentenceCount > 0) ?? documents[0] ?? null;
}

/** Shares of the ribbon: the length of each sentence, never so short that it cannot be seen. */
export function ribbonWeights(paragraph: PlanParagraph, language: Language): readonly number[] {
  return paragraph.sentences.map(({ sentence }) => Math.max((inLanguage(sentence.text, language) ?? '').length, 12));
}

/** The rules of completion that hold for `commitments`, each once. */
export function distinctRules(commitments: readonly Commitment[]): readonly Commitment['rule'][] {
  const seen = new Map(commitments.map((commitment) => [commitment.verbClass ?? commitment.id, commitment.rule]));
  return [...seen.values()];
}

/** A citation of a sentence: its words, number, plan, publisher, day, address. */
export function citationOf(parts: {
  readonly text: string;
  readonly number: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly label: string;
  readonly address: string;
}): string {
  const where = [parts.title, parts.number, parts.publisher, parts.publishedOn].filter((part) => part !== null && part !== '').join(', ');
  return `${parts.text}\n${where} (${parts.label})\n${parts.address}`;
}
