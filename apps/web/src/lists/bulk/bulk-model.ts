import type { Edit, Thing } from '@westgate/contract';
import { basedOf } from '@westgate/domain';

/** The lists whose records are changed together, and the columns that may be: short ones that many records share. */
export const BULK_COLUMNS = {
  commitment: ['owner', 'cadence', 'due_on'],
  project: ['lead', 'cadence', 'due_on'],
} as const;
export type BulkNoun = keyof typeof BULK_COLUMNS;
export type BulkColumn = (typeof BULK_COLUMNS)[BulkNoun][number];

/** True for a list whose records may be changed together. */
export function isBulkNoun(noun: string): noun is BulkNoun {
  return Object.hasOwn(BULK_COLUMNS, noun);
}

/** A record of a list as far as it may be changed together with others. */
export interface BulkRow {
  readonly id: string;
  readonly name: Thing['name'];
  /** What it holds of the columns that are changed together, and the revision it was read at; null where none are. */
  readonly held: { readonly rev: number; readonly values: Readonly<Record<string, string | null>> } | null;
}

/** What a record holds of those columns; `answers`: the department that answers for it. */
export function heldBy(
  noun: BulkNoun,
  { rev, answers, dueOn, ownCadence }: { rev: number; answers: Thing | null; dueOn: string | null; ownCadence: string | null },
): BulkRow['held'] {
  return { rev, values: { [BULK_COLUMNS[noun][0]]: answers?.id ?? null, due_on: dueOn, cadence: ownCadence } };
}

/** A record that would change: what it holds and what it would. */
export interface BulkChange {
  readonly row: BulkRow;
  readonly before: string | null;
  readonly after: string | null;
}

/** What would change of the chosen records: those that hold the value already are left out. Empty text empties the column. */
export function changesOf(rows: readonly BulkRow[], chosen: ReadonlySet<string>, column: BulkColumn, value: string): readonly BulkChange[] {
  const after = value === '' ? null : value;
  return rows
    .filter(({ id, held }) => chosen.has(id) && held !== null)
    .map((row) => ({ row, before: row.held?.values[column] ?? null, after }))
    .filter(({ before }) => before !== after);
}

/** The pair of columns in which the basis of a column is told in words; null for a column without one. */
export function basisWords(noun: BulkNoun, column: BulkColumn): string | null {
  return basedOf(noun).find(({ value }) => value.includes(column))?.words ?? null;
}

/** The edits that make these changes, each on the record as it was read; `basis`: columns that say where the new value comes from. */
export function editsOf(
  noun: BulkNoun,
  column: BulkColumn,
  changes: readonly BulkChange[],
  basis: Readonly<Record<string, string>> = {},
): readonly Edit[] {
  return changes.map(({ row, after }) => ({
    action: 'revise',
    table: noun,
    key: row.id,
    rev: row.held?.rev ?? 1,
    fields: { [column]: after, ...basis },
  }));
}
