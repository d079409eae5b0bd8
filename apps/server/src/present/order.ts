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
  const index = placesIn(ids).get(id) ?? -1;
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

/** The ranks in the order of a register. */
function ranksBy(orderOf: (register: Register) => readonly string[]): (register: Register) => ReadonlyMap<string, number> {
  return (register) => placesIn(orderOf(register));
}

const places = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Where each stands in an order, from 0; made once for it. */
function placesIn(order: readonly string[]): ReadonlyMap<string, number> {
  const held = places.get(order) ?? new Map(order.map((id, index) => [id, index]));
  places.set(order, held);
  return held;
}
