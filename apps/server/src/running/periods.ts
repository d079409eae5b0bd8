import { dividedBy } from '@westgate/base';

/** How often the server does what it does by itself, and how long it waits; in milliseconds. A test divides them. */
export interface Periods {
  /** Between two signs on an event stream that it still stands. */
  readonly beatMs: number;
  /** Between two looks whether those who listen may go on: the longest that a stream stands after its reader's right went. */
  readonly lookMs: number;
  /** A caller that takes no byte for this long is let go. */
  readonly stalledMs: number;
  /** What a browser waits before it opens its stream again. */
  readonly retryMs: number;
  /** Requests under way have this long to end when the server closes. */
  readonly closeMs: number;
  /** From the start until answers are made ready that nobody has asked for. */
  readonly warmMs: number;
  /** From the start to the first round of notices, and between two rounds. */
  readonly firstRoundMs: number;
  readonly roundMs: number;
  /** How old what the city's directory said of itself may be: to show whether it answers, before a browser is sent there, and when one comes back. */
  readonly directoryShownMs: number;
  readonly directoryLeavingMs: number;
  readonly directoryBackMs: number;
  /** What is being handed over to a mail server or a chat has this long to end when the server closes. */
  readonly notifierCloseMs: number;
  /** A notice that was refused waits this long, twice as long each time, and never longer than the second. */
  readonly noticeFirstWaitMs: number;
  readonly noticeLongestWaitMs: number;
  /** A notice that is being handed over for longer was cut off: the process ended. */
  readonly noticeCutOffMs: number;
  /** How long a chat, and a mail server, may take to answer; and how long a mail server may take until it is reached. */
  readonly chatAnswerMs: number;
  readonly mailAnswerMs: number;
  readonly mailConnectMs: number;
  /** Between two tellings of how far a run is. */
  readonly runTellMs: number;
  /** Between two looks at what other processes do with runs. */
  readonly runLookMs: number;
  /** A process that was not seen for so long has ended, and its runs with it. */
  readonly runGoneMs: number;
  /** Between two looks which runs are too old to be kept. */
  readonly runSweepMs: number;
  /** It is taken for so long that the same public pages stand; those before are read to their end for so long. */
  readonly siteLookMs: number;
  readonly siteEndMs: number;
}

const MINUTE_MS = 60_000;

/** The periods where nothing else is said. */
export const PERIODS: Periods = {
  beatMs: 15_000,
  lookMs: 500,
  stalledMs: 60_000,
  retryMs: 1_000,
  closeMs: 1_500,
  warmMs: 300,
  firstRoundMs: 2_000,
  roundMs: 15 * MINUTE_MS,
  directoryShownMs: 20_000,
  directoryLeavingMs: 1_000,
  directoryBackMs: 10 * MINUTE_MS,
  notifierCloseMs: 1_000,
  noticeFirstWaitMs: 15 * MINUTE_MS,
  noticeLongestWaitMs: 6 * 60 * MINUTE_MS,
  noticeCutOffMs: 10 * MINUTE_MS,
  chatAnswerMs: 15_000,
  mailAnswerMs: 60_000,
  mailConnectMs: 15_000,
  runTellMs: 250,
  runLookMs: 2_000,
  runGoneMs: MINUTE_MS,
  runSweepMs: 60 * MINUTE_MS,
  siteLookMs: 1_000,
  siteEndMs: MINUTE_MS,
};

/** {@link PERIODS} divided by `by`: so a test sees many of each in a short time. */
export function periodsDividedBy(by: number): Periods {
  // Shorter than this no request under way could end in order.
  return { ...dividedBy(PERIODS, by), closeMs: PERIODS.closeMs };
}
