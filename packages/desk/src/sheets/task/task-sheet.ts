import type { DayString, Language } from '@westgate/base';
import type { ColumnRole } from './column-roles.ts';
import type { TaskColumn } from './sheet-head.ts';
import type { SkippedRow } from './sheet-rows.ts';

/** What is wrong or open about a cell, each with what it means. The words are stable: screens and tests know them. */
export const SHEET_FAULTS = {
  'missing-task': 'a row with other cells filled but no task',
  'error-value': 'a cell that shows an error of the spreadsheet, such as #REF!',
  'formula-without-value': 'a formula whose value the file does not keep',
  'unknown-department': 'a department the district does not have by this name',
  'two-leads': 'more than one department marked as the one in the lead',
  'no-such-day': 'a date that is not in the calendar',
  'changed-meanwhile': 'a cell as it was exported, of which the ledger holds something else since',
  'changed-by-both': 'a cell edited in the sheet and changed in the ledger since the export',
  'out-of-span': 'a date outside the span of days of the district',
  'other-calendar': 'a date of another calendar than the Gregorian',
  'duplicate-number': 'a number that an earlier task under the same heading has',
  'duplicate-task': 'the words of an earlier task of the sheet',
  'duplicate-id': 'the commitment of an earlier row',
  'unknown-id': 'an id that is no commitment of the district',
  'merged-task': 'one task merged over rows that say different things beside it',
  'merged-across': 'one cell merged over columns that hold different things',
  'broken-merge': 'a merge that overlaps another or makes no sense',
  'language-not-kept': 'words in a language the district does not keep',
  'words-unfit': 'words that a plan text cannot hold as a sentence',
  'too-long': 'words longer than a record may hold',
  'no-year': 'a day without a year, and no year in the title or the recipe',
  'several-days': 'more than one day: which of them is the last?',
  'day-not-understood': 'words in which no day is found',
  'serial-number': 'a number that may be a date that lost its form',
  'sentence-not-found': 'no sentence of the plan holds these words',
  'held-elsewhere': 'a cell that was changed, but is not kept from a sheet',
} as const;
export type SheetFaultCode = keyof typeof SHEET_FAULTS;

/** Worth knowing, and no hindrance. */
export const SHEET_NOTES = {
  formula: 'the value the formula had when the file was saved',
  'number-as-text': 'a number kept as text, read as the number',
  'hidden-row': 'the row is hidden in the sheet',
  'first-leads': 'several departments: the first leads, the others co-operate',
  'unit-of-head': 'the unit stands in the head',
  'export-not-known': 'a sheet of the ledger that does not tell whether the cell was edited in it or the ledger has changed since',
  'goes-on': 'the task has more than one sentence: the commitment is cut from the first',
} as const;
export type SheetNoteCode = keyof typeof SHEET_NOTES;

/** Something wrong with the sheet, at a cell. */
export interface SheetFault {
  /** `faulty`: the row cannot be taken; `unclear`: it can, by a person who says so, without this value. */
  readonly weight: 'faulty' | 'unclear';
  readonly code: SheetFaultCode;
  /** `Sheet1!C7`. */
  readonly cell: string;
  readonly expected: string;
  readonly found: string;
  /** `Sheet1!C7: expected …, found …`. */
  readonly message: string;
}

/** What a field of a task becomes. */
export type FieldState = 'new' | 'changed' | 'same' | 'unclear' | 'faulty';

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

/** One cell as it was understood. */
export interface TaskField {
  readonly field: TaskFieldName;
  readonly cell: string;
  /** What the cell shows. */
  readonly raw: string;
  /** What was understood: words, ids of departments, a day; null = nothing is said, or it is not known. */
  readonly value: string | readonly string[] | null;
  /** What is held now, for a commitment that is there. */
  readonly before: string | readonly string[] | null;
  readonly state: FieldState;
  /** How it was understood, such as `end-of-year`. */
  readonly rule: string | null;
  readonly notes: readonly SheetNoteCode[];
  readonly fault: SheetFault | null;
  /** For a sentence that was not found: those it may be. */
  readonly candidates: readonly string[];
}

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

/** A name that no department has, where it stands, and those that it may mean, the likeliest first. */
interface UnknownDepartment {
  readonly name: string;
  readonly cells: readonly string[];
  readonly proposed: readonly string[];
}

/** A task sheet as it was understood. */
export interface TaskSheet {
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
