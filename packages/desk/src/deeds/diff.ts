import { resultAtOnce } from '@westgate/base';
import {
  type AnyRow,
  type Change,
  FOLDER_TABLES,
  fieldsOf,
  keyOf,
  type Register,
  sameValue,
  subjectsOf,
  TABLE_NAMES,
  type TableName,
} from '@westgate/domain';
import type { RowsByTable } from '../folder/parse.ts';

/** One field before and after. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A change as people read it: which record, what was done, and the fields that differ. */
export interface DescribedChange {
  readonly table: TableName;
  readonly key: string;
  readonly kind: 'created' | 'changed' | 'deleted';
  /** The record that it says something of, or is a part of; null where there is none. */
  readonly of: { readonly kind: TableName; readonly id: string } | null;
  readonly fields: readonly FieldChange[];
}

/** How many records of a table a set of changes touches. */
export interface TableCount {
  readonly table: TableName;
  readonly created: number;
  readonly changed: number;
  readonly deleted: number;
}

/**
 * The changes that make `register` hold exactly `rows`, but for tables that no folder holds: created and changed rows in table order, then deletions in reverse, so that no row
 * ever points to a missing one. `rev` is not compared; a changed row has the next one.
 */
export function diffRegister(register: Register, rows: RowsByTable, tables: readonly TableName[] = FOLDER_TABLES): readonly Change[] {
  return resultAtOnce(diffSteps(register, rows, tables));
}

/** The same step by step, for whoever gives others their turn between. */
export function* diffSteps(
  register: Register,
  rows: RowsByTable,
  tables: readonly TableName[] = FOLDER_TABLES,
): Generator<undefined, readonly Change[]> {
  const upserts: Change[] = [];
  const deletions: Change[] = [];
  for (const table of tables) {
    const old: ReadonlyMap<string, AnyRow> = register[table];
    const fresh = new Map(rows[table].map((row: AnyRow) => [keyOf(table, row), row]));
    yield;
    for (const [key, row] of fresh) {
      const before = old.get(key) ?? null;
      if (!before) upserts.push({ table, key, before: null, after: { ...row, rev: 1 } });
      else if (changedFields(table, before, row).length > 0) upserts.push({ table, key, before, after: { ...row, rev: before.rev + 1 } });
      yield;
    }
    for (const [key, before] of old) if (!fresh.has(key)) deletions.push({ table, key, before, after: null });
    yield;
  }
  return [...upserts, ...deletions.reverse()];
}

/** Each change with the fields that differ; of a created or deleted record, the fields that hold something. */
export function describeChanges(changes: readonly Change[]): readonly DescribedChange[] {
  return changes.map(({ table, key, before, after }) => ({
    table,
    key,
    kind: before === null ? 'created' : after === null ? 'deleted' : 'changed',
    of: subjectOf(table, after ?? before),
    fields: changedFields(table, before, after),
  }));
}

/** Whether two rows of a table say the same in every field, or neither is there. */
export function isSameRecord(table: TableName, one: AnyRow | null, other: AnyRow | null): boolean {
  if (one === other || one === null || other === null) return one === other;
  for (const field in fieldsOf(table)) if (!sameValue(one[field] ?? null, other[field] ?? null)) return false;
  return true;
}

/** Records created, changed and deleted, for each table touched, in table order. */
export function countChanges(changes: readonly Change[]): readonly TableCount[] {
  const counts = new Map<TableName, { created: number; changed: number; deleted: number }>();
  for (const { table, before, after } of changes) {
    const count = counts.get(table) ?? { created: 0, changed: 0, deleted: 0 };
    counts.set(table, count);
    if (before === null) count.created += 1;
    else if (after === null) count.deleted += 1;
    else count.changed += 1;
  }
  return TABLE_NAMES.flatMap((table) => {
    const count = counts.get(table);
    return count ? [{ table, ...count }] : [];
  });
}

function subjectOf(table: TableName, row: AnyRow | null): DescribedChange['of'] {
  const [first] = row === null ? [] : subjectsOf(table, row);
  return first ? { kind: first[0], id: first[1] } : null;
}

function changedFields(table: TableName, before: AnyRow | null, after: AnyRow | null): readonly FieldChange[] {
  return Object.keys(fieldsOf(table)).flatMap((field) => {
    const [old, fresh] = [before?.[field] ?? null, after?.[field] ?? null];
    return sameValue(old, fresh) ? [] : [{ field, before: old, after: fresh }];
  });
}
