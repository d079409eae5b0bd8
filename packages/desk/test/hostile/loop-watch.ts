import { readFileSync } from 'node:fs';

const EACH_MS = 20;

/**
 * Watches how long the main thread holds its loop while something is under way. Counted is the processor time that this thread itself spent in
 * a gap, not the time that a busy machine kept it waiting; where the system does not tell that of a thread, the time of the whole process.
 */
export class LoopWatch {
  #lastMs = 0;
  #lastProcessorMs = 0;
  #worstMs = 0;
  readonly #timer = setInterval(() => this.#look(), EACH_MS).unref();

  begin(): void {
    this.#worstMs = 0;
    this.#mark();
  }

  /** The longest that the loop was held since `begin`, in milliseconds. */
  end(): number {
    this.#look();
    return this.#worstMs;
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const gapMs = performance.now() - this.#lastMs;
    const spentMs = processorMs() - this.#lastProcessorMs;
    this.#worstMs = Math.max(this.#worstMs, Math.min(gapMs, spentMs));
    this.#mark();
  }

  #mark(): void {
    this.#lastMs = performance.now();
    this.#lastProcessorMs = processorMs();
  }
}

/** Milliseconds of processor time that the main thread has had. */
function processorMs(): number {
  try {
    const [nanoseconds = '0'] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'latin1').split(' ');
    return Number(nanoseconds) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  }
}
