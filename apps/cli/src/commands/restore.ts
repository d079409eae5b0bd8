import { type RestoreReport, restoreFolder, restoreServer } from '@westgate/desk';
import { type Command, EXIT, type Input, textOption, UsageError } from '../command.ts';
import { foldersOf, placeName } from '../folders.ts';
import { counted, say, sayJson } from '../print.ts';
import { progressOf } from '../progress.ts';

const STAGES = {
  checking: 'checking the backup',
  copying: 'copying',
  rebuilding: 'making the database',
  comparing: 'comparing it with the backup',
};

export const restore: Command = {
  name: 'restore',
  usage: 'DIR [DATABASE_URL] [--json] [--data DIR]',
  help: `Makes a data folder from the backup in DIR, or fills the empty PostgreSQL database that DATABASE_URL names (the word, else the
environment). Nothing is restored over data. The backup is checked before anything is written, the result after: rows, checksums and the
hash of the last deed must be those of the backup.`,
  options: { data: { type: 'string' } },
  optionHelp: { 'data DIR': 'data folder to make; must be empty or missing (default: .westgate)' },
  async run(input) {
    const [dir, ...more] = input.words;
    if (dir === undefined) throw new UsageError('expected the folder of a backup');
    if (more.length > 1) throw new UsageError(`expected a backup and at most one DATABASE_URL, got also "${more.slice(1).join(' ')}"`);
    const asJson = input.options.json === true;
    const target = targetOf(input, more[0]);
    const progress = progressOf(Object.keys(STAGES).length, asJson);
    const tell = (stage: keyof typeof STAGES): void => progress.step(STAGES[stage]);
    try {
      const { dataDir, databaseUrl } = target;
      const report: RestoreReport =
        databaseUrl === undefined ? await restoreFolder(dir, dataDir, tell) : await restoreServer(dir, databaseUrl, tell);
      progress.stop();
      const { head, tables, persons } = report;
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      if (asJson) sayJson({ backup: dir, to: placeName(target), head, rows, tables, persons });
      else {
        say(`${counted(head.seq, 'deed')}, ${counted(rows, 'row')} in ${counted(tables.length, 'table')}, ${counted(persons, 'person')}.`);
        say(`Restored to ${placeName(target)} and compared with the backup, head ${head.seq} ${head.hash}.`);
      }
      return EXIT.ok;
    } finally {
      progress.stop();
    }
  },
};

/** Where to restore to: the database named on the command line, else the folder of `--data`, else what every other command works on. */
function targetOf(input: Input, url: string | undefined): ReturnType<typeof foldersOf> {
  const folders = foldersOf(input);
  if (url === undefined) return folders;
  if (textOption(input, 'data') !== undefined) throw new UsageError('expected a DATABASE_URL or --data, not both');
  return { ...folders, databaseUrl: url };
}
