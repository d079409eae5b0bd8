type Around = <T>(name: string, work: () => T) => T;

let around: Around = (_name, work) => work();

/** Has all work in the background run within `run`, which is told its name: so a watchdog can tell what it was that took long. */
export function nameBackground(run: Around): void {
  around = run;
}

/**
 * Starts work that nobody waits for. Whatever it throws or rejects with goes to `onError`, with the name of the work: a promise that is let go
 * without that ends the process. The one place where a promise may be let go; `npm run check` looks for others.
 */
export function inBackground(name: string, work: () => unknown, onError: (error: Error, name: string) => void): void {
  const failed = (error: unknown): void => onError(error instanceof Error ? error : new Error(String(error)), name);
  try {
    Promise.resolve(around(name, work)).then(undefined, failed);
  } catch (error) {
    failed(error);
  }
}
