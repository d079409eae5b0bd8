/** Texts or tables that a writer sees change under its hands so often are refused with the last reason. */
const ATTEMPTS = 5;

/** What must be found out in a worker before the work that needs it can be done; see {@link withWorkers}. */
export class WorkNeeded extends Error {
  /** Finds it out, and keeps it for the next attempt. */
  readonly findOut: () => Promise<unknown>;

  constructor(findOut: () => Promise<unknown>) {
    super('invariant broken: what needs a worker is done within withWorkers');
    this.findOut = findOut;
  }
}

/**
 * Does `work`, which may throw a {@link WorkNeeded}: that is found out in a worker then, and `work` done again. It must have changed nothing until
 * then. Throws what the worker throws.
 */
export async function withWorkers<T>(work: () => T | Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof WorkNeeded) || attempt === ATTEMPTS) throw error;
      await error.findOut();
    }
  }
}
