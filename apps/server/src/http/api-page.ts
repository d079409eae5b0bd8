import type { FastifyInstance } from 'fastify';
import { PAGE_CSS } from './page-css.ts';

/** Adds the OpenAPI document and the page to read it on. */
export function addApiPage(app: FastifyInstance): void {
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('cache-control', 'no-cache').send(app.swagger()),
  );
  app.get('/api/page.css', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache').send(PAGE_CSS),
  );
}
