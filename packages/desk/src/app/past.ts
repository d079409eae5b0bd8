import type { Register } from '@westgate/domain';
import type { Store } from '@westgate/store';
import { noteHeldAhead } from './ahead.ts';
import { DeedIndex } from './deed-index.ts';
import { FieldHistory } from './field-history.ts';

/** Deeds of the past that are read at the opening: what was taken back, and since when fields hold. */
const PAST_DEEDS = 5_000;

/** What is known of the deeds up to `last`: which were taken back, and since when fields hold; of the rows of `register`, what was still to come. */
export async function readPast(
  store: Store,
  last: number,
  register: Register,
): Promise<{ readonly fieldHistory: FieldHistory; readonly deedIndex: DeedIndex }> {
  const [fieldHistory, deedIndex] = [new FieldHistory(), new DeedIndex()];
  for (const summary of [...(await store.recentDeeds(PAST_DEEDS, last + 1))].reverse()) {
    deedIndex.add(summary);
    const deed = summary.seq > 1 ? await store.deed(summary.seq) : null;
    if (deed) fieldHistory.add(deed);
  }
  await noteHeldAhead(store, register, last);
  return { fieldHistory, deedIndex };
}
