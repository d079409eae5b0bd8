import { type Based, basedOf, entryColumns, fieldsOf, leastOf, sameValue, type TableEntry } from '@westgate/domain';
import type { FormTable } from '../../api/form-kinds.ts';
import type { FormLayout } from './form-layout.ts';
import { columnsFrom, type FormValue, type FormValues } from './form-values.ts';

/**
 * The values of a form after one column was typed: where the value of a record is another one than was read, its old basis is emptied, to be said
 * anew or left out; where it is the old one again, its basis is back. `read`: as the record was read; null for a new one.
 */
export function withTyped(kind: FormTable, read: FormValues | null, values: FormValues, column: string, value: FormValue): FormValues {
  const typed: Record<string, FormValue> = { ...values, [column]: value };
  if (read === null) return typed;
  for (const based of basedOf(kind)) if (based.value.includes(column)) Object.assign(typed, basisAfter(kind, read, typed, based));
  return typed;
}

/** The columns that differ between two states of a form, with the basis that was said again for another value. */
export function changedColumns(kind: FormTable, now: FormValues, before: FormValues): Readonly<Record<string, unknown>> {
  const [fresh, old, again] = [columnsFrom(kind, now), columnsFrom(kind, before), saidAgain(kind, before, now)];
  return Object.fromEntries(Object.entries(fresh).filter(([column, value]) => again.includes(column) || !sameValue(value, old[column])));
}

/** The columns of a basis that were said again with another value, though they are as they were: they are sent, so that they hold for it. */
function saidAgain(kind: FormTable, read: FormValues, values: FormValues): readonly string[] {
  return basedOf(kind)
    .filter(({ value }) => isAnother(read, values, value))
    .flatMap(({ basis }) => basis)
    .filter((column) => !sameValue(values[column], emptied(kind, column)) && sameValue(values[column], read[column]));
}

/** A layout in which the basis of a value that is another one stands right behind it; as it is for a new record. */
export function withBases(kind: FormTable, read: FormValues | null, values: FormValues, layout: FormLayout): FormLayout {
  if (read === null) return layout;
  const { first, more, ties } = layout;
  const wanted = basedOf(kind).filter(({ value }) => isAnother(read, values, value));
  const isBasis = (entry: TableEntry): boolean => entryColumns(entry).some((column) => wanted.some(({ basis }) => basis.includes(column)));
  const moving = more.filter(isBasis);
  const behind = (entry: TableEntry): readonly TableEntry[] => {
    const based = wanted.find(({ value }) => value.some((column) => entryColumns(entry).includes(column)));
    return based ? moving.filter((each) => entryColumns(each).some((column) => based.basis.includes(column))) : [];
  };
  const placed = first.flatMap((entry) => [entry, ...behind(entry)]);
  const shown = placed.filter((entry, index) => placed.indexOf(entry) === index);
  return { first: shown, more: more.filter((entry) => !shown.includes(entry)), ties };
}

/** Whether a field is of the basis of a value that is another one than was read. */
export function isAskedAnew(kind: FormTable, read: FormValues, values: FormValues, entry: TableEntry): boolean {
  return basedOf(kind).some(
    ({ value, basis }) => entryColumns(entry).some((column) => basis.includes(column)) && isAnother(read, values, value),
  );
}

function basisAfter(kind: FormTable, read: FormValues, values: FormValues, { value, basis }: Based): FormValues {
  const all = (is: (column: string) => boolean): boolean => basis.every(is);
  if (isAnother(read, values, value)) {
    const isOld = all((column) => sameValue(values[column], read[column]));
    return isOld ? Object.fromEntries(basis.map((column) => [column, emptied(kind, column)])) : {};
  }
  const isEmptied = all((column) => sameValue(values[column], emptied(kind, column)));
  return isEmptied ? Object.fromEntries(basis.map((column) => [column, read[column] ?? null])) : {};
}

function isAnother(read: FormValues, values: FormValues, columns: readonly string[]): boolean {
  return columns.some((column) => !sameValue(values[column], read[column]));
}

/** What a control holds where nothing is said; how sure one is, at its least. */
function emptied(kind: FormTable, column: string): FormValue {
  const field = fieldsOf(kind)[column];
  return (field && leastOf(field)) ?? '';
}
