import type { FloodResult } from './flood-job.ts';

/** What a run of a flood case tells, as far as it is over. */
export interface FloodRan {
  readonly id: string;
  /** The case it was asked of, and on which cells; null for those of the case. */
  readonly floodCase: string;
  readonly cellM: number | null;
  readonly isDone: boolean;
  /** SHA-256 of what it follows from, and the version of its kind that counted. */
  readonly inputs: string | null;
  readonly version: number;
  /** Null where its archive is kept no more. */
  readonly result: FloodResult | null;
}
