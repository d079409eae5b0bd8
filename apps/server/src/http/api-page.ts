import type { FastifyInstance } from 'fastify';
import { apiPage } from './api-html.ts';
import { type OpenApi, tidyOpenApi } from './openapi.ts';
import { PAGE_CSS } from './page-css.ts';

/** Adds the OpenAPI document and the page to read it on. Both are made once, when first asked for. */
export function addApiPage(app: FastifyInstance): void {
  let made: { readonly json: string; readonly html: string } | null = null;
  const make = (): { readonly json: string; readonly html: string } => {
    if (made) return made;
    const document: OpenApi = tidyOpenApi(app.swagger());
    made = { json: JSON.stringify(document), html: apiPage(document) };
    return made;
  };
  const add = (url: string, type: string, body: () => string): void => {
    app.get(url, { schema: { hide: true } }, async (_request, reply) => reply.type(type).header('cache-control', 'no-cache').send(body()));
  };
  add('/api/openapi.json', 'application/json; charset=utf-8', () => make().json);
  add('/api/', 'text/html; charset=utf-8', () => make().html);
  add('/api/page.css', 'text/css; charset=utf-8', () => PAGE_CSS);
  app.get('/api', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/api/', 308));
}
