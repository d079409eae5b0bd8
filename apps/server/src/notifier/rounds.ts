import { inBackground } from '@westgate/base';
import type { Periods } from '../running/periods.ts';

/** Does each of `rounds` soon after the start, then each quarter of an hour. Gives the function that ends it. */
export function goRound(
  rounds: readonly (() => Promise<void>)[],
  { firstRoundMs, roundMs }: Pick<Periods, 'firstRoundMs' | 'roundMs'>,
  onError: (error: Error, name: string) => void,
): () => void {
  const round = (): void => {
    for (const each of rounds) inBackground('a round of the office', each, onError);
  };
  // The first round waits until the server has answered whoever waits for it.
  const first = setTimeout(round, firstRoundMs).unref();
  const next = setInterval(round, roundMs).unref();
  return () => {
    clearTimeout(first);
    clearInterval(next);
  };
}
