import type { InstantString } from '@westgate/base';
import type { Change, TableName } from '@westgate/domain';
import type { Deed } from '@westgate/store';
import { describeChanges } from './diff.ts';

/** The last change of one field of a record, after the district was first loaded: when, by which deed, by whom, from what to what. */
export interface FieldSince {
  /** `*` where the record as a whole was created. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly at: InstantString;
  readonly seq: number;
  readonly who: string;
}

type Told = Pick<Deed, 'seq' | 'at' | 'who' | 'changes'>;

/** What every record's fields were changed to last, kept as deeds come in. The first deed, which loads the district, does not count. */
export class FieldHistory {
  readonly #fields = new Map<string, Map<string, FieldSince>>();

  /** Takes the next deed into account. Deeds must come in order. */
  add({ seq, at, who, changes }: Told): void {
    if (seq <= 1) return;
    for (const change of changes) this.#addChange(change, { at, seq, who });
  }

  /** The fields of a record that changed, each with its last change; empty where none did. */
  since(table: TableName, key: string): readonly FieldSince[] {
    return [...(this.#fields.get(`${table}|${key}`)?.values() ?? [])];
  }

  #addChange(change: Change, by: Pick<FieldSince, 'at' | 'seq' | 'who'>): void {
    const record = `${change.table}|${change.key}`;
    if (change.after === null) {
      this.#fields.delete(record);
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
