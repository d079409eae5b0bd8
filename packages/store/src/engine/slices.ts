import { setImmediate as othersTurn } from 'node:timers/promises';
import { STORE_PERIODS } from '../limits/periods.ts';

/** To be waited for between small pieces of long work: gives others their turn whenever a slice is over. */
export function slices(): () => Promise<void> {
  let until = performance.now() + STORE_PERIODS.sliceMs;
  return async () => {
    if (performance.now() < until) return;
    await othersTurn();
    until = performance.now() + STORE_PERIODS.sliceMs;
  };
}

/** What `steps` returns, gone through with others having their turn. */
export async function resultInSlices<Result>(steps: Iterator<unknown, Result>): Promise<Result> {
  for (;;) {
    // Waiting after each step would cost more than many steps do.
    const until = performance.now() + STORE_PERIODS.sliceMs;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await othersTurn();
  }
}

/** The same for work that nobody waits beside. */
export async function unpaced(): Promise<void> {}
