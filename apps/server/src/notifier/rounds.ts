import { inBackground } from '@westgate/base';
import type { Periods } from '../running/periods.ts';

/** Work that is done once at a time: whoever asks for it meanwhile is given what is under way. */
export class Round {
  readonly #work: () => Promise<void>;
  #running: Promise<void> | null = null;

  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  run(): Promise<void> {
    this.#running ??= this.#work().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Fulfilled once what is under way is over, however it ended. */
  async over(): Promise<void> {
    await this.#running?.catch(() => undefined);
  }
}

/** Lets rounds end with what they are handing over; after `ms` a receiver that takes too long is hung up on by `ending`. */
export async function endRounds(rounds: readonly Round[], ending: AbortController, ms: number): Promise<void> {
  const late = setTimeout(() => ending.abort(), ms);
  for (const round of rounds) await round.over();
  clearTimeout(late);
}

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
