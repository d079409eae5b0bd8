import type { FastifyRequest } from 'fastify';

/**
 * The part of a file of `bytes` bytes that a request asks for, its first and last byte; null for the whole file: where no single part is asked for, and
 * where what the caller holds is of another file than `etag` (RFC 9110). `beyond`: there is no such part.
 */
export function byteRange(
  { method, headers }: Pick<FastifyRequest, 'method' | 'headers'>,
  bytes: number,
  etag: string,
): { readonly first: number; readonly last: number } | 'beyond' | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '') ?? [];
  const held = headers['if-range'] ?? etag;
  if (method !== 'GET' || held !== etag || (from === '' && to === '')) return null;
  if (from !== '' && to !== '' && Number(to) < Number(from)) return null;
  const first = from === '' ? Math.max(0, bytes - Number(to)) : Number(from);
  const last = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  return first < bytes ? { first, last } : 'beyond';
}
