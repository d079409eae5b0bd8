import { TABLES, type TableName } from '@westgate/domain';

/** What folders written by an older Westgate lack, with the value their rows are read with. A column entered here stays. */
const ADDED_COLUMNS: { readonly [table in TableName]?: Readonly<Record<string, unknown>> } = {
  sentence: { text_zh: null, text_en: null, revision: 1, in_text: true },
};

/** Files that older folders lack; they are read as a table without rows. */
const ADDED_TABLES: readonly TableName[] = [
  'text_question',
  'draft_refusal',
  'term',
  'recipe',
  'report',
  'gate',
  'requirement',
  'evidence',
  'requirement_answer',
  'gate_pass',
  'admission',
  'milestone',
  'dependency',
  'component',
];

/** The columns a file may do without, and what each then holds. */
export function addedColumns(name: TableName): Readonly<Record<string, unknown>> {
  return ADDED_COLUMNS[name] ?? {};
}

/** True for a table whose file may be missing. */
export function mayLackFile(name: TableName): boolean {
  return ADDED_TABLES.includes(name);
}

/** The files a folder may do without. */
export const ADDED_FILES: ReadonlySet<string> = new Set(ADDED_TABLES.map((name) => TABLES[name].file));
