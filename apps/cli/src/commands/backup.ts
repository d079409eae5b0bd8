import { backupFolder, backupServer, noteUpkeep } from '@westgate/desk';
import { foldersOf } from '../office/folders.ts';
import { type Command, EXIT, onlyWord } from '../terminal/command.ts';
import { counted, note, say, sayJson } from '../terminal/print.ts';
import { progressOf } from '../terminal/progress.ts';

const STAGES = { copying: 'copying the deeds', snapshot: 'writing the state', checking: 'reading all of it again' };

export const backup: Command = {
  name: 'backup',
  usage: 'DIR [--json] [--data DIR]',
  help: `Writes everything of a data folder (or of the database that DATABASE_URL names) into DIR, and reads it again to check it.
A running server need not stop, and tells from then on how old the backup is. An interrupted backup, or an older one of the same journal, is gone on with.
DIR holds the keys of persons: keep it as safe as the data folder.`,
  options: { data: { type: 'string' } },
  optionHelp: { 'data DIR': 'data folder (default: .westgate)' },
  async run(input) {
    const dir = onlyWord(input, 'the folder to back up into');
    const asJson = input.options.json === true;
    const { dataDir, databaseUrl } = foldersOf(input);
    const progress = progressOf(Object.keys(STAGES).length, asJson);
    const began = performance.now();
    const tell = (stage: keyof typeof STAGES): void => progress.step(STAGES[stage]);
    try {
      const { manifest, hadDeeds } =
        databaseUrl === undefined ? await backupFolder(dataDir, dir, tell) : await backupServer(databaseUrl, dir, tell);
      progress.stop();
      const place = databaseUrl === undefined ? { dataDir } : { url: databaseUrl };
      await noteUpkeep(place, 'backup', { at: manifest.at, seq: manifest.seq, ms: Math.round(performance.now() - began) }).catch(
        sayUnnoted,
      );
      const { seq, hash, schema, tables, files } = manifest;
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
      if (asJson) sayJson({ folder: dir, head: { seq, hash }, schema, addedDeeds: seq - hadDeeds, rows, files: files.length, bytes });
      else {
        say(
          `${counted(seq, 'deed')} (${seq - hadDeeds} new here), ${counted(rows, 'row')}, ${counted(files.length, 'file')}, ${bytes} bytes.`,
        );
        say(`Backed up to ${dir} and checked, head ${seq} ${hash}.`);
      }
      return EXIT.ok;
    } finally {
      progress.stop();
    }
  },
};

/** The backup is done all the same: it is said that no screen will tell of it. */
function sayUnnoted(error: unknown): void {
  note(`The backup is whole, but could not be noted: ${error instanceof Error ? error.message : String(error)}`);
}
