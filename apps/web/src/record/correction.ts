import type { Language } from '@westgate/base';
import type { Conflict, Evidence } from '@westgate/contract';
import { shownSource } from '../parts/source-note.tsx';
import { NO_FIELDS, type OutcomeDraft, type OutcomeFields } from './draft.ts';

/** The columns of an outcome that the form shows. */
export interface OutcomeColumns {
  readonly what: string;
  readonly dates: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly new_due_on: string | null;
  readonly source: string | null;
  readonly confidence: string;
  readonly note_zh: string | null;
  readonly note_en: string | null;
}

/** A field that both changed, with what stands there now. */
export interface Clash {
  readonly field: keyof OutcomeFields;
  readonly theirs: string;
}

const SHOWN: readonly (keyof OutcomeFields)[] = ['what', 'dates', 'newDueOn', 'source', 'value', 'unit', 'confidence', 'note'];

/** An outcome as it was read. */
export function columnsOf(row: Evidence): OutcomeColumns {
  const { what, dates, value, unit, newDueOn, source, confidence, note } = row;
  return {
    what,
    dates,
    value,
    unit,
    new_due_on: newDueOn,
    source: shownSource(source)?.id ?? null,
    confidence,
    note_zh: note.zh,
    note_en: note.en,
  };
}

/** The row that a conflict found standing there; null where it was withdrawn. */
export function columnsNow({ row }: Conflict): OutcomeColumns | null {
  if (row === null) return null;
  const text = (column: string): string | null => (typeof row[column] === 'string' ? row[column] : null);
  return {
    what: text('what') ?? '',
    dates: text('dates') ?? '',
    value: typeof row.value === 'number' ? row.value : null,
    unit: text('unit'),
    new_due_on: text('new_due_on'),
    source: text('source'),
    confidence: text('confidence') ?? '',
    note_zh: text('note_zh'),
    note_en: text('note_en'),
  };
}

/** An outcome as the form shows it, its note in the language of the screen. */
export function fieldsOf(columns: OutcomeColumns, language: Language): OutcomeFields {
  return {
    ...NO_FIELDS,
    what: columns.what,
    dates: columns.dates,
    value: columns.value === null ? '' : String(columns.value),
    unit: columns.unit ?? '',
    newDueOn: columns.new_due_on ?? '',
    source: columns.source ?? '',
    confidence: columns.confidence,
    note: columns[`note_${language}`] ?? '',
  };
}

/** The fields of what happened, and those that say where that was read. */
const VALUE = ['what', 'dates', 'value', 'unit', 'newDueOn'] as const;
const BASIS = ['source', 'confidence', 'note'] as const;
const NO_BASIS = { source: '', confidence: 'low', note: '' } as const;

/** The fields after one was typed: what happened otherwise than was read has another basis, or none; with what was read its own is back. */
export function typedFields(fields: OutcomeFields, read: OutcomeFields, field: keyof OutcomeFields, value: string): OutcomeFields {
  const typed = { ...fields, [field]: value };
  if (!VALUE.some((each) => each === field)) return typed;
  const isChanged = isAnother(typed, read);
  if (isChanged && BASIS.every((each) => typed[each] === read[each])) return { ...typed, ...NO_BASIS };
  const { source, confidence, note } = read;
  return !isChanged && BASIS.every((each) => typed[each] === NO_BASIS[each]) ? { ...typed, source, confidence, note } : typed;
}

/** Whether what happened is told otherwise than it was read. */
export function isAnother(fields: OutcomeFields, read: OutcomeFields): boolean {
  return VALUE.some((each) => fields[each] !== read[each]);
}

/** The columns that the draft gives another value than `present` holds, with the basis that is said again for it; the note in the other language stays as it is. */
export function revisionOf(draft: OutcomeDraft, present: OutcomeColumns, language: Language): Partial<OutcomeColumns> {
  const note = `note_${language}` as const;
  const wanted: OutcomeColumns = {
    what: draft.what,
    dates: draft.dates,
    value: draft.value ?? null,
    unit: draft.unit ?? null,
    new_due_on: draft.newDueOn ?? null,
    source: draft.source ?? null,
    confidence: draft.confidence,
    note_zh: present.note_zh,
    note_en: present.note_en,
    [note]: draft.note?.[language] ?? null,
  };
  const isChanged = (column: string): boolean => valueIn(present, column) !== valueIn(wanted, column);
  const saidAgain = ['what', 'dates', 'value', 'unit', 'new_due_on'].some(isChanged) ? ['source', 'confidence', note] : [];
  const isSent = ([column, value]: [string, unknown]): boolean => isChanged(column) || (saidAgain.includes(column) && value !== null);
  return Object.fromEntries(Object.entries(wanted).filter(isSent));
}

/**
 * What was typed over `read` beside what another has stored meanwhile: fields left as they were read take the other's value, fields that
 * both changed keep what was typed and are named.
 */
export function mergedFields(
  typed: OutcomeFields,
  read: OutcomeFields,
  now: OutcomeFields,
): { readonly fields: OutcomeFields; readonly clashes: readonly Clash[]; readonly isTaken: boolean } {
  const changedByThem = SHOWN.filter((field) => now[field] !== read[field]);
  const untouched = changedByThem.filter((field) => typed[field] === read[field]);
  const clashes = changedByThem.filter((field) => typed[field] !== read[field] && typed[field] !== now[field]);
  return {
    fields: { ...typed, ...Object.fromEntries(untouched.map((field) => [field, now[field]])) },
    clashes: clashes.map((field) => ({ field, theirs: now[field] })),
    isTaken: untouched.length > 0,
  };
}

function valueIn(columns: OutcomeColumns, column: string): unknown {
  return Object.entries(columns).find(([name]) => name === column)?.[1];
}
