/** Work that is done one after the other. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Fulfilled once all work that was taken by now is over, whether it went well or not. */
  get last(): Promise<unknown> {
    return this.#last;
  }

  /** What `work` gives, which begins once all that was taken before it is over. */
  take<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
