import { type Register, TABLE_NAMES, type TableName } from '@westgate/domain';
import type { Deed } from '@westgate/store';
import type { SaidChange } from './basis/said-change.ts';
import type { By } from './by.ts';

/** Who writes; with `dryRun` nothing is stored. */
export type MaybeDry = By & { readonly dryRun?: boolean | undefined };

/** What a deed is thought out to be. */
export interface Changing {
  readonly changes: readonly SaidChange[];
}

/** A deed that rests on the whole district: its verb, what it changes, and how it is known again when it is asked for twice. */
export interface Work<Result extends Changing> {
  readonly verb: string;
  /** `seq` is the number of the coming deed. */
  readonly on: (register: Register, seq: number) => Result;
  readonly isDoneBy: (deed: Deed) => boolean;
  /** The records it is about: to whom they are hidden it says that they are not there, before it says anything else of them. */
  readonly about?: readonly (readonly [TableName, string])[];
}

/** The record a kind and an id name, as {@link Work.about} wants it; none where the kind is no table. */
export function aboutRecord(kind: string, id: string): readonly (readonly [TableName, string])[] {
  return TABLE_NAMES.filter((table) => table === kind).map((table) => [table, id] as const);
}
