import type { Courier } from './courier.ts';

const EVERY_MS = 15 * 60_000;
/** The first round waits until the server has answered whoever waits for it. */
const FIRST_MS = 2_000;

/** Has the courier go round: soon after the start, then each quarter of an hour. Gives the function that ends it. */
export function goRound(courier: Courier): () => void {
  const round = (): void => {
    courier.run().catch((error: unknown) => process.emitWarning(error instanceof Error ? error : String(error)));
  };
  const first = setTimeout(round, FIRST_MS).unref();
  const next = setInterval(round, EVERY_MS).unref();
  return () => {
    clearTimeout(first);
    clearInterval(next);
  };
}
