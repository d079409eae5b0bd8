import { resolve } from 'node:path';
import { WestgateError } from '@westgate/base';
import { type Desk, openDesk } from '@westgate/desk';
import {
  guardProcess,
  limitsOf,
  notifierSettings,
  type RunningServer,
  type ServerOptions,
  type SiteFolder,
  startServer,
  upkeepDaysOf,
} from '@westgate/server';
import { type Folders, foldersOf, placeName, WEB_FOLDER } from '../office/folders.ts';
import { isLoopback } from '../office/loopback.ts';
import { newOperatorKey } from '../office/office.ts';
import { PERIODS } from '../office/periods.ts';
import { DIRECTORY_HELP, DIRECTORY_OPTIONS, directoryOf } from '../serving/directory.ts';
import { logWriter } from '../serving/log-writer.ts';
import { letGoSooner } from '../serving/memory.ts';
import { personasOf } from '../serving/personas.ts';
import { NO_SUPERVISOR, supervisedBy } from '../serving/supervised.ts';
import { type Command, EXIT, FOLDER_HELP, FOLDER_OPTIONS, type Input, noWords, textOption, UsageError } from '../terminal/command.ts';
import { note, say } from '../terminal/print.ts';
import { progressOf } from '../terminal/progress.ts';
import { urlOf } from './publish.ts';

const DEFAULT_PORT = 4310;
const PORTS_TRIED = 50;
const LAST_PORT = 65_535;
const HOST = '127.0.0.1';

export const serve: Command = {
  name: 'serve',
  usage:
    '[--port 4310] [--data DIR] [--district FOLDER | --empty] [--no-screens] [--origin URL] [--production] [--log FILE] [--site DIR [--site-url URL]] [--directory URL --directory-client ID] [--no-supervisor]',
  help: `Prints "Westgate ready at http://127.0.0.1:PORT" when it is ready, and runs until Ctrl+C.
It listens on the loopback address only. When the port is taken it takes the next free one and says so. It serves in a process of its own, which is started again when it ends unasked. While nobody has an account, whoever reaches the port may do everything;
"westgate people first" begins an office with accounts. --origin needs accounts: until the first is taken up nothing is told there but the page that
makes it, whose address is written at the start and is new at each start.
Reminders are laid down as mails in the folder mail of the data; WESTGATE_SMTP_URL, WESTGATE_MAIL_FROM and WESTGATE_QUIET_HOURS in the environment
have a mail server send them (docs/how-to/send-notices.md).`,
  options: {
    ...FOLDER_OPTIONS,
    empty: { type: 'boolean' },
    port: { type: 'string' },
    'no-screens': { type: 'boolean' },
    origin: { type: 'string' },
    production: { type: 'boolean' },
    log: { type: 'string' },
    site: { type: 'string' },
    'site-url': { type: 'string' },
    [NO_SUPERVISOR]: { type: 'boolean' },
    ...DIRECTORY_OPTIONS,
  },
  optionHelp: {
    'port PORT': 'port to listen on (default: 4310; 0 = any free one)',
    'no-screens': 'serve the API alone, without building the screens',
    'origin URL':
      'where browsers reach Westgate through a server that speaks https, such as https://westgate.example; plain http is for this machine alone',
    'log FILE': 'where the log is written, one JSON object a line (default: standard error); the file may be moved away at any time',
    'site DIR': 'the folder that the screen publishes the public pages into; without it the screen offers them as an archive to download',
    'site-url URL': 'where the pages of that folder will stand, such as https://example.org/plan/',
    production: 'the system administrator, the security administrator and the auditor must be three persons',
    [NO_SUPERVISOR]: 'serve in this very process: whoever started it starts it again, as systemd or a container does',
    ...DIRECTORY_HELP,
    ...FOLDER_HELP,
    empty: 'leave an empty data folder without a district: the screens begin with your own',
  },
  async run(input) {
    noWords(input);
    const supervised = supervisedBy(process.env);
    const asked = portOf(textOption(input, 'port'));
    const port = supervised?.port ?? asked;
    const folders = servedFolders(input);
    const progress = progressOf(1, false);
    progress.step(`opening ${placeName(folders)}`);
    const isProduction = input.options.production === true;
    const notifier = notifierSettings(process.env);
    const origin = originOf(textOption(input, 'origin'));
    const settings = directoryOf(input, process.env);
    const directory = settings && { ...settings, onChange: note };
    const limits = limitsOf(process.env);
    const site = siteOf(input);
    const upkeepDays = upkeepDaysOf(process.env);
    const writeLog = logWriter(textOption(input, 'log'), folders.dataDir);
    const desk = await openDesk({ ...folders, isProduction }).finally(() => progress.stop());
    const webDir = input.options['no-screens'] ? null : WEB_FOLDER;
    const operatorKey = newOperatorKey();
    const { exampleFolder, practiceFolder, calendarsFolder } = folders;
    const served = {
      desk,
      host: HOST,
      webDir,
      exampleFolder,
      practiceFolder,
      calendarsFolder,
      operatorKey,
      origin,
      limits,
      site,
      directory,
      notifier,
      upkeepDays,
      writeLog,
    };
    const ports = supervised?.port ? 1 : PORTS_TRIED;
    const server = await listen({ ...served, ...(supervised ? { restarts: supervised.restarts } : {}) }, port, ports).catch(
      async (error: unknown) => {
        await desk.close();
        throw error;
      },
    );
    letGoSooner();
    process.send?.({ port: server.port });
    const broken = guarded(server);
    desk.setAddress(server.address, operatorKey);
    sayClashes(desk);
    if (server.firstAccount !== null)
      note(`Nobody has an account, and nothing is told until the first is made. First account: ${server.firstAccount}`);
    if (directory) note(`The directory must send browsers back to ${origin ?? server.address}/directory.`);
    if (desk.note !== null) note(desk.mode === 'read-only' ? `Read-only: ${desk.note}` : desk.note);
    if (port !== 0 && server.port !== port) note(`Port ${port} is taken; using ${server.port}.`);
    if (input.options.empty && desk.register.district.size > 0)
      note('The data folder holds a district already: --empty changes nothing in it.');
    const stopped = stopSignal();
    // The line on standard output is said once, whoever waits for it.
    (supervised?.port ? note : say)(`Westgate ready at ${server.address}`);
    const isForLooking = folders.districtFolder === exampleFolder || folders.districtFolder === practiceFolder;
    if (origin === undefined && !isProduction && isForLooking) sayPersonas(desk, server.address);
    const isBroken = await Promise.race([stopped, broken]);
    note('Stopping …');
    if (isBroken) setTimeout(() => process.exit(EXIT.failed), PERIODS.brokenMs).unref();
    await server.close();
    await desk.close();
    return isBroken ? EXIT.failed : EXIT.ok;
  },
};

function servedFolders(input: Input): Folders {
  const folders = foldersOf(input);
  if (!input.options.empty) return folders;
  if (textOption(input, 'district') !== undefined) throw new UsageError('--empty and --district say the opposite: give one of them');
  return { ...folders, districtFolder: undefined };
}

/** The folder that the screens may publish into, where one is named. */
function siteOf(input: Input): SiteFolder | undefined {
  const [dir, url] = [textOption(input, 'site'), textOption(input, 'site-url')];
  if (dir !== undefined) return { dir: resolve(dir), url: urlOf(url, '--site-url') };
  if (url !== undefined) throw new UsageError('--site-url says where the pages of --site stand: give that as well');
  return undefined;
}

/** The address browsers use. Throws a usage error where it is none of https without a path; plain http is for this machine alone. */
function originOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isGuarded = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url));
  if (url && isGuarded && url.pathname === '/' && url.search === '' && url.hash === '') return url.origin;
  const expected =
    'an address without a path, such as https://westgate.example; plain http is for this machine alone, such as http://localhost:8080';
  throw new UsageError(`--origin expects ${expected}; got "${text}"`);
}

/** Who looks at the example may do so as one of its people, each by a link; not where anyone has an account. */
function sayPersonas(desk: Desk, address: string): void {
  if (desk.people.hasAccounts || desk.register.district.size === 0) return;
  note('Everyone may do everything here. To look at it as one of its people, open a link:');
  for (const persona of personasOf(desk)) note(`  ${address}/welcome#${desk.people.personas.add(persona)}  ${persona.name}`);
}

/** Accounts from before --production may clash; they can sign in, and whoever manages people must part their roles. */
function sayClashes({ people, isProduction }: Desk): void {
  for (const { id, roles } of isProduction ? people.clashes : [])
    note(`Account ${id} holds ${roles.join(' and ')}: in production these are two persons.`);
}

function portOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > LAST_PORT) throw new UsageError(`--port expects a number from 0 to ${LAST_PORT}, got "${text}"`);
  return port;
}

/** Listens on `port`, or on the next free one of `ports` after it. */
async function listen(served: Omit<ServerOptions, 'port'>, port: number, ports: number): Promise<RunningServer> {
  const last = port === 0 ? 0 : Math.min(port + ports - 1, LAST_PORT);
  for (let next = port; next <= last; next += 1) {
    try {
      return await startServer({ ...served, port: next });
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  throw new WestgateError('WG_INPUT_INVALID', `ports ${port} to ${last} are all taken: name another with --port`);
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

/** Keeps the process up when something fails; resolves where that cannot be answered for any more. */
function guarded({ faults }: RunningServer): Promise<true> {
  return new Promise((resolve) => {
    guardProcess(faults, () => {
      note('An exception that nobody caught leaves it open what else was cut off: Westgate ends and is to be started again.');
      resolve(true);
    });
  });
}

/** Resolves at the first SIGINT or SIGTERM. */
function stopSignal(): Promise<false> {
  return new Promise((resolve) => {
    let asked = 0;
    const stop = (): void => {
      if (asked && performance.now() - asked > PERIODS.echoMs) process.exit(EXIT.failed);
      asked ||= performance.now();
      resolve(false);
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}
