import type { Readable } from 'node:stream';
import { WestgateError } from '@westgate/base';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { RunningAnswers } from './running-answers.ts';

/**
 * Lets no answer of `api` be larger than `most` bytes but named downloads, which stream. One that would be is refused with what narrows it; it is a
 * fault of ours that the route did not page it. Every answer is watched until it was taken.
 */
export function limitAnswers(api: FastifyInstance, most: number, running: RunningAnswers): void {
  api.addHook('onSend', (request, reply, payload, done) => {
    const bytes = isStream(payload) ? null : sizeOf(payload);
    if (bytes === null && reply.getHeader('content-disposition') === undefined) throw new Error('a stream is no named download');
    if (bytes !== null && bytes > most) throw tooLarge(request, bytes, most);
    // What is refused is told whatever else waits.
    if (reply.statusCode < 400) running.beginAnswer(request, reply, bytes ?? 0);
    done(null, payload);
  });
}

/** Watches the answers of `app`, which are files of ours, until they were taken. */
export function watchAnswers(app: FastifyInstance, running: RunningAnswers): void {
  app.addHook('onSend', async (request, reply, payload) => {
    running.beginAnswer(request, reply, isStream(payload) ? 0 : sizeOf(payload));
    return payload;
  });
}

function sizeOf(payload: unknown): number {
  if (typeof payload === 'string') return Buffer.byteLength(payload);
  return payload instanceof Uint8Array ? payload.byteLength : 0;
}

function isStream(payload: unknown): payload is Readable {
  return typeof payload === 'object' && payload !== null && 'pipe' in payload;
}

function tooLarge(request: FastifyRequest, bytes: number, most: number): WestgateError {
  const { schema } = request.routeOptions;
  const query = schema?.querystring instanceof z.ZodObject ? Object.keys(schema.querystring.shape) : [];
  const narrowing = query.filter((name) => !['asOf', 'lang', 'sort'].includes(name));
  const by = narrowing.length > 0 ? `; ask for less of it by ${narrowing.join(', ')}` : '';
  return new WestgateError('WG_ANSWER_TOO_LARGE', `expected an answer of at most ${most} bytes, this one has ${bytes}${by}`, {
    bytes,
    most,
  });
}
