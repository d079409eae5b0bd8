import type { Register } from '@westgate/domain';
import type { Store } from '@westgate/store';
import { noteHeldAhead } from './ahead.ts';
import { DeedIndex } from './deed-index.ts';
import { FieldHistory } from './field-history.ts';
import { PlacesHeld } from './places-held.ts';

/** Deeds of the past that are read at the opening: what was taken back, and since when fields hold. */
const PAST_DEEDS = 5_000;

/** What is known of the deeds up to `last`: which were taken back, and since when fields and places hold; of the rows of `register`, what was still to come. */
export async function readPast(
  store: Store,
  last: number,
  register: Register,
): Promise<{ readonly fieldHistory: FieldHistory; readonly deedIndex: DeedIndex; readonly placesHeld: PlacesHeld }> {
  const [fieldHistory, deedIndex] = [new FieldHistory(), new DeedIndex()];
  const summaries = [...(await store.recentDeeds(PAST_DEEDS, last + 1))].reverse();
  const [first] = summaries;
  const placesHeld = new PlacesHeld(first && first.seq > 1 ? first.at : null);
  for (const summary of summaries) {
    deedIndex.add(summary);
    const deed = summary.seq > 1 ? await store.deed(summary.seq) : null;
    if (deed) fieldHistory.add(deed);
    if (deed) placesHeld.add(deed);
  }
  await noteHeldAhead(store, register, last);
  return { fieldHistory, deedIndex, placesHeld };
}
