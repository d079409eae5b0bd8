import { type Row, registerOf } from '@westgate/domain';
import type { JobSite } from '../../jobs/job.ts';
import { readBook } from '../file/read-book.ts';
import { readTaskSheet, type SheetAsking } from './read-task-sheet.ts';
import type { SheetRecipe } from './sheet-recipe.ts';
import type { TaskSheet } from './task-sheet.ts';

/** A file of sheets as it came. */
export interface SheetFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** What of a district a task sheet is understood by. */
export interface TaskTables {
  readonly district: readonly Row<'district'>[];
  readonly department: readonly Row<'department'>[];
  readonly document: readonly Row<'document'>[];
  readonly sentence: readonly Row<'sentence'>[];
  readonly commitment: readonly Row<'commitment'>[];
  readonly link: readonly Row<'link'>[];
  readonly term: readonly Row<'term'>[];
  readonly recipe: readonly Row<'recipe'>[];
}

/** A task sheet to be read, and the district that it is about. */
export interface TaskSheetReading extends SheetFile {
  readonly tables: TaskTables;
  readonly recipe: SheetRecipe;
  readonly asking: SheetAsking;
}

/** Some of the long lists of a task sheet. */
export type TaskSheetPiece = Partial<Pick<TaskSheet, 'rows' | 'skipped' | 'faults'>>;

/** Rows, and parts of other lists, that are handed over at once. */
const AT_ONCE = { rows: 200, others: 2_000 } as const;

/** The job that reads a task sheet. */
export const jobs = { 'read-task-sheet': readTaskSheetJob } as const;

/** Reads a file and understands it as the commitments it would make. Throws `WG_SHEET_UNREADABLE` and `WG_INPUT_INVALID`. */
async function readTaskSheetJob(
  { bytes, fileName, tables, recipe, asking }: TaskSheetReading,
  site: JobSite<TaskSheetPiece>,
): Promise<Omit<TaskSheet, keyof TaskSheetPiece>> {
  const book = await readBook(bytes, fileName);
  const { rows, skipped, faults, ...rest } = readTaskSheet(registerOf({ ...tables }), book, recipe, asking);
  for (const part of inParts(rows, AT_ONCE.rows)) await site.hand({ rows: part });
  for (const part of inParts(skipped, AT_ONCE.others)) await site.hand({ skipped: part });
  for (const part of inParts(faults, AT_ONCE.others)) await site.hand({ faults: part });
  return rest;
}

function* inParts<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size);
}
