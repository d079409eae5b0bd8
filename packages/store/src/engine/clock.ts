import type { InstantString } from '@westgate/base';

/** Deeds are ordered by their numbers, so a clock that went back harms none; but their times then mislead, and that is said. */
export class Clock {
  #last: InstantString | null;
  #note: string | null = null;

  /** `last`: the time of the last deed; null for none. */
  constructor(last: InstantString | null) {
    this.#last = last;
  }

  /** What there is to say; null for nothing. */
  get note(): string | null {
    return this.#note;
  }

  /** It is `now`. */
  look(now: InstantString): void {
    const last = this.#last;
    const isBack = last !== null && now < last;
    this.#note = isBack
      ? `The clock of this machine went back: it says ${now}, the last deed was done at ${last}. Deeds keep their order.`
      : null;
  }

  /** A deed is done `now`. */
  take(now: InstantString): void {
    this.look(now);
    this.#last = now;
  }
}
