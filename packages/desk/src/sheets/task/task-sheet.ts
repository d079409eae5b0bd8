import type { DayString, Language } from '@westgate/base';
import type { SkippedRow } from '../common/row-kinds.ts';
import type { FieldState, SheetFault, SheetField, SheetNoteCode, UnknownDepartment } from '../common/sheet-field.ts';
import type { ColumnRole } from './column-roles.ts';
import type { TaskColumn } from './task-head.ts';

/** A field, or the fields, a cell is read into. */
export type TaskFieldName =
  | 'id'
  | 'number'
  | 'section'
  | 'sentence'
  | 'task'
  | 'goal'
  | 'leader'
  | 'co-leader'
  | 'lead'
  | 'support'
  | 'due'
  | 'steps'
  | 'person'
  | 'progress'
  | 'problems'
  | 'next'
  | 'state'
  | 'note';

/** One cell of a task as it was understood. */
export type TaskField = SheetField<TaskFieldName>;

/** A task of the sheet as the commitment it would be. */
export interface TaskRow {
  /** As in the margin of the sheet. */
  readonly row: number;
  readonly section: readonly string[];
  /** The row of the task it is a part of; null for one that stands by itself. */
  readonly parent: number | null;
  readonly number: string | null;
  /** The commitment it is; null for a new one. */
  readonly commitment: string | null;
  readonly matchedBy: 'id' | 'words' | 'likeness' | null;
  /** The worst of its fields, else `changed` or `new` where any is. */
  readonly state: FieldState;
  readonly fields: readonly TaskField[];
  readonly notes: readonly SheetNoteCode[];
  /** What is meant, for the deed. */
  readonly meaning: TaskMeaning;
}

/** What a row says, in the terms of the district. */
interface TaskMeaning {
  readonly language: Language;
  /** The words of the task, without its number. */
  readonly task: string;
  /** The sentence it is promised in; null: none yet. */
  readonly sentence: string | null;
  /** The words of the task, letter by letter as in that sentence. */
  readonly clause: string | null;
  readonly lead: string | null;
  readonly support: readonly string[];
  readonly due: DayString | null;
  readonly note: string | null;
  /** The words of the filled cells with their line breaks, by field: what is kept as stated. */
  readonly said: Readonly<Partial<Record<TaskFieldName, string>>>;
}

/** A task sheet as it was understood. */
export interface TaskSheet {
  readonly reads: 'task-sheet';
  readonly sheet: string;
  /** The kept recipe that it was read by, by its id: the one that was named, or the one whose heads it has. */
  readonly recipe: string | null;
  readonly title: string;
  readonly language: Language;
  /** The year of days that name none, and where it was found. */
  readonly year: { readonly value: number; readonly from: 'recipe' | 'title' | 'plan' } | null;
  /** Written by Westgate: its rows are found by the id in them. */
  readonly isOurs: boolean;
  readonly head: { readonly top: number; readonly bottom: number };
  readonly columns: readonly TaskColumn[];
  readonly rows: readonly TaskRow[];
  readonly skipped: readonly SkippedRow[];
  readonly faults: readonly SheetFault[];
  /** Heads of filled columns that nothing is kept of, as nobody said what they hold. */
  readonly notKept: readonly { readonly head: string; readonly role: ColumnRole | null }[];
  /** Names of departments that the district does not have, each with its cells. */
  readonly unknownDepartments: readonly UnknownDepartment[];
  /** Commitments of the plan that no row is about. They stay as they are. */
  readonly absent: readonly string[];
  readonly otherSheets: readonly { readonly name: string; readonly isHidden: boolean }[];
}
