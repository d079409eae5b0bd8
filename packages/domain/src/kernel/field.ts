import { KINDS, type KindName } from './kinds/index.ts';
import type { FieldFacts, Kind, Pointer } from './kinds/kind.ts';

/** One column: its name in the CSV header, in SQL and in a row is the same, and this is what it may hold. */
export interface Field<Value = unknown> extends FieldFacts {
  readonly kind: KindName;
  /** Phantom: the TypeScript type of a value. Never set. */
  readonly __value?: Value;
}

/** What is true of the kind of a column. */
export function kindOf({ kind }: Field): Kind {
  return KINDS[kind];
}

/** Where a column points; null where it does not. */
export function pointerOf(field: Field): Pointer | null {
  return kindOf(field).pointer?.(field) ?? null;
}

/** The table that a row points to, as its own column says where it is not one alone. */
export function targetOf(pointer: Pointer, row: Readonly<Record<string, unknown>>): unknown {
  return 'table' in pointer ? pointer.table : row[pointer.kindColumn];
}

/** Whether a new record may be sent without a value in the column. */
export function mayBeLeftOut(field: Field): boolean {
  const kind = kindOf(field);
  return field.optional || kind.isMade || kind.standard(field) !== null;
}

/** What is said in the column where nobody says what must be said: the least of its words; null where nothing is. */
export function leastOf(field: Field): string | null {
  return kindOf(field).least?.(field) ?? null;
}
