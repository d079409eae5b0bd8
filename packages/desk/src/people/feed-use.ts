import type { Access } from '@westgate/store';

const KIND = 'calendar feed';
const HOUR_MS = 60 * 60_000;
const KEPT_MS = 370 * 24 * HOUR_MS;

/** When calendar feeds were last read by a program, to the hour: kept beside the deeds for a year. */
export class FeedUse {
  readonly #access: Access;

  constructor(access: Access) {
    this.#access = access;
  }

  /** The last time a feed was read; null where it never was. */
  last(feed: string, now: Date): Promise<string | null> {
    return this.#access.peekShortLived(KIND, feed, now.getTime());
  }

  /** Notes that a feed was read now. */
  async note(feed: string, now: Date): Promise<void> {
    const hour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS).toISOString();
    const held = await this.last(feed, now);
    if (held === hour) return;
    if (held !== null) await this.#access.takeShortLived(KIND, feed, now.getTime(), held);
    await this.#access.putShortLived({ kind: KIND, key: feed, owner: '', held: hour, untilMs: now.getTime() + KEPT_MS }, now.getTime());
  }
}
