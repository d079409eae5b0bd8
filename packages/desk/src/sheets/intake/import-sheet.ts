import { type DayString, expectedFound, noSuch, WestgateError } from '@westgate/base';
import { type Change, isReadable, type Register } from '@westgate/domain';
import { jobRunner } from '../../jobs/job-runner.ts';
import { ofFile } from '../../jobs/of-file.ts';
import { WorkNeeded } from '../../jobs/work-needed.ts';
import { bareText, flatText } from '../common/flat-text.ts';
import type { SheetChoice } from '../common/sheet-choice.ts';
import { recipeOfRow, type SheetRecipe } from '../common/sheet-recipe.ts';
import { acceptMonthSheet } from '../month/accept-month-sheet.ts';
import type { MonthRow } from '../month/month-sheet.ts';
import { acceptSheet } from '../task/accept-sheet.ts';
import type { TaskRow } from '../task/task-sheet.ts';
import type { OfficeSheet } from './read-office-sheet.ts';
import type { jobs, SheetFile, SheetPiece, SheetTables } from './read-sheet-job.ts';

/** A sheet and what is taken of it. */
export interface SheetDraft {
  readonly file: SheetFile;
  readonly recipe: SheetRecipe;
  /** The sheet of the file, by name. */
  readonly sheet?: string | undefined;
  readonly rows: SheetChoice['rows'];
  /** Of which month a monthly sheet is; the one in its title where none is named. */
  readonly month?: string | undefined;
  /** The day it is in the district. */
  readonly today: DayString;
  /** Names in the sheet that become departments. */
  readonly newDepartments: readonly string[];
  readonly sentences: SheetChoice['sentences'];
  readonly saveAs: string | null;
}

/** What taking a sheet did, or would do. */
export interface SheetImport {
  /** The sheet as it was read before anything was stored. */
  readonly sheet: OfficeSheet;
  readonly changes: readonly Change[];
}

const run = jobRunner<typeof jobs>(new URL('./read-sheet-job.js', import.meta.url));
/** A sheet at the limits takes some ten seconds. */
const LIMITS = { wallMs: 120_000, memoryMb: 1_600, isLong: true } as const;

/** What a sheet was read as, and by which rows of the district. */
interface Reading {
  readonly tables: SheetTables;
  readonly sheet: OfficeSheet;
}

/** The last readings of each draft: a deed is thought through with the whole district and with what its writer may know. */
const readings = new WeakMap<SheetDraft, readonly Reading[]>();
const READINGS_KEPT = 2;

/**
 * Says what taking a sheet changes. `seq` is the number of the coming deed. The sheet is read in a worker: within `withWorkers` alone. Throws
 * `WG_SHEET_FAULTY` with the cells, and as `sheetPreview` does.
 */
export function sheetImport(register: Register, draft: SheetDraft, seq: number): SheetImport {
  const sheet = readingOf(register, draft);
  const { rows, sentences, saveAs, today } = draft;
  const recipe = sheet.recipe === null || draft.recipe.id !== null ? draft.recipe : keptRecipe(register, sheet.recipe);
  const { fileName } = draft.file;
  const newDepartments = newDepartmentIds(register, draft.newDepartments);
  const choice = { recipe, fileName, rows, newDepartments, sentences, saveAs };
  const changes =
    sheet.reads === 'monthly' ? acceptMonthSheet(register, sheet, choice, { seq, today }) : acceptSheet(register, sheet, choice, seq);
  return { sheet, changes };
}

/**
 * What a sheet is read as, new departments counted as there, in a worker. Throws `WG_SHEET_UNREADABLE`, `WG_INPUT_INVALID`, and `WG_TOO_HARD` for
 * one that takes too long.
 */
export async function sheetPreview(register: Register, draft: SheetAsked): Promise<OfficeSheet> {
  return readSheet(sheetTables(register), draft, newDepartmentIds(register, draft.newDepartments));
}

type SheetAsked = Pick<SheetDraft, 'file' | 'recipe' | 'sheet' | 'month' | 'today' | 'newDepartments'>;

/** What `draft` is read as by the rows of `register`, which may have changed since it was read. */
function readingOf(register: Register, draft: SheetDraft): OfficeSheet {
  const tables = sheetTables(register);
  const held = readings.get(draft) ?? [];
  const found = held.find((each) => isSame(each.tables, tables));
  if (found) return found.sheet;
  const newDepartments = newDepartmentIds(register, draft.newDepartments);
  throw new WorkNeeded(async () => {
    const sheet = await readSheet(tables, draft, newDepartments);
    readings.set(draft, [...held, { tables, sheet }].slice(-READINGS_KEPT));
  });
}

async function readSheet(
  tables: SheetTables,
  { file, recipe, sheet, month, today }: SheetAsked,
  newDepartments: ReadonlyMap<string, string>,
): Promise<OfficeSheet> {
  const pieces: SheetPiece[] = [];
  const question = { ...file, tables, recipe, asking: { sheet, month, today, newDepartments } };
  const reading = run('read-sheet', question, LIMITS, undefined, (piece) => {
    pieces.push(piece);
  });
  const rest = await ofFile(file.fileName, reading);
  const lists = { skipped: pieces.flatMap(({ skipped }) => skipped ?? []), faults: pieces.flatMap(({ faults }) => faults ?? []) };
  const rows = pieces.flatMap((piece) => piece.rows ?? []);
  if (rest.reads === 'monthly') return { ...rest, ...lists, rows: rows.filter(isOfMonth) };
  return { ...rest, ...lists, rows: rows.filter(isOfTask) };
}

function sheetTables({
  district,
  department,
  document,
  sentence,
  commitment,
  link,
  term,
  recipe,
  project,
  planned_amount,
  monthly_progress,
}: Register): SheetTables {
  return {
    district: [...district.values()],
    department: [...department.values()],
    document: [...document.values()],
    sentence: [...sentence.values()],
    commitment: [...commitment.values()],
    link: [...link.values()].filter(({ relation }) => relation === 'co-operates'),
    term: [...term.values()].filter(({ kind }) => kind === 'department'),
    recipe: [...recipe.values()],
    project: [...project.values()],
    planned_amount: [...planned_amount.values()],
    monthly_progress: [...monthly_progress.values()],
  };
}

function isOfMonth(row: OfficeSheet['rows'][number]): row is MonthRow {
  return 'project' in row;
}

function isOfTask(row: OfficeSheet['rows'][number]): row is TaskRow {
  return 'commitment' in row;
}

/** Rows that no deed touched are the same values; those of an earlier state of the district are made anew each time. */
function isSame(one: SheetTables, other: SheetTables): boolean {
  const [held, now] = [Object.values(one).flat(), Object.values(other).flat()];
  return held.length === now.length && held.every((row, at) => row === now[at] || JSON.stringify(row) === JSON.stringify(now[at]));
}

/** A recipe that is kept. Throws `WG_NOT_FOUND`. It is found by its id or its name. */
export function keptRecipe(register: Register, wanted: string): SheetRecipe {
  const rows = [...register.recipe.values()];
  const row = rows.find(({ id }) => id === wanted) ?? rows.find(({ name_zh, name_en }) => name_zh === wanted || name_en === wanted);
  if (!row) throw new WestgateError('WG_NOT_FOUND', noSuch('recipe', wanted), { id: wanted });
  return recipeOfRow(row);
}

/** Ids for the departments to be, the same for the same names. */
function newDepartmentIds(register: Register, names: readonly string[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  let number = 1;
  for (const name of names.map(flatText)) {
    if (bareText(name) === '' || name.length > 200 || !isReadable(name))
      throw new WestgateError(
        'WG_INPUT_INVALID',
        expectedFound('newDepartments', { zh: '名称', en: 'names' }, JSON.stringify(name.slice(0, 60))),
        {
          field: 'newDepartments',
        },
      );
    while (register.department.has(`department-${number}`)) number += 1;
    if (!ids.has(name)) ids.set(name, `department-${number}`);
    number += 1;
  }
  return ids;
}
