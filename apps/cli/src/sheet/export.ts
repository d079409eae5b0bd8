import { rename, writeFile } from 'node:fs/promises';
import { foldersOf } from '../office/folders.ts';
import { openOffice } from '../office/office.ts';
import { type Input, textOption, UsageError } from '../terminal/command.ts';
import { say, sayJson } from '../terminal/print.ts';

/** Writes the ledger as a task sheet, the plan of a recipe in its columns, or a month as the monthly sheet, beside the place first and then into it. */
export async function exportSheetFile(file: string, lang: string | undefined, input: Input): Promise<void> {
  const [, kind] = /\.(xlsx|csv)$/i.exec(file) ?? [];
  if (kind === undefined) throw new UsageError(`expected a file that ends in .xlsx or .csv, got "${file}"`);
  const office = await openOffice(foldersOf(input));
  try {
    const recipe = textOption(input, 'recipe');
    const month = textOption(input, 'month');
    const asked = [
      ...(lang === undefined ? [] : [`lang=${lang}`]),
      ...(recipe === undefined ? [] : [`recipe=${encodeURIComponent(recipe)}`]),
      ...(month === undefined ? [] : [`month=${encodeURIComponent(month)}`]),
    ];
    const query = asked.length === 0 ? '' : `?${asked.join('&')}`;
    const bytes = await office.getFile(`/api/v1/exports/task-sheet.${kind.toLowerCase()}${query}`);
    const draft = `${file}.${process.pid}.part`;
    await writeFile(draft, bytes);
    await rename(draft, file);
    if (input.options.json) sayJson({ file, bytes: bytes.length });
    else say(month === undefined ? `The ledger was written to ${file}.` : `${month} was written to ${file}.`);
  } finally {
    await office.close();
  }
}
