import { type JournalReport, journalSchema } from '@westgate/contract';
import { type FolderFinding, findingInWords, isAllProven, lookAtFolder, mendFolder, readLock } from '@westgate/desk';
import { foldersOf } from '../office/folders.ts';
import { openOffice } from '../office/office.ts';
import { type Command, EXIT, type Input, noWords, textOption, UsageError } from '../terminal/command.ts';
import { note, say, sayJson } from '../terminal/print.ts';
import { progressOf } from '../terminal/progress.ts';

const WAYS = ['rewrite', 'give-up', 'give-up-names'] as const;
type Way = (typeof WAYS)[number];

/** What is known of a folder's journal, whoever has it open. */
interface Known {
  readonly finding: { readonly words: string; readonly isAllProven: boolean; readonly parts: object } | null;
  readonly namesLost: number;
  readonly mended: JournalReport['mended'] | FolderFinding['mended'];
}

export const mend: Command = {
  name: 'mend',
  usage: '[--dry-run] [--choose rewrite|give-up|give-up-names] [--reason TEXT] [--who NAME] [--json] [--data DIR]',
  help: `Says which acknowledged deeds the journal of a data folder lacks or holds damaged, by number, and what proves them. Nothing is changed
without --choose:
  rewrite        writes the missing or damaged lines again; each proves itself by its hash, none is lost
  give-up        does the same as far as there is proof, and goes on without the deeds that nothing holds
  give-up-names  where keys/ is gone: goes on without the names of the persons who did the deeds
To restore a backup instead: westgate restore BACKUP --data NEW-FOLDER. The choice is a deed in the journal, with its reason. What stood in
the journal is set aside beside it, never destroyed. Exit code 1 while something waits for a choice.`,
  options: {
    data: { type: 'string' },
    'dry-run': { type: 'boolean' },
    choose: { type: 'string' },
    reason: { type: 'string' },
    who: { type: 'string' },
  },
  optionHelp: {
    'dry-run': 'only say what is found and what may be chosen (the default)',
    'choose WAY': 'rewrite, give-up or give-up-names',
    'reason TEXT': 'why, as it stands in the journal for good',
    'who NAME': 'who chooses (default: westgate, who runs it on this machine)',
    'data DIR': 'data folder (default: .westgate)',
  },
  async run(input) {
    noWords(input);
    const way = wayOf(input);
    const { dataDir, databaseUrl } = foldersOf(input);
    if (databaseUrl !== undefined) throw new UsageError('expected a data folder (--data): a database on a server has no journal of files');
    const isServed = readLock(dataDir)?.address != null;
    const progress = progressOf(2, input.options.json === true);
    try {
      progress.step('reading what there is of the deeds');
      const known = isServed ? await knownToOffice(input) : await knownInFolder(dataDir);
      if (way === null || input.options['dry-run'] === true) {
        progress.stop();
        return tell(known, input.options.json === true);
      }
      progress.step('writing the journal');
      const done = isServed ? await chooseInOffice(input, way) : await chooseInFolder(input, dataDir, way);
      progress.stop();
      if (input.options.json === true) sayJson(done);
      else say(`Done, and recorded as deed ${done.mended.seq}.${done.mustRestart ? ' Restart Westgate now.' : ''}`);
      return EXIT.ok;
    } finally {
      progress.stop();
    }
  },
};

function tell({ finding, namesLost, mended }: Known, asJson: boolean): number {
  const choices = finding ? [finding.isAllProven ? 'rewrite' : 'give-up'] : namesLost > 0 ? ['give-up-names'] : [];
  if (asJson) sayJson({ finding: finding?.parts ?? null, namesLost, choices, mended });
  else if (finding) {
    say(finding.words);
    say(`Choose: westgate mend --choose ${choices[0]} --reason TEXT, or restore a backup: westgate restore BACKUP --data NEW-FOLDER.`);
  } else if (namesLost > 0) {
    say(`The keys of ${namesLost === 1 ? 'the person' : `${namesLost} persons`} whom the deeds name are missing.`);
    say('Put keys/ back from a backup, or choose: westgate mend --choose give-up-names --reason TEXT.');
  } else say('The journal holds every deed that anything in the folder tells of: there is nothing to mend.');
  if (!asJson) for (const { seq, at, way, reason } of mended) note(`Deed ${seq} (${at.slice(0, 10)}): ${way}, ${reason}`);
  return choices.length > 0 ? EXIT.failed : EXIT.ok;
}

async function knownInFolder(dataDir: string): Promise<Known> {
  const { finding, namesLost, mended } = await lookAtFolder(dataDir);
  const found = finding && { words: findingInWords(finding), isAllProven: isAllProven(finding), parts: finding };
  return { finding: found, namesLost, mended };
}

async function knownToOffice(input: Input): Promise<Known> {
  const office = await openOffice(foldersOf(input));
  try {
    const { finding, mended } = journalSchema.journal.parse(await office.get('/api/v1/journal'));
    const found = finding && { words: findingInWords(finding), isAllProven: finding.choices.includes('rewrite'), parts: finding };
    return { finding: found, namesLost: 0, mended };
  } finally {
    await office.close();
  }
}

async function chooseInFolder(input: Input, dataDir: string, way: Way): Promise<Chosen> {
  const who = textOption(input, 'who') ?? 'westgate';
  const { mended } = await mendFolder(dataDir, { way, who, reason: textOption(input, 'reason') ?? '' });
  return { mended, mustRestart: false };
}

/** What came of a choice. */
interface Chosen {
  readonly mended: { readonly seq: number };
  readonly mustRestart: boolean;
}

async function chooseInOffice(input: Input, way: Way): Promise<Chosen> {
  const office = await openOffice(foldersOf(input));
  try {
    const body = { who: textOption(input, 'who') ?? 'westgate', reason: textOption(input, 'reason') ?? '', way };
    return journalSchema.mendAnswer.parse(await office.post('/api/v1/journal/mend', body));
  } finally {
    await office.close();
  }
}

function wayOf(input: Input): Way | null {
  const given = textOption(input, 'choose');
  if (given === undefined) return null;
  const way = WAYS.find((each) => each === given);
  if (!way) throw new UsageError(`expected --choose ${WAYS.join('|')}, got "${given}"`);
  if ((textOption(input, 'reason') ?? '').trim() === '') throw new UsageError('expected --reason: it stands in the journal for good');
  return way;
}
