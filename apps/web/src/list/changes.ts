import type { Edit, ListColumn } from '@westgate/contract';
import { basedOf, FORM_KINDS, fieldsOf, isTable, kindOf, namesDays } from '@westgate/domain';
import { type FormKind, formKind } from '../api/form-kinds.ts';
import { dayPasted } from '../parts/typed-day.ts';
import { TYPING } from '../record/form/typing.ts';
import { heldText, type ListCell, type ListModel, type ListRow, recordOf } from './list-model.ts';

/** Records that one deed can change: as many as the API takes at a time. */
export const MOST_TOGETHER = 10_000;

/** The pair of columns in which the basis of a column is told in words; null for a column without one. */
export function basisWords(kind: FormKind, column: string): string | null {
  return basedOf(kind).find(({ value }) => value.includes(column))?.words ?? null;
}

/** A value of a record that would change: what it holds and what it would; empty: nothing. */
export interface Change {
  readonly row: ListRow;
  readonly column: ListColumn;
  /** The stored column. */
  readonly stored: string;
  readonly before: string;
  readonly after: string;
}

/** A text that cannot stand in a cell, with what does there. */
export interface Refused {
  readonly row: ListRow;
  readonly column: ListColumn;
  readonly text: string;
}

/** The stored column that a cell is changed in: of a text in both languages that of the language that is typed. Null where it is not changed by itself. */
export function storedIn({ edits }: Pick<ListColumn, 'edits'>, language: 'zh' | 'en'): string | null {
  return edits.length < 2 ? (edits[0] ?? null) : (edits.find((column) => column.endsWith(`_${language}`)) ?? null);
}

/**
 * The kind of record by whose form the values of a list are changed: that of its rows; where they are of several, any that has all columns that are
 * changed there, as these are alike in each. Null where none is changed.
 */
export function kindIn({ table, columns }: Pick<ListModel, 'table' | 'columns'>): FormKind | null {
  const own = table === null ? null : formKind(table);
  const stored = columns.flatMap(({ edits }) => edits);
  if (own !== null || stored.length === 0) return own;
  return FORM_KINDS.find((kind) => stored.every((column) => column in fieldsOf(kind))) ?? null;
}

/** Whether the record of a row has the columns that a column is changed in: in a list of several tables not each has. */
export function mayHold(model: Pick<ListModel, 'table'>, row: ListRow, { edits }: Pick<ListColumn, 'edits'>): boolean {
  const table = recordOf(model, row)?.table ?? '';
  if (!isTable(table)) return false;
  const fields = fieldsOf(table);
  return edits.length > 0 && edits.every((column) => column in fields);
}

/** Whether a stored column may be emptied. */
export function mayBeEmpty(kind: FormKind, stored: string): boolean {
  return fieldsOf(kind)[stored]?.optional ?? true;
}

/** The change of one cell; null where it holds that already. */
export function changeOf(
  row: ListRow,
  cell: ListCell,
  to: { readonly column: ListColumn; readonly stored: string; readonly after: string; readonly language: 'zh' | 'en' },
): Change | null {
  const before = heldText(cell, to.language);
  return before === to.after ? null : { row, column: to.column, stored: to.stored, before, after: to.after };
}

/** A name by which a text is taken for a value: of a department, of a word of a list. */
export interface Choice {
  readonly key: string;
  readonly names: readonly string[];
}

/** What a screen says where nothing is held: no value of its own. */
const UNSAID: ReadonlySet<string> = new Set(['未知', '不知道', 'unknown', 'not known', 'n/a', '—', '-', '无']);

/** The value that a text of a spreadsheet stands for in a stored column; null where it stands for none. Empty text empties the column. */
export function valueTyped(kind: FormKind, stored: string, text: string, choices: readonly Choice[]): string | null {
  const field = fieldsOf(kind)[stored];
  const typed = text.trim();
  if (field === undefined) return null;
  if (typed === '') return field.optional ? '' : null;
  if (UNSAID.has(typed.toLowerCase())) return null;
  if (choices.length > 0) {
    const folded = typed.toLowerCase();
    return choices.find(({ key, names }) => key === typed || names.some((name) => name.trim().toLowerCase() === folded))?.key ?? null;
  }
  const given = namesDays(field) ? (dayPasted(typed) ?? typed) : TYPING[field.kind].read(typed);
  const read = kindOf(field).readJson(given, field);
  return read.ok && read.value !== null ? String(read.value) : null;
}

/** The edits that make these changes, those of a record together, each on the record as it was read. `basis`: what is said of where the new values come from, in the language it was typed in. */
export function editsOf(kind: FormKind, changes: readonly Change[], basis: string, language: 'zh' | 'en'): readonly Edit[] {
  const byRow = new Map<string, Extract<Edit, { readonly action: 'revise' }> & { readonly fields: Record<string, unknown> }>();
  for (const { row, stored, after } of changes) {
    const { table, id } = row.of ?? { table: kind, id: row.id };
    const edit = byRow.get(row.id) ?? { action: 'revise', table: isTable(table) ? table : kind, key: id, rev: row.rev, fields: {} };
    edit.fields[stored] = after === '' ? null : after;
    const words = basisWords(kind, stored);
    if (words !== null && basis !== '') edit.fields[`${words}_${language}`] = basis;
    byRow.set(row.id, edit);
  }
  return [...byRow.values()];
}
