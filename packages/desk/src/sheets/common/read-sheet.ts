import type { Language } from '@westgate/base';
import type { SkippedRow } from './row-kinds.ts';
import type { FieldState, SheetFault, SheetField, SheetNoteCode, UnknownDepartment } from './sheet-field.ts';
import type { HeadColumn } from './sheet-head.ts';

/** A row of a sheet of whichever kind, as the record it would be. */
export interface ReadRow<FieldName extends string> {
  /** As in the margin of the sheet. */
  readonly row: number;
  readonly section: readonly string[];
  /** The row of the record that it is a part of; null for one that stands by itself. */
  readonly parent: number | null;
  readonly number: string | null;
  /** The worst of its fields, else `changed` or `new` where any is. */
  readonly state: FieldState;
  readonly fields: readonly SheetField<FieldName>[];
  readonly notes: readonly SheetNoteCode[];
}

/** A sheet of whichever kind as it was understood. */
export interface ReadSheet<Row extends ReadRow<string>, Role extends string> {
  readonly sheet: string;
  /** The kept recipe that it was read by, by its id: the one that was named, or the one whose heads it has. */
  readonly recipe: string | null;
  readonly title: string;
  readonly language: Language;
  readonly head: { readonly top: number; readonly bottom: number };
  readonly columns: readonly HeadColumn<Role>[];
  readonly rows: readonly Row[];
  readonly skipped: readonly SkippedRow[];
  readonly faults: readonly SheetFault[];
  /** Heads of filled columns that nothing is kept of. */
  readonly notKept: readonly { readonly head: string; readonly role: Role | null }[];
  /** Names of departments that the district does not have, each with its cells. */
  readonly unknownDepartments: readonly UnknownDepartment[];
  /** Records that a row was to be about and none is: commitments of the plan, projects that such a sheet had before. They stay as they are. */
  readonly absent: readonly string[];
  readonly otherSheets: readonly { readonly name: string; readonly isHidden: boolean }[];
}
