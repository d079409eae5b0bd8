import { isTable, type Register, type TableName } from '@westgate/domain';
import type { Deed } from '@westgate/store';
import type { By } from './by.ts';
import type { SaidChange } from './said-change.ts';

/** Who writes; with `dryRun` nothing is stored. */
export type MaybeDry = By & { readonly dryRun?: boolean | undefined };

/** What a deed is thought out to be. */
export interface Changing {
  readonly changes: readonly SaidChange[];
}

/** A deed that rests on the whole district: its verb, what it changes, and what whoever asks for it twice is told. */
export interface Work<Result extends Changing> {
  readonly verb: string;
  /** `seq` is the number of the coming deed. What it changes rests on `register` alone: what else is looked at may be older. */
  readonly on: (register: Register, seq: number) => Result | Promise<Result>;
  /** What it gave, told from the deed it did: `before` is the district as it stands without that. */
  readonly told: (deed: Deed, before: Register) => Result;
  /** The records it is about: to whom they are hidden it says that they are not there, before it says anything else of them. */
  readonly about?: readonly (readonly [TableName, string])[];
}

/** Where work becomes a deed. */
export interface Writing {
  /** Does `work` on the district as it stands then, as one deed; none for a dry run and where nothing differs. */
  write<Result extends Changing>(work: Work<Result>, by: MaybeDry): Promise<Result & { readonly deed: Deed | null }>;
}

/** Work that is told to whoever asks for it twice as it was thought out: on the district without the deed, for the number it has. */
export function thoughtOut<Result extends Changing>(verb: string, think: (register: Register, seq: number) => Result): Work<Result> {
  return { verb, on: think, told: ({ seq }, before) => think(before, seq) };
}

/** What a deed did, where nothing else is told of it. */
export function toldChanges({ changes }: Deed): Changing {
  return { changes };
}

/** What a deed did, with the id of the record of `table` that it made. */
export function toldRecord(table: TableName): (deed: Deed) => Changing & { readonly id: string } {
  return ({ changes }) => ({ changes, id: madeIn(changes, table)[0] ?? '' });
}

/** The keys of the records of `table` that a deed made, in their order. */
export function madeIn(changes: Deed['changes'], table: TableName): readonly string[] {
  return changes.flatMap((change) => (change.table === table && change.before === null ? [change.key] : []));
}

/** The record a kind and an id name, as {@link Work.about} wants it; none where the kind is no table. */
export function aboutRecord(kind: string, id: string): readonly (readonly [TableName, string])[] {
  return isTable(kind) ? [[kind, id]] : [];
}
