import type { SheetImportReport, TaskSheet as ShownSheet } from '@westgate/contract';
import type { Deed, FieldState, SheetImport, TaskSheet } from '@westgate/desk';
import { countChanges } from '@westgate/desk';

/** Rows of an answer, and how many a sheet may have for those that are the same to be among them. */
const ROWS = { most: 2_000, withSame: 500 } as const;
const FAULTS_SHOWN = 1_000;
const STATES: readonly FieldState[] = ['new', 'changed', 'same', 'unclear', 'faulty'];

/** A task sheet as it was understood. */
export function taskSheetOf(sheet: TaskSheet): ShownSheet {
  const shown = sheet.rows.filter(({ state }) => sheet.rows.length <= ROWS.withSame || state !== 'same').slice(0, ROWS.most);
  const fields = sheet.rows.flatMap((row) => row.fields);
  return {
    sheet: sheet.sheet,
    title: sheet.title,
    language: sheet.language,
    year: sheet.year && { ...sheet.year },
    isOurs: sheet.isOurs,
    head: { ...sheet.head },
    columns: sheet.columns.map(({ letters, head, role, rule, unit }) => ({ letters, head, role, rule, unit })),
    rows: shown.map(({ meaning: _, section, notes, fields: own, ...row }) => ({
      ...row,
      section: [...section],
      notes: [...notes],
      fields: own.map((field) => ({
        ...field,
        value: listOf(field.value),
        before: listOf(field.before),
        notes: [...field.notes],
        fault: field.fault && { ...field.fault },
        candidates: [...field.candidates],
      })),
    })),
    rowCount: sheet.rows.length,
    counts: { rows: countsOf(sheet.rows), cells: countsOf(fields) },
    skipped: sheet.skipped.slice(0, FAULTS_SHOWN).map((row) => ({ ...row })),
    faults: sheet.faults.slice(0, FAULTS_SHOWN).map((fault) => ({ ...fault })),
    faultCount: sheet.faults.length,
    notKept: sheet.notKept.map((column) => ({ ...column })),
    unknownDepartments: sheet.unknownDepartments.map(({ name, cells }) => ({ name, cells: [...cells] })),
    absent: [...sheet.absent],
    otherSheets: sheet.otherSheets.map((other) => ({ ...other })),
  };
}

/** What taking in a sheet did, or would do. */
export function sheetReportOf({ sheet, changes, deed }: SheetImport & { readonly deed: Deed | null }, dryRun: boolean): SheetImportReport {
  return {
    stored: deed !== null,
    dryRun,
    seq: deed?.seq ?? null,
    changeCount: changes.length,
    tables: countChanges(changes).map((table) => ({ ...table })),
    sheet: taskSheetOf(sheet),
  };
}

function listOf(value: string | readonly string[] | null): string | string[] | null {
  return value === null || typeof value === 'string' ? value : [...value];
}

function countsOf(parts: readonly { readonly state: FieldState }[]): Record<FieldState, number> {
  const counts = { new: 0, changed: 0, same: 0, unclear: 0, faulty: 0 };
  for (const state of STATES) counts[state] = parts.filter((part) => part.state === state).length;
  return counts;
}
