import type { TableName } from '@westgate/domain';
import type { Deed } from '@westgate/store';
import type { RecordRead } from '../revise.ts';

/** A record to be made. Columns left out are empty; an id left out is made from the name. */
export interface Creation {
  readonly action: 'create';
  readonly table: TableName;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * One part of a deed of several. A text value `$0`, `$1` … stands for the id of the record that the edit of that number makes, counted from 0
 * among the edits before it.
 */
export type Edit =
  | Creation
  | (RecordRead & { readonly action: 'revise'; readonly fields: Readonly<Record<string, unknown>> })
  /** `withAll`: also takes out what only says something of the record: its links, mentions, figures, values, outcomes, outline. */
  | (RecordRead & { readonly action: 'withdraw'; readonly withAll?: boolean | undefined })
  /** What points to the record points to `into` from then on; what `into` lacks it takes over; the record goes. */
  | (RecordRead & { readonly action: 'merge'; readonly into: string });

/** The record an edit made, changed, took out, or merged into. */
export interface EditedRecord {
  readonly table: TableName;
  readonly key: string;
}

/** The deed of some edits, and the records they made, changed, took out or merged into, one for each. */
export interface EditReceipt {
  readonly deed: Deed;
  readonly records: readonly EditedRecord[];
}
