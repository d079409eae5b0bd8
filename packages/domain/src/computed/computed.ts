import type { DayString, Said } from '@westgate/base';
import type { Field } from '../kernel/field.ts';
import type { Register } from '../register/register.ts';
import type { AnyRow, TableName } from '../register/tables.ts';

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
