import type { Database, Sql } from './sql/port.ts';

/**
 * A count that two threads share: it goes up when a statement begins and again when it ends. Odd and unchanged for long, it tells the one
 * thread that the other is held up by one statement; a call of many short statements is never taken for a slow one.
 */
export class Pulse {
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

/** Tells when `pulse` has stood in one statement for more than `limitMs`. To be asked again and again, with the time of a clock that never goes back. */
export function slowWatch(pulse: Pulse, limitMs: number): (nowMs: number) => boolean {
  let seen = pulse.value;
  let sinceMs = 0;
  return (nowMs) => {
    const { value } = pulse;
    if (value !== seen) [seen, sinceMs] = [value, nowMs];
    return (value & 1) === 1 && nowMs - sinceMs > limitMs + pulse.extraMs;
  };
}
