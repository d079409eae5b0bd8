import { kindOf } from '../../kernel/field.ts';
import type { ReviewedKind } from '../../register/fields/vocabulary.ts';
import { type Groups, grouped, regrouped } from '../../register/groups.ts';
import type { Register } from '../../register/register.ts';
import { registerIndex } from '../../register/register-index.ts';
import { type AnyRow, fieldsOf, type Row, TABLES } from '../../register/tables.ts';
import { refKey } from '../relations.ts';

type PendingRow = Row<'pending_change'>;

/** Columns that have rules of their own: gates rest on the kind, and who may know of a record is decided by publishing. */
const NEVER: ReadonlySet<string> = new Set(['kind', 'visibility', 'asked_from', 'sentence']);

/** The columns of a kind of record that may be put under review. */
export function reviewableColumns(kind: ReviewedKind): readonly string[] {
  const key: readonly string[] = TABLES[kind].key;
  return Object.entries(fieldsOf(kind)).flatMap(([column, field]) =>
    kindOf(field).isReviewable && !NEVER.has(column) && !key.includes(column) ? [column] : [],
  );
}

/** The columns of a kind of record that the rulebook puts under review, in the order of the record. */
export function reviewedColumns(register: Register, kind: ReviewedKind): readonly string[] {
  const rules = [...register.review_rule.values()].filter(({ subject_kind }) => subject_kind === kind).map(({ field }) => field);
  return reviewableColumns(kind).filter((column) => rules.includes(column));
}

/** The value of a column as a proposal holds it: its text; null for none. */
export function textOfColumn(row: AnyRow, column: string): string | null {
  const value = row[column];
  return typeof value === 'string' ? value : null;
}

const subjectOf = ({ subject_kind, subject_id }: PendingRow): string => refKey(subject_kind, subject_id);
const bySubject = registerIndex<Groups<PendingRow>>({
  basis: { pending_change: 'rows' },
  build: (register) => grouped(register.pending_change.values(), subjectOf),
  grow: (held, { pending_change: changes = [] }) => regrouped(held, changes, subjectOf),
});

/** The changes proposed of the record `kind:id`, in the order they were proposed; those decided stay. */
export function pendingChangesOf(register: Register, of: string): readonly PendingRow[] {
  return bySubject(register).get(of) ?? [];
}
