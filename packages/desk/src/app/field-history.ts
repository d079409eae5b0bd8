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

/**
 * What every record's fields were changed to last, kept as deeds come in. The first deed, which loads the district, does not count. A record that an
 * undo brings back is as it was, by those who recorded and changed it: who undoes recorded none of it.
 */
export class FieldHistory {
  readonly #fields = new Map<string, Map<string, FieldSince>>();
  /** What was known of records that a deed took out, by its number and the record. */
  readonly #gone = new Map<string, Map<string, FieldSince>>();

  /** Takes the next deed into account. Deeds must come in order. */
  add({ seq, at, who, person, undoes, changes }: Told): void {
    if (seq <= 1) return;
    const by = person === undefined ? { at, seq, who } : { at, seq, who, person };
    for (const change of changes) this.#addChange(change, by, undoes);
  }

  /** Forgets the name of a person who was erased. */
  forget(person: string): void {
    for (const fields of [...this.#fields.values(), ...this.#gone.values()]) {
      for (const [field, since] of fields) if (since.person === person) fields.set(field, { ...since, who: null });
    }
  }

  /** The fields of a record that changed, each with its last change; empty where none did. */
  since(table: TableName, key: string): readonly FieldSince[] {
    return [...(this.#fields.get(`${table}|${key}`)?.values() ?? [])];
  }

  #addChange(change: Change, by: Pick<FieldSince, 'at' | 'seq' | 'who' | 'person'>, undoes: number | null): void {
    const record = `${change.table}|${change.key}`;
    if (change.after === null) {
      const known = this.#fields.get(record);
      if (known) this.#gone.set(`${by.seq}|${record}`, known);
      this.#fields.delete(record);
      return;
    }
    if (change.before === null && undoes !== null) {
      const known = this.#gone.get(`${undoes}|${record}`);
      if (known) this.#fields.set(record, known);
      return;
    }
    if (change.before === null) {
      this.#fields.set(record, new Map([['*', { field: '*', before: null, after: null, ...by }]]));
      return;
    }
    const fields = this.#fields.get(record) ?? new Map<string, FieldSince>();
    this.#fields.set(record, fields);
    for (const described of describeChanges([change])) for (const field of described.fields) fields.set(field.field, { ...field, ...by });
  }
}
