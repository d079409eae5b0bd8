/** Milliseconds that one run of a flood case may take. */
export const MOST_FLOOD_MS = 3_600_000;
/** Milliseconds between two times at which a run tells how far it is. */
export const TELL_MS = 200;
/** Milliseconds that many runs of a case may take together. */
export const MOST_SEARCH_MS = 2 * MOST_FLOOD_MS;
