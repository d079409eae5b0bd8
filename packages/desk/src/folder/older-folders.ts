import { FOLDER_TABLES, TABLES, type TableName } from '@westgate/domain';

/** Until there were accounts every record was for the public; one that is held keeps what it has (see keep-visibility). */
const WAS_PUBLIC = { visibility: 'public' } as const;

/** What folders written by an older Westgate lack, with the value their rows are read with. A column entered here stays. */
const ADDED_COLUMNS: { readonly [table in TableName]?: Readonly<Record<string, unknown>> } = {
  district: { first_day: '1949-01-01', last_day: '2100-12-31', opens_on: null, levels: {}, invented: false },
  gate: { level: null },
  sentence: { text_zh: null, text_en: null, revision: 1, in_text: true },
  source: { ...WAS_PUBLIC, attribution_zh: null, attribution_en: null },
  document: WAS_PUBLIC,
  commitment: { ...WAS_PUBLIC, cadence: null, asked_from: null },
  place: { ...WAS_PUBLIC, source: null, source_ref: null },
  feature: { source: null },
  project: { ...WAS_PUBLIC, cadence: null, asked_from: null },
  event: WAS_PUBLIC,
  park: WAS_PUBLIC,
  indicator: WAS_PUBLIC,
  figure: WAS_PUBLIC,
  outcome: WAS_PUBLIC,
  status_update: { outside_zh: null, outside_en: null },
  report: WAS_PUBLIC,
  supervision: { requirement: null },
  supervision_step: { basis: [] },
};

/** Files that older folders lack; they are read as a table without rows. */
const ADDED_TABLES: readonly TableName[] = [
  'text_question',
  'draft_refusal',
  'term',
  'recipe',
  'report',
  'calendar_day',
  'update_rule',
  'status_update',
  'gate',
  'requirement',
  'evidence',
  'requirement_answer',
  'gate_pass',
  'admission',
  'milestone',
  'dependency',
  'component',
  'planned_amount',
  'monthly_progress',
  'review_rule',
  'pending_change',
  'supervision',
  'supervision_department',
  'supervision_step',
  'comment',
  'comment_department',
];

/** The columns a file may do without, and what each then holds. */
export function addedColumns(name: TableName): Readonly<Record<string, unknown>> {
  return ADDED_COLUMNS[name] ?? {};
}

/** True for a table whose file may be missing, or that no folder holds. */
export function mayLackFile(name: TableName): boolean {
  return ADDED_TABLES.includes(name) || !FOLDER_TABLES.includes(name);
}

/** The files a folder may do without. */
export const ADDED_FILES: ReadonlySet<string> = new Set(ADDED_TABLES.map((name) => TABLES[name].file));
