import { peopleSchema } from '@westgate/contract';
import { foldersOf } from '../office/folders.ts';
import { type Office, openOffice } from '../office/office.ts';
import { type Command, EXIT, FOLDER_HELP, FOLDER_OPTIONS, type Input, textOption, UsageError } from '../terminal/command.ts';
import { aligned, note, say, sayJson } from '../terminal/print.ts';

export const people: Command = {
  name: 'people',
  usage:
    'list | first | invite --name NAME --sign-in WORD --roles ROLE,… [--department ID] [--mail ADDRESS] | link ID [--json] [--data DIR]',
  help: `list: everyone who has an account. first: the one-time link of the first account; from then on everyone signs in. invite: gives
a person an account, by a one-time link. link: a new one-time link for an account whose password is lost, also that of the last who manages people.
It is done by the server that runs, else on the folder. A link works once, within three days: give it to that person alone. It is for the
address at which Westgate is served. Who can read the data folder can do this, as they can read everything else.`,
  options: {
    data: FOLDER_OPTIONS.data,
    name: { type: 'string' },
    'sign-in': { type: 'string' },
    roles: { type: 'string' },
    department: { type: 'string' },
    mail: { type: 'string' },
    reason: { type: 'string' },
  },
  optionHelp: {
    'name NAME': 'invite: the name shown beside deeds; the person can set it right',
    'sign-in WORD': 'invite: what the person signs in with, a mail address or a word',
    'roles ROLE,…': 'invite: roles of docs/rights.md, such as system-administrator',
    'department ID': 'invite: the department of the person',
    'mail ADDRESS': 'invite: where the person is told by mail',
    'reason TEXT': 'invite: why, as it stands in the history',
    'data DIR': FOLDER_HELP['data DIR'],
  },
  async run(input) {
    const [verb, id, ...more] = input.words;
    if (more.length === 0 && verb === 'list' && id === undefined) return list(input);
    if (more.length === 0 && verb === 'first' && id === undefined) return link(input, '/api/v1/people/first');
    if (more.length === 0 && verb === 'link' && id !== undefined) return link(input, `/api/v1/people/${encodeURIComponent(id)}/link`);
    if (more.length === 0 && verb === 'invite' && id === undefined) return link(input, '/api/v1/people', invitationOf(input));
    throw new UsageError(`expected "list", "first", "invite" or "link ID", got "${input.words.join(' ')}"`);
  },
};

async function list(input: Input): Promise<number> {
  const { items } = peopleSchema.people.parse(await inOffice(input, (office) => office.get('/api/v1/people')));
  if (input.options.json === true) sayJson(items);
  else if (items.length === 0) say('Nobody has an account: whoever reaches Westgate may do everything.');
  else
    say(
      aligned(
        items.map(({ id, name, signIn, state, roles, department }) => [
          id,
          name ?? 'erased person',
          signIn ?? '',
          state,
          roles.join(', '),
          department ?? '',
        ]),
      ),
    );
  return EXIT.ok;
}

async function link(input: Input, path: string, body: object = {}): Promise<number> {
  const { address, answer } = await inOffice(input, async (office) => ({ address: office.address, answer: await office.post(path, body) }));
  const made = peopleSchema.newLink.parse(answer);
  if (input.options.json === true) sayJson(made);
  else {
    const at = made.origin ?? address;
    say(`${at ?? ''}${made.link}`);
    if (at === null) note('Put it behind the address at which Westgate is served, such as http://127.0.0.1:4310.');
    note('It works once, within three days.');
  }
  return EXIT.ok;
}

/** Who is to have an account, as the options say. Whoever can read the data folder gives it: the deed is the program's. */
function invitationOf(input: Input): object {
  const needed = (option: string): string => {
    const text = textOption(input, option);
    if (text === undefined) throw new UsageError(`invite expects --${option}`);
    return text;
  };
  return {
    who: 'westgate',
    reason: textOption(input, 'reason') ?? '',
    name: needed('name'),
    signIn: needed('sign-in'),
    roles: needed('roles')
      .split(',')
      .map((role) => role.trim()),
    department: textOption(input, 'department') ?? null,
    mail: textOption(input, 'mail') ?? null,
  };
}

async function inOffice<T>(input: Input, work: (office: Office) => Promise<T>): Promise<T> {
  const office = await openOffice({ ...foldersOf(input), districtFolder: undefined });
  try {
    return await work(office);
  } finally {
    await office.close();
  }
}
