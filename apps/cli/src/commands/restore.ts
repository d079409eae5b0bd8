import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InstantString } from '@westgate/base';
import { noteUpkeep, type RestoreReport, restoreFolder, restoreServer } from '@westgate/desk';
import { foldersOf, placeName } from '../office/folders.ts';
import { requireThere } from '../office/require-there.ts';
import { type Command, EXIT, type Input, textOption, UsageError } from '../terminal/command.ts';
import { counted, note, say, sayJson } from '../terminal/print.ts';
import { progressOf } from '../terminal/progress.ts';

const STAGES = {
  checking: 'checking the backup',
  copying: 'copying',
  rebuilding: 'making the database',
  comparing: 'comparing it with the backup',
};

export const restore: Command = {
  name: 'restore',
  usage: 'DIR [DATABASE_URL] [--drill] [--json] [--data DIR]',
  help: `Makes a data folder from the backup in DIR, or fills the empty PostgreSQL database that DATABASE_URL names (the word, else the
environment). Nothing is restored over data. The backup is checked before anything is written, the result after: rows, checksums and the
hash of the last deed must be those of the backup. --drill: the same into a folder that is removed again, to see that the backup can be had back,
and in what time; that is noted in the data folder (or the database), whose screens tell how long ago it was.`,
  options: { data: { type: 'string' }, drill: { type: 'boolean' } },
  optionHelp: {
    drill: 'restore into a temporary folder, measure, note and remove it',
    'data DIR': 'data folder to make; must be empty or missing (default: .westgate)',
  },
  async run(input) {
    const [dir, ...more] = input.words;
    if (dir === undefined) throw new UsageError('expected the folder of a backup');
    if (more.length > 1) throw new UsageError(`expected a backup and at most one DATABASE_URL, got also "${more.slice(1).join(' ')}"`);
    const asJson = input.options.json === true;
    const target = targetOf(input, more[0]);
    if (input.options.drill === true) return drill(dir, target, asJson);
    const progress = progressOf(Object.keys(STAGES).length, asJson);
    const tell = (stage: keyof typeof STAGES): void => progress.step(STAGES[stage]);
    try {
      const { dataDir, databaseUrl } = target;
      const report: RestoreReport =
        databaseUrl === undefined ? await restoreFolder(dir, dataDir, tell) : await restoreServer(dir, databaseUrl, tell);
      progress.stop();
      const { head, tables, persons, finding } = report;
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      if (asJson) sayJson({ backup: dir, to: placeName(target), head, rows, tables, persons, finding });
      else {
        say(`${counted(head.seq, 'deed')}, ${counted(rows, 'row')} in ${counted(tables.length, 'table')}, ${counted(persons, 'person')}.`);
        if (finding !== null) note(finding);
        say(`Restored to ${placeName(target)} and compared with the backup, head ${head.seq} ${head.hash}.`);
      }
      return EXIT.ok;
    } finally {
      progress.stop();
    }
  },
};

/** Restores a backup into a folder of its own and removes that again. What the target holds is not touched: it is told how it went. */
async function drill(dir: string, target: ReturnType<typeof foldersOf>, asJson: boolean): Promise<number> {
  requireThere(target);
  const { dataDir, databaseUrl } = target;
  const folder = mkdtempSync(join(tmpdir(), 'westgate-drill-'));
  const progress = progressOf(Object.keys(STAGES).length, asJson);
  const began = performance.now();
  try {
    const { head } = await restoreFolder(dir, join(folder, 'data'), (stage) => progress.step(STAGES[stage]));
    const ms = Math.round(performance.now() - began);
    progress.stop();
    const at = new Date().toISOString() as InstantString;
    await noteUpkeep(databaseUrl === undefined ? { dataDir } : { url: databaseUrl }, 'drill', { at, seq: head.seq, ms });
    if (asJson) sayJson({ backup: dir, head, ms });
    else
      say(
        `The backup can be restored: ${counted(head.seq, 'deed')}, head ${head.hash}, in ${(ms / 1000).toFixed(1)} s. Nothing was left behind.`,
      );
    return EXIT.ok;
  } finally {
    progress.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where to restore to: the database named on the command line, else the folder of `--data`, else what every other command works on. */
function targetOf(input: Input, url: string | undefined): ReturnType<typeof foldersOf> {
  const folders = foldersOf(input);
  if (url === undefined) return folders;
  if (textOption(input, 'data') !== undefined) throw new UsageError('expected a DATABASE_URL or --data, not both');
  return { ...folders, databaseUrl: url };
}
