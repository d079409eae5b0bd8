import { WestgateError } from '@westgate/base';

/** Where the store draws lines, and how often it looks; a test divides the milliseconds. */
export interface Limits {
  /** Bytes that stay free on the disk of a data folder: below them no deed is taken. */
  readonly minFreeBytes: number;
  /** Milliseconds one statement may run; then the store's thread is ended and opened anew. */
  readonly statementMs: number;
  /** Milliseconds between two looks at the disk, and between two attempts to write again. */
  readonly recheckMs: number;
  /** Bytes after which the journal begins a new file. */
  readonly segmentBytes: number;
  /** Notifications of a server come at once but may be missed; this is the longest that a deed of another process stays unseen. */
  readonly pollMs: number;
  /** From the loss of a server to the first attempt to reach it, doubled each time up to the second. */
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
  /** Milliseconds without a sign of life after which the owner of a folder loses it to another that asks; it gives four signs in that time. */
  readonly leaseMs: number;
  /** Between two looks whether what may be half done stands: a deed whose commit was lost, a line that is being written. */
  readonly settleMs: number;
}

const MB = 1024 * 1024;
const MIN_FREE_MB = 500;

/** The limits that nothing in the environment sets. */
export const LIMITS: Omit<Limits, 'minFreeBytes'> = {
  statementMs: 10_000,
  recheckMs: 3_000,
  segmentBytes: 64 * MB,
  pollMs: 1_000,
  firstRetryMs: 250,
  longestRetryMs: 5_000,
  leaseMs: 12_000,
  settleMs: 500,
};

/** The limits of a store; WESTGATE_MIN_FREE_MB in `env` sets the first (a whole number, 0 for none). Throws `WG_INPUT_INVALID` where it is none. */
export function limitsOf(env: NodeJS.ProcessEnv): Limits {
  return { minFreeBytes: minFreeMb(env.WESTGATE_MIN_FREE_MB) * MB, ...LIMITS };
}

function minFreeMb(text: string | undefined): number {
  if (text === undefined || text === '') return MIN_FREE_MB;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new WestgateError('WG_INPUT_INVALID', `Expected WESTGATE_MIN_FREE_MB as a whole number of megabytes, found “${text}”.`);
}
