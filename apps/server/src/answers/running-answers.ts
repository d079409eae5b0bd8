import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Asker, workOwner } from '../caller/caller.ts';
import { tooMany } from '../caller/too-many.ts';

/** How much of the answers may be under way, for one caller and in all. */
export interface RunningLimits {
  /** Named downloads that run at the same time: for a person who is signed in, for an address where nobody is, in all. */
  readonly downloads: number;
  readonly addressDownloads: number;
  readonly allDownloads: number;
  /** Bytes of downloads that a person, or an address where nobody is signed in, may begin in a minute. */
  readonly downloadBytesAMinute: number;
  /** Bytes of answers made and not yet taken: for one caller, and in all. */
  readonly waitingBytes: number;
  readonly allWaitingBytes: number;
  /** Whoever takes fewer bytes than `takenBytes` in `takenMs` milliseconds while more wait is let go. */
  readonly takenBytes: number;
  readonly takenMs: number;
}

const MINUTE_MS = 60_000;

/** What is under way in all: all 0 when nobody asks. */
export interface AnswerCounts {
  readonly downloads: number;
  readonly waitingBytes: number;
  /** Answers that are being taken. */
  readonly taking: number;
  /** Callers that have any of it. */
  readonly callers: number;
}

/** What one caller has under way. */
interface Account {
  downloads: number;
  waitingBytes: number;
  /** Bytes of the downloads begun since `since`, a time of the monotonic clock in milliseconds. */
  begunBytes: number;
  since: number;
}

/** An answer that is being taken, and how far it was at the last look that saw enough go. */
interface Taking {
  taken: number;
  at: number;
}

/** The answers that are under way: nobody has more of them than the limits say, and nobody holds one without taking it. */
export class RunningAnswers {
  readonly #limits: RunningLimits;
  readonly #accounts = new Map<string, Account>();
  readonly #taking = new Map<ServerResponse, Taking>();
  readonly #looking: NodeJS.Timeout;
  #downloads = 0;
  #waitingBytes = 0;

  constructor(limits: RunningLimits) {
    this.#limits = limits;
    this.#looking = setInterval(() => this.#look(), Math.max(10, limits.takenMs / 4));
    this.#looking.unref();
  }

  get counts(): AnswerCounts {
    return {
      downloads: this.#downloads,
      waitingBytes: this.#waitingBytes,
      taking: this.#taking.size,
      callers: [...this.#accounts.values()].filter(({ downloads, waitingBytes }) => downloads > 0 || waitingBytes > 0).length,
    };
  }

  /** Takes room for one download until the answer has ended; none for whoever has gone already. Throws `WG_TOO_MANY`, with `Retry-After`, where there is none. */
  beginDownload(request: FastifyRequest, reply: FastifyReply): void {
    if (isGone(reply)) return;
    const { downloads, addressDownloads, allDownloads } = this.#limits;
    const account = this.#accountOf(request);
    const most = request.caller.kind === 'person' ? downloads : addressDownloads;
    if (account.downloads >= most) throw tooMany(`expected at most ${most} downloads at a time of one caller`, 5);
    if (this.#downloads >= allDownloads) throw tooMany(`expected at most ${allDownloads} downloads at a time`, 5);
    this.requireBytesLeft(request);
    account.downloads += 1;
    this.#downloads += 1;
    reply.raw.once('close', () => {
      account.downloads -= 1;
      this.#downloads -= 1;
    });
  }

  /** Throws `WG_TOO_MANY`, with `Retry-After`, where the caller has begun as many bytes in this minute as it may. */
  requireBytesLeft(request: FastifyRequest): void {
    const { downloadBytesAMinute } = this.#limits;
    const account = this.#accountOf(request);
    const now = performance.now();
    if (now - account.since > MINUTE_MS) Object.assign(account, { begunBytes: 0, since: now });
    if (account.begunBytes < downloadBytesAMinute) return;
    const left = Math.ceil((account.since + MINUTE_MS - now) / 1000);
    throw tooMany(`expected at most ${downloadBytesAMinute} bytes of downloads a minute of one caller`, left);
  }

  /** Counts the bytes of a download or picture that begins. */
  countDownload(request: FastifyRequest, bytes: number): void {
    this.#accountOf(request).begunBytes += bytes;
  }

  /**
   * Watches an answer until it has ended; `bytes` of it stand in memory until they are taken, and none where whoever asked has gone. Throws `WG_TOO_MANY` where too many wait already.
   */
  beginAnswer(request: Asker, reply: Pick<FastifyReply, 'raw'>, bytes: number): void {
    if (isGone(reply)) return;
    const { waitingBytes, allWaitingBytes } = this.#limits;
    const account = this.#accountOf(request);
    if (bytes > 0 && account.waitingBytes + bytes > waitingBytes)
      throw tooMany('expected that answers given before are taken before more are asked for', 5);
    if (bytes > 0 && this.#waitingBytes + bytes > allWaitingBytes) throw tooMany('expected fewer answers that wait to be taken', 5);
    account.waitingBytes += bytes;
    this.#waitingBytes += bytes;
    this.#taking.set(reply.raw, { taken: takenOf(reply.raw), at: performance.now() });
    reply.raw.once('close', () => {
      this.#taking.delete(reply.raw);
      account.waitingBytes -= bytes;
      this.#waitingBytes -= bytes;
    });
  }

  close(): void {
    clearInterval(this.#looking);
  }

  #accountOf(request: Asker): Account {
    const key = workOwner(request);
    const account = this.#accounts.get(key) ?? { downloads: 0, waitingBytes: 0, begunBytes: 0, since: performance.now() };
    this.#accounts.set(key, account);
    return account;
  }

  /** Lets go whoever does not take what waits, and forgets callers of whom nothing is to be remembered. */
  #look(): void {
    const { takenBytes, takenMs } = this.#limits;
    const now = performance.now();
    for (const [response, held] of this.#taking) {
      const taken = takenOf(response);
      if (taken - held.taken >= takenBytes || !isWaiting(response)) Object.assign(held, { taken, at: now });
      else if (now - held.at >= takenMs) response.socket?.resetAndDestroy();
    }
    for (const [key, { downloads, waitingBytes, since }] of this.#accounts)
      if (downloads === 0 && waitingBytes === 0 && now - since > MINUTE_MS) this.#accounts.delete(key);
  }
}

/** Whether whoever asked hung up before there was an answer: its end was told then, and is not told again. */
function isGone({ raw }: Pick<FastifyReply, 'raw'>): boolean {
  return raw.destroyed || raw.closed;
}

/** Bytes that the operating system has taken over for the connection of `response`. */
function takenOf({ socket }: ServerResponse): number {
  return socket ? socket.bytesWritten - socket.writableLength : 0;
}

/** Whether bytes of the answer wait in this process for whoever asked. */
function isWaiting({ socket, writableLength }: ServerResponse): boolean {
  return writableLength > 0 || (socket?.writableLength ?? 0) > 0;
}
