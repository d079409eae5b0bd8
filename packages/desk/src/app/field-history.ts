import { type InstantString, resultAtOnce } from '@westgate/base';
import type { Change, TableName } from '@westgate/domain';
import type { Deed } from '@westgate/store';
import { describeChanges } from '../deeds/diff.ts';

/** The last change of one field of a record, after the district was first loaded: when, by which deed, by whom, from what to what. */
export interface FieldSince {
  /** `*` where the record as a whole was created. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly at: InstantString;
  readonly seq: number;
  /** Null: a person who was erased. */
  readonly who: string | null;
  /** The id of the person; absent for programs and for names of schema 1. */
  readonly person?: string;
}

type Told = Pick<Deed, 'seq' | 'at' | 'who' | 'person' | 'undoes' | 'changes'>;
/** Who did a deed, and when. */
type By = Pick<FieldSince, 'at' | 'seq' | 'who' | 'person'>;

/** What is known of a record: by whom it was made as a whole, and its fields that changed since. */
interface Known {
  readonly made: By | null;
  readonly fields: ReadonlyMap<string, FieldSince>;
}

const NO_FIELDS: ReadonlyMap<string, FieldSince> = new Map();
const NOTHING: Known = { made: null, fields: NO_FIELDS };

/**
 * What every record's fields were changed to last, kept as deeds come in. The first deed, which loads the district, does not count. A record that an
 * undo brings back is as it was, by those who recorded and changed it: who undoes recorded none of it.
 */
export class FieldHistory {
  /** What was known before the last large deed, and since it, before all of that: null of records that went. */
  readonly #earlier = new ByRecord<Known>();
  #latest = new ByRecord<Known | null>();
  /** What is worked out ahead of the next deed. */
  #coming: { readonly seq: number; readonly latest: ByRecord<Known | null>; isWhole: boolean } | null = null;
  /** What was known of records that a deed took out, by its number. */
  readonly #gone = new Map<number, ByRecord<Known>>();

  /** Takes the next deed into account. Deeds must come in order. */
  add(deed: Told): void {
    if (this.#coming?.isWhole && this.#coming.seq === deed.seq) this.#latest = this.#coming.latest;
    else resultAtOnce(this.#addSteps(this.#latest, deed));
    this.#coming = null;
  }

  /** Works out step by step what {@link add} will take into account of the next deed, a large one. Until then nothing of it is told. */
  *comingSteps(deed: Told): Generator<undefined, void> {
    for (const [table, key, known] of this.#latest) {
      if (known) this.#earlier.set(table, key, known);
      else this.#earlier.delete(table, key);
      yield;
    }
    const coming = { seq: deed.seq, latest: new ByRecord<Known | null>(), isWhole: false };
    this.#coming = coming;
    yield* this.#addSteps(coming.latest, deed);
    coming.isWhole = true;
  }

  /** Forgets the name of a person who was erased. */
  forget(person: string): void {
    const nameless = <B extends By>(by: B): B => (by.person === person ? { ...by, who: null } : by);
    const all: readonly ByRecord<Known | null>[] = [
      this.#earlier,
      this.#latest,
      ...(this.#coming ? [this.#coming.latest] : []),
      ...this.#gone.values(),
    ];
    for (const records of all) {
      for (const [table, key, known] of records) {
        const { made, fields } = known ?? NOTHING;
        if (made?.person !== person && ![...fields.values()].some((since) => since.person === person)) continue;
        const told = [...fields].map(([field, since]): [string, FieldSince] => [field, nameless(since)]);
        records.set(table, key, { made: made && nameless(made), fields: new Map(told) });
      }
    }
  }

  /** The fields of a record that changed, each with its last change; empty where none did. */
  since(table: TableName, key: string): readonly FieldSince[] {
    const known = this.#knownOf(this.#latest, table, key);
    if (!known) return [];
    const { made, fields } = known;
    return [...(made ? [{ field: '*', before: null, after: null, ...made }] : []), ...fields.values()];
  }

  /** What is known of a record with `latest`; null for nothing. */
  #knownOf(latest: ByRecord<Known | null>, table: TableName, key: string): Known | null {
    for (const all of [latest, this.#latest, this.#earlier]) {
      const known = all.get(table, key);
      if (known !== undefined) return known;
    }
    return null;
  }

  /** Notes in `latest` what a deed leaves known. What goes is kept by the number of the deed, which nothing asks for before that is done. */
  *#addSteps(latest: ByRecord<Known | null>, { seq, at, who, person, undoes, changes }: Told): Generator<undefined, void> {
    if (seq <= 1) return;
    const by = person === undefined ? { at, seq, who } : { at, seq, who, person };
    // One for all: a deed may bring a whole district.
    const made: Known = { made: by, fields: NO_FIELDS };
    for (const change of changes) {
      this.#addChange(latest, change, made, by, undoes);
      yield;
    }
  }

  #addChange(latest: ByRecord<Known | null>, change: Change, made: Known, by: By, undoes: number | null): void {
    const { table, key } = change;
    if (change.after === null) {
      const known = this.#knownOf(latest, table, key);
      if (known) this.#goneBy(by.seq).set(table, key, known);
      latest.set(table, key, null);
      return;
    }
    if (change.before === null && undoes !== null) {
      const known = this.#gone.get(undoes)?.get(table, key);
      if (known) latest.set(table, key, known);
      return;
    }
    if (change.before === null) {
      latest.set(table, key, made);
      return;
    }
    const known = this.#knownOf(latest, table, key);
    const fields = new Map(known?.fields);
    for (const described of describeChanges([change])) for (const field of described.fields) fields.set(field.field, { ...field, ...by });
    latest.set(table, key, { made: known?.made ?? null, fields });
  }

  #goneBy(seq: number): ByRecord<Known> {
    const held = this.#gone.get(seq) ?? new ByRecord<Known>();
    this.#gone.set(seq, held);
    return held;
  }
}

/** Values by table and key: a text of both for each of thousands of records would take longer than all else. */
class ByRecord<V> {
  readonly #tables = new Map<TableName, Map<string, V>>();

  get(table: TableName, key: string): V | undefined {
    return this.#tables.get(table)?.get(key);
  }

  set(table: TableName, key: string, value: V): void {
    const held = this.#tables.get(table);
    if (held) held.set(key, value);
    else this.#tables.set(table, new Map([[key, value]]));
  }

  delete(table: TableName, key: string): void {
    this.#tables.get(table)?.delete(key);
  }

  *[Symbol.iterator](): Generator<readonly [TableName, string, V]> {
    for (const [table, values] of this.#tables) for (const [key, value] of values) yield [table, key, value];
  }
}
