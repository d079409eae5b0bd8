import { fieldsOf, TABLES, type TableName } from './tables.ts';

/** Columns that follow from the plan text, and are changed with it: by an import, or by replacing the text. */
const FROM_TEXT: readonly string[] = ['document', 'paragraph', 'position', 'text_zh', 'text_en', 'revision', 'in_text'];
/** Columns of a milestone that are set when the dates of its project are frozen. */
const FROM_FREEZING: readonly string[] = ['baseline', 'frozen_on'];
/** Columns of evidence that say what its file is. */
const FROM_FILE: readonly string[] = ['file_name', 'media_type', 'bytes', 'sha256'];
/** The day a record is asked for reports from, which the deed says that makes it. */
const FROM_MAKING: readonly string[] = ['asked_from'];
/** What a matter came from, and what was done with it since. */
const FROM_ASKING: readonly string[] = [
  'requirement',
  'decision',
  'asked_by',
  'escalated_level',
  'escalated_to_zh',
  'escalated_to_en',
  'escalated_on',
];
/** Columns that follow from something else than their record. */
const FIXED: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  commitment: FROM_MAKING,
  project: FROM_MAKING,
  sentence: FROM_TEXT,
  evidence: FROM_FILE,
  milestone: FROM_FREEZING,
  supervision: FROM_ASKING,
};

/** The columns of a table that a revision may change: all but its key and what follows from a plan text or a file; none of a report, which is frozen. */
export function revisableColumns(table: TableName): readonly string[] {
  if (table === 'report') return [];
  const key: readonly string[] = TABLES[table].key;
  const fixed = FIXED[table] ?? [];
  return Object.keys(fieldsOf(table)).filter((column) => !key.includes(column) && !fixed.includes(column));
}
