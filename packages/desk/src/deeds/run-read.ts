/** What a run tells of itself, as it was read before a deed that names it: runs stand beside the register. */
export interface RunRead {
  readonly id: string;
  readonly kind: string;
  /** What was asked for it, by the fields of its kind. */
  readonly ask: Readonly<Record<string, unknown>>;
  readonly isDone: boolean;
  /** SHA-256 of what it follows from, and the version of its kind that counted. */
  readonly inputs: string | null;
  readonly version: number;
  /** What its archive tells, as its kind writes it; null where that is kept no more. */
  readonly result: unknown;
}
