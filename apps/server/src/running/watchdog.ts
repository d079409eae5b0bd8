import { AsyncLocalStorage, createHook } from 'node:async_hooks';
import { nameBackground } from '@westgate/base';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What held the loop. */
export interface Held {
  /** The route, as `GET /api/v1/places/:id`, or the name of work in the background; `the machine` where this process did next to nothing. */
  readonly work: string;
  /** Milliseconds in which nothing else was done. */
  readonly heldMs: number;
  /** Milliseconds of processor time that the whole process took meanwhile. */
  readonly processorMs: number;
}

/** When the loop counts as held, and how often it is looked at, in milliseconds. */
export interface WatchdogLimits {
  readonly heldMs: number;
  readonly eachMs: number;
}

const WATCHDOG_LIMITS: WatchdogLimits = { heldMs: 200, eachMs: 50 };

/** Where less than this share of the limit was spent on the processor, others had it. */
const LEAST_SHARE = 0.25;
const UNNAMED = 'work without a name';
const OTHERS = 'the machine';

const works = new AsyncLocalStorage<string>();

/** The longest of the calls that the loop made since it was last looked at. */
const longest = { ms: 0, work: UNNAMED };

/** Watches that nothing holds the loop of this process, and names what did. */
export class Watchdog {
  readonly #limits: WatchdogLimits;
  readonly #onHeld: (held: Held) => void;
  readonly #hook = createHook({ before: begin, after: end });
  readonly #timer: NodeJS.Timeout;
  #lastMs = performance.now();
  #processor = process.cpuUsage();
  /** How often the loop was held since the start. */
  count = 0;

  /** Begins to watch. `onHeld` is told each time that the loop was held. */
  constructor(onHeld: (held: Held) => void, limits: WatchdogLimits = WATCHDOG_LIMITS) {
    this.#limits = limits;
    this.#onHeld = onHeld;
    this.#hook.enable();
    this.#timer = setInterval(() => this.#look(), limits.eachMs).unref();
    nameBackground((name, work) => works.run(name, work));
  }

  close(): void {
    this.#hook.disable();
    clearInterval(this.#timer);
  }

  #look(): void {
    const now = performance.now();
    const { user, system } = process.cpuUsage(this.#processor);
    const heldMs = Math.round(now - this.#lastMs - this.#limits.eachMs);
    const processorMs = Math.round((user + system) / 1_000);
    const work = processorMs < this.#limits.heldMs * LEAST_SHARE ? OTHERS : longest.work;
    this.#lastMs = now;
    this.#processor = process.cpuUsage();
    longest.ms = 0;
    longest.work = UNNAMED;
    if (heldMs <= this.#limits.heldMs) return;
    this.count += 1;
    this.#onHeld({ work, heldMs, processorMs });
  }
}

/** Has the work of each request known by its route. */
export function nameRequests(app: FastifyInstance): void {
  const name = (request: FastifyRequest, _reply: unknown, done: () => void): void =>
    works.run(`${request.method} ${request.routeOptions.url ?? 'nowhere'}`, done);
  app.addHook('onRequest', name);
  // What reads the body leaves the context.
  app.addHook('preValidation', name);
}

let begunMs = 0;

function begin(): void {
  begunMs = performance.now();
}

function end(): void {
  const ms = performance.now() - begunMs;
  if (ms <= longest.ms) return;
  longest.ms = ms;
  longest.work = works.getStore() ?? UNNAMED;
}
