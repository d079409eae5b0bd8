import { rename, rm, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { isDay } from '@westgate/base';
import { reportSchema } from '@westgate/contract';
import { foldersOf } from '../office/folders.ts';
import { type Office, openOffice } from '../office/office.ts';
import { type Command, EXIT, FOLDER_HELP, FOLDER_OPTIONS, type Input, textOption, UsageError } from '../terminal/command.ts';
import { aligned, say, sayJson } from '../terminal/print.ts';

export const report: Command = {
  name: 'report',
  usage:
    'make | list | verify NUMBER | save NUMBER FILE [--title-zh TEXT] [--title-en TEXT] [--as-of DAY] [--lang zh|en] [--layout LAYOUT] [--json]',
  help: `Works on numbered reports. A report holds fast what the district says of a day: no later change touches it, and its number is given once.

make freezes the next report, as one deed. verify computes its hash anew and looks for the deed it rests on; exit code 1 where either differs.
save writes a paper of it: FILE ends in .docx (a document), .xlsx (its figures) or .json (what is frozen: its SHA-256 is the report's hash).`,
  options: {
    ...FOLDER_OPTIONS,
    'title-zh': { type: 'string' },
    'title-en': { type: 'string' },
    'as-of': { type: 'string' },
    who: { type: 'string' },
    reason: { type: 'string' },
    lang: { type: 'string' },
    layout: { type: 'string' },
  },
  optionHelp: {
    'title-zh TEXT': 'make: the title in Chinese (one of the two is needed)',
    'title-en TEXT': 'make: the title in English',
    'as-of DAY': 'make: the day states are computed for (default: today)',
    'who NAME': 'make: who does it (default: westgate)',
    'reason TEXT': 'make: why',
    'lang zh|en': 'save: the language (default: the first of the district)',
    'layout LAYOUT': 'save .docx: plain, or official, after GB/T 9704 (default: plain)',
    ...FOLDER_HELP,
  },
  async run(input) {
    const [verb, ...words] = input.words;
    const act = ACTS.get(verb ?? '');
    if (!act) throw new UsageError(`expected "make", "list", "verify NUMBER" or "save NUMBER FILE"${verb ? `, got "${verb}"` : ''}`);
    if (words.length !== act.words.length)
      throw new UsageError(`${verb}: expected ${act.words.join(' and ') || 'nothing more'}, got "${words.join(' ')}"`);
    const work = act.read(input, words);
    const office = await openOffice(foldersOf(input));
    try {
      return await work(office);
    } finally {
      await office.close();
    }
  },
};

/** What is done once the words are understood. */
type Work = (office: Office) => Promise<number>;

const ACTS: ReadonlyMap<string, { readonly words: readonly string[]; readonly read: (input: Input, words: readonly string[]) => Work }> =
  new Map([
    ['make', { words: [], read: make }],
    ['list', { words: [], read: list }],
    ['verify', { words: ['a number'], read: verify }],
    ['save', { words: ['a number', 'a file'], read: save }],
  ]);

function make(input: Input): Work {
  const title = { zh: textOption(input, 'title-zh') ?? null, en: textOption(input, 'title-en') ?? null };
  if (title.zh === null && title.en === null) throw new UsageError('make: expected --title-zh or --title-en');
  const asOf = textOption(input, 'as-of');
  if (asOf !== undefined && !isDay(asOf)) throw new UsageError(`--as-of expects a day such as 2024-12-31, got "${asOf}"`);
  const body = { title, asOf, who: textOption(input, 'who') ?? 'westgate', reason: textOption(input, 'reason') ?? '' };
  return async (office) => {
    const receipt = reportSchema.reportReceipt.parse(await office.post('/api/v1/reports', body));
    if (input.options.json) sayJson(receipt);
    else say(`Report no. ${receipt.number}, made as deed ${receipt.seq}. SHA-256 ${receipt.hash}`);
    return EXIT.ok;
  };
}

function list(input: Input): Work {
  return async (office) => {
    const { items } = reportSchema.reports.parse(await office.get('/api/v1/reports'));
    if (input.options.json) sayJson({ items });
    else if (items.length === 0) say('No report yet. Make one: westgate report make --title-en TEXT');
    else
      say(
        aligned(
          items.map(({ number, asOf, madeOn, title }) => [
            String(number),
            `as of ${asOf}`,
            `made on ${madeOn}`,
            title.en ?? title.zh ?? '',
          ]),
        ),
      );
    return EXIT.ok;
  };
}

function verify(input: Input, [word = '']: readonly string[]): Work {
  const number = numberOf(word);
  return async (office) => {
    const check = reportSchema.reportCheck.parse(await office.get(`/api/v1/reports/${number}/check`));
    if (input.options.json) sayJson(check);
    else {
      const isSame = check.hash === check.computed;
      say(
        aligned([
          [isSame ? 'ok' : 'FAILED', 'hash', isSame ? check.hash : `kept ${check.hash}, computed ${check.computed}`],
          [check.head === 'differs' ? 'FAILED' : 'ok', 'head', HEADS[check.head]],
        ]),
      );
      say(`Report no. ${number}: ${check.ok ? 'as it was made' : 'NOT as it was made'}`);
    }
    return check.ok ? EXIT.ok : EXIT.failed;
  };
}

const HEADS = {
  matches: 'the deed it rests on stands in this journal',
  differs: 'the deed it rests on does not stand in this journal',
  elsewhere: 'it came by an import; the journal it was made in can tell',
} as const;

function save(input: Input, [word = '', file = '']: readonly string[]): Work {
  const number = numberOf(word);
  const path = `/api/v1/reports/${number}/${paperOf(input, file)}`;
  return async (office) => {
    const bytes = await office.getFile(path);
    const beside = `${file}.${process.pid}.new`;
    try {
      await writeFile(beside, bytes);
      await rename(beside, file);
    } finally {
      await rm(beside, { force: true });
    }
    if (input.options.json) sayJson({ number, file, bytes: bytes.length });
    else say(`Report no. ${number} saved as ${file}, ${bytes.length} bytes.`);
    return EXIT.ok;
  };
}

/** The address of the paper that a file's name asks for, below that of its report. */
function paperOf(input: Input, file: string): string {
  const query = new URLSearchParams();
  const [lang, layout] = [textOption(input, 'lang'), textOption(input, 'layout')];
  if (lang !== undefined && lang !== 'zh' && lang !== 'en') throw new UsageError(`--lang expects zh or en, got "${lang}"`);
  if (layout !== undefined && layout !== 'official' && layout !== 'plain')
    throw new UsageError(`--layout expects official or plain, got "${layout}"`);
  if (lang) query.set('lang', lang);
  switch (extname(file)) {
    case '.docx':
      if (layout) query.set('layout', layout);
      return `report.docx?${query}`;
    case '.xlsx':
      return `figures.xlsx?${query}`;
    case '.json':
      return 'frozen.json';
    default:
      throw new UsageError(`expected a file that ends in .docx, .xlsx or .json, got "${file}"`);
  }
}

function numberOf(word: string): number {
  if (!/^[1-9]\d{0,8}$/.test(word)) throw new UsageError(`expected the number of a report, got "${word}"`);
  return Number(word);
}
