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
}

/** The periods where nothing else is said. */
export const PERIODS: Periods = {
  beatMs: 15_000,
  lookMs: 500,
  stalledMs: 60_000,
  retryMs: 1_000,
  closeMs: 1_500,
  warmMs: 300,
  firstRoundMs: 2_000,
  roundMs: 15 * 60_000,
};

/** {@link PERIODS} divided by `by`: so a test sees many of each in a short time. */
export function periodsDividedBy(by: number): Periods {
  const { beatMs, lookMs, stalledMs, retryMs, closeMs, warmMs, firstRoundMs, roundMs } = PERIODS;
  const part = (ms: number): number => Math.max(1, Math.round(ms / by));
  return {
    beatMs: part(beatMs),
    lookMs: part(lookMs),
    stalledMs: part(stalledMs),
    retryMs: part(retryMs),
    // Shorter than this no request under way could end in order.
    closeMs,
    warmMs: part(warmMs),
    firstRoundMs: part(firstRoundMs),
    roundMs: part(roundMs),
  };
}
