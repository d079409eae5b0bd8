import type { DayString } from '@westgate/base';
import { type Row, registerOf } from '@westgate/domain';
import type { JobSite } from '../../jobs/job.ts';
import type { SheetAsking } from '../common/chosen-sheet.ts';
import type { SheetRecipe } from '../common/sheet-recipe.ts';
import { readBook } from '../file/read-book.ts';
import { type OfficeSheet, readOfficeSheet } from './read-office-sheet.ts';

/** A file of sheets as it came. */
export interface SheetFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** What of a district a sheet is understood by. */
export interface SheetTables {
  readonly district: readonly Row<'district'>[];
  readonly department: readonly Row<'department'>[];
  readonly document: readonly Row<'document'>[];
  readonly sentence: readonly Row<'sentence'>[];
  readonly commitment: readonly Row<'commitment'>[];
  readonly link: readonly Row<'link'>[];
  readonly term: readonly Row<'term'>[];
  readonly recipe: readonly Row<'recipe'>[];
  readonly project: readonly Row<'project'>[];
  readonly planned_amount: readonly Row<'planned_amount'>[];
  readonly monthly_progress: readonly Row<'monthly_progress'>[];
}

/** A sheet to be read, and the district that it is about. */
export interface SheetReading extends SheetFile {
  readonly tables: SheetTables;
  readonly recipe: SheetRecipe;
  readonly asking: SheetAsking & { readonly today: DayString };
}

/** The long lists of a sheet, which are handed over in parts. */
type LongList = 'rows' | 'skipped' | 'faults';
/** What remains of a sheet without them. */
export type SheetRest = {
  [Kind in OfficeSheet['reads']]: Omit<Extract<OfficeSheet, { readonly reads: Kind }>, LongList>;
}[OfficeSheet['reads']];

/** Some of the long lists of a sheet. */
export interface SheetPiece {
  readonly rows?: readonly OfficeSheet['rows'][number][];
  readonly skipped?: OfficeSheet['skipped'];
  readonly faults?: OfficeSheet['faults'];
}

/** Rows, and parts of other lists, that are handed over at once. */
const AT_ONCE = { rows: 200, others: 2_000 } as const;

/** The job that reads a sheet. */
export const jobs = { 'read-sheet': readSheetJob } as const;

/** Reads a file and understands it as the records it would make. Throws `WG_SHEET_UNREADABLE` and `WG_INPUT_INVALID`. */
async function readSheetJob({ bytes, fileName, tables, recipe, asking }: SheetReading, site: JobSite<SheetPiece>): Promise<SheetRest> {
  const book = await readBook(bytes, fileName);
  const { rows, skipped, faults, ...rest } = readOfficeSheet(registerOf({ ...tables }), book, recipe, asking);
  for (const part of inParts<OfficeSheet['rows'][number]>(rows, AT_ONCE.rows)) await site.hand({ rows: part });
  for (const part of inParts(skipped, AT_ONCE.others)) await site.hand({ skipped: part });
  for (const part of inParts(faults, AT_ONCE.others)) await site.hand({ faults: part });
  return rest;
}

function* inParts<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size);
}
