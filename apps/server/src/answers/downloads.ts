import { createReadStream } from 'node:fs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answeredAs } from '../people/caller.ts';
import type { View } from '../view.ts';
import { type AnswerFileLimits, AnswerFiles, type OnError, type Parts } from './answer-files.ts';
import type { RunningAnswers } from './running-answers.ts';

/** Bytes of a download that stand in memory for one who takes it. */
const PART_BYTES = 64 * 1024;

/** Named downloads: made once into a file for all who ask alike, sent from there as fast as each takes it. */
export class Downloads {
  readonly #running: RunningAnswers;
  readonly #files: AnswerFiles;

  constructor(
    folderOf: () => string,
    limits: AnswerFileLimits,
    { running, onError }: { readonly running: RunningAnswers; readonly onError: OnError },
  ) {
    this.#running = running;
    this.#files = new AnswerFiles(folderOf, limits, onError);
  }

  /**
   * Answers with what `make` gives, its headers set on `reply`. `rests`: all that it rests on. Throws `WG_TOO_MANY` where the caller, or
   * everyone together, has too many downloads.
   */
  async send(request: FastifyRequest, reply: FastifyReply, rests: string, make: () => Parts | Promise<Parts>): Promise<FastifyReply> {
    this.#running.beginDownload(request, reply);
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    if (reply.raw.destroyed) gone.abort();
    try {
      const { path, bytes } = await this.#files.of(rests, () => partsOf(make), gone.signal);
      this.#running.countDownload(request, bytes);
      reply.header('content-length', bytes);
      return reply.send(createReadStream(path, { highWaterMark: PART_BYTES }));
    } catch (error) {
      if (!gone.signal.aborted) throw error;
      return reply.hijack();
    }
  }

  close(): Promise<void> {
    return this.#files.close();
  }
}

async function* partsOf(make: () => Parts | Promise<Parts>): AsyncGenerator<string | Uint8Array> {
  yield* await make();
}

/** What an answer of `view` at the address of `request` rests on, for those who are answered as whoever asks is. */
export function restsOn(request: FastifyRequest, { seq, asOf, today }: Pick<View, 'seq' | 'asOf' | 'today'>): string {
  return [answeredAs(request.caller), seq, asOf, today, request.url].join(' ');
}
