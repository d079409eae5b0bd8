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
/** A deed that is still to be done: by whom and when is known once it is. */
type Drafted = Pick<Deed, 'seq' | 'undoes' | 'changes'>;
/** Who did a deed, and when. */
type By = Pick<FieldSince, 'at' | 'seq' | 'who' | 'person'>;
/** The same, one for all that a deed changed: it is filled in once the deed is done. */
interface Doing {
  by: By | null;
}

/** What is known of a record: by whom it was made as a whole, and its fields that changed since. */
interface Known {
  readonly made: Doing | null;
  readonly fields: ReadonlyMap<string, FieldChange>;
}

interface FieldChange extends Pick<FieldSince, 'field' | 'before' | 'after'> {
  readonly doing: Doing;
}

/** What a deed leaves known, worked out ahead of it. */
export interface ComingHistory {
  readonly seq: number;
  readonly doing: Doing;
  readonly latest: ByRecord<Known | null>;
  /** What was known of records that it takes out. */
  readonly gone: ByRecord<Known>;
}

const NO_FIELDS: ReadonlyMap<string, FieldChange> = new Map();
const NOTHING: Known = { made: null, fields: NO_FIELDS };

/**
 * What every record's fields were changed to last, kept as deeds come in. The first deed, which loads the district, does not count. A record that an
 * undo brings back is as it was, by those who recorded and changed it: who undoes recorded none of it.
 */
export class FieldHistory {
  /** What was known before the last large deed, and since it, before all of that: null of records that went. */
  readonly #earlier = new ByRecord<Known>();
  #latest = new ByRecord<Known | null>();
  /** What was known of records that a deed took out, by its number. */
  readonly #gone = new Map<number, ByRecord<Known>>();

  /** Takes the next deed into account. Deeds must come in order. `coming`: what was worked out ahead of this very deed. */
  add({ at, seq, who, person, undoes, changes }: Told, coming: ComingHistory | null = null): void {
    const by = person === undefined ? { at, seq, who } : { at, seq, who, person };
    if (coming?.seq === seq) {
      coming.doing.by = by;
      this.#latest = coming.latest;
      this.#gone.set(seq, coming.gone);
      return;
    }
    const here = { seq, doing: { by }, latest: this.#latest, gone: new ByRecord<Known>() };
    resultAtOnce(this.#addSteps(here, { seq, undoes, changes }));
    if (!here.gone.isEmpty()) this.#gone.set(seq, here.gone);
  }

  /** Works out step by step what {@link add} will take into account of the next deed, a large one. Until then nothing of it is told, and it may come to nothing. */
  *comingSteps(deed: Drafted): Generator<undefined, ComingHistory> {
    const merged = this.#latest;
    for (const [table, key, known] of merged) {
      // Another large deed was taken up meanwhile: this one comes to nothing.
      if (this.#latest !== merged) break;
      if (known) this.#earlier.set(table, key, known);
      else this.#earlier.delete(table, key);
      yield;
    }
    const coming = { seq: deed.seq, doing: { by: null }, latest: new ByRecord<Known | null>(), gone: new ByRecord<Known>() };
    yield* this.#addSteps(coming, deed);
    return coming;
  }

  /** Forgets the name of a person who was erased. */
  forget(person: string): void {
    const forgotten = new Set<Doing>();
    for (const records of [this.#earlier, this.#latest, ...this.#gone.values()])
      for (const [, , known] of records)
        for (const doing of [known?.made, ...[...(known ?? NOTHING).fields.values()].map((change) => change.doing)])
          if (doing?.by?.person === person) forgotten.add(doing);
    for (const doing of forgotten) if (doing.by) doing.by = { ...doing.by, who: null };
  }

  /** The fields of a record that changed, each with its last change; empty where none did. */
  since(table: TableName, key: string): readonly FieldSince[] {
    const known = this.#knownOf(this.#latest, table, key);
    if (!known) return [];
    const { made, fields } = known;
    const told = ({ doing: { by }, ...change }: FieldChange): readonly FieldSince[] => (by ? [{ ...change, ...by }] : []);
    return [...(made ? told({ field: '*', before: null, after: null, doing: made }) : []), ...[...fields.values()].flatMap(told)];
  }

  /** What is known of a record with `latest`; null for nothing. */
  #knownOf(latest: ByRecord<Known | null>, table: TableName, key: string): Known | null {
    for (const all of [latest, this.#latest, this.#earlier]) {
      const known = all.get(table, key);
      if (known !== undefined) return known;
    }
    return null;
  }

  /** Notes in `coming` what a deed leaves known. What goes is kept by the number of the deed, which nothing asks for before that is done. */
  *#addSteps(coming: ComingHistory, { seq, undoes, changes }: Drafted): Generator<undefined, void> {
    if (seq <= 1) return;
    // One for all: a deed may bring a whole district.
    const made: Known = { made: coming.doing, fields: NO_FIELDS };
    for (const change of changes) {
      this.#addChange(coming, change, made, undoes);
      yield;
    }
  }

  #addChange({ latest, gone, doing }: ComingHistory, change: Change, made: Known, undoes: number | null): void {
    const { table, key } = change;
    if (change.after === null) {
      const known = this.#knownOf(latest, table, key);
      if (known) gone.set(table, key, known);
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
    for (const described of describeChanges([change])) for (const field of described.fields) fields.set(field.field, { ...field, doing });
    latest.set(table, key, { made: known?.made ?? null, fields });
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

  isEmpty(): boolean {
    return this.#tables.size === 0;
  }

  *[Symbol.iterator](): Generator<readonly [TableName, string, V]> {
    for (const [table, values] of this.#tables) for (const [key, value] of values) yield [table, key, value];
  }
}
