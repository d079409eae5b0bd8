import type { DeedSummary } from '../deed.ts';
import type { KeyRing } from './key-ring.ts';
import { newPersonKey, openName, type PersonKey, sealedPersonOf, sealName } from './seal-name.ts';

/** Deeds of programs carry the program's name in plain; every other name is a person's and is sealed. */
export const PROGRAMS: ReadonlySet<string> = new Set(['westgate', 'import']);

/** The verb of the deed that records an erasure: it changes no row, and cannot be taken back. */
export const ERASE_PERSON = 'erase-person';

/** The id of the person whom a deed erased; null for every other deed. */
export function erasedPersonOf({ verb, idem }: Pick<DeedSummary, 'verb' | 'idem'>): string | null {
  return verb === ERASE_PERSON && idem !== null ? idem.slice(ERASE_PERSON.length + 1) : null;
}

/** A person whose key is held. */
interface KnownPerson {
  readonly id: string;
  readonly name: string;
}

/** Turns names into sealed text before they are written anywhere, and back when deeds are read. */
export interface Persons {
  /** `who` as it is stored: sealed under the person's key, which is made at the first deed; a program's name as it is. */
  seal(who: string): Promise<string>;
  /** Deeds as people read them: `who` is the name again, or null where the person was erased. Names of older schemas stand in plain. */
  reveal<T extends Pick<DeedSummary, 'who' | 'person'>>(deeds: readonly T[]): Promise<readonly T[]>;
  list(): Promise<readonly KnownPerson[]>;
  /** Destroys a person's key: nobody can read the name in a deed any more. */
  destroy(id: string): Promise<void>;
}

/** Persons whose keys lie in `ring`. */
export function personsOf(ring: KeyRing): Persons {
  return {
    async seal(who) {
      if (PROGRAMS.has(who)) return who;
      const held = (await ring.all()).find((key) => nameOf(key) === who);
      if (held) return sealName(who, held);
      const made = newPersonKey(who);
      await ring.add(made);
      return sealName(who, made);
    },
    async reveal(deeds) {
      const ids = deeds.map(({ who }) => (who === null ? null : sealedPersonOf(who)));
      if (ids.every((id) => id === null)) return deeds;
      const keys = new Map((await ring.all()).map((key) => [key.id, key]));
      return deeds.map((deed, index) => {
        const person = ids[index];
        if (!person || deed.who === null) return deed;
        const key = keys.get(person);
        return { ...deed, who: key ? openName(deed.who, key) : null, person };
      });
    },
    list: async () => (await ring.all()).map((key) => ({ id: key.id, name: nameOf(key) })),
    destroy: (id) => ring.destroy(id),
  };
}

/** The name a key is for. */
export function nameOf(key: PersonKey): string {
  return openName(key.name, key);
}
