import type { JobLimits, Jobs } from '@westgate/desk';
import type { RunKind } from '@westgate/domain';

/** What is asked for a run, by the fields of its kind. */
export type RunAsked = Readonly<Record<string, string | number | boolean | null>>;

/** How far a run is: its stage, the share of it that is done, and the best value so far where it looks for one; null where it is not known. */
export interface RunStep {
  readonly stage: string;
  readonly share: number | null;
  readonly best: number | null;
}

/**
 * What is to be computed: a job among those of a module, and its input. All of it are plain values and an address, so that it can be done in any process: here
 * in a child of this one, elsewhere by whoever takes orders.
 */
interface RunOrder {
  /** The last deed in what it is computed on. */
  readonly seq: number;
  readonly module: URL;
  readonly job: keyof Jobs & string;
  readonly input: unknown;
  readonly limits: Partial<JobLimits>;
  /** What the answer follows from, for its hash: nothing of where it is computed. */
  readonly inputs: readonly string[];
  /** What its lots are drawn from; null where it draws none. */
  readonly seed: number | null;
}

/** What came of a run: numbers and words by name, and the file that it made, which lies at `path` until it is kept. */
export interface RunOutcome {
  readonly result: Readonly<Record<string, string | number | null>>;
  readonly file: { readonly path: string; readonly name: string } | null;
}

/** One run, from its turn on. */
export interface RunTask {
  readonly order: RunOrder;
  /** What a piece that the job handed over tells of how far it is. */
  stepOf(piece: unknown): RunStep;
  /** What the answer of the job comes to. */
  outcomeOf(answer: unknown): RunOutcome;
  /** Removes what it left, however it ended. */
  clear(): Promise<void>;
}

/** How a kind of run is done. */
export interface RunWork {
  readonly kind: RunKind;
  /** What it goes through before its job. */
  readonly begins: RunStep['stage'];
  /** Its last stage: what came of it is kept. */
  readonly ends: RunStep['stage'];
  /** Whether what an ask made is in use until another like it is done: the file of the last one is kept however old it is, and those before are let go. */
  readonly stands?: (ask: RunAsked) => boolean;
  /** Whether who asks now may know of what an ask is about; without it whoever may ask for the kind may. */
  readonly isShown?: (ask: RunAsked) => boolean;
  /** Whether who asks now may end and remove what others asked; without it whoever may ask for the kind may. */
  readonly mayEnd?: (ask: RunAsked) => boolean;
  /** Whether something that was decided rests on a run: it is kept with its file, however old. */
  readonly isRestedOn?: (id: string) => boolean;
  /** Throws where what is asked cannot be. */
  check(ask: RunAsked): Promise<void>;
  /** Its order, on the district as it stands when it is its turn. Throws what `signal` ends with. */
  begin(ask: RunAsked, signal: AbortSignal): Promise<RunTask>;
}
