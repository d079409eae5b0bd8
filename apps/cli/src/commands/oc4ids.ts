import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { WestgateError } from '@westgate/base';
import { type Oc4idsImportReport, oc4idsSchema } from '@westgate/contract';
import { foldersOf } from '../office/folders.ts';
import { type Office, openOffice } from '../office/office.ts';
import { type Command, EXIT, FOLDER_HELP, FOLDER_OPTIONS, type Input, textOption, UsageError } from '../terminal/command.ts';
import { aligned, counted, note, say, sayJson } from '../terminal/print.ts';

/** Bytes of a document that is sent at all; the limit of the API is told by the API. */
const MOST_BYTES = 20_000_000;
const FAULTY = ['refuse', 'leave-out', 'keep'] as const;

export const oc4ids: Command = {
  name: 'oc4ids',
  usage:
    'export FILE | read FILE | import FILE [--faulty WHAT] [--dry-run] [--lang LANG] [--received PROJECT] [--public] [--json] [--data DIR]',
  help: `Works on documents of OC4IDS 0.9.5, the open standard for data on infrastructure projects.

export FILE writes every project as a package without errors. With --public only what is public; with --received the document that a project came
in, its faulty parts and all.

read FILE checks a document and tells what it would become; nothing is stored. The exit code is 1 where it has errors.

import FILE takes its projects in as one deed that can be taken back. What no record holds is kept as it came, and given back. Where the document
has errors nothing is stored, unless --faulty says leave-out (the projects that have them) or keep (these too, their faulty parts unused).`,
  options: {
    ...FOLDER_OPTIONS,
    faulty: { type: 'string' },
    'dry-run': { type: 'boolean' },
    public: { type: 'boolean' },
    received: { type: 'string' },
    who: { type: 'string' },
    reason: { type: 'string' },
    lang: { type: 'string' },
  },
  optionHelp: {
    'faulty WHAT': 'read, import: what becomes of projects with errors: refuse, leave-out or keep (default: refuse)',
    'dry-run': 'import: tell what would happen and store nothing',
    public: 'export: only what is public',
    'received PROJECT': 'export: the document that this project came in',
    'who NAME': 'import: who does it (default: westgate)',
    'reason TEXT': 'import: why',
    'lang LANG': 'export: zh or en (default: the first language of the district)',
    ...FOLDER_HELP,
  },
  async run(input) {
    const [verb, file, ...more] = input.words;
    if (verb !== 'export' && verb !== 'read' && verb !== 'import')
      throw new UsageError(`expected "export FILE", "read FILE" or "import FILE"${verb ? `, got "${verb}"` : ''}`);
    if (file === undefined || more.length > 0)
      throw new UsageError(`expected one file, got ${file === undefined ? 'none' : input.words.length - 1}`);
    const lang = textOption(input, 'lang');
    if (lang !== undefined && lang !== 'zh' && lang !== 'en') throw new UsageError(`--lang: expected zh or en, got "${lang}"`);
    const faulty = textOption(input, 'faulty') ?? 'refuse';
    if (!FAULTY.some((each) => each === faulty)) throw new UsageError(`--faulty: expected ${FAULTY.join(', ')}, got "${faulty}"`);
    const body = verb === 'export' ? null : await bodyOf(file, input, { faulty, isLook: verb === 'read' });
    const office = await openOffice(foldersOf(input));
    try {
      return body === null ? await writeFileOf(office, file, lang, input) : await take(office, body, input);
    } finally {
      await office.close();
    }
  },
};

async function writeFileOf(office: Office, file: string, lang: string | undefined, input: Input): Promise<number> {
  const received = textOption(input, 'received');
  if (received !== undefined && input.options.public) throw new UsageError('expected --received or --public, got both');
  const query = new URLSearchParams({ ...(lang === undefined ? {} : { lang }), ...(received === undefined ? {} : { received }) });
  const asked = query.size === 0 ? '' : `?${query}`;
  const bytes = await office.getFile(`/api/v1/${input.options.public ? 'oc4ids' : 'exports/oc4ids.json'}${asked}`);
  const draft = `${file}.${process.pid}.part`;
  await writeFile(draft, bytes);
  await rename(draft, file);
  if (input.options.json) sayJson({ file, bytes: bytes.length });
  else say(`The projects were written to ${file}.`);
  return EXIT.ok;
}

async function bodyOf(
  file: string,
  input: Input,
  { faulty, isLook }: { readonly faulty: string; readonly isLook: boolean },
): Promise<object> {
  const { size } = await stat(file);
  if (size > MOST_BYTES)
    throw new WestgateError(
      'WG_INPUT_INVALID',
      `${basename(file)}: expected at most ${MOST_BYTES / 1e6} MB, found ${(size / 1e6).toFixed(1)} MB`,
      { file },
    );
  return {
    fileName: basename(file),
    text: await readFile(file, 'utf8'),
    faulty,
    dryRun: isLook || input.options['dry-run'] === true,
    who: textOption(input, 'who') ?? 'westgate',
    reason: textOption(input, 'reason') ?? `OC4IDS import ${file}`.slice(0, 500),
  };
}

async function take(office: Office, body: object, input: Input): Promise<number> {
  try {
    const report = oc4idsSchema.importReport.parse(await office.post('/api/v1/oc4ids/import', body));
    if (input.options.json) sayJson(report);
    else say(inWords(report));
    return report.dryRun && report.errors > 0 ? EXIT.failed : EXIT.ok;
  } catch (error) {
    if (!input.options.json) noteFaults(error);
    throw error;
  }
}

function inWords(report: Oc4idsImportReport): string {
  const { projects, projectCount, faults, errors, remarks, changeCount, tables, stored, seq, dryRun } = report;
  const lines = projects.map(({ state, id, project, title, unused }) => [
    state,
    project ?? '',
    id ?? '',
    title ?? '',
    unused.length === 0 ? '' : `kept, not used: ${unused.join(', ')}`,
  ]);
  const counts = tables.map(({ table, created, changed, deleted }) => `${table} ${created} new, ${changed} changed, ${deleted} deleted`);
  const end = stored ? `Stored as deed ${seq}.` : dryRun ? 'Dry run: nothing was stored.' : 'Nothing was stored.';
  return [
    aligned(lines),
    ...(projectCount > projects.length ? [`… ${counted(projectCount - projects.length, 'project')} more`] : []),
    '',
    ...faults.map(faultInWords),
    `${counted(errors, 'error')}, ${counted(remarks, 'remark')}.`,
    changeCount === 0 ? 'No difference.' : `${counted(changeCount, 'record')}: ${counts.join('; ')}.`,
    end,
  ].join('\n');
}

function faultInWords({ weight, pointer, expected, found }: Oc4idsImportReport['faults'][number]): string {
  return `${weight}  ${pointer === '' ? '(document)' : pointer}: expected ${expected.en}, found ${found.en}`;
}

/** The faults that stand in the way, one a line. */
function noteFaults(error: unknown): void {
  if (!(error instanceof WestgateError) || error.code !== 'WG_INPUT_INVALID') return;
  const { data } = oc4idsSchema.oc4idsFault.array().safeParse(error.details.faults);
  for (const fault of data ?? []) note(faultInWords(fault));
}
