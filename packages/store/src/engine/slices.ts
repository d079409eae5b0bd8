import { setImmediate as othersTurn } from 'node:timers/promises';

/** To be waited for between small pieces of long work: gives others their turn whenever `sliceMs` milliseconds are over. */
export function slices(sliceMs: number): () => Promise<void> {
  let until = performance.now() + sliceMs;
  return async () => {
    if (performance.now() < until) return;
    await othersTurn();
    until = performance.now() + sliceMs;
  };
}

/** The same for work that nobody waits beside. */
export async function unpaced(): Promise<void> {}
