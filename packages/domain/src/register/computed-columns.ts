import type { DayString, Said } from '@westgate/base';
import type { Field } from '../kernel/field.ts';
import type { Register } from './register.ts';
import type { AnyRow, Row, TableName } from './tables.ts';

/** From where a computed column is seen. */
interface SeenAt {
  readonly register: Register;
  readonly asOf: DayString;
}

/** A column that is worked out of a row and the register; lists, files, the API and pages show it as they show a stored one. */
export interface Computed<R = AnyRow> {
  readonly id: string;
  /** What its values are, and what it is called. */
  readonly field: Field & { readonly label: Said };
  readonly unit?: Said;
  /** The tables it reads beside its own row. */
  readonly rests: readonly TableName[];
  /** It is another value on another day. */
  readonly byDay?: true;
  /** The value; null where it is not known. */
  of(row: R, at: SeenAt): unknown;
}

/** The computed columns of each table. */
const COMPUTED_COLUMNS: { readonly [T in TableName]?: readonly Computed<Row<T>>[] } = {};

/** The computed columns of a table, in their order. */
export function computedOf<T extends TableName>(table: T): readonly Computed<Row<T>>[] {
  return COMPUTED_COLUMNS[table] ?? [];
}
