import type { FastifyRequest } from 'fastify';

/** What a request shows as a token or key; null for nothing. */
export function bearerIn({ headers }: Pick<FastifyRequest, 'headers'>): string | null {
  return /^Bearer (\S{1,200})$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}
