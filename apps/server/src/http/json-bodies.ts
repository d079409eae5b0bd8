import { expectedFound, JsonShape, WestgateError } from '@westgate/base';
import { runInWorker, workingFor } from '@westgate/desk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { workOwner } from '../caller/caller.ts';
import { requestSignal } from './request-signal.ts';

/** Nothing that is asked for goes deeper: a FeatureCollection within a field is some ten deep. */
const DEPTH = 40;
/** Values of a large body: an outline of 50,000 positions holds some 200,000. */
const LIMITS = { depth: DEPTH, count: 2_000_000, inputBytes: 64_000_000, wallMs: 20_000, memoryMb: 800 } as const;

/**
 * Reads JSON bodies: none goes deeper than any of ours, and one beyond `inlineBytes`, which few addresses take, is parsed in a worker. What comes
 * back from there is soon read, as it holds few values however long they are.
 */
export function addJsonBodies(app: FastifyInstance, inlineBytes: number): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    if (bytes.length > inlineBytes) return inWorker(request, bytes);
    const text = bytes.toString('utf8');
    const beyond = new JsonShape({ depth: DEPTH, count: inlineBytes }).faultIn(text);
    if (beyond === null) return parse(request, text, done);
    return done(new WestgateError('WG_INPUT_INVALID', expectedFound('body', beyond, { zh: '超出', en: 'more' })));
  });
}

function inWorker(request: FastifyRequest, bytes: Buffer): Promise<unknown> {
  return workingFor({ owner: workOwner(request), signal: requestSignal(request) }, () => runInWorker('parse-json', { bytes }, LIMITS));
}
