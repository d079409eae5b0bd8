import type { InstantString } from '@westgate/base';
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

/**
 * What every record's fields were changed to last, kept as deeds come in. The first deed, which loads the district, does not count. A record that an
 * undo brings back is as it was, by those who recorded and changed it: who undoes recorded none of it.
 */
export class FieldHistory {
  readonly #known = new Map<string, Known>();
  /** What was known of records that a deed took out, by its number and the record. */
  readonly #gone = new Map<string, Known>();

  /** Takes the next deed into account. Deeds must come in order. */
  add({ seq, at, who, person, undoes, changes }: Told): void {
    if (seq <= 1) return;
    const by = person === undefined ? { at, seq, who } : { at, seq, who, person };
    // One for all: a deed may bring a whole district.
    const made: Known = { made: by, fields: NO_FIELDS };
    for (const change of changes) this.#addChange(change, made, by, undoes);
  }

  /** Forgets the name of a person who was erased. */
  forget(person: string): void {
    const nameless = <B extends By>(by: B): B => (by.person === person ? { ...by, who: null } : by);
    for (const all of [this.#known, this.#gone]) {
      for (const [record, { made, fields }] of all) {
        if (made?.person !== person && ![...fields.values()].some((since) => since.person === person)) continue;
        const told = [...fields].map(([field, since]): [string, FieldSince] => [field, nameless(since)]);
        all.set(record, { made: made && nameless(made), fields: new Map(told) });
      }
    }
  }

  /** The fields of a record that changed, each with its last change; empty where none did. */
  since(table: TableName, key: string): readonly FieldSince[] {
    const known = this.#known.get(`${table}|${key}`);
    if (!known) return [];
    const { made, fields } = known;
    return [...(made ? [{ field: '*', before: null, after: null, ...made }] : []), ...fields.values()];
  }

  #addChange(change: Change, made: Known, by: By, undoes: number | null): void {
    const record = `${change.table}|${change.key}`;
    if (change.after === null) {
      const known = this.#known.get(record);
      if (known) this.#gone.set(`${by.seq}|${record}`, known);
      this.#known.delete(record);
      return;
    }
    if (change.before === null && undoes !== null) {
      const known = this.#gone.get(`${undoes}|${record}`);
      if (known) this.#known.set(record, known);
      return;
    }
    if (change.before === null) {
      this.#known.set(record, made);
      return;
    }
    const known = this.#known.get(record);
    const fields = new Map(known?.fields);
    for (const described of describeChanges([change])) for (const field of described.fields) fields.set(field.field, { ...field, ...by });
    this.#known.set(record, { made: known?.made ?? null, fields });
  }
}
