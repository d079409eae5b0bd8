import { districtSchema } from '@westgate/contract';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Faults } from '../faults.ts';
import { parseInput } from '../http/parse.ts';
import { noParams } from '../http/route.ts';
import type { Office } from '../office.ts';
import type { Restarts } from '../restarts.ts';

/** What the probes tell beside the desk. */
interface Told {
  /** Whether the server is on its way out. */
  readonly isClosing: () => boolean;
  readonly faults: Faults;
  readonly restarts: Restarts | null;
}

/** Adds the two probes: alive, and ready to answer. */
export function addProbes(app: FastifyInstance, office: Office, { isClosing, faults, restarts }: Told): void {
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
    const answer = { ready: isReady, seq: desk.seq, mode: desk.mode, note: desk.note, restarts, faults: faults.counts };
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(answer);
  });
}
