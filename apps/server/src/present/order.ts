import type { Thing, ThingKindName } from '@westgate/contract';
import { type Register, type Row, registerMemo } from '@westgate/domain';
import { thingAt } from './thing.ts';

/** Sentence ids by document, paragraph and position. */
export const sentenceOrder: (register: Register) => readonly string[] = registerMemo((register) => {
  const documents = new Map<string, number>([...register.document.keys()].map((id, index) => [id, index]));
  const byText = (a: Row<'sentence'>, b: Row<'sentence'>): number =>
    (documents.get(a.document) ?? 0) - (documents.get(b.document) ?? 0) || a.paragraph - b.paragraph || a.position - b.position;
  return [...register.sentence.values()].sort(byText).map((sentence) => sentence.id);
});

/** Commitment ids in the order in which the text promises them: by sentence, then by where the clause stands in it. */
export const commitmentOrder: (register: Register) => readonly string[] = registerMemo((register) => {
  const sentences = ranksOf(sentenceOrder(register));
  const byText = (a: Row<'commitment'>, b: Row<'commitment'>): number =>
    (sentences.get(a.sentence) ?? 0) - (sentences.get(b.sentence) ?? 0) || clauseStart(register, a) - clauseStart(register, b);
  return [...register.commitment.values()].sort(byText).map((commitment) => commitment.id);
});

/** Where each sentence stands among all, from 0. */
export const sentenceRanks: (register: Register) => ReadonlyMap<string, number> = registerMemo((register) =>
  ranksOf(sentenceOrder(register)),
);

/** Where each commitment stands among all, from 0. */
export const commitmentRanks: (register: Register) => ReadonlyMap<string, number> = registerMemo((register) =>
  ranksOf(commitmentOrder(register)),
);

/** `2.4`: paragraph and position of a sentence. */
export function numberOf(sentence: Row<'sentence'>): string {
  return `${sentence.paragraph}.${sentence.position}`;
}

/** The records before and after `id` in `ids`. */
export function neighbours(
  register: Register,
  kind: ThingKindName,
  ids: readonly string[],
  id: string,
): { readonly previous: Thing | null; readonly next: Thing | null } {
  const index = ids.indexOf(id);
  return {
    previous: thingAt(register, kind, ids[index - 1] ?? null),
    next: thingAt(register, kind, ids[index + 1] ?? null),
  };
}

/** The numbers of sentences in the order of the text, each once. */
export function sentenceNumbersOf(register: Register, ids: readonly string[]): string[] {
  const ranks = sentenceRanks(register);
  const ordered = [...ids].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
  const numbers = ordered.flatMap((id) => {
    const row = register.sentence.get(id);
    return row ? [numberOf(row)] : [];
  });
  return [...new Set(numbers)];
}

function ranksOf(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ids.map((id, index) => [id, index]));
}

function clauseStart(register: Register, commitment: Row<'commitment'>): number {
  const sentence = register.sentence.get(commitment.sentence);
  const at = (text: string | null | undefined, clause: string | null): number => (text && clause ? text.indexOf(clause) : -1);
  return Math.max(at(sentence?.text_zh, commitment.clause_zh), at(sentence?.text_en, commitment.clause_en) / 1000);
}
