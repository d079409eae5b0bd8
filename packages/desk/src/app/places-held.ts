import type { InstantString } from '@westgate/base';
import type { Change, HeldSince, PlacesSince } from '@westgate/domain';
import type { Deed } from '@westgate/store';
import { dayInZone } from '../folder/day-in-zone.ts';

/** What of a place is measured from. */
const MEASURED = ['kind', 'survey_level', 'geometry'] as const;

/** When something changed first and last, and how many more it has become by that. */
interface Changed {
  readonly first: InstantString;
  readonly last: InstantString;
  readonly more: number;
}

type Done = Pick<Deed, 'at' | 'undoes' | 'changes'>;

/**
 * When places were made, taken out, or changed in what is measured from them, kept by place and by kind as deeds come in. The deed that loads a district does
 * not count: what it brought is taken to have been so before. Where it brought none of a kind, none is held until the first is made.
 */
export class PlacesHeld {
  #before: InstantString | null;
  #places = new Map<string, Changed>();
  #kinds = new Map<string, Changed>();
  /** What was told of it, by time zone, as long as it stays so. */
  #told = new Map<string, PlacesSince>();
  /** Its maps were told, or belong to another as well. */
  #isShared = false;

  /** `before`: of what was before that nothing is known; null: nothing was. */
  constructor(before: InstantString | null) {
    this.#before = before;
  }

  /** Takes a deed into account. Deeds must come in order. */
  add({ at, undoes, changes }: Done): void {
    if (undoes === null && changes.some(({ table, before }) => table === 'district' && before === null)) {
      this.#before = null;
      this.#hold(new Map(), new Map());
      return;
    }
    const moved = changes.filter(isMoved);
    if (moved.length === 0) return;
    if (this.#isShared) this.#hold(new Map(this.#places), new Map(this.#kinds));
    for (const { key, before, after } of moved) {
      note(this.#places, key, at, Number(after !== null) - Number(before !== null));
      for (const kind of new Set([before?.kind, after?.kind]))
        if (typeof kind === 'string') note(this.#kinds, kind, at, Number(after?.kind === kind) - Number(before?.kind === kind));
    }
  }

  /** The same after one more deed; this one is left as it is. */
  after(deed: Done): PlacesHeld {
    const held = new PlacesHeld(this.#before);
    held.#hold(this.#places, this.#kinds);
    held.#isShared = true;
    this.#isShared = true;
    held.add(deed);
    return held;
  }

  #hold(places: Map<string, Changed>, kinds: Map<string, Changed>): void {
    this.#places = places;
    this.#kinds = kinds;
    this.#told = new Map();
    this.#isShared = false;
  }

  /** Since when places are held as they are, by days of a time zone. Until places change, the same is given again. */
  since(timeZone: string): PlacesSince {
    const told = this.#told.get(timeZone) ?? this.#tell(timeZone);
    this.#told.set(timeZone, told);
    this.#isShared = true;
    return told;
  }

  #tell(timeZone: string): PlacesSince {
    const [places, kinds, before] = [this.#places, this.#kinds, this.#before];
    const days = (changed: Changed | undefined, now: number): HeldSince | null => {
      const last = changed?.last ?? before;
      if (last === null) return null;
      const isNew = before === null && changed !== undefined && changed.more === now;
      return { day: dayInZone(timeZone, new Date(last)), none: isNew ? dayInZone(timeZone, new Date(changed.first)) : null };
    };
    return { ofPlace: (place) => days(places.get(place), 1), ofKind: (kind, now) => days(kinds.get(kind), now) };
  }
}

function note(all: Map<string, Changed>, key: string, at: InstantString, more: number): void {
  const held = all.get(key);
  all.set(key, { first: held?.first ?? at, last: at, more: (held?.more ?? 0) + more });
}

function isMoved({ table, before, after }: Change): boolean {
  if (table !== 'place') return false;
  return MEASURED.some((column) => JSON.stringify(before?.[column]) !== JSON.stringify(after?.[column]));
}
