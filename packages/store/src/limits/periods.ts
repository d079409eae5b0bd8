const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long the store waits and what it leaves to others, where {@link LIMITS} do not say it; in milliseconds. */
export const STORE_PERIODS = {
  /** Until a server is connected. */
  connectMs: 10_000,
  /** A server that answers nothing at all, not even that the time of a statement is over, is lost after this much longer. */
  serverGraceMs: 5_000,
  /** Another process holds the chain only as long as one deed takes; an import of a big folder takes longest. */
  chainLockMs: MINUTE_MS,
  /** A process that was stopped in the middle of a deed must not hold the chain for good. */
  idleInTransactionMs: MINUTE_MS,
  /** A bulk import writes tens of thousands of rows by one statement. */
  deedStatementMs: 5 * MINUTE_MS,
  /** Reading all rows of a large table takes longer than an ordinary statement may. */
  verifyStatementMs: 2 * MINUTE_MS,
  /** No opening waits longer for the comparison of a sample, but for the part under way. */
  sampleMs: 250,
  /** The wait that is told while other attempts of the same key are being looked at. */
  busyMs: 1_000,
  /** Long work that gives others their turn goes on so long between. */
  sliceMs: 8,
  /** A deed that stands in the journal waits so long for others that go to the database with it. */
  behindMs: 100,
  /** A large deed that was just done is kept to be taken back: who does that does so soon. */
  largeKeptMs: 10 * MINUTE_MS,
  /** The times of deeds may be so far before the clock, as many are written in one millisecond. */
  aheadMs: 1_000,
  /** After a snapshot failed, as on a full disk. */
  snapshotAgainMs: HOUR_MS,
  /** An import under way has its batch on the disk before its line; after this time nobody comes back for it. */
  orphanBatchMs: 24 * HOUR_MS,
  /** A folder whose owner cannot be looked up, as one of another container or of an earlier boot, is left alone so long after its last change. */
  unknownFolderMs: 24 * HOUR_MS,
  /** A file that no run names is let go when it is older than this: before that its run may still be written. */
  unnamedRunFileMs: 24 * HOUR_MS,
} as const;
