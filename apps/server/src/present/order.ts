import type { Thing, ThingKindName } from '@westgate/contract';
import { commitmentOrder, numberOf, type Register, sentenceOrder } from '@westgate/domain';
import { thingAt } from './thing.ts';

/** Where each sentence stands among all, from 0. */
export const sentenceRanks: (register: Register) => ReadonlyMap<string, number> = ranksBy(sentenceOrder);

/** Where each commitment stands among all, from 0. */
export const commitmentRanks: (register: Register) => ReadonlyMap<string, number> = ranksBy(commitmentOrder);

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
