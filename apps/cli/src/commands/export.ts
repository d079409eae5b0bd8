import { districtSchema } from '@westgate/contract';
import { saveFolder } from '@westgate/desk';
import { foldersOf } from '../office/folders.ts';
import { openOffice } from '../office/office.ts';
import { type Command, EXIT, FOLDER_HELP, FOLDER_OPTIONS, onlyWord } from '../terminal/command.ts';
import { counted, say, sayJson } from '../terminal/print.ts';
import { progressOf } from '../terminal/progress.ts';

export const exportCommand: Command = {
  name: 'export',
  usage: 'FOLDER [--json] [--data DIR] [--district FOLDER]',
  help: 'Writes every file of the district format into FOLDER. Importing it again changes nothing.',
  options: FOLDER_OPTIONS,
  optionHelp: FOLDER_HELP,
  async run(input) {
    const folder = onlyWord(input, 'the folder to write');
    const asJson = input.options.json === true;
    const progress = progressOf(1, asJson);
    progress.step('opening the data folder');
    const office = await openOffice(foldersOf(input)).finally(() => progress.stop());
    try {
      const { seq, files } = districtSchema.exportAnswer.parse(await office.get('/api/v1/district/export'));
      await saveFolder(folder, new Map(Object.entries(files)));
      const names = Object.keys(files);
      if (asJson) sayJson({ folder, seq, files: names });
      else say(`${counted(names.length, 'file')} written to ${folder}, as of deed ${seq}.`);
      return EXIT.ok;
    } finally {
      await office.close();
    }
  },
};
