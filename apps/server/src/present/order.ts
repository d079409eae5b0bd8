import type { Thing, ThingKindName } from '@westgate/contract';
import { type Register, type Row, registerIndex } from '@westgate/domain';
import { thingAt } from './thing.ts';

/** Sentence ids by document, paragraph and position; those no longer in the text stand behind it. */
export const sentenceOrder: (register: Register) => readonly string[] = registerIndex<readonly string[]>({
  basis: { document: [], sentence: ['document', 'paragraph', 'position', 'in_text'] },
  build(register) {
    const documents = new Map<string, number>([...register.document.keys()].map((id, index) => [id, index]));
    const byText = (a: Row<'sentence'>, b: Row<'sentence'>): number =>
      (documents.get(a.document) ?? 0) - (documents.get(b.document) ?? 0) ||
      Number(b.in_text) - Number(a.in_text) ||
      a.paragraph - b.paragraph ||
      a.position - b.position;
    return [...register.sentence.values()].sort(byText).map((sentence) => sentence.id);
  },
});

/** Commitment ids in the order in which the text promises them: by sentence, then by where the clause stands in it. */
export const commitmentOrder: (register: Register) => readonly string[] = registerIndex<readonly string[]>({
  basis: {
    document: [],
    sentence: ['document', 'paragraph', 'position', 'text_zh', 'text_en', 'in_text'],
    commitment: ['sentence', 'clause_zh', 'clause_en'],
  },
  build(register) {
    const sentences = sentenceRanks(register);
    const placed = [...register.commitment.values()].map((row) => ({
      id: row.id,
      sentence: sentences.get(row.sentence) ?? 0,
      start: clauseStart(register, row),
    }));
    return placed.sort((a, b) => a.sentence - b.sentence || a.start - b.start).map(({ id }) => id);
  },
});

/** Where each sentence stands among all, from 0. */
export const sentenceRanks: (register: Register) => ReadonlyMap<string, number> = ranksBy(sentenceOrder);

/** Where each commitment stands among all, from 0. */
export const commitmentRanks: (register: Register) => ReadonlyMap<string, number> = ranksBy(commitmentOrder);

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

/** The ranks in an order, made once for it. */
function ranksBy(orderOf: (register: Register) => readonly string[]): (register: Register) => ReadonlyMap<string, number> {
  const ranks = new WeakMap<readonly string[], ReadonlyMap<string, number>>();
  return (register) => {
    const order = orderOf(register);
    const held = ranks.get(order) ?? new Map(order.map((id, index) => [id, index]));
    ranks.set(order, held);
    return held;
  };
}

function clauseStart(register: Register, commitment: Row<'commitment'>): number {
  const sentence = register.sentence.get(commitment.sentence);
  const at = (text: string | null | undefined, clause: string | null): number => (text && clause ? text.indexOf(clause) : -1);
  return Math.max(at(sentence?.text_zh, commitment.clause_zh), at(sentence?.text_en, commitment.clause_en) / 1000);
}
