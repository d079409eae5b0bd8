import { ofFile } from '../../jobs/of-file.ts';
import { runInWorker } from '../../jobs/run-in-worker.ts';
import { SHEET_LIMITS, type Sheet, type SheetBook, type SheetRow } from './sheet-book.ts';
import { sheetUnreadable } from './sheet-unreadable.ts';

/** A sheet at the limits takes a few seconds and half of this memory. */
const LIMITS = { wallMs: 60_000, memoryMb: 1_200, isLong: true } as const;

/** What other kinds of file begin with. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF'],
  ['\u00d0\u00cf\u0011\u00e0', 'the old .xls format, or a file with a password: save it as .xlsx without one'],
  ['{\\rtf', 'a rich text document'],
];
const ZIP = 'PK\u0003\u0004';

/**
 * The cells of an .xlsx, .csv or .tsv file, by its name. Read in a worker, within limits of size, memory and time. Throws
 * `WG_SHEET_UNREADABLE` that says what was expected, what came, and where; `WG_TOO_HARD` for one that takes too long.
 */
export async function readSheet(bytes: Uint8Array, fileName: string, signal?: AbortSignal): Promise<SheetBook> {
  const kind = kindOf(bytes, fileName);
  const sheets: (Sheet & { readonly rows: SheetRow[] })[] = [];
  const reading = runInWorker('read-sheet', { bytes, fileName, kind }, LIMITS, signal, ({ sheet, rows }) => {
    if (sheet !== null) sheets.push({ ...sheet, rows: [] });
    sheets.at(-1)?.rows.push(...rows);
  });
  return { ...(await ofFile(fileName, reading)), sheets };
}

function kindOf(bytes: Uint8Array, fileName: string): SheetBook['kind'] {
  const most = SHEET_LIMITS.fileBytes;
  if (bytes.length > most) throw sheetUnreadable(fileName, `at most ${most / 1e6} MB`, `${(bytes.length / 1e6).toFixed(1)} MB`);
  if (bytes.length === 0) throw sheetUnreadable(fileName, 'a file that holds something', 'an empty one');
  const begin = String.fromCharCode(...bytes.subarray(0, 8));
  const other = SIGNATURES.find(([signature]) => begin.startsWith(signature));
  if (other !== undefined) throw sheetUnreadable(fileName, 'an .xlsx, .csv or .tsv file', other[1]);
  const ending = /\.[^.]+$/.exec(fileName.toLowerCase())?.[0] ?? '';
  switch (ending) {
    case '.xlsx':
    case '.xlsm':
      if (!begin.startsWith(ZIP)) throw sheetUnreadable(fileName, 'an .xlsx, as its name says', 'a file of another kind');
      return 'xlsx';
    case '.csv':
    case '.tsv':
      if (begin.startsWith(ZIP)) throw sheetUnreadable(fileName, 'plain text, as its name says', 'a zip archive or .xlsx');
      return ending === '.tsv' ? 'tsv' : 'csv';
    case '.xls':
    case '.et':
      throw sheetUnreadable(fileName, 'an .xlsx, .csv or .tsv file', `${ending}: save it as .xlsx`);
    default:
      throw sheetUnreadable(fileName, 'an .xlsx, .csv or .tsv file', ending === '' ? 'a name without an ending' : ending);
  }
}
