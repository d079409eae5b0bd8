import type { ActionName, TableEntry } from '@westgate/domain';
import type { FormTable } from '../../api/form-kinds.ts';
import type { FormFault, FormValue, FormValues } from './form-values.ts';

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
