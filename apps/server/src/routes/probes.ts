import { districtSchema, nothing } from '@westgate/contract';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { parseInput } from '../http/parse.ts';
import type { Office } from '../office/office.ts';
import type { Faults } from '../running/faults.ts';
import type { Restarts } from '../running/restarts.ts';
import type { UpkeepWatch } from '../running/upkeep-watch.ts';

/** What the probes tell beside the desk. */
interface Told {
  /** Whether the server is on its way out. */
  readonly isClosing: () => boolean;
  readonly faults: Faults;
  readonly restarts: Restarts | null;
  readonly upkeep: UpkeepWatch;
}

/** Adds the two probes: alive, and ready to answer. */
export function addProbes(app: FastifyInstance, office: Office, { isClosing, faults, restarts, upkeep }: Told): void {
  const { desk } = office;
  const alive = { summary: 'The process is alive', tags: ['probes'], response: { 200: z.object({ alive: z.boolean() }) } };
  app.get('/healthz', { schema: alive }, async (request, reply) => {
    parseInput(nothing, request.query, 'query');
    return reply.header('cache-control', 'no-store').send({ alive: true });
  });
  const ready = {
    summary: 'Requests are answered and deeds are taken; 503 while the server closes, and while nothing can be recorded',
    tags: ['probes'],
    response: { 200: districtSchema.readiness, 503: districtSchema.readiness },
  };
  app.get('/readyz', { schema: ready }, async (request, reply) => {
    parseInput(nothing, request.query, 'query');
    const { mode, reason, note, seq } = desk;
    const isReady = !isClosing() && mode === 'ready';
    // What cannot be recorded may not be read either: then what was found before is told.
    const { backup, drill, overdue } = mode === 'ready' ? await upkeep.look() : upkeep.held;
    const done = { backup: backup?.at ?? null, drill: drill?.at ?? null, overdue: [...overdue] };
    const answer = { ready: isReady, seq, mode, reason, note, ...done, restarts, faults: faults.counts };
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(answer);
  });
}
