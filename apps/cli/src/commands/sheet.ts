import { type Command, EXIT, FOLDER_HELP, FOLDER_OPTIONS, type Input, textOption, UsageError } from '../terminal/command.ts';

export const sheet: Command = {
  name: 'sheet',
  usage:
    'read FILE | import FILE | export FILE [--recipe NAME] [--sheet NAME] [--month MONTH] [--rows WHICH] [--new-department NAME] [--save-as NAME] [--dry-run] [--who NAME] [--lang LANG] [--json] [--data DIR]',
  help: `Works on task breakdown sheets (任务分解表) and monthly sheets of projects (月调度表): .xlsx, .csv or .tsv files as offices keep them. Which
of them a file is, its heads tell.

read FILE tells what each cell is understood as, and every fault with its cell; nothing is stored. The exit code is 1 where a row is faulty.

import FILE takes its rows into the ledger as one deed that can be taken back. Where a row is faulty or unclear nothing is stored, unless
--rows says clear (those that are neither) or names rows, such as 5,6,9. A task that stands in no plan yet becomes a sentence of one; a project
that the district does not have is made.

export FILE writes the ledger as such a sheet, .xlsx or .csv by its name. Edit it and import it: only edited cells change anything.
With --month, or a recipe of a monthly sheet, it writes that: in the recipe's columns, else in the 27 standard ones.`,
  options: {
    ...FOLDER_OPTIONS,
    recipe: { type: 'string' },
    sheet: { type: 'string' },
    month: { type: 'string' },
    rows: { type: 'string' },
    'new-department': { type: 'string', multiple: true },
    'save-as': { type: 'string' },
    'dry-run': { type: 'boolean' },
    who: { type: 'string' },
    reason: { type: 'string' },
    lang: { type: 'string' },
  },
  optionHelp: {
    'recipe NAME':
      'read, import: the kept recipe, by id or name; without it the one whose heads the sheet has, else all is guessed. export: in its columns',
    'sheet NAME': 'read, import: the sheet of the file (default: the first visible one with a head)',
    'month MONTH': 'read, import: the month of a monthly sheet (default: the one in its title). export: the monthly sheet of it',
    'new-department NAME': 'read, import: a name in the sheet that becomes a department; may be given more than once',
    'rows WHICH': 'import: all, clear, or row numbers with commas (default: all)',
    'save-as NAME': 'import: keep the recipe under this name',
    'dry-run': 'import: tell what would happen and store nothing',
    'who NAME': 'import: who does it (default: westgate)',
    'reason TEXT': 'import: why',
    'lang LANG': 'export: zh or en (default: the first language of the district)',
    ...FOLDER_HELP,
  },
  async run(input) {
    const [verb, file, ...more] = input.words;
    if (verb !== 'read' && verb !== 'import' && verb !== 'export')
      throw new UsageError(`expected "read FILE", "import FILE" or "export FILE"${verb ? `, got "${verb}"` : ''}`);
    if (file === undefined || more.length > 0)
      throw new UsageError(`expected one file, got ${file === undefined ? 'none' : input.words.length - 1}`);
    return await work(verb, file, input);
  },
};

async function work(verb: 'read' | 'import' | 'export', file: string, input: Input): Promise<number> {
  switch (verb) {
    case 'read':
      return (await import('../sheet/read.ts')).readSheetFile(file, input);
    case 'import':
      return (await import('../sheet/import.ts')).importSheetFile(file, input);
    case 'export': {
      const lang = textOption(input, 'lang');
      if (lang !== undefined && lang !== 'zh' && lang !== 'en') throw new UsageError(`--lang: expected zh or en, got "${lang}"`);
      await (await import('../sheet/export.ts')).exportSheetFile(file, lang, input);
      return EXIT.ok;
    }
  }
}
