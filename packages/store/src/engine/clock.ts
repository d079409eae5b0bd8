import type { InstantString } from '@westgate/base';
import { STORE_PERIODS } from '../limits/periods.ts';

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

  /** The time of deeds that are written together, where it is `now`: no others have it, by which they are known after a power cut. */
  timeOf(now: InstantString): InstantString {
    const last = this.#last;
    if (last === null || now > last || Date.parse(last) - Date.parse(now) >= STORE_PERIODS.aheadMs) return now;
    return new Date(Date.parse(last) + 1).toISOString() as InstantString;
  }

  /** Deeds were done `at` a time. */
  take(at: InstantString): void {
    this.look(at);
    this.#last = at;
  }
}
