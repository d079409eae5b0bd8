import { foldName, looksOf, WestgateError } from '@westgate/base';
import type { DeedSummary } from '../journal/deed.ts';
import type { KeyRing } from './key-ring.ts';
import { newPersonKey, openName, openPersonalRecord, type PersonKey, sealedPersonOf, sealName, sealPersonalRecord } from './seal-name.ts';

/** Deeds of programs carry the program's name in plain; every other name is a person's and is sealed. */
export const PROGRAMS: ReadonlySet<string> = new Set(['westgate', 'import']);

/** What stands before the name of who reported by a link, in a deed: nobody else is called so, and no account. */
export const OUTSIDE = 'outside:';

/** Whether a name is one that Westgate signs with itself: a program's, or that of a body outside. */
export function isReservedName(name: string): boolean {
  const folded = foldName(name);
  return PROGRAMS.has(looksOf(name)) || folded.startsWith(OUTSIDE);
}

const PERSON = /^p-[0-9a-f]{16}$/;

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

/** What is kept of a person with an account: the name, and what the desk adds to it. JSON throughout. */
export interface PersonalRecord {
  readonly name: string;
}

/** What lies in a personal record, and what it is known by: another seal, another filling. */
export interface KeptPersonalRecord {
  readonly personalRecord: PersonalRecord;
  readonly seal: string;
}

/** Turns names into sealed text before they are written anywhere, and back when deeds are read. */
export interface Persons {
  /**
   * `who` as it is stored: sealed under the person's key, which is made at the first deed; a program's name as it is. The id of a person
   * stands for the name in that person's personal record, so that two people of one name are two.
   */
  seal(who: string): Promise<string>;
  /** Deeds as people read them: `who` is the name again, or null where the person was erased. Names of older schemas stand in plain. */
  reveal<T extends Pick<DeedSummary, 'who' | 'person'>>(deeds: readonly T[]): Promise<readonly T[]>;
  list(): Promise<readonly KnownPerson[]>;
  /** A person with a key and what lies in the personal record; gives the id. */
  open(personalRecord: PersonalRecord): Promise<string>;
  /**
   * Puts `personalRecord` in place of what was read with this `seal`; gives the seal of what lies there then, null where something else lay there by now.
   * Throws WG_NOT_FOUND for an id that is nobody's.
   */
  fill(id: string, personalRecord: PersonalRecord, seal: string): Promise<string | null>;
  /** What lies in the personal records, by person; of a table only what was filled after the filling of this number. */
  personalRecords(after?: number): Promise<ReadonlyMap<string, KeptPersonalRecord>>;
  /** What lies in the personal record of a person; null for nobody with one. */
  personalRecord(id: string): Promise<KeptPersonalRecord | null>;
  /** Destroys a person's key: nobody can read the name in a deed any more. */
  destroy(id: string): Promise<void>;
}

/** Persons whose keys lie in `ring`. */
export function personsOf(ring: KeyRing): Persons {
  return {
    async seal(who) {
      if (PROGRAMS.has(who)) return who;
      const keys = await ring.all();
      const own = PERSON.test(who) ? keys.find(({ id }) => id === who) : undefined;
      if (own) return sealName((await personalRecord(own))?.personalRecord.name ?? nameOf(own), own);
      const filled = await ring.personalRecords();
      const held = keys.find((key) => !filled.has(key.id) && nameOf(key) === who);
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
    async list() {
      const names = await personalRecords();
      return (await ring.all()).map((key) => ({ id: key.id, name: names.get(key.id)?.personalRecord.name ?? nameOf(key) }));
    },
    async open(opened) {
      const key = newPersonKey(opened.name);
      await ring.add(key);
      await ring.fill(key.id, sealPersonalRecord(JSON.stringify(opened), key), null);
      return key.id;
    },
    async fill(id, filled, before) {
      const key = (await ring.all()).find((each) => each.id === id);
      if (!key) throw new WestgateError('WG_NOT_FOUND', `expected the id of a person, found ${id}`, { id });
      const seal = sealPersonalRecord(JSON.stringify(filled), key);
      return (await ring.fill(id, seal, before)) ? seal : null;
    },
    personalRecords,
    async personalRecord(id) {
      const key = (await ring.all()).find((each) => each.id === id);
      return key ? personalRecord(key) : null;
    },
    destroy: (id) => ring.destroy(id),
  };

  async function personalRecords(after?: number): Promise<ReadonlyMap<string, KeptPersonalRecord>> {
    const sealed = await ring.personalRecords(after);
    if (sealed.size === 0) return new Map();
    const keys = await ring.all();
    return new Map(
      keys.flatMap((key) => {
        const text = sealed.get(key.id);
        return text === undefined ? [] : [[key.id, opened(text, key)] as const];
      }),
    );
  }

  async function personalRecord(key: PersonKey): Promise<KeptPersonalRecord | null> {
    const text = await ring.personalRecord(key.id);
    return text === null ? null : opened(text, key);
  }
}

/** A personal record whose sealed text was sealed by {@link Persons.fill}. */
function opened(seal: string, key: PersonKey): KeptPersonalRecord {
  return { personalRecord: JSON.parse(openPersonalRecord(seal, key)) as PersonalRecord, seal };
}

/** The name a key is for. */
export function nameOf(key: PersonKey): string {
  return openName(key.name, key);
}
