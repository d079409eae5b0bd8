import { WestgateError } from '@westgate/base';
import { type SheetImportReport, sheetSchema } from '@westgate/contract';
import { foldersOf } from '../office/folders.ts';
import { openOffice } from '../office/office.ts';
import { EXIT, type Input, textOption, UsageError } from '../terminal/command.ts';
import { counted, note, say, sayJson } from '../terminal/print.ts';
import { sheetAsking } from './asking.ts';
import { sheetInWords } from './in-words.ts';

/** Takes the rows of a sheet into the ledger. */
export async function importSheetFile(file: string, input: Input): Promise<number> {
  const body = {
    ...(await sheetAsking(file, input)),
    rows: rowsAsked(textOption(input, 'rows') ?? 'all'),
    saveAs: textOption(input, 'save-as'),
    dryRun: input.options['dry-run'] === true,
    who: textOption(input, 'who') ?? 'westgate',
    reason: textOption(input, 'reason') ?? `sheet import ${file}`.slice(0, 500),
  };
  const office = await openOffice(foldersOf(input));
  try {
    const report = sheetSchema.sheetImportReport.parse(await office.post('/api/v1/sheets/import', body));
    if (input.options.json) sayJson(report);
    else say(`${sheetInWords(report.sheet)}\n${doneInWords(report)}`);
    return EXIT.ok;
  } catch (error) {
    if (!input.options.json) noteFaults(error);
    throw error;
  } finally {
    await office.close();
  }
}

function rowsAsked(words: string): string | readonly number[] {
  if (words === 'all' || words === 'clear') return words;
  const rows = words.split(',').map((word) => Number(word.trim()));
  if (rows.every((row) => Number.isInteger(row) && row > 0)) return rows;
  throw new UsageError(`--rows: expected all, clear or row numbers such as 5,6,9, got "${words}"`);
}

function doneInWords({ stored, dryRun, seq, changeCount, tables }: SheetImportReport): string {
  if (changeCount === 0) return 'No difference: nothing was stored.';
  const counts = tables.map(({ table, created, changed, deleted }) => `${table} ${created} new, ${changed} changed, ${deleted} deleted`);
  const end = stored ? `Stored as deed ${seq}.` : dryRun ? 'Dry run: nothing was stored.' : 'Nothing was stored.';
  return `${counted(changeCount, 'record')}: ${counts.join('; ')}.\n${end}`;
}

/** The faults that stand in the way, one a line. */
function noteFaults(error: unknown): void {
  if (!(error instanceof WestgateError) || error.code !== 'WG_SHEET_FAULTY') return;
  const { data } = sheetSchema.sheetFault.array().safeParse(error.details.faults);
  for (const { weight, message } of data ?? []) note(`${weight}  ${message}`);
}
