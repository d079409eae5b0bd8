/**
 * Starts work that nobody waits for. Whatever it throws or rejects with goes to `onError`, with the name of the work: a promise that is let go
 * without that ends the process. The one place where a promise may be let go; `npm run check` looks for others.
 */
export function inBackground(name: string, work: () => unknown, onError: (error: Error, name: string) => void): void {
  const failed = (error: unknown): void => onError(error instanceof Error ? error : new Error(String(error)), name);
  try {
    Promise.resolve(work()).then(undefined, failed);
  } catch (error) {
    failed(error);
  }
}
