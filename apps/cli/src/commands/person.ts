import { createInterface } from 'node:readline/promises';
import { WestgateError } from '@westgate/base';
import { type Erasure, type Person, personSchema } from '@westgate/contract';
import { erasePersonsInBackup, personsInBackup } from '@westgate/desk';
import { foldersOf } from '../office/folders.ts';
import { type Office, openOffice } from '../office/office.ts';
import { type Command, EXIT, FOLDER_HELP, FOLDER_OPTIONS, type Input, textOption, textOptions, UsageError } from '../terminal/command.ts';
import { aligned, counted, note, say, sayJson } from '../terminal/print.ts';

/** What was erased, and what could not be. */
interface Erased {
  readonly ids: readonly string[];
  readonly deeds: number;
  /** Deeds of Westgate 0.1 that keep the name. */
  readonly plainDeeds: number;
  readonly backups: readonly { readonly folder: string; readonly erased: number }[];
}

export const person: Command = {
  name: 'person',
  usage: 'list | erase ID|NAME [--backup DIR]… [--reason TEXT] [--yes] [--json] [--data DIR]',
  help: `list: everyone who did deeds. erase: destroys the key under which a person's name is sealed, in the data folder and in the
backups named. The deeds stay and the chain of hashes still holds; the history shows "erased person". This is final. A backup that is not
named keeps its key: name every one. Deeds of Westgate 0.1 hold names in plain; these cannot be erased, and are counted.`,
  options: {
    data: FOLDER_OPTIONS.data,
    backup: { type: 'string', multiple: true },
    reason: { type: 'string' },
    yes: { type: 'boolean' },
  },
  optionHelp: {
    'backup DIR': 'backup in which the key is destroyed as well; may be given several times',
    'reason TEXT': 'why, as it is kept in the history; it must not name the person',
    yes: 'do not ask before erasing',
    'data DIR': FOLDER_HELP['data DIR'],
  },
  async run(input) {
    const [verb, who, ...more] = input.words;
    if (verb === 'list' && who === undefined) return list(input);
    if (verb === 'erase' && who !== undefined && more.length === 0) return erase(input, who);
    throw new UsageError(`expected "list" or "erase ID|NAME", got "${input.words.join(' ')}"`);
  },
};

async function list(input: Input): Promise<number> {
  const persons = await inOffice(input, personsOf);
  if (input.options.json === true) sayJson(persons);
  else if (persons.length === 0) say('Nobody did a deed yet.');
  else
    say(
      aligned(
        persons.map(({ id, name, deeds, first, last }) => [
          id ?? 'in plain',
          name ?? 'erased person',
          counted(deeds, 'deed'),
          spanOf(first, last),
        ]),
      ),
    );
  return EXIT.ok;
}

async function erase(input: Input, who: string): Promise<number> {
  const backups = textOptions(input, 'backup');
  if (input.options.yes !== true && !(await isConfirmed(who))) return EXIT.failed;
  const erased = await inOffice(input, (office) => eraseEverywhere(office, who, textOption(input, 'reason') ?? '', backups));
  if (input.options.json === true) sayJson(erased);
  else sayErased(erased);
  return EXIT.ok;
}

async function eraseEverywhere(office: Office, who: string, reason: string, backups: readonly string[]): Promise<Erased> {
  const persons = await personsOf(office);
  const known = persons.flatMap(({ id, name }) => (id !== null && (id === who || name === who) ? [id] : []));
  const ids = [...new Set([...known, ...backups.flatMap((dir) => personsInBackup(dir, who))])];
  const plain = persons.find(({ id, name }) => id === null && name === who);
  if (ids.length === 0) throw unknownError(who, plain?.deeds ?? 0);
  const done: Erasure[] = [];
  for (const id of known) done.push(personSchema.erasure.parse(await office.post(`/api/v1/persons/${id}/erase`, { reason })));
  return {
    ids,
    deeds: done.reduce((sum, { deeds }) => sum + deeds, 0),
    plainDeeds: Math.max(plain?.deeds ?? 0, ...done.map(({ plainDeeds }) => plainDeeds)),
    backups: backups.map((folder) => ({ folder, erased: erasePersonsInBackup(folder, ids).length })),
  };
}

function unknownError(who: string, plainDeeds: number): WestgateError {
  const plain =
    plainDeeds === 0
      ? ''
      : `; ${counted(plainDeeds, 'deed')} of Westgate 0.1 hold this name in plain, which cannot be erased without breaking the chain of hashes`;
  return new WestgateError('WG_NOT_FOUND', `expected the id or name of a person who did a deed, found "${who}"${plain}`, {
    who,
    plainDeeds,
  });
}

function sayErased({ ids, deeds, plainDeeds, backups }: Erased): void {
  say(`Erased ${ids.join(', ')}: ${counted(deeds, 'deed')} now ${deeds === 1 ? 'shows' : 'show'} an erased person.`);
  for (const { folder, erased } of backups) say(`${folder}: ${erased === 0 ? 'held no key' : `${counted(erased, 'key')} destroyed`}.`);
  say('Backups not named here, browsers and printed reports may still hold the name.');
  if (plainDeeds === 0) return;
  note(
    `${counted(plainDeeds, 'deed')} of Westgate 0.1 still hold the name in plain: they cannot be rewritten without breaking the chain of hashes.`,
  );
}

/** Asks on the terminal for the same words again; without one, `--yes` must say it. */
async function isConfirmed(who: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new UsageError('erasing is final: say so with --yes');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`Erasing is final. Type ${who} to go on: `);
  terminal.close();
  if (answer.trim() === who) return true;
  note('Nothing was erased.');
  return false;
}

async function inOffice<T>(input: Input, work: (office: Office) => Promise<T>): Promise<T> {
  const office = await openOffice({ ...foldersOf(input), districtFolder: undefined });
  try {
    return await work(office);
  } finally {
    await office.close();
  }
}

async function personsOf(office: Office): Promise<readonly Person[]> {
  return personSchema.persons.parse(await office.get('/api/v1/persons')).items;
}

function spanOf(first: string | null, last: string | null): string {
  if (first === null || last === null) return '';
  const [from, to] = [first.slice(0, 10), last.slice(0, 10)];
  return from === to ? from : `${from} to ${to}`;
}
