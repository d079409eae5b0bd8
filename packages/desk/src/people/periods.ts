/** How long a session goes on; in milliseconds. A test divides them. */
export interface DeskPeriods {
  /** A session that is not used for this long is over; and whatever is done, after the second. */
  readonly sessionIdleMs: number;
  readonly sessionLongestMs: number;
  /** How often it is noted that a session is used. */
  readonly sessionNotedMs: number;
}

const MINUTE_MS = 60_000;

/** The periods where nothing else is said. */
export const DESK_PERIODS: DeskPeriods = {
  sessionIdleMs: 120 * MINUTE_MS,
  sessionLongestMs: 720 * MINUTE_MS,
  sessionNotedMs: MINUTE_MS,
};
