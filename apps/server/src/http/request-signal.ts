import type { IncomingMessage, ServerResponse } from 'node:http';
import { WestgateError } from '@westgate/base';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const signals = new WeakMap<IncomingMessage, AbortSignal>();

/** Lets {@link requestSignal} know all requests of `app`. */
export function addRequestSignals(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    signals.set(request.raw, signalOf(reply.raw));
    done();
  });
}

/** What ends when whoever asked hangs up before the whole answer went out: work for that caller alone ends with it. */
export function requestSignal({ raw }: Pick<FastifyRequest, 'raw'>): AbortSignal {
  const signal = signals.get(raw);
  if (!signal) throw new Error('invariant broken: a request has a signal from its first hook on');
  return signal;
}

function signalOf(response: ServerResponse): AbortSignal {
  const ending = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) ending.abort(new WestgateError('WG_TIMED_OUT', 'expected the caller to wait for the answer'));
  });
  return ending.signal;
}
