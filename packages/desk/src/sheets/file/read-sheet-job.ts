import { WestgateError } from '@westgate/base';
import type { JobSite } from '../../jobs/job.ts';
import { readDelimited } from './read-delimited.ts';
import type { Sheet, SheetBook, SheetRow } from './sheet-book.ts';
import { sheetUnreadable } from './sheet-unreadable.ts';

/** A file to read. */
export interface SheetQuestion {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly kind: SheetBook['kind'];
}

/** A sheet without its rows, or null for more rows of the sheet before. */
export interface SheetPiece {
  readonly sheet: Sheet | null;
  readonly rows: readonly SheetRow[];
}

/** Cells that are handed over at once. */
const CELLS_AT_ONCE = 5_000;

/** Reads a file of sheets and hands over its rows some at a time. Throws `WG_SHEET_UNREADABLE`. */
export async function readSheetJob(question: SheetQuestion, site: JobSite<SheetPiece>): Promise<Omit<SheetBook, 'sheets'>> {
  const { sheets, ...book } = await readBook(question);
  for (const { rows, ...sheet } of sheets) {
    await site.hand({ sheet: { ...sheet, rows: [] }, rows: [] });
    for (const part of inParts(rows)) await site.hand({ sheet: null, rows: part });
  }
  return book;
}

async function readBook({ bytes, fileName, kind }: SheetQuestion): Promise<SheetBook> {
  try {
    if (kind !== 'xlsx') return readDelimited(bytes, fileName, kind);
    return await (await import('./read-xlsx.ts')).readXlsx(bytes, fileName);
  } catch (error) {
    throw error instanceof WestgateError ? error : sheetUnreadable(fileName, `a sound .${kind}`, reasonOf(error));
  }
}

/** What the parser stumbled over: a file no program wrote can break it anywhere. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : 'another file';
}

function* inParts(rows: readonly SheetRow[]): Generator<readonly SheetRow[]> {
  let part: SheetRow[] = [];
  let cells = 0;
  for (const row of rows) {
    part.push(row);
    cells += row.cells.length;
    if (cells < CELLS_AT_ONCE) continue;
    yield part;
    [part, cells] = [[], 0];
  }
  if (part.length > 0) yield part;
}
