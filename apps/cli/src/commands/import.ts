import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { districtSchema, type ImportReport } from '@westgate/contract';
import { readFolder } from '@westgate/desk';
import { isEvidencePath } from '@westgate/domain';
import { foldersOf } from '../office/folders.ts';
import { type Office, openOffice } from '../office/office.ts';
import { type Command, EXIT, FOLDER_HELP, FOLDER_OPTIONS, onlyWord, textOption } from '../terminal/command.ts';
import { faultLines, faultsOf } from '../terminal/faults.ts';
import { aligned, counted, say, sayJson } from '../terminal/print.ts';
import { progressOf } from '../terminal/progress.ts';

type Change = ImportReport['changes'][number];

const CHANGES_SHOWN = 40;
/** Characters of a value that are shown; `--json` tells it whole. */
const VALUE_LENGTH = 60;
/** The fields that tell a person which record it is. */
const NAMING = /^(name|title|text|clause|phrase)(_zh|_en)?$/;

export const importCommand: Command = {
  name: 'import',
  usage: 'FOLDER [--dry-run] [--json] [--data DIR] [--district FOLDER]',
  help: `Compares FOLDER with what is stored and stores the difference as one deed. Nothing is stored when FOLDER has a fault:
all faults are listed, each with file, row and field, and the exit code is 1. Importing the same folder twice changes nothing.`,
  options: { ...FOLDER_OPTIONS, 'dry-run': { type: 'boolean' } },
  optionHelp: {
    'dry-run': 'show what would change and store nothing',
    ...FOLDER_HELP,
    'district FOLDER': 'district folder loaded first when the data folder is empty (default: none)',
  },
  async run(input) {
    const folder = onlyWord(input, 'the district folder to import');
    const asJson = input.options.json === true;
    const dryRun = input.options['dry-run'] === true;
    const progress = progressOf(3, asJson);
    let office: Office | null = null;
    try {
      progress.step(`reading ${folder}`);
      const form = await folderForm(folder, { dryRun });
      progress.step('opening the data folder');
      const folders = foldersOf(input);
      // An empty data folder takes FOLDER itself as its first state, unless another district is named.
      office = await openOffice(
        textOption(input, 'district') === undefined ? { ...folders, districtFolder: undefined, isMeantToBeThere: false } : folders,
      );
      progress.step(dryRun ? 'comparing' : 'storing');
      const report = districtSchema.importReport.parse(await office.postForm('/api/v1/district/import', form));
      progress.stop();
      if (asJson) sayJson(report);
      else say(inWords(report));
      return EXIT.ok;
    } catch (error) {
      progress.stop();
      const faults = faultsOf(error);
      if (faults === null) throw error;
      if (asJson) sayJson({ stored: false, dryRun, faults });
      else say(`${faultLines(faults)}\n\n${counted(faults.length, 'fault')} in ${folder}; nothing was stored.`);
      return EXIT.failed;
    } finally {
      progress.stop();
      await office?.close();
    }
  },
};

function inWords(report: ImportReport): string {
  if (report.changeCount === 0) return 'No difference: the data folder already holds this state.';
  const tables = report.tables.map(({ table, created, changed, deleted }) => [
    table,
    `${created} new`,
    `${changed} changed`,
    `${deleted} deleted`,
  ]);
  const changes = report.changes.slice(0, CHANGES_SHOWN).map((change) => `  ${changeInWords(change)}`);
  const more = report.changeCount - changes.length;
  const lines = [aligned(tables), '', ...changes, ...(more > 0 ? [`  … and ${more} more`] : []), ''];
  return `${lines.join('\n')}\n${report.stored ? `Stored as deed ${report.seq}.` : 'Dry run: nothing was stored.'}`;
}

/** A record that comes or goes by its name, a changed one field by field. */
function changeInWords({ kind, table, key, fields }: Change): string {
  const details =
    kind === 'changed'
      ? fields.map(({ field, before, after }) => `${field} ${valueInWords(before)} → ${valueInWords(after)}`).join(', ')
      : fields
          .filter(({ field }) => NAMING.test(field))
          .map(({ before, after }) => valueInWords(after ?? before))
          .join(' ');
  return `${kind} ${table} ${key}${details === '' ? '' : `: ${details}`}`;
}

function valueInWords(value: unknown): string {
  if (value === null) return 'empty';
  const text = JSON.stringify(value);
  return text.length <= VALUE_LENGTH ? text : `${text.slice(0, VALUE_LENGTH - 1)}…`;
}

/**
 * A district folder as a form: a part for each file, its path as the name; evidence files that lie in it as their bytes. Throws `WG_FOLDER_INVALID`
 * where there is no folder to read.
 */
async function folderForm(folder: string, fields: Readonly<Record<string, boolean>>): Promise<FormData> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
  for (const [path, text] of await readFolder(folder)) {
    form.append('file', new Blob([isEvidencePath(path) ? await readFile(join(folder, path)) : text]), path);
  }
  return form;
}
