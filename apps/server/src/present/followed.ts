import type { Followed } from '@westgate/contract';
import { vocabulary } from '@westgate/domain';
import { readerNow } from '../caller/caller.ts';
import type { Office } from '../office/office.ts';
import type { View } from '../view/view.ts';
import { seenDeed } from './seen-deeds.ts';
import { findThing } from './thing.ts';

/** Deeds of one record that are counted at most. */
const DEEDS_COUNTED = 20;
const KINDS = ['sentence', ...vocabulary.EVIDENCE_SUBJECTS] as const;

/**
 * Of records, each `kind:id`, those that deeds after `after` touched, themselves or what is recorded of them, the last touched first. What whoever
 * asks may not know of, or is gone, is passed over.
 */
export async function followedOf(office: Office, view: View, records: readonly string[], after: number): Promise<Followed['items']> {
  // No deed since: nothing can have changed.
  if (after >= view.seq) return [];
  const reader = readerNow();
  const items: Followed['items'] = [];
  for (const of of new Set(records)) {
    const [name, id] = [of.slice(0, of.indexOf(':')), of.slice(of.indexOf(':') + 1)];
    const kind = KINDS.find((each) => each === name);
    const thing = kind && findThing(view.register, kind, id);
    if (!kind || !thing) continue;
    const rows = [{ table: kind, key: id }, ...(await office.related.of(kind, id))];
    const deeds = (await office.desk.touching(rows, DEEDS_COUNTED)).filter(({ seq }) => seq > after);
    const seen = deeds.flatMap((deed) => seenDeed(office.desk, reader, deed) ?? []);
    const [last] = seen;
    if (last) items.push({ thing, seq: last.seq, at: last.at, verb: last.verb, count: seen.length });
  }
  return items.sort((a, b) => b.seq - a.seq);
}
