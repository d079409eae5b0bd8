import type { InstantString } from '@westgate/base';
import type { Change } from '@westgate/domain';
import type { Deed } from '@westgate/store';

/** What of a place is measured from. */
const MEASURED = ['kind', 'survey_level', 'geometry'] as const;

/** When a place was made, taken out, or changed in what is measured from it, kept as deeds come in. The first deed, which loads the district, does not count. */
export class PlacesHeld {
  #since: InstantString | null;

  /** `since`: before it nothing is known. */
  constructor(since: InstantString | null) {
    this.#since = since;
  }

  /** Takes a deed into account. Deeds must come in order. */
  add({ seq, at, changes }: Pick<Deed, 'seq' | 'at' | 'changes'>): void {
    if (seq > 1 && changes.some(isMoved)) this.#since = at;
  }

  /** Since when the places held are as they are; null: since the district was first loaded. */
  get since(): InstantString | null {
    return this.#since;
  }
}

function isMoved({ table, before, after }: Change): boolean {
  if (table !== 'place') return false;
  return MEASURED.some((column) => JSON.stringify(before?.[column]) !== JSON.stringify(after?.[column]));
}
