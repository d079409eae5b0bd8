import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { WestgateError } from '@westgate/base';
import { type Input, textOption, textOptions } from '../terminal/command.ts';

/** Bytes of a file that is sent at all; the limit of the API is told by the API. */
const MOST_BYTES = 20_000_000;

/** What a request about a sheet says: the file and what the options say of it. */
export async function sheetAsking(file: string, input: Input): Promise<Readonly<Record<string, unknown>>> {
  const { size } = await stat(file);
  if (size > MOST_BYTES) {
    throw new WestgateError(
      'WG_SHEET_UNREADABLE',
      `${basename(file)}: expected at most ${MOST_BYTES / 1e6} MB, found ${(size / 1e6).toFixed(1)} MB`,
      { file },
    );
  }
  return {
    file: { name: basename(file), base64: (await readFile(file)).toString('base64') },
    recipe: textOption(input, 'recipe'),
    sheet: textOption(input, 'sheet'),
    month: textOption(input, 'month'),
    newDepartments: textOptions(input, 'new-department'),
  };
}
