import { exportJournal } from '@westgate/desk';
import { foldersOf } from '../office/folders.ts';
import { requireThere } from '../office/require-there.ts';
import { type Command, EXIT, FOLDER_HELP, FOLDER_OPTIONS, UsageError } from '../terminal/command.ts';
import { counted, say, sayJson } from '../terminal/print.ts';

export const audit: Command = {
  name: 'audit',
  usage: 'export DIR [--json] [--data DIR]',
  help: `Writes every recorded deed into the empty folder DIR as the journal's own files, byte for byte, also from a database on a server,
where they are kept in tables. An auditor checks them with "node tools/verify-journal.mjs DIR", which needs nothing of Westgate. Names of
persons stay sealed. A running server need not stop.`,
  options: { data: FOLDER_OPTIONS.data },
  optionHelp: { 'data DIR': FOLDER_HELP['data DIR'] },
  async run(input) {
    const [what, dir, ...more] = input.words;
    if (what !== 'export' || dir === undefined || more.length > 0) throw new UsageError('expected "export" and the folder to write into');
    const folders = foldersOf(input);
    requireThere(folders);
    const { dataDir, databaseUrl } = folders;
    const { head, files } = await exportJournal(databaseUrl === undefined ? { dataDir } : { url: databaseUrl }, dir);
    if (input.options.json === true)
      sayJson({ folder: dir, head, files: files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })) });
    else say(`${counted(head.seq, 'deed')} in ${counted(files.length, 'file')} under ${dir}, head ${head.seq} ${head.hash}.`);
    return EXIT.ok;
  },
};
