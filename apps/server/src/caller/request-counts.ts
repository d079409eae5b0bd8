import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Asker, workOwner } from './caller.ts';
import { tooMany } from './too-many.ts';
import { WindowCounts } from './window-counts.ts';

/** How many requests may be made in a minute. */
export interface RequestLimits {
  /** Requests that one person may make in a minute. Screens ask often: a day on the time strip is a handful of reads. */
  readonly readsAMinute: number;
  readonly writesAMinute: number;
  /** Requests of nobody who is signed in that one address may make in a minute: a whole office may stand behind one. */
  readonly addressReadsAMinute: number;
  readonly addressWritesAMinute: number;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** How many requests of this route one owner may make in a minute, where they are counted by themselves. */
    mostAMinute?: number;
  }
}

/** What whoever asks is told of the requests that are left, as names and values in turns. */
export type RequestsLeft = readonly [string, string, string, string, string, string];

/** Counts the requests of one owner in a minute. */
class Budget {
  readonly #counts = new WindowCounts();

  /** Whether one more may come. */
  hasRoom(owner: string, most: number): boolean {
    return this.#counts.of(owner) < most;
  }

  /** Counts one more. Throws `WG_TOO_MANY` where there were as many as may be. */
  take(owner: string, most: number): RequestsLeft {
    const hasRoom = this.hasRoom(owner, most);
    // After the count was looked at, which may have begun another minute.
    const seconds = this.#counts.secondsLeft();
    if (!hasRoom) throw tooMany(`expected at most ${most} requests a minute`, seconds);
    this.#counts.add(owner);
    const left = most - this.#counts.of(owner);
    return ['x-ratelimit-limit', String(most), 'x-ratelimit-remaining', String(left), 'x-ratelimit-reset', String(seconds)];
  }
}

/**
 * Limits what one person who is signed in, and what one address where nobody is, may ask of the API. An address is no measure of persons:
 * an office sits behind one.
 */
export class RequestCounts {
  readonly #limits: RequestLimits;
  readonly #reads = new Budget();
  readonly #writes = new Budget();

  constructor(limits: RequestLimits) {
    this.#limits = limits;
  }

  /** Whether `asker` may read once more in this minute. */
  hasRoomToRead(asker: Asker): boolean {
    return this.#reads.hasRoom(workOwner(asker), this.#mostReads(asker));
  }

  /** Counts a read of `asker`. Throws `WG_TOO_MANY`. */
  takeRead(asker: Asker): RequestsLeft {
    return this.#reads.take(workOwner(asker), this.#mostReads(asker));
  }

  /** Counts each request of `api` but those of routes that are counted by themselves. */
  limit(api: FastifyInstance): void {
    const apart = new Map<string, Budget>();
    api.addHook('onRequest', (request, reply, done) => {
      const { config, url = '' } = request.routeOptions;
      const { mostAMinute } = config;
      if (mostAMinute === undefined) tell(reply, this.#take(request));
      else tell(reply, budgetOf(apart, url).take(workOwner(request), mostAMinute));
      done();
    });
  }

  #take(request: FastifyRequest): RequestsLeft {
    if (request.method === 'GET' || request.method === 'HEAD') return this.takeRead(request);
    const { writesAMinute, addressWritesAMinute } = this.#limits;
    return this.#writes.take(workOwner(request), request.caller.kind === 'person' ? writesAMinute : addressWritesAMinute);
  }

  #mostReads({ caller }: Asker): number {
    const { readsAMinute, addressReadsAMinute } = this.#limits;
    return caller?.kind === 'person' ? readsAMinute : addressReadsAMinute;
  }
}

/** Limits what one address may ask in a minute of what is given to anybody and is made for who asks. */
export function limitAddressRate(app: FastifyInstance, most: number): void {
  const budget = new Budget();
  app.addHook('onRequest', ({ ip }, reply, done) => {
    tell(reply, budget.take(workOwner({ ip }), most));
    done();
  });
}

function budgetOf(budgets: Map<string, Budget>, name: string): Budget {
  const budget = budgets.get(name) ?? new Budget();
  budgets.set(name, budget);
  return budget;
}

function tell(reply: FastifyReply, left: RequestsLeft): void {
  for (let at = 0; at < left.length; at += 2) reply.header(left[at] ?? '', left[at + 1]);
}
