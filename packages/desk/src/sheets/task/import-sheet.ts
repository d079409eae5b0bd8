import { noSuch, WestgateError } from '@westgate/base';
import { type Change, isReadable, type Register } from '@westgate/domain';
import { jobRunner } from '../../jobs/job-runner.ts';
import { ofFile } from '../../jobs/of-file.ts';
import { WorkNeeded } from '../../jobs/work-needed.ts';
import { acceptSheet } from './accept-sheet.ts';
import { bareText, flatText } from './flat-text.ts';
import type { jobs, SheetFile, TaskTables } from './read-task-sheet-job.ts';
import type { SheetChoice } from './sheet-choice.ts';
import { recipeOfRow, type SheetRecipe } from './sheet-recipe.ts';
import type { TaskSheet } from './task-sheet.ts';

/** A sheet and what is taken of it. */
export interface SheetDraft {
  readonly file: SheetFile;
  readonly recipe: SheetRecipe;
  /** The sheet of the file, by name. */
  readonly sheet?: string | undefined;
  readonly rows: SheetChoice['rows'];
  /** Names in the sheet that become departments. */
  readonly newDepartments: readonly string[];
  readonly sentences: SheetChoice['sentences'];
  readonly saveAs: string | null;
}

/** What taking a sheet did, or would do. */
export interface SheetImport {
  /** The sheet as it was read before anything was stored. */
  readonly sheet: TaskSheet;
  readonly changes: readonly Change[];
}

const run = jobRunner<typeof jobs>(new URL('./read-task-sheet-job.js', import.meta.url));
/** A sheet at the limits takes some ten seconds. */
const LIMITS = { wallMs: 120_000, memoryMb: 1_600, isLong: true } as const;

/** What a sheet was read as, and by which rows of the district. */
interface Reading {
  readonly tables: TaskTables;
  readonly sheet: TaskSheet;
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
  const { rows, sentences, saveAs } = draft;
  const recipe = sheet.recipe === null || draft.recipe.id !== null ? draft.recipe : keptRecipe(register, sheet.recipe);
  const { fileName } = draft.file;
  const newDepartments = newDepartmentIds(register, draft.newDepartments);
  return { sheet, changes: acceptSheet(register, sheet, { recipe, fileName, rows, newDepartments, sentences, saveAs }, seq) };
}

/**
 * What a sheet is read as, new departments counted as there, in a worker. Throws `WG_SHEET_UNREADABLE`, `WG_INPUT_INVALID`, and `WG_TOO_HARD` for
 * one that takes too long.
 */
export async function sheetPreview(register: Register, draft: SheetAsked): Promise<TaskSheet> {
  return readSheet(taskTables(register), draft, newDepartmentIds(register, draft.newDepartments));
}

type SheetAsked = Pick<SheetDraft, 'file' | 'recipe' | 'sheet' | 'newDepartments'>;

/** What `draft` is read as by the rows of `register`, which may have changed since it was read. */
function readingOf(register: Register, draft: SheetDraft): TaskSheet {
  const tables = taskTables(register);
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
  tables: TaskTables,
  { file, recipe, sheet }: SheetAsked,
  newDepartments: ReadonlyMap<string, string>,
): Promise<TaskSheet> {
  const rows: TaskSheet['rows'][number][] = [];
  const skipped: TaskSheet['skipped'][number][] = [];
  const faults: TaskSheet['faults'][number][] = [];
  const question = { ...file, tables, recipe, asking: { sheet, newDepartments } };
  const reading = run('read-task-sheet', question, LIMITS, undefined, (piece) => {
    rows.push(...(piece.rows ?? []));
    skipped.push(...(piece.skipped ?? []));
    faults.push(...(piece.faults ?? []));
  });
  return { ...(await ofFile(file.fileName, reading)), rows, skipped, faults };
}

function taskTables({ district, department, document, sentence, commitment, link, term, recipe }: Register): TaskTables {
  return {
    district: [...district.values()],
    department: [...department.values()],
    document: [...document.values()],
    sentence: [...sentence.values()],
    commitment: [...commitment.values()],
    link: [...link.values()].filter(({ relation }) => relation === 'co-operates'),
    term: [...term.values()].filter(({ kind }) => kind === 'department'),
    recipe: [...recipe.values()],
  };
}

/** Rows that no deed touched are the same values; those of an earlier state of the district are made anew each time. */
function isSame(one: TaskTables, other: TaskTables): boolean {
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
      throw new WestgateError('WG_INPUT_INVALID', `newDepartments: expected names, found ${JSON.stringify(name.slice(0, 60))}`, {
        field: 'newDepartments',
      });
    while (register.department.has(`department-${number}`)) number += 1;
    if (!ids.has(name)) ids.set(name, `department-${number}`);
    number += 1;
  }
  return ids;
}
