import type { InstantString } from '@westgate/base';
import type { AnyRow, Change, TableName } from '@westgate/domain';
import type { Idem } from './idem.ts';

/** What someone asks the store to do: whole rows before and after, one change per record. */
export interface DeedDraft {
  /** Who does it, as shown in the history. */
  readonly who: string;
  /** What kind of deed it is, e.g. `import`, `record-outcome`, `undo`. */
  readonly verb: string;
  /** Why, in the words of the person. May be empty. */
  readonly reason: string;
  /** By what it is known again: a second draft with the same key stores nothing and gets the first deed, whatever it asks. */
  readonly idem?: Idem | undefined;
  /** The deed this one takes back. */
  readonly undoes?: number | undefined;
  /**
   * The deed that the changes were thought out on. Where another process has done one since, the draft is refused with WG_STALE_RECORD, so
   * that rules that reach over several records hold as well. Left out: only the changed records must be as they were.
   */
  readonly basis?: number | undefined;
  readonly changes: readonly Change[];
}

/** A deed as it stands in the journal, without its row images. */
export interface DeedSummary {
  /** 1, 2, 3 … without gaps. */
  readonly seq: number;
  readonly at: InstantString;
  /** Who did it; null where that person was erased. As stored, the name of a person is sealed (see persons/). */
  readonly who: string | null;
  /** The id of the person who did it, erased or not. Only on deeds read from the store; absent for programs and for names of schema 1. */
  readonly person?: string;
  readonly verb: string;
  readonly reason: string;
  /** The idempotency key it was asked for with. */
  readonly idem: string | null;
  /** The hash of what was asked with the key; null without a key, and of schemas that kept the key alone. */
  readonly request: string | null;
  readonly undoes: number | null;
  readonly changeCount: number;
  /** Hash of the deed before; 64 zeros for the first. */
  readonly prevHash: string;
  /** SHA-256 over `prevHash` and the journal line's JSON. */
  readonly hash: string;
  /** The schema it was written with, as its journal line says. */
  readonly schema: number;
}

/** A deed with its row images. */
export interface Deed extends DeedSummary {
  readonly changes: readonly Change[];
}

/** The last deed: its number and hash. `seq` 0 and {@link FIRST_HASH} when there is none. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** Rows by table, each table in the order in which its rows were added. */
export type RowsByTable = Readonly<Record<TableName, readonly AnyRow[]>>;

/** Every row as the deed `head` left it. */
export interface State {
  readonly head: Head;
  readonly rows: RowsByTable;
}

/** How far a deed has come that is being written: `rows` of `of` are. */
export interface Progress {
  /** The idempotency key of the deed. */
  readonly key: string | undefined;
  readonly rows: number;
  readonly of: number;
}

/** Whether deeds are taken, and what there is to say about the data folder (null: nothing). */
export interface Status {
  readonly mode: 'ready' | 'read-only';
  /** Why no deed is taken; null while deeds are taken. */
  readonly reason: StopReason | null;
  readonly note: string | null;
  readonly head: Head;
}

/** What keeps deeds from being taken. `disk-full` and those in `-failed` and `-lost` end by themselves when the cause is gone. */
export type StopReason =
  | 'looking'
  | 'disk-full'
  | 'journal-failed'
  | 'database-failed'
  | 'database-lost'
  | 'journal-damaged'
  | 'lost-ownership'
  | 'thread-ended';

/** The hash that stands before the first deed. */
export const FIRST_HASH = '0'.repeat(64);
