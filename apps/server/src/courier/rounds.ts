import { inBackground } from '@westgate/base';
import type { Periods } from '../periods.ts';
import type { Courier } from './courier.ts';

/** Has the courier go round: soon after the start, then each quarter of an hour. Gives the function that ends it. */
export function goRound(
  courier: Courier,
  { firstRoundMs, roundMs }: Pick<Periods, 'firstRoundMs' | 'roundMs'>,
  onError: (error: Error, name: string) => void,
): () => void {
  const round = (): void => inBackground('a round of notices', () => courier.run(), onError);
  // The first round waits until the server has answered whoever waits for it.
  const first = setTimeout(round, firstRoundMs).unref();
  const next = setInterval(round, roundMs).unref();
  return () => {
    clearTimeout(first);
    clearInterval(next);
  };
}
