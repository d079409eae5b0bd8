import type { SheetImportReport, TaskSheet as ShownSheet } from '@westgate/contract';
import type { Deed, FieldState, OfficeSheet, SheetImport } from '@westgate/desk';
import { countChanges } from '@westgate/desk';
import { firstThatFit } from '../answers/fit.ts';

/** Rows of an answer, and how many a sheet may have for those that are the same to be among them. */
const ROWS = { most: 2_000, withSame: 500 } as const;
const FAULTS_SHOWN = 1_000;
const CELLS_SHOWN = 100;
/** Bytes of the long lists of an answer: together they leave room for the rest. */
const BYTES = { rows: 450_000, skipped: 100_000, faults: 150_000, unknownDepartments: 75_000, absent: 75_000 } as const;

/** A sheet as it was understood, as much of it as fits in an answer. */
export function taskSheetOf(sheet: OfficeSheet): ShownSheet {
  const rows: readonly OfficeSheet['rows'][number][] = sheet.rows;
  const shown = rows.filter(({ state }) => sheet.rows.length <= ROWS.withSame || state !== 'same').slice(0, ROWS.most);
  const { unknownDepartments, absent, faults, skipped } = sheet;
  return {
    reads: sheet.reads,
    sheet: sheet.sheet,
    recipe: sheet.recipe,
    title: sheet.title,
    language: sheet.language,
    year: sheet.reads === 'monthly' ? null : sheet.year && { ...sheet.year },
    month: sheet.reads === 'monthly' ? sheet.month && { ...sheet.month } : null,
    isOurs: sheet.reads === 'task-sheet' && sheet.isOurs,
    head: { ...sheet.head },
    columns: sheet.columns.map(({ letters, head, role, rule, proposed, unit }) => ({ letters, head, role, rule, proposed, unit })),
    rows: firstThatFit(shown, rowOf, BYTES.rows),
    rowCount: sheet.rows.length,
    counts: { rows: countsOf([rows]), cells: countsOf(rows.map(({ fields }) => fields)) },
    skipped: firstThatFit(skipped.slice(0, FAULTS_SHOWN), (row) => ({ ...row }), BYTES.skipped),
    faults: firstThatFit(faults.slice(0, FAULTS_SHOWN), (fault) => ({ ...fault }), BYTES.faults),
    faultCount: faults.length,
    notKept: sheet.notKept.map((column) => ({ ...column })),
    unknownDepartments: firstThatFit(
      unknownDepartments,
      ({ name, cells, proposed }) => ({ name, cells: cells.slice(0, CELLS_SHOWN), proposed: [...proposed] }),
      BYTES.unknownDepartments,
    ),
    unknownDepartmentCount: unknownDepartments.length,
    absent: firstThatFit(absent, (id) => id, BYTES.absent),
    absentCount: absent.length,
    otherSheets: sheet.otherSheets.map((other) => ({ ...other })),
  };
}

function rowOf({ meaning: _, section, notes, fields, ...row }: OfficeSheet['rows'][number]): ShownSheet['rows'][number] {
  return {
    commitment: null,
    project: null,
    ...row,
    section: [...section],
    notes: [...notes],
    fields: fields.map((field) => ({
      ...field,
      value: listOf(field.value),
      before: listOf(field.before),
      notes: [...field.notes],
      fault: field.fault && { ...field.fault },
      candidates: [...field.candidates],
    })),
  };
}

/** What taking in a sheet did, or would do. */
export function sheetReportOf(
  { sheet, changes, deed }: SheetImport & { readonly deed: Deed | null },
  { dryRun, plan }: { readonly dryRun: boolean; readonly plan: string | null },
): SheetImportReport {
  return {
    stored: deed !== null,
    dryRun,
    seq: deed?.seq ?? null,
    changeCount: changes.length,
    plan: planOf(changes, plan),
    tables: countChanges(changes).map((table) => ({ ...table })),
    sheet: taskSheetOf(sheet),
  };
}

/** The plan that the sheet became, else that of its recipe. */
function planOf(changes: SheetImport['changes'], said: string | null): string | null {
  return changes.find(({ table, before }) => table === 'document' && before === null)?.key ?? said;
}

function listOf(value: string | readonly string[] | null): string | string[] | null {
  return value === null || typeof value === 'string' ? value : [...value];
}

function countsOf(lists: readonly (readonly { readonly state: FieldState }[])[]): Record<FieldState, number> {
  const counts = { new: 0, changed: 0, same: 0, unclear: 0, faulty: 0 };
  for (const list of lists) for (const { state } of list) counts[state] += 1;
  return counts;
}
