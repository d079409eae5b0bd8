import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answeredAs } from '../caller/caller.ts';
import type { View } from '../view/view.ts';
import {
  type AnswerFileLimits,
  AnswerFiles,
  type GrowingFile,
  type HeldFile,
  type OnError,
  type Parts,
  type Rests,
} from './answer-files.ts';
import type { RunningAnswers } from './running-answers.ts';

/** How much is made and kept of downloads, and of evidence beside them. */
export interface DownloadLimits extends AnswerFileLimits {
  /** Bytes of evidence files that are kept beside the store for the next who asks. */
  readonly keptEvidenceBytes: number;
}

/** Bytes of a download that stand in memory for one who takes it. */
const PART_BYTES = 64 * 1024;

/** An evidence file, and what gives its bytes. */
interface Evidence {
  readonly sha256: string;
  /** A picture of a page: as there are many on one it is no download. */
  readonly isShown: boolean;
  readonly read: () => Promise<Uint8Array>;
}

/**
 * Answers that are files: named downloads, made once for all who ask alike, archives that take long to make, and evidence files; none of the three
 * waits for another. They are sent from the disk as fast as each takes them; what is long in the making, as it is made: where that fails the answer is
 * broken off, so that no part passes for the whole.
 */
export class Downloads {
  readonly #running: RunningAnswers;
  readonly #files: AnswerFiles;
  readonly #archives: AnswerFiles;
  readonly #evidence: AnswerFiles;

  constructor(
    folderOf: () => string,
    limits: DownloadLimits,
    { running, onError }: { readonly running: RunningAnswers; readonly onError: OnError },
  ) {
    this.#running = running;
    this.#files = new AnswerFiles(folderOf, limits, onError);
    this.#archives = new AnswerFiles(folderOf, limits, onError);
    this.#evidence = new AnswerFiles(
      folderOf,
      { ...limits, builds: Number.POSITIVE_INFINITY, keptAnswerBytes: limits.keptEvidenceBytes },
      onError,
    );
  }

  /**
   * Answers with what `make` gives, its headers set on `reply`. `rests`: all that it rests on; null where that is more than deeds tell: it is short,
   * and kept neither here nor by who takes it. Throws `WG_TOO_MANY` where the caller, or everyone together, has too many downloads.
   */
  async send(request: FastifyRequest, reply: FastifyReply, rests: Rests | null, make: () => Parts | Promise<Parts>): Promise<FastifyReply> {
    this.#running.beginDownload(request, reply);
    if (rests === null) {
      const bytes = await buffer(Readable.from(partsOf(make)));
      this.#running.countDownload(request, bytes.length);
      return reply.header('cache-control', 'no-store').send(bytes);
    }
    return this.#sendFile(request, reply, (signal) => this.#made(this.#files, request, rests, make, signal));
  }

  /** The same of an archive that takes long to make, for which no other download waits. */
  async sendArchive(request: FastifyRequest, reply: FastifyReply, rests: Rests, make: () => Parts | Promise<Parts>): Promise<FastifyReply> {
    this.#running.beginDownload(request, reply);
    return this.#sendFile(request, reply, (signal) => this.#made(this.#archives, request, rests, make, signal));
  }

  /** Answers with an evidence file or the part of it that is asked for, its headers set on `reply`, the ETag among them. Throws `WG_TOO_MANY` as {@link send} does, where it is not shown on a page. */
  async sendEvidence(request: FastifyRequest, reply: FastifyReply, { sha256, isShown, read }: Evidence): Promise<FastifyReply> {
    if (isShown) this.#running.requireBytesLeft(request);
    else this.#running.beginDownload(request, reply);
    const rests = { key: sha256, seq: null };
    reply.header('accept-ranges', 'bytes');
    return this.#sendFile(request, reply, (signal) => this.#evidence.of(rests, () => partsOf(async () => [await read()]), signal), true);
  }

  /** Lets go what was made before the deed `seq`: it may say what nobody may know any more. */
  keepSince(seq: number): void {
    for (const files of [this.#files, this.#archives]) files.keepSince(seq);
  }

  async close(): Promise<void> {
    await Promise.all([this.#files, this.#archives, this.#evidence].map((files) => files.close()));
  }

  /** The file as it grows only where the caller can tell a part of it from the whole: HTTP/1.0 knows no end but that of the connection. */
  #made(files: AnswerFiles, { method, raw }: FastifyRequest, rests: Rests, make: () => Parts | Promise<Parts>, signal: AbortSignal) {
    const isTold = method === 'GET' && raw.httpVersion !== '1.0';
    return files[isTold ? 'growing' : 'of'](rests, () => partsOf(make), signal);
  }

  async #sendFile(
    request: FastifyRequest,
    reply: FastifyReply,
    fileFor: (signal: AbortSignal) => Promise<HeldFile | GrowingFile>,
    isRanged = false,
  ): Promise<FastifyReply> {
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    if (reply.raw.destroyed) gone.abort();
    try {
      const file = await fileFor(gone.signal);
      if ('whole' in file) {
        file.whole.then(
          ({ bytes }) => this.#running.countDownload(request, bytes),
          () => undefined,
        );
        return reply.send(Readable.from(file.parts(), { objectMode: false }));
      }
      const { path, bytes, isNew } = file;
      const part = isRanged ? byteRange(request, bytes, String(reply.getHeader('etag'))) : null;
      const asked = part === 'beyond' ? 0 : part ? part.last - part.first + 1 : bytes;
      // What is read whole to give a part of it counts as whole.
      this.#running.countDownload(request, isNew ? bytes : asked);
      if (part === 'beyond') {
        reply.removeHeader('content-disposition').removeHeader('content-type');
        return reply.code(416).header('content-range', `bytes */${bytes}`).send();
      }
      const { first, last } = part ?? { first: 0, last: bytes - 1 };
      if (part) reply.code(206).header('content-range', `bytes ${first}-${last}/${bytes}`);
      reply.header('content-length', asked);
      return reply.send(createReadStream(path, { start: first, end: Math.max(first, last), highWaterMark: PART_BYTES }));
    } catch (error) {
      if (!gone.signal.aborted) throw error;
      return reply.hijack();
    }
  }
}

async function* partsOf(make: () => Parts | Promise<Parts>): AsyncGenerator<string | Uint8Array> {
  yield* await make();
}

/** What an answer of `view` at the address of `request` rests on, for those who are answered as whoever asks is. */
export function restsOn(request: FastifyRequest, { seq, asOf, today }: Pick<View, 'seq' | 'asOf' | 'today'>): Rests {
  return { key: [answeredAs(request.caller), seq, asOf, today, request.url].join(' '), seq };
}

/**
 * The part of a file of `bytes` bytes that a request asks for, its first and last byte; null for the whole file: where no single part is asked for, and
 * where what the caller holds is of another file than `etag` (RFC 9110). `beyond`: there is no such part.
 */
function byteRange(
  { method, headers }: Pick<FastifyRequest, 'method' | 'headers'>,
  bytes: number,
  etag: string,
): { readonly first: number; readonly last: number } | 'beyond' | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '') ?? [];
  const held = headers['if-range'] ?? etag;
  if (method !== 'GET' || held !== etag || (from === '' && to === '')) return null;
  if (from !== '' && to !== '' && Number(to) < Number(from)) return null;
  const first = from === '' ? Math.max(0, bytes - Number(to)) : Number(from);
  const last = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  return first < bytes ? { first, last } : 'beyond';
}
