import type { Edit, Thing } from '@westgate/contract';
import { basedOf, type FormKind, fieldsOf } from '@westgate/domain';

/** The lists whose records are changed together, and the columns that may be: short ones that many records share. */
export const BULK_COLUMNS = {
  commitment: ['owner', 'cadence', 'due_on'],
  project: ['lead', 'cadence', 'due_on'],
  /** Records of several kinds: who may know of them. */
  any: ['visibility'],
} as const;
/** Records that one deed can change: as many as the API takes at a time. */
export const MOST_TOGETHER = 10_000;
export type BulkNoun = keyof typeof BULK_COLUMNS;
/** A kind of record of which lists hold that alone. */
export type BulkKind = Exclude<BulkNoun, 'any'>;
export type BulkColumn = (typeof BULK_COLUMNS)[BulkNoun][number];

/** The kind whose words say what is changed: those of the visibility are the same for all. */
export function wordsOf(noun: BulkNoun): BulkKind {
  return noun === 'any' ? 'project' : noun;
}

/** Whether a column may be emptied. */
export function mayBeEmpty(noun: BulkNoun, column: BulkColumn): boolean {
  return fieldsOf(wordsOf(noun))[column]?.optional ?? true;
}

/** True for a list whose records may be changed together. */
function isBulkNoun(noun: string): noun is BulkKind {
  return noun !== 'any' && Object.hasOwn(BULK_COLUMNS, noun);
}

/** A record of a list as far as it may be changed together with others. */
export interface BulkRow {
  readonly id: string;
  readonly name: Thing['name'];
  /** What it holds of the columns that are changed together; null where none are. */
  readonly held: Held | null;
}

/** What a record holds of those columns, the revision it was read at, and the department that answers for it. */
interface Held {
  readonly table: Extract<Edit, { action: 'revise' }>['table'];
  /** Its key, where the row is known in its list by another id. */
  readonly key?: string;
  readonly rev: number;
  readonly answers: string | null;
  readonly values: Readonly<Record<string, string | null>>;
}

/** What a record holds of those columns; `answers`: the department that answers for it. */
export function heldBy(
  noun: BulkKind,
  { rev, answers, dueOn, ownCadence }: { rev: number; answers: Thing | null; dueOn: string | null; ownCadence: string | null },
): BulkRow['held'] {
  const department = answers?.id ?? null;
  return { table: noun, rev, answers: department, values: { [BULK_COLUMNS[noun][0]]: department, due_on: dueOn, cadence: ownCadence } };
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
export function basisWords(kind: FormKind, column: string): string | null {
  return basedOf(kind).find(({ value }) => value.includes(column))?.words ?? null;
}

/** The edits that make these changes, each on the record as it was read; `basis`: columns that say where the new value comes from. */
export function editsOf(column: BulkColumn, changes: readonly BulkChange[], basis: Readonly<Record<string, string>> = {}): readonly Edit[] {
  return changes.flatMap(({ row: { id, held }, after }) =>
    held ? [{ action: 'revise', table: held.table, key: held.key ?? id, rev: held.rev, fields: { [column]: after, ...basis } }] : [],
  );
}
