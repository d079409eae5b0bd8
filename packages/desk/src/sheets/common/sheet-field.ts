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
  'no-month': 'a monthly sheet that does not say which month it is of',
  'month-to-come': 'a month that is not over or under way yet',
  'amount-not-understood': 'words, or an amount that is only about so much',
  'amount-inexact': 'an amount finer than a fen, or larger than can be held',
  'amount-falls': 'less completed to date than was reported of an earlier month',
  'base-differs': 'another amount to the end of last year than was reported of its December',
  'share-differs': 'a share of the plan that does not follow from the amounts beside it',
  'ahead-differs': 'points ahead of elapsed time that do not follow from the amounts beside them',
  'code-form': 'a project code of another form than 4-6-2-2-6 digits',
  'name-differs': 'the code of a project that has another name',
  'several-projects': 'a name that several projects have',
  'part-of-project': 'a part of the project above it, whose amounts hold those of the part',
  'unknown-indicator': 'an indicator that the district does not have by this id or name',
  'unknown-place': 'a place that the district does not have by this id or name',
  'unknown-source': 'a source that the district does not have by this id or title',
  'several-meant': 'a name that several records have',
  'no-indicator': 'a value that is of no indicator',
  'no-period': 'a value of no period',
  'no-source': 'a value without a source',
  'period-not-understood': 'words that name no period',
  'period-cannot-be': 'a period still to come, or outside the span of the district',
  'value-not-understood': 'words where a number is expected',
  'unit-differs': 'another unit than that of the indicator',
  'word-not-understood': 'a word that stands for none of those that may stand there',
  'head-not-understood': 'a column of numbers under a head that names nothing known',
  'duplicate-value': 'the same indicator, place, period and source as an earlier cell',
  'calculated-indicator': 'a value of an indicator that is worked out from others',
  'not-of-place':
    'a target, a bound or a break, which a value by place does not have; or a weight, which a value of the whole does not have',
  'weight-below-zero': 'a weight below 0',
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
  'month-differs': 'not what follows from the report of the month before; kept as the sheet states it',
  'computed-again': 'not kept: it is computed again each time',
  'unit-of-amount': 'the unit stands beside the amount, and is not that of the head',
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

/** What a field of a record becomes. */
export type FieldState = 'new' | 'changed' | 'same' | 'unclear' | 'faulty';

/** What a record becomes: the worst of its fields; `isThere`: the district has it. */
export function worstState(fields: readonly { readonly state: FieldState }[], isThere: boolean): FieldState {
  const worst = (['faulty', 'unclear', 'changed'] as const).find((state) => fields.some((field) => field.state === state));
  return worst ?? (isThere ? 'same' : 'new');
}

/** One cell as it was understood. */
export interface SheetField<Name extends string> {
  readonly field: Name;
  readonly cell: string;
  /** What the cell shows. */
  readonly raw: string;
  /** What was understood: words, ids of departments, a day; null = nothing is said, or it is not known. */
  readonly value: string | readonly string[] | null;
  /** What is held now, for a record that is there. */
  readonly before: string | readonly string[] | null;
  readonly state: FieldState;
  /** How it was understood, such as `end-of-year`. */
  readonly rule: string | null;
  readonly notes: readonly SheetNoteCode[];
  readonly fault: SheetFault | null;
  /** For a sentence that was not found: those it may be. */
  readonly candidates: readonly string[];
}

/** A name that no department has, where it stands, and those that it may mean, the likeliest first. */
export interface UnknownDepartment {
  readonly name: string;
  readonly cells: readonly string[];
  readonly proposed: readonly string[];
}
