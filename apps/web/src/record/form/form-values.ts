import { type ActionName, type Field, fieldsOf, type TableEntry } from '@westgate/domain';
import type { FormTable } from '../../api/form-kinds.ts';
import type { WordId } from '../../messages/words.ts';
import { namedPair } from './form-layout.ts';
import { type FormValue, TYPING } from './typing.ts';

export type { FormValue };
/** The values of a form by column. */
export type FormValues = Readonly<Record<string, FormValue>>;

/** What is wrong with a field: said in words of the screen, or as the server told it in its language. */
export interface FormFault {
  readonly field: string;
  readonly word?: WordId;
  readonly told?: string;
}

/** What the fields of a form share. */
export interface FieldsState<Of extends FormTable | ActionName = FormTable> {
  /** The table whose columns they are, or the action that asks them. */
  readonly kind: Of;
  readonly values: FormValues;
  /** The record as it was read; null for a new one. */
  readonly read?: FormValues | null;
  readonly faults: readonly FormFault[];
  readonly idOf: (field: string) => string;
  readonly set: (column: string, value: FormValue) => void;
}

/** A field of one column. */
export type OneColumn = FieldsState<FormTable | ActionName> & { readonly entry: Extract<TableEntry, { readonly kind: 'one' }> };
/** A field of a pair of columns. */
export type TwoColumns = FieldsState & { readonly entry: Extract<TableEntry, { readonly kind: 'pair' }> };

/** The values a form opens with for a new record. */
export function emptyValues(kind: FormTable): FormValues {
  const values = Object.entries(fieldsOf(kind)).map(([column, field]) => [column, formValue(field, field.standard)] as const);
  return { ...Object.fromEntries(values), ...DEFAULTS[kind] };
}

const DEFAULTS: Readonly<Partial<Record<FormTable, FormValues>>> = { place: { position: 'not-known' }, document: { wording: 'none' } };

/** A row as the form shows it. */
export function valuesOf(kind: FormTable, row: Readonly<Record<string, unknown>>): FormValues {
  return Object.fromEntries(Object.entries(fieldsOf(kind)).map(([column, field]) => [column, formValue(field, row[column])]));
}

/** The columns of a form as the API takes them. What a place cannot have in its position is left out of it. */
export function columnsFrom(kind: FormTable, values: FormValues): Readonly<Record<string, unknown>> {
  const columns = Object.entries(fieldsOf(kind)).map(([column, field]) => [column, columnOf(field, values[column] ?? null)] as const);
  return { ...Object.fromEntries(columns), ...settledPosition(kind, values) };
}

/** Everything that keeps the form from being sent. The server checks again, against the register. */
export function faultsOf(kind: FormTable, values: FormValues, isNew: boolean): readonly FormFault[] {
  const faults: FormFault[] = [];
  const named = namedPair(kind);
  const isNameless = named !== null && isEmpty(values[`${named}_zh`]) && isEmpty(values[`${named}_en`]);
  for (const [column, field] of Object.entries(fieldsOf(kind))) {
    const word = faultOf(field, values[column] ?? null, isNew);
    if (word) faults.push({ field: column, word });
    if (isNameless && column === `${named}_zh`) faults.push({ field: named, word: 'form.fault.name' });
  }
  if (kind === 'place') faults.push(...positionFaults(values));
  return faults;
}

/** A value of a record that both changed, with what stands there now. */
export interface FormClash {
  readonly field: string;
  readonly theirs: FormValue;
}

/**
 * What was typed over `read` beside what another has stored meanwhile: columns left as they were read take the other's value, columns that
 * both changed keep what was typed and are named.
 */
export function mergedValues(
  typed: FormValues,
  read: FormValues,
  now: FormValues,
): { readonly values: FormValues; readonly clashes: readonly FormClash[]; readonly isTaken: boolean } {
  const theirs = Object.keys(now).filter((column) => !isSame(now[column], read[column]));
  const untouched = theirs.filter((column) => isSame(typed[column], read[column]));
  const clashing = theirs.filter((column) => !isSame(typed[column], read[column]) && !isSame(typed[column], now[column]));
  return {
    values: { ...typed, ...Object.fromEntries(untouched.map((column) => [column, now[column] ?? null])) },
    clashes: clashing.map((column) => ({ field: column, theirs: now[column] ?? null })),
    isTaken: untouched.length > 0,
  };
}

function formValue(field: Field, value: unknown): FormValue {
  const { blank, shown } = TYPING[field.kind];
  return value === null || value === undefined ? blank : shown(value);
}

/** What a control holds, as the API takes it. */
export function columnOf({ kind }: Field, value: FormValue): unknown {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  return text === '' ? null : TYPING[kind].read(text);
}

/** What is wrong with what a control holds; null where nothing is. */
export function faultOf({ kind, optional }: Field, value: FormValue, isNew: boolean): WordId | null {
  if (typeof value !== 'string') return null;
  const [text, { lacking, fault }] = [value.trim(), TYPING[kind]];
  if (text === '') return optional ? null : lacking;
  return fault(text, isNew);
}

/** Whether a place of this position is drawn. */
export function isPlaced(position: FormValue): boolean {
  return position === 'known' || position === 'assumed';
}

function positionFaults(values: FormValues): readonly FormFault[] {
  const isWithout = (stem: string): boolean => isEmpty(values[`${stem}_zh`]) && isEmpty(values[`${stem}_en`]);
  if (isPlaced(values.position ?? null) && values.geometry === null) return [{ field: 'geometry', word: 'form.fault.geometry' }];
  if (values.position === 'assumed' && isWithout('position_basis')) return [{ field: 'position_basis', word: 'form.fault.basis' }];
  return values.position === 'none' && isWithout('no_place_reason') ? [{ field: 'no_place_reason', word: 'form.fault.reason' }] : [];
}

function settledPosition(kind: FormTable, values: FormValues): Readonly<Record<string, null>> {
  if (kind !== 'place') return {};
  return isPlaced(values.position ?? null) ? { no_place_reason_zh: null, no_place_reason_en: null } : { geometry: null };
}

function isEmpty(value: FormValue | undefined): boolean {
  return typeof value !== 'string' || value.trim() === '';
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
