import type { Deed, DeedSummary, Desk } from '@westgate/desk';
import { changesFor, type Reader } from '@westgate/domain';
import { CHANGES_SHOWN } from './deed.ts';

/** Deeds looked at for one page of those a reader may know of. */
const MOST_LOOKED_AT = 2_000;
const AT_ONCE = 50;

/** A deed as a reader may know of it: null where none of its changes may be. Its reason may speak of any of them, so it goes with one. */
export function seenDeed(desk: Desk, reader: Reader | null, deed: Deed): Deed | null {
  if (reader === null) return deed;
  const changes = changesFor(desk.register, reader, deed.changes);
  if (changes.length === 0) return null;
  const isWhole = changes.length === deed.changeCount && changes.every((change, index) => change === deed.changes[index]);
  return isWhole ? deed : { ...deed, changes, changeCount: changes.length, reason: '' };
}

/**
 * The last deeds before `before` that a reader may know of, newest first, at most `limit`; without their changes where all may be known.
 * `next`: the deed to go on before, null at the end.
 */
export async function seenDeeds(
  desk: Desk,
  reader: Reader | null,
  { limit, before }: { readonly limit: number; readonly before: number | undefined },
): Promise<{ readonly deeds: readonly DeedSummary[]; readonly next: number | null }> {
  if (reader === null) {
    const deeds = await desk.deeds(limit + 1, before);
    return { deeds: deeds.slice(0, limit), next: deeds.length > limit ? (deeds[limit - 1]?.seq ?? null) : null };
  }
  const found: DeedSummary[] = [];
  let from = before;
  for (let looked = 0; looked < MOST_LOOKED_AT; ) {
    const page = await desk.deeds(AT_ONCE, from);
    for (const { seq } of page) {
      const deed = await desk.deed(seq, CHANGES_SHOWN);
      const seen = deed && seenDeed(desk, reader, deed);
      from = seq;
      looked += 1;
      if (!seen) continue;
      const { changes: _, ...summary } = seen;
      found.push(summary);
      if (found.length === limit) return { deeds: found, next: seq > 1 ? seq : null };
    }
    if (page.length < AT_ONCE) return { deeds: found, next: null };
  }
  return { deeds: found, next: from ?? null };
}
