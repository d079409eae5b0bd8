import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './problem.ts';

/** A request, as the work that was begun for it knows it. */
export interface RequestWork {
  readonly id: string;
  /** Whether it has its answer, or its caller is gone. */
  isOver(): boolean;
  /** Ends it because of a fault of ours: with a problem where nothing was answered yet, else by breaking the answer off. */
  fail(error: Error): void;
}

const works = new AsyncLocalStorage<RequestWork>();

/** The request for which is done what is being done; undefined where it is for none. */
export function requestNow(): RequestWork | undefined {
  return works.getStore();
}

/** Lets all that comes of a request of `app` know which it is. */
export function addRequestWork(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => works.run(workOf(request, reply), done));
  // Reading the body leaves the context.
  app.addHook('preHandler', (request, reply, done) => works.run(workOf(request, reply), done));
}

function workOf(request: FastifyRequest, reply: FastifyReply): RequestWork {
  const { raw } = reply;
  return {
    id: request.id,
    isOver: () => raw.writableEnded || raw.destroyed,
    fail(error) {
      if (raw.writableEnded || raw.destroyed) return;
      if (reply.sent || raw.headersSent) raw.destroy();
      else sendProblem(request, reply, error);
    },
  };
}
