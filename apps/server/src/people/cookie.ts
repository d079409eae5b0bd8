import { isSecret } from '@westgate/desk';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** How browsers reach the office, as cookies are bound to it. */
export interface Reached {
  readonly isSecure: boolean;
  /** Through another server: where; null where it is this one. */
  readonly origin: string | null;
}

/** What of a request tells of its session, whether or not it goes the whole way. */
type Came = Pick<FastifyRequest, 'headers' | 'raw'>;

/**
 * Browsers send cookies to every port of a host: two offices on one machine keep theirs apart by the port that browsers know. It is the same at every
 * process of an office. `__Host-` binds it to https and this host.
 */
function nameFor(request: Came, { isSecure, origin }: Reached, kind: '' | 'way-' | 'device-' = ''): string {
  const port = origin === null ? (request.raw.socket.localPort ?? 0) : new URL(origin).port || (isSecure ? 443 : 80);
  return `${isSecure ? '__Host-' : ''}westgate-${kind}${port}`;
}

/** The secret of the session that the browser keeps; null for none. */
export function sessionIn(request: Came, reached: Reached): string | null {
  return cookieIn(request, nameFor(request, reached));
}

/** Has the browser keep `secret` until it is closed, or forget what it keeps (null). No script can read it, no other site can send it. */
export function keepSession(request: FastifyRequest, reply: FastifyReply, secret: string | null, reached: Reached): void {
  keep(reply, nameFor(request, reached), secret, reached);
}

/** What the browser keeps while its person is away at the directory; null for nothing. */
export function wayIn(request: FastifyRequest, reached: Reached): string | null {
  return cookieIn(request, nameFor(request, reached, 'way-'));
}

/** Has the browser keep `secret` while its person is away at the directory, or forget it (null). */
export function keepWay(request: FastifyRequest, reply: FastifyReply, secret: string | null, reached: Reached): void {
  keep(reply, nameFor(request, reached, 'way-'), secret, reached);
}

/** The mark by which the browser is known as one in which someone signed in before; null for none. */
export function deviceIn(request: FastifyRequest, reached: Reached): string | null {
  return cookieIn(request, nameFor(request, reached, 'device-'));
}

/** Has the browser keep the mark by which it is known, over many sessions. */
export function keepDevice(request: FastifyRequest, reply: FastifyReply, mark: string, reached: Reached): void {
  keep(reply, nameFor(request, reached, 'device-'), mark, reached, DEVICE_S);
}

/** As long as browsers keep any cookie: 400 days. */
const DEVICE_S = 400 * 24 * 60 * 60;

/** What the browser keeps under `name`; null for nothing, and for what was never given to a browser. */
function cookieIn({ headers }: Pick<Came, 'headers'>, name: string): string | null {
  const start = `${name}=`;
  const found = headers.cookie?.split(/;\s*/).find((part) => part.startsWith(start));
  const kept = found?.slice(start.length) ?? '';
  return isSecret(kept) ? kept : null;
}

/** `forS`: seconds, over the end of the browser; null: until it is closed. */
function keep(reply: FastifyReply, name: string, secret: string | null, { isSecure }: Reached, forS: number | null = null): void {
  const lifeS = secret === null ? 0 : forS;
  const end = lifeS === null ? '' : `; Max-Age=${lifeS}`;
  const secure = isSecure ? '; Secure' : '';
  reply.header('set-cookie', `${name}=${secret ?? ''}; Path=/; HttpOnly; SameSite=Strict${secure}${end}`);
}
