import type { DayString, Language } from '@westgate/base';
import type { ReadRow, ReadSheet } from '../common/read-sheet.ts';
import type { SheetField } from '../common/sheet-field.ts';
import type { ColumnRole } from './column-roles.ts';

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
export interface TaskRow extends ReadRow<TaskFieldName> {
  /** The commitment it is; null for a new one. */
  readonly commitment: string | null;
  readonly matchedBy: 'id' | 'words' | 'likeness' | null;
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
export interface TaskSheet extends ReadSheet<TaskRow, ColumnRole> {
  readonly reads: 'task-sheet';
  /** The year of days that name none, and where it was found. */
  readonly year: { readonly value: number; readonly from: 'recipe' | 'title' | 'plan' } | null;
  /** Written by Westgate: its rows are found by the id in them. */
  readonly isOurs: boolean;
}
