import { type Field, fieldsOf, kindOf, TABLES } from '@westgate/domain';
import type { FormKind, FormTable } from './form-kinds.ts';

/** One entry of a form: a column, or the two columns of a pair, side by side. */
export type FormEntry =
  | { readonly kind: 'one'; readonly name: string; readonly column: string; readonly field: Field }
  | { readonly kind: 'pair'; readonly name: string; readonly zh: string; readonly en: string; readonly field: Field };

/** A link that is made together with a new record: `from` where the new record is its first end. */
export interface FormTie {
  readonly relation: 'serves' | 'stands-on' | 'measures' | 'held-for' | 'member-of';
  readonly from: boolean;
  readonly kinds: readonly FormKind[];
}

/** What a form asks first, what it asks on demand, and the links a new record is made with. */
export interface FormLayout {
  readonly first: readonly FormEntry[];
  readonly more: readonly FormEntry[];
  readonly ties: readonly FormTie[];
}

/** What is asked first of each kind; all other columns are asked on demand, in the order of their table. */
const FIRST: Readonly<Record<FormTable, readonly string[]>> = {
  project: ['name', 'kind', 'lead', 'due_on'],
  place: ['name', 'kind', 'position', 'position_basis', 'no_place_reason', 'geometry'],
  commitment: ['sentence', 'title', 'clause', 'verb_class', 'owner', 'due_on'],
  indicator: ['name', 'unit', 'direction'],
  event: ['name', 'dates', 'place', 'confidence'],
  park: ['name', 'place', 'project'],
  department: ['name', 'role', 'confidence'],
  document: ['title', 'kind', 'wording', 'published_on'],
  source: ['title', 'kind', 'url', 'dated'],
  indicator_value: ['kind', 'period', 'value', 'source', 'confidence'],
  figure: ['label', 'value', 'unit', 'period', 'source', 'confidence'],
  gate: ['name', 'meaning', 'position', 'level', 'admits', 'basis', 'confidence', 'effective_from'],
  requirement: ['name', 'kind', 'supplied_by', 'department', 'position', 'optional'],
  component: ['name', 'stage', 'stage_on', 'geometry', 'position'],
  milestone: ['name', 'forecast', 'actual', 'position'],
  planned_amount: ['amount_fen', 'year', 'source', 'confidence'],
  sentence: ['kind', 'reason', 'checked_zh', 'checked_en', 'tags'],
};

const TIES: Readonly<Partial<Record<FormTable, readonly FormTie[]>>> = {
  project: [
    { relation: 'serves', from: true, kinds: ['commitment'] },
    { relation: 'stands-on', from: true, kinds: ['place'] },
  ],
  indicator: [{ relation: 'measures', from: true, kinds: ['commitment', 'project'] }],
  event: [{ relation: 'held-for', from: true, kinds: ['commitment'] }],
};

/** Columns that say which record a part is of: that of its page. */
const OF_RECORD: Readonly<Partial<Record<FormTable, readonly string[]>>> = {
  indicator_value: ['indicator'],
  figure: ['id', 'subject_kind', 'subject_id'],
  gate: ['project_kind'],
  commitment: ['asked_from'],
  project: ['asked_from'],
  requirement: ['gate'],
  component: ['project'],
  milestone: ['project', 'baseline', 'frozen_on'],
  planned_amount: ['id', 'project'],
};

/** Columns of a sentence that follow from its text. */
const FROM_TEXT: ReadonlySet<string> = new Set(['document', 'paragraph', 'position', 'text_zh', 'text_en', 'revision', 'in_text']);

/** The form of a kind. A record that is there keeps its id; a new one may be given one. */
export function layoutOf(kind: FormTable, isNew: boolean): FormLayout {
  const fields = fieldsOf(kind);
  const isShown = (column: string): boolean =>
    (isNew || column !== 'id') && !(kind === 'sentence' && FROM_TEXT.has(column)) && !OF_RECORD[kind]?.includes(column);
  const shown = Object.keys(fields).filter(isShown);
  const entries = shown.flatMap((column) => entryOf(fields, column));
  const first = FIRST[kind].flatMap((name) => entries.filter((entry) => entry.name === name));
  const rest = entries.filter((entry) => !first.includes(entry));
  return {
    first,
    more: [...rest.filter(({ name }) => name !== 'id'), ...rest.filter(({ name }) => name === 'id')],
    ties: (isNew && TIES[kind]) || [],
  };
}

/** The columns an entry holds. */
export function columnsOf(entry: FormEntry): readonly string[] {
  return entry.kind === 'pair' ? [entry.zh, entry.en] : [entry.column];
}

/** The pair of which one language must be filled; null where the table has none. */
export function namedPair(kind: FormTable): string | null {
  return TABLES[kind].named ?? null;
}

function entryOf(fields: Readonly<Record<string, Field>>, column: string): readonly FormEntry[] {
  const field = fields[column];
  if (!field) return [];
  const stem = /^(.+)_(?:zh|en)$/.exec(column)?.[1];
  const isPair = stem !== undefined && `${stem}_zh` in fields && `${stem}_en` in fields && kindOf(field).isBilingual;
  if (!isPair) return [{ kind: 'one', name: column, column, field }];
  return column.endsWith('_zh') ? [{ kind: 'pair', name: stem, zh: `${stem}_zh`, en: `${stem}_en`, field }] : [];
}
