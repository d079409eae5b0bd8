import { WestgateError } from '@westgate/base';
import type { DownloadLimits } from '../answers/downloads.ts';
import type { RunningLimits } from '../answers/running-answers.ts';
import type { RequestLimits } from '../caller/request-counts.ts';
import type { OtherDayLimits } from '../office/office.ts';
import type { RunLimits } from '../runs/runs.ts';
import type { RequestTimes } from './request-time.ts';

/** What one request, one connection and all of them together may take. The table in docs/security.md says the same. */
export interface Limits extends RunningLimits, DownloadLimits, RequestTimes, OtherDayLimits, RunLimits, RequestLimits {
  /** Bytes of the request line and the headers together. */
  readonly headerBytes: number;
  /** Bytes of a body; an import may be larger. */
  readonly bodyBytes: number;
  /** Bytes of an evidence file. */
  readonly fileBytes: number;
  /** Evidence files that come in at the same time; and of one person or address. */
  readonly uploads: number;
  readonly uploadsAnOwner: number;
  /** Evidence files that a body outside the district may have brought to one record, and their bytes together. */
  readonly outsideFiles: number;
  readonly outsideBytes: number;
  /** Milliseconds until the headers have arrived. */
  readonly headersMs: number;
  /** Milliseconds that a connection may stand open between two requests. */
  readonly idleMs: number;
  /** Whoever asks begins sooner than this; and so long it is looked at how fast a request comes on. */
  readonly silentMs: number;
  /** A sender that was refused may go on this long, so that it reads why. */
  readonly drainMs: number;
  /** How often slow requests are looked for, in milliseconds. */
  readonly checkMs: number;
  /** Open connections. */
  readonly connections: number;
  /** Open connections of one address, where browsers reach Westgate itself. */
  readonly connectionsAnAddress: number;
  /** Open event streams: one for each browser window. */
  readonly streams: number;
  /** The same of one person, and of one address where nobody has an account. */
  readonly streamsAPerson: number;
  readonly streamsAnAddress: number;
  /** Font files of the letters of a text that one address may ask for in a minute. */
  readonly lettersAMinute: number;
  /** Requests of one person, and of one address, that authentication may refuse in a minute: windows whose session is over ask many times. */
  readonly refusalsAMinute: number;
  /** Bytes of a district folder that is sent file by file; and how many come in at the same time. */
  readonly importBytes: number;
  readonly imports: number;
  /** Bytes of an answer that is no named download. */
  readonly answerBytes: number;
}

/** The limits where nothing else is said. */
export const LIMITS: Limits = {
  headerBytes: 16 * 1024,
  bodyBytes: 256 * 1024,
  fileBytes: 20_000_000,
  uploads: 24,
  uploadsAnOwner: 4,
  outsideFiles: 60,
  outsideBytes: 300_000_000,
  headersMs: 10_000,
  requestMs: 60_000,
  idleMs: 20_000,
  silentMs: 2_000,
  drainMs: 10_000,
  checkMs: 1_000,
  connections: 4_000,
  connectionsAnAddress: 2_000,
  streams: 1_000,
  streamsAPerson: 40,
  streamsAnAddress: 500,
  readsAMinute: 3_000,
  writesAMinute: 300,
  addressReadsAMinute: 9_000,
  addressWritesAMinute: 900,
  lettersAMinute: 2_000,
  refusalsAMinute: 9_000,
  otherDaysAMinute: 600,
  publicOtherDaysAMinute: 300,
  importBytes: 500_000_000,
  imports: 2,
  importMs: 3_600_000,
  importBytesATime: 1_000_000,
  answerBytes: 1_000_000,
  downloads: 8,
  addressDownloads: 32,
  allDownloads: 128,
  downloadBytesAMinute: 1_000_000_000,
  waitingBytes: 16_000_000,
  allWaitingBytes: 128_000_000,
  takenBytes: 64 * 1024,
  takenMs: 60_000,
  builds: 32,
  longBuildMs: 1_000,
  buildLookMs: 100,
  keptAnswerBytes: 500_000_000,
  keptEvidenceBytes: 200_000_000,
  runs: 2,
  runsWaiting: 100,
  runsWaitingAPerson: 20,
  keptRuns: 500,
  keptRunDays: 90,
  keptRunBytes: 5_000_000_000,
};

const MB = 1_000_000;
const MOST_FILE_MB = 500;

/** Limits that the environment sets: WESTGATE_MAX_FILE_MB, 1 to 500, the largest evidence file in megabytes. */
export function limitsOf(env: NodeJS.ProcessEnv): Partial<Limits> {
  const text = env.WESTGATE_MAX_FILE_MB;
  if (text === undefined || text === '') return {};
  const most = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (most >= 1 && most <= MOST_FILE_MB) return { fileBytes: most * MB };
  throw new WestgateError(
    'WG_INPUT_INVALID',
    `Expected WESTGATE_MAX_FILE_MB as a whole number from 1 to ${MOST_FILE_MB}, found “${text}”.`,
  );
}
