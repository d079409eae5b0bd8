import type { ServerResponse } from 'node:http';
import { type DayString, WestgateError } from '@westgate/base';
import type { ChangeMessage, RunMessage } from '@westgate/contract';
import type { Deed, Desk } from '@westgate/desk';
import { messageOf } from '../present/deed.ts';
import type { Periods } from '../running/periods.ts';
import { EventStream, type Hearing, type Telling } from './event-stream.ts';

/** Messages kept for those who come back: more than a screen misses while it reconnects. */
const MESSAGES_KEPT = 500;
/** Bytes that may wait for a caller that does not read; then it is let go, and comes back when it can. */
const WAITING_BYTES = 1_000_000;
/** Tells that nothing can be recorded any more, or again: the district says which, and why. */
const STATUS = emptyTelling('event: status\ndata: {}\n\n');
const BEAT = emptyTelling(': still here\n\n');

/** Whose streams are counted together: a person's, or those of an address where nobody has an account. */
export interface StreamOwner {
  readonly kind: 'person' | 'address';
  readonly id: string;
}

/** Who listens to the stream. */
export interface Listener {
  readonly owner: StreamOwner;
  /** The last message the caller has; null for a newcomer. */
  readonly lastSeq: number | null;
  /** How much of the messages the caller may hear, as it was found on coming in. */
  readonly heard: Hearing;
  /** The same as it stands now; null: nothing any more. */
  readonly hearing: () => Promise<Hearing | null>;
}

/** What a stream of changes is made with. */
export interface ChangeStreamOptions {
  /** Streams open at once; one more is refused. */
  readonly most: number;
  /** The same of one owner. */
  readonly mostOf: Readonly<Record<StreamOwner['kind'], number>>;
  /** The day it is in the district. */
  readonly today: () => DayString;
  readonly periods: Pick<Periods, 'beatMs' | 'lookMs' | 'stalledMs' | 'retryMs'>;
  /** Is told of a stream that had to end because its reader's right could not be read. */
  readonly onError: (error: Error, name: string) => void;
}

/** Tells every open screen of each deed (server-sent events). */
export class ChangeStream {
  readonly #open = new Map<EventStream, StreamOwner>();
  readonly #kept: ChangeMessage[] = [];
  readonly #firstSeq: number;
  readonly #desk: Desk;
  readonly #options: ChangeStreamOptions;
  readonly #stopListening: () => void;

  constructor(desk: Desk, options: ChangeStreamOptions) {
    this.#options = options;
    this.#desk = desk;
    this.#firstSeq = desk.seq;
    const { beatMs, lookMs } = options.periods;
    const beat = setInterval(() => this.#tellAll(BEAT), beatMs).unref();
    const look = setInterval(() => this.#lookAtAll(), lookMs).unref();
    const stops = [
      desk.onChange((deed) => this.#tell(deed)),
      desk.onStatus(() => this.#tellAll(STATUS)),
      () => clearInterval(beat),
      () => clearInterval(look),
    ];
    this.#stopListening = () => {
      for (const stop of stops) stop();
    };
  }

  /** Streams that are open. */
  get size(): number {
    return this.#open.size;
  }

  /** Throws `WG_TOO_MANY` where no more streams are taken, or none of this owner. */
  requireRoom(owner: StreamOwner): void {
    const { most, mostOf } = this.#options;
    const own = [...this.#open.values()].filter(({ kind, id }) => kind === owner.kind && id === owner.id).length;
    if (this.#open.size < most && own < mostOf[owner.kind]) return;
    const message = `expected at most ${most} open event streams, ${mostOf[owner.kind]} of one ${owner.kind}; close a window and try again`;
    throw new WestgateError('WG_TOO_MANY', message);
  }

  /** Keeps `response`, its headers sent, open for as long as its listener may hear something. */
  add(response: ServerResponse, { owner, lastSeq, heard, hearing }: Listener): void {
    const { periods, onError } = this.#options;
    const stream = new EventStream(response, {
      hearing,
      waitingBytes: WAITING_BYTES,
      waitingMessages: MESSAGES_KEPT,
      stalledMs: periods.stalledMs,
      onEnd: (ended) => this.#open.delete(ended),
      onError,
    });
    this.#open.set(stream, owner);
    // Whoever asked for something before this knows by the last deed whether one was done in between.
    const news = lastSeq === null ? this.#eventNow('begin') : this.#missedSince(lastSeq, heard);
    stream.begin(`retry: ${periods.retryMs}\n: open\n\n${news}`);
    if (response.destroyed) stream.end();
  }

  /** Tells how far a run is; whoever may not hear the whole, that there is something new of it. */
  tellRun(message: RunMessage): void {
    const text = (told: RunMessage): string => `event: run\ndata: ${JSON.stringify(told)}\n\n`;
    const bare = message.progress === null ? text({ id: '', state: null, progress: null }) : '';
    this.#tellAll({ whole: text(message), bare, isEmpty: false });
  }

  /** Ends every open connection. */
  close(): void {
    this.#stopListening();
    for (const stream of [...this.#open.keys()]) stream.end();
  }

  /** What a returning caller missed; `reset` where that is no longer known, so that it asks for everything again. */
  #missedSince(lastSeq: number, heard: Hearing): string {
    if (lastSeq === this.#desk.seq) return '';
    const oldest = this.#kept[0]?.seq ?? this.#desk.seq + 1;
    const isKnown = lastSeq >= this.#firstSeq && lastSeq >= oldest - 1 && lastSeq <= this.#desk.seq;
    if (isKnown)
      return this.#kept
        .filter((message) => message.seq > lastSeq)
        .map((message) => tellingOf(message)[heard])
        .join('');
    return this.#eventNow('reset');
  }

  /** An event by the number of the last deed, with whether anything can be recorded now: what a screen was told of that before is not told again. */
  #eventNow(event: 'begin' | 'reset'): string {
    return `id: ${this.#desk.seq}\nevent: ${event}\ndata: ${JSON.stringify({ mode: this.#desk.mode })}\n\n`;
  }

  #tell(deed: Deed): void {
    const message = messageOf(deed, this.#options.today());
    this.#kept.push(message);
    if (this.#kept.length > MESSAGES_KEPT) this.#kept.shift();
    this.#tellAll(tellingOf(message));
  }

  #tellAll(telling: Telling): void {
    for (const stream of [...this.#open.keys()]) stream.tell(telling);
  }

  #lookAtAll(): void {
    for (const stream of [...this.#open.keys()]) stream.look();
  }
}

function tellingOf(message: ChangeMessage): Telling {
  const text = (told: ChangeMessage): string => `id: ${message.seq}\ndata: ${JSON.stringify(told)}\n\n`;
  return { whole: text(message), bare: text({ ...message, verb: 'deed', tables: [], keys: [] }), isEmpty: false };
}

function emptyTelling(text: string): Telling {
  return { whole: text, bare: text, isEmpty: true };
}
