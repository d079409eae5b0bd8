/** What went wrong in this process since it began, that no caller was refused for. */
export interface FaultCounts {
  /** Requests that ended because something of their work failed outside of them. */
  readonly requests: number;
  /** Work in the background that failed, of no request. */
  readonly background: number;
}

/** Where faults are written. */
export interface FaultLog {
  error(told: object, message: string): void;
}

/** Counts and logs faults of our own. Each stands in the log with the name of the work or the id of the request. */
export class Faults {
  #log: FaultLog | null = null;
  #requests = 0;
  #background = 0;

  /** Writes to `log` from now on; before, faults are warnings of the process. */
  writeTo(log: FaultLog): void {
    this.#log = log;
  }

  get counts(): FaultCounts {
    return { requests: this.#requests, background: this.#background };
  }

  /** A request's work failed where nobody waited for it. */
  readonly ofRequest = (error: Error, requestId: string): void => {
    this.#requests += 1;
    this.#write(error, { requestId }, 'the work of a request failed outside of it');
  };

  /** Work named `name` failed that no request waits for. */
  readonly ofBackground = (error: Error, name: string): void => {
    this.#background += 1;
    this.#write(error, { work: name }, 'work in the background failed');
  };

  #write(err: Error, told: object, message: string): void {
    if (this.#log) this.#log.error({ err, ...told }, message);
    else process.emitWarning(err);
  }
}
