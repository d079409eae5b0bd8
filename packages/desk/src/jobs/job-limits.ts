/** What one job may take. */
export interface JobLimits {
  /** Milliseconds from its start to its answer. */
  readonly wallMs: number;
  /** Megabytes of its whole process: values, buffers and program together. */
  readonly memoryMb: number;
  /** Bytes of its input: buffers by their length, texts by two for each unit. */
  readonly inputBytes: number;
  /** How deep what is parsed may be nested; the job looks at it before it parses and while it does. */
  readonly depth: number;
  /** How many values, tags or entries may be parsed; the job counts them before it parses and while it does. */
  readonly count: number;
  /** It may take long: a seat is left to the jobs that do not. */
  readonly isLong: boolean;
  /** Milliseconds that it waits for a seat at most; infinite where nobody waits at an open line. */
  readonly waitMs: number;
}

/** The limits of a job of which nothing else is said. */
export const JOB_LIMITS: JobLimits = {
  wallMs: 30_000,
  memoryMb: 800,
  inputBytes: 80_000_000,
  depth: 200,
  count: 2_000_000,
  isLong: false,
  waitMs: 60_000,
};

/** What all jobs of a process together may take. */
export interface SeatLimits {
  /** Jobs that run at once; long ones have all seats but one. One asker may have all but one of those that there are for its jobs. */
  readonly seats: number;
  /** Jobs that wait for a seat, of all askers and of one. */
  readonly waiting: number;
  readonly waitingOfOne: number;
  /** Milliseconds that a worker is kept warm when nobody asks. */
  readonly idleMs: number;
  /** Jobs after which a worker is replaced by a new one. */
  readonly jobsOfOne: number;
}

/** Whoever has looked at a sheet takes it a little later: so many are kept as they were read, and so long. */
export const READING_LIMITS = { kept: 2, keptMs: 10 * 60_000 } as const;

/** The limits where nothing else is said. */
export const SEAT_LIMITS: SeatLimits = { seats: 3, waiting: 32, waitingOfOne: 8, idleMs: 30_000, jobsOfOne: 200 };
