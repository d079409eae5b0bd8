import type { FastifyInstance } from 'fastify';

/**
 * Lets pages of other sites read what the public may know: GET alone, and without cookies or keys, as browsers send neither where an answer is for `*`. In an office without
 * accounts nothing is shared: there everything is told to who asks.
 */
export function shareReads(api: FastifyInstance, hasAccounts: () => boolean): void {
  api.addHook('onRequest', ({ method }, reply, done) => {
    if ((method === 'GET' || method === 'HEAD') && hasAccounts()) reply.header('access-control-allow-origin', '*');
    done();
  });
}
