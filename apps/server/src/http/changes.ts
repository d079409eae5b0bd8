import type { ServerResponse } from 'node:http';
import { WestgateError } from '@westgate/base';
import type { ChangeMessage } from '@westgate/contract';
import type { Deed, Desk } from '@westgate/desk';
import { messageOf } from '../present/deed.ts';

const HEARTBEAT_MS = 15_000;
/** Messages kept for those who come back: more than a screen misses while it reconnects. */
const MESSAGES_KEPT = 500;
/** Bytes that may wait for a caller that does not read; then it is let go, and comes back when it can. */
const WAITING_BYTES = 1_000_000;
/** Milliseconds a browser waits before it asks again. */
const RETRY_MS = 1_000;
/** Tells that nothing can be recorded any more, or again: the district says which, and why. */
const STATUS = 'event: status\ndata: {}\n\n';

/** Who listens to the stream. */
export interface Listener {
  /** The last message the caller has; null for a newcomer. */
  readonly lastSeq: number | null;
  /** Nothing is hidden from the caller; others are told that there was a deed, and nothing of it. */
  readonly isWhole: boolean;
  /** Asked now and then: a session that ended is told nothing more. */
  readonly isAllowed: () => Promise<boolean>;
}

/** Tells every open screen of each deed (server-sent events). */
export class ChangeStream {
  readonly #open = new Map<ServerResponse, Listener>();
  readonly #kept: ChangeMessage[] = [];
  readonly #firstSeq: number;
  readonly #desk: Desk;
  readonly #most: number;
  readonly #stopListening: () => void;
  readonly #heartbeat: NodeJS.Timeout;

  /** @param most streams open at once; one more is refused. */
  constructor(desk: Desk, most: number) {
    this.#most = most;
    this.#desk = desk;
    this.#firstSeq = desk.seq;
    const stops = [desk.onChange((deed) => this.#tell(deed)), desk.onStatus(() => this.#send(() => STATUS))];
    this.#stopListening = () => {
      for (const stop of stops) stop();
    };
    this.#heartbeat = setInterval(() => void this.#beat(), HEARTBEAT_MS);
    this.#heartbeat.unref();
  }

  /** Throws `WG_TOO_MANY` where no more streams are taken. */
  requireRoom(): void {
    if (this.#open.size < this.#most) return;
    throw new WestgateError('WG_TOO_MANY', `expected at most ${this.#most} open event streams; close a window and try again`);
  }

  /** Keeps `response`, its headers sent, open. */
  add(response: ServerResponse, listener: Listener): void {
    const { lastSeq } = listener;
    response.write(`retry: ${RETRY_MS}\n: open\n\n`);
    if (lastSeq !== null && lastSeq !== this.#desk.seq) response.write(this.#missedSince(lastSeq, listener));
    this.#open.set(response, listener);
    response.on('close', () => this.#open.delete(response));
  }

  /** Ends every open connection. */
  close(): void {
    clearInterval(this.#heartbeat);
    this.#stopListening();
    for (const response of this.#open.keys()) response.end();
    this.#open.clear();
  }

  /** What a returning caller missed; `reset` where that is no longer known, so that it asks for everything again. */
  #missedSince(lastSeq: number, listener: Listener): string {
    const oldest = this.#kept[0]?.seq ?? this.#desk.seq + 1;
    const isKnown = lastSeq >= this.#firstSeq && lastSeq >= oldest - 1 && lastSeq <= this.#desk.seq;
    if (isKnown)
      return this.#kept
        .filter((message) => message.seq > lastSeq)
        .map((message) => eventOf(message, listener))
        .join('');
    return `id: ${this.#desk.seq}\nevent: reset\ndata: {}\n\n`;
  }

  #tell(deed: Deed): void {
    const message = messageOf(deed);
    this.#kept.push(message);
    if (this.#kept.length > MESSAGES_KEPT) this.#kept.shift();
    this.#send((listener) => eventOf(message, listener));
  }

  /** Says that the stream still stands, to those who may go on listening. */
  async #beat(): Promise<void> {
    for (const [response, { isAllowed }] of this.#open) if (!(await isAllowed())) response.end();
    this.#send(() => ': still here\n\n');
  }

  #send(textFor: (listener: Listener) => string): void {
    for (const [response, listener] of this.#open) {
      if (response.writableLength > WAITING_BYTES) response.destroy();
      else response.write(textFor(listener));
    }
  }
}

function eventOf(message: ChangeMessage, { isWhole }: Listener): string {
  const told = isWhole ? message : { ...message, verb: 'deed', tables: [], keys: [] };
  return `id: ${message.seq}\ndata: ${JSON.stringify(told)}\n\n`;
}
