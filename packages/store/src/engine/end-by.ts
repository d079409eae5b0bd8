/** Ends the process, or the thread, by `error`: whoever waits for what cannot be given waits no more. */
export function endBy(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}
