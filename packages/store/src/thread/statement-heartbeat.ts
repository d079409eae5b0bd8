import type { Database, Sql } from '../sql/port.ts';

/**
 * A count that two threads share: it goes up when a statement begins and again when it ends. Odd and unchanged for long, it tells the one
 * thread that the other is held up by one statement; a call of many short statements is never taken for a slow one.
 */
export class StatementHeartbeat {
  readonly buffer: SharedArrayBuffer;
  readonly #cells: Int32Array;

  constructor(buffer = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)) {
    this.buffer = buffer;
    this.#cells = new Int32Array(buffer);
  }

  get value(): number {
    return Atomics.load(this.#cells, 0);
  }

  beat(): void {
    Atomics.add(this.#cells, 0, 1);
  }

  /** Milliseconds that a statement may now run beyond the limit. */
  get extraMs(): number {
    return Atomics.load(this.#cells, 1);
  }

  /** Lets each statement run `ms` longer from now on: the references of an import of a whole district are checked in one statement. */
  allow(ms: number): void {
    Atomics.store(this.#cells, 1, ms);
  }

  /** `database` with its statements counted. */
  watch(database: Database): Database {
    return {
      ...this.#counted(database),
      transaction: (work) => database.transaction((tx) => work(this.#counted(tx))),
      close: () => database.close(),
    };
  }

  #counted(sql: Sql): Sql {
    return {
      query: <Row>(text: string, params?: Parameters<Sql['query']>[1]) => this.#during(() => sql.query<Row>(text, params)),
      copy: (into, lines) => this.#during(() => sql.copy(into, lines)),
      exec: (text) => this.#during(() => sql.exec(text)),
    };
  }

  async #during<T>(statement: () => Promise<T>): Promise<T> {
    this.beat();
    try {
      return await statement();
    } finally {
      this.beat();
    }
  }
}

/** A moment on a clock that never goes back, and what the process had of the processor by then; in milliseconds. */
export interface Moment {
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** Now. The processor's time is that of all threads: where the others rest it is that of the one which is watched. */
export function momentNow(): Moment {
  const { user, system } = process.cpuUsage();
  return { wallMs: performance.now(), cpuMs: (user + system) / 1_000 };
}

/** A statement that gets no processor at all is waited for this many times as long. */
const STARVED = 4;

/**
 * Tells when `heartbeat` has stood in one statement for more than `limitMs`, by the clock and by the processor's time too: on a machine that is
 * busy with others a statement is not slow because it has to wait. To be asked again and again.
 */
export function slowWatch(heartbeat: StatementHeartbeat, limitMs: number): (now: Moment) => boolean {
  let seen = heartbeat.value;
  let since: Moment = { wallMs: 0, cpuMs: 0 };
  return (now) => {
    const { value } = heartbeat;
    if (value !== seen) [seen, since] = [value, now];
    const [wallMs, cpuMs] = [now.wallMs - since.wallMs, now.cpuMs - since.cpuMs];
    const mayMs = limitMs + heartbeat.extraMs;
    return (value & 1) === 1 && wallMs > mayMs && (cpuMs > mayMs || wallMs > STARVED * mayMs);
  };
}
