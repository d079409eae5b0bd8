import type { AddressInfo } from 'node:net';
import { inBackground } from '@westgate/base';
import { type Desk, newSecret } from '@westgate/desk';
import { Downloads } from './answers/downloads.ts';
import { type AnswerCounts, RunningAnswers } from './answers/running-answers.ts';
import { buildApp } from './app.ts';
import { floodRuns } from './flood/flood-runs.ts';
import { ruleSearchRuns, sensitivityRuns } from './flood/flood-search-runs.ts';
import { FollowerMail } from './followers/follower-mail.ts';
import { ChangeStream } from './http/changes.ts';
import { LIMITS, type Limits } from './http/limits.ts';
import type { WriteLine } from './log/log-lines.ts';
import { Notifier } from './notifier/notifier.ts';
import { goRound } from './notifier/rounds.ts';
import { type NotifierSettings, notifierSettings } from './notifier/settings.ts';
import { Example } from './office/example.ts';
import { Office } from './office/office.ts';
import { Directory, type DirectorySettings, WAYS, type Way } from './people/directory.ts';
import { awaitsFirst } from './people/first-account.ts';
import { Refusals } from './people/refusals.ts';
import { publicPages } from './publish/public-pages.ts';
import { Publisher, type SiteFolder } from './publish/publisher.ts';
import { ServedSite } from './publish/served-site.ts';
import { Faults } from './running/faults.ts';
import { PERIODS, type Periods } from './running/periods.ts';
import type { Restarts } from './running/restarts.ts';
import { tellUpkeep, type UpkeepDays, UpkeepWatch, upkeepDaysOf } from './running/upkeep-watch.ts';
import { Watchdog, type WatchdogLimits } from './running/watchdog.ts';
import { Runs } from './runs/runs.ts';
import { warm, warmComing } from './warm.ts';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '::1']);

/** What is served, and where. */
export interface ServerOptions {
  /** An open desk; it stays open when the server closes. */
  readonly desk: Desk;
  /** A loopback address. */
  readonly host: string;
  /** 0 = any free one. */
  readonly port: number;
  /** The built screens; null to serve the API alone. */
  readonly webDir: string | null;
  /** The folder of an example district that may be loaded at any time; none where nothing is said. */
  readonly exampleFolder?: string | undefined;
  /** The folder of the practice district, likewise. */
  readonly practiceFolder?: string | undefined;
  /** The folder of working calendars that may be taken into a district; none where nothing is said. */
  readonly calendarsFolder?: string | undefined;
  /** What goes to standard error; faults of ours and what held the office where nothing is said. */
  readonly logLevel?: 'silent' | 'error' | 'warn' | 'info';
  /** Takes the lines of the log; standard error where nothing is said. */
  readonly writeLog?: WriteLine | undefined;
  /** After how many days without a backup or a drill it is warned; the usual ones where nothing is said. */
  readonly upkeepDays?: UpkeepDays | undefined;
  /** Where browsers reach Westgate through another server, `https://westgate.example`; none where nothing is said. */
  readonly origin?: string | undefined;
  /** How the directory of the city is reached; none where nothing is said. */
  readonly directory?: DirectorySettings | undefined;
  /** What a command on this machine shows to be let in. */
  readonly operatorKey?: string;
  /** The clock; the machine's where nothing is said. */
  readonly now?: () => Date;
  /** Limits other than the usual ones. */
  readonly limits?: Partial<Limits>;
  /** Periods other than the usual ones. */
  readonly periods?: Partial<Periods>;
  /** How often what serves was started again by its supervisor; never where nothing is said. */
  readonly restarts?: Restarts;
  /** When the loop counts as held; other limits than the usual ones. */
  readonly watchdog?: WatchdogLimits;
  /** The folder that the screens publish the public pages into; none where nothing is said. */
  readonly site?: SiteFolder | undefined;
  /** How notices leave the house; by files in the data folder where nothing is said. */
  readonly notifier?: NotifierSettings;
}

/** A server that answers. */
export interface RunningServer {
  /** `http://127.0.0.1:4310` */
  readonly address: string;
  readonly port: number;
  /** What went wrong so far, that no caller was refused for. */
  readonly faults: Faults;
  /** The answers that are under way. */
  readonly answers: AnswerCounts;
  /** Where the first account is made, as long as it must be made from elsewhere; good until this server ends. Null otherwise. */
  readonly firstAccount: string | null;
  /** Takes notices out of the house now, as it does by itself each quarter of an hour. */
  sendNotices(): Promise<void>;
  /** Tells who follows public records by mail what is new, likewise. */
  sendUpdates(): Promise<void>;
  /** Ends event streams at once and requests under way within two seconds. */
  close(): Promise<void>;
}

/** Serves a desk over HTTP on this machine. Throws Node's error with the code `EADDRINUSE` when the port is taken. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const {
    desk,
    host,
    port,
    webDir,
    exampleFolder,
    practiceFolder,
    calendarsFolder = null,
    origin = null,
    operatorKey,
    logLevel = 'warn',
    limits: given,
    restarts = null,
  } = options;
  const periods = { ...PERIODS, ...options.periods };
  const limits = { ...LIMITS, ...given };
  const faults = new Faults();
  const office = new Office(desk, { now: options.now, onError: faults.ofBackground, limits });
  const isLoopback = LOOPBACK.has(host) && origin === null;
  const isSecure = origin?.startsWith('https://') ?? false;
  const ways = desk.people.pending<Way>('way', WAYS);
  const directory = options.directory
    ? new Directory(options.directory, { ways, now: office.now, onError: faults.ofBackground, periods })
    : null;
  const refusals = new Refusals(limits.refusalsAMinute);
  const authentication = { operatorKey, isLoopback, isSecure, origin, directory, firstWord: isLoopback ? null : newSecret(), refusals };
  const stream = new ChangeStream(desk, {
    today: () => office.today(),
    most: limits.streams,
    mostOf: { person: limits.streamsAPerson, address: limits.streamsAnAddress },
    periods,
    onError: faults.ofBackground,
  });
  const running = new RunningAnswers(limits);
  const downloads = new Downloads(() => desk.files.incoming(), limits, { running, onError: faults.ofBackground });
  let coming = 0;
  const endComing = desk.onComing(async (next) => {
    await warmComing(office, next);
    coming = next.seq;
  });
  const endFormer = desk.onChange(({ seq }) => {
    downloads.keepSince(seq);
    // The first answers of what came are ready; the rest follows once it stands.
    if (seq === coming) inBackground('warming up', () => warm(office, periods.warmMs, () => isClosing), faults.ofBackground);
  });
  const offered = (folder: string | undefined): Example | null => (folder === undefined ? null : new Example(folder));
  const examples = { example: offered(exampleFolder), practice: offered(practiceFolder) };
  let isClosing = false;
  let address = '';
  const notifier = new Notifier(office, options.notifier ?? notifierSettings({}), { origin: () => origin ?? address, periods });
  let endRounds = (): void => undefined;
  const publisher = new Publisher(office, options.site ?? null, { origin, sendsMails: notifier.settings.server !== null });
  const runs = new Runs(desk.runs, {
    works: new Map([
      ['public-pages', publicPages(publisher)],
      ['flood', floodRuns(office)],
      ['flood-sensitivity', sensitivityRuns(office)],
      ['flood-rule-search', ruleSearchRuns(office)],
    ]),
    limits,
    periods,
    now: office.now,
    tell: (message) => stream.tellRun(message),
    onError: faults.ofBackground,
  });
  await runs.open();
  const served = new ServedSite(runs, () => desk.files.incoming(), periods);
  const followers = new FollowerMail(office, { served, notifier, origin: () => origin ?? address, periods, onError: faults.ofBackground });
  const upkeep = new UpkeepWatch(desk, options.upkeepDays ?? upkeepDaysOf({}), office.now);
  const app = await buildApp({
    office,
    examples,
    calendarsFolder,
    stream,
    notifier,
    followers,
    webDir,
    isClosing: () => isClosing,
    limits,
    running,
    downloads,
    publisher,
    served,
    runs,
    authentication,
    logLevel,
    writeLog: options.writeLog ?? ((line) => process.stderr.write(line)),
    upkeep,
    faults,
    restarts,
  });
  faults.writeTo(app.log);
  const watchdog = new Watchdog((held) => app.log.warn({ ...held, count: watchdog.count }, 'the loop was held'), options.watchdog);
  const close = async (): Promise<void> => {
    isClosing = true;
    watchdog.close();
    endRounds();
    stream.close();
    await notifier.close();
    await followers.close();
    await office.close();
    await runs.close();
    served.close();
    const late = setTimeout(() => app.server.closeAllConnections(), periods.closeMs);
    await app.close();
    clearTimeout(late);
    running.close();
    endFormer();
    endComing();
    await downloads.close();
  };
  try {
    await app.listen({ host, port });
  } catch (error) {
    await close();
    throw error;
  }
  directory?.look();
  inBackground('warming up', () => warm(office, periods.warmMs, () => isClosing), faults.ofBackground);
  const bound = portOf(app.server.address(), port);
  address = `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
  endRounds = goRound([() => notifier.run(), () => followers.run(), () => tellUpkeep(upkeep, app.log)], periods, faults.ofBackground);
  return {
    address,
    port: bound,
    get answers() {
      return running.counts;
    },
    firstAccount: awaitsFirst(office, authentication) ? `${origin ?? address}/#${authentication.firstWord}` : null,
    close,
    faults,
    sendNotices: () => notifier.run(),
    sendUpdates: () => followers.run(),
  };
}

function portOf(address: AddressInfo | string | null, asked: number): number {
  return typeof address === 'object' && address !== null ? address.port : asked;
}
