/** How long a command waits, and how often it looks again; in milliseconds. */
export const PERIODS = {
  /** A holder of the folder without an address is a server still starting, or another command at work: so long it is waited for. */
  folderMs: 30_000,
  folderLookMs: 100,
  /** Until a server has answered, and until it is known whether one is there at all. */
  answerMs: 120_000,
  probeMs: 3_000,
  /** A second Ctrl+C within this time is the echo of the first (npm passes it on as well); after it, it ends the process at once. */
  echoMs: 1_500,
  /** What is left of a process that is broken has this long to end in order. */
  brokenMs: 5_000,
  /** Between two looks whether the supervisor is still there. */
  supervisorLookMs: 50,
  /** From an end that nobody asked for to the new beginning, doubled by each that follows within the last of these. */
  restartMs: 250,
  longestRestartMs: 10_000,
  restartsWithinMs: 60_000,
} as const;
