import { districtSchema } from '@westgate/contract';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { parseInput } from '../http/parse.ts';
import { noParams } from '../http/route.ts';
import type { Office } from '../office.ts';

/** Adds the two probes: alive, and ready to answer. `isClosing` says whether the server is on its way out. */
export function addProbes(app: FastifyInstance, office: Office, isClosing: () => boolean): void {
  const { desk } = office;
  const alive = { summary: 'The process is alive', tags: ['probes'], response: { 200: z.object({ alive: z.boolean() }) } };
  app.get('/healthz', { schema: alive }, async (request, reply) => {
    parseInput(noParams, request.query, 'query');
    return reply.header('cache-control', 'no-store').send({ alive: true });
  });
  const ready = {
    summary: 'Requests are answered; 503 while the server closes',
    tags: ['probes'],
    response: { 200: districtSchema.readiness, 503: districtSchema.readiness },
  };
  app.get('/readyz', { schema: ready }, async (request, reply) => {
    parseInput(noParams, request.query, 'query');
    const isReady = !isClosing();
    const answer = { ready: isReady, seq: desk.seq, mode: desk.mode, note: desk.note };
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(answer);
  });
}
