import type { ServerResponse } from 'node:http';
import { inBackground } from '@westgate/base';

/** How much of each message someone may hear: all of it, or that there was something and no more. */
export type Hearing = 'whole' | 'bare';

/** One thing to tell, as it is told to who hears the whole and to others. */
export interface Telling {
  readonly whole: string;
  readonly bare: string;
  /** Nothing of the district is in it: it may be told on the last right that was known while rights cannot be read. */
  readonly isEmpty: boolean;
}

/** What holds for one stream. */
export interface StreamRules {
  /** How much may be heard now; null: nothing any more. Asked again for each message. */
  readonly hearing: () => Promise<Hearing | null>;
  /** Bytes that may wait for a caller that does not read. */
  readonly waitingBytes: number;
  /** A caller that takes no byte for this long is let go. */
  readonly stalledMs: number;
  /** Messages that may wait for the answer to {@link hearing}. */
  readonly waitingMessages: number;
  readonly onEnd: (stream: EventStream) => void;
  readonly onError: (error: Error, name: string) => void;
}

/**
 * The one owner of the answer to a listener. Whatever ends it (the right that went, the caller, the caller's connection, a caller that does not
 * read, the server) ends it once, and nothing is written after. Each message is told by the right that holds after the message came to be.
 */
export class EventStream {
  readonly #response: ServerResponse;
  readonly #rules: StreamRules;
  #waiting: Telling[] = [];
  #isAsking = false;
  #isOver = false;
  /** Since when the caller has taken nothing of what waits for it. */
  #stalledSince: number | null = null;

  /** Takes over `response`, whose headers are sent. */
  constructor(response: ServerResponse, rules: StreamRules) {
    this.#response = response;
    this.#rules = rules;
    response.on('error', () => this.end());
    response.on('close', () => this.end());
    response.on('drain', () => {
      this.#stalledSince = null;
    });
  }

  /** Tells at once what the caller may hear by the right it has just shown. */
  begin(text: string): void {
    this.#write(text);
  }

  /** Tells `telling`, after what was to be told before it, if the right holds by then. */
  tell(telling: Telling): void {
    if (this.#isOver) return;
    this.#waiting.push(telling);
    if (this.#waiting.length > this.#rules.waitingMessages) this.end();
    else this.look();
  }

  /** Reads the right again, and ends where it went or where the caller takes nothing. */
  look(): void {
    if (this.#isOver || this.#isAsking) return;
    if (this.#stalledSince !== null && performance.now() - this.#stalledSince > this.#rules.stalledMs) this.end();
    else inBackground('listening', () => this.#ask(), this.#failed);
  }

  /** Ends it; whatever ends it later finds it ended. */
  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#waiting = [];
    // What a slow caller has not taken yet must not reach it any more.
    if (this.#response.writableLength > 0) this.#response.destroy();
    else this.#response.end();
    this.#rules.onEnd(this);
  }

  async #ask(): Promise<void> {
    this.#isAsking = true;
    try {
      do {
        // The right is asked for after these came to be; what comes while it is asked for waits for the next answer.
        const tellings = this.#waiting.splice(0);
        const hearing = await this.#hearing(tellings);
        if (this.#isOver) return;
        if (hearing === null) return this.end();
        for (const telling of tellings) this.#write(telling[hearing]);
      } while (this.#waiting.length > 0);
    } finally {
      this.#isAsking = false;
    }
  }

  /** Where the right cannot be read, what is empty is told all the same; anything else ends the stream, and the browser asks anew. */
  async #hearing(tellings: readonly Telling[]): Promise<Hearing | null> {
    try {
      return await this.#rules.hearing();
    } catch (error) {
      if (tellings.every(({ isEmpty }) => isEmpty)) return 'bare';
      throw error;
    }
  }

  #write(text: string): void {
    if (this.#isOver || text === '') return;
    if (this.#response.writableLength > this.#rules.waitingBytes) this.end();
    else if (!this.#response.write(text)) this.#stalledSince ??= performance.now();
  }

  readonly #failed = (error: Error, name: string): void => {
    this.end();
    this.#rules.onError(error, name);
  };
}
