import { sheetSchema } from '@westgate/contract';
import { foldersOf } from '../office/folders.ts';
import { openOffice } from '../office/office.ts';
import { EXIT, type Input } from '../terminal/command.ts';
import { say, sayJson } from '../terminal/print.ts';
import { sheetAsking } from './asking.ts';
import { sheetInWords } from './in-words.ts';

/** Tells what a sheet is understood as. */
export async function readSheetFile(file: string, input: Input): Promise<number> {
  const asking = await sheetAsking(file, input);
  const office = await openOffice(foldersOf(input));
  try {
    const sheet = sheetSchema.taskSheet.parse(await office.post('/api/v1/sheets/preview', asking));
    if (input.options.json) sayJson(sheet);
    else say(sheetInWords(sheet));
    return (sheet.counts.rows.faulty ?? 0) > 0 ? EXIT.failed : EXIT.ok;
  } finally {
    await office.close();
  }
}
