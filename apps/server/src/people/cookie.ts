import type { FastifyReply, FastifyRequest } from 'fastify';

/** Browsers send cookies to every port of a host: two offices on one machine keep theirs apart. `__Host-` binds it to https and this host. */
function nameFor(request: FastifyRequest, isSecure: boolean, kind: '' | 'way-' | 'device-' = ''): string {
  return `${isSecure ? '__Host-' : ''}westgate-${kind}${request.raw.socket.localPort ?? 0}`;
}

/** The secret of the session that the browser keeps; null for none. */
export function sessionIn(request: FastifyRequest, isSecure: boolean): string | null {
  return cookieIn(request, nameFor(request, isSecure));
}

/** Has the browser keep `secret` until it is closed, or forget what it keeps (null). No script can read it, no other site can send it. */
export function keepSession(request: FastifyRequest, reply: FastifyReply, secret: string | null, isSecure: boolean): void {
  keep(reply, nameFor(request, isSecure), secret, isSecure);
}

/** What the browser keeps while its person is away at the directory; null for nothing. */
export function wayIn(request: FastifyRequest, isSecure: boolean): string | null {
  return cookieIn(request, nameFor(request, isSecure, 'way-'));
}

/** Has the browser keep `secret` while its person is away at the directory, or forget it (null). */
export function keepWay(request: FastifyRequest, reply: FastifyReply, secret: string | null, isSecure: boolean): void {
  keep(reply, nameFor(request, isSecure, 'way-'), secret, isSecure);
}

/** The mark by which the browser is known as one in which someone signed in before; null for none. */
export function deviceIn(request: FastifyRequest, isSecure: boolean): string | null {
  const mark = cookieIn(request, nameFor(request, isSecure, 'device-'));
  return mark !== null && DEVICE.test(mark) ? mark : null;
}

/** Has the browser keep the mark by which it is known, over many sessions. */
export function keepDevice(request: FastifyRequest, reply: FastifyReply, mark: string, isSecure: boolean): void {
  keep(reply, nameFor(request, isSecure, 'device-'), mark, isSecure, DEVICE_S);
}

const DEVICE = /^[\w-]{43}$/;
/** As long as browsers keep any cookie: 400 days. */
const DEVICE_S = 400 * 24 * 60 * 60;

function cookieIn({ headers }: FastifyRequest, name: string): string | null {
  const start = `${name}=`;
  const found = headers.cookie?.split(/;\s*/).find((part) => part.startsWith(start));
  return found?.slice(start.length) || null;
}

/** `forS`: seconds, over the end of the browser; null: until it is closed. */
function keep(reply: FastifyReply, name: string, secret: string | null, isSecure: boolean, forS: number | null = null): void {
  const lifeS = secret === null ? 0 : forS;
  const end = lifeS === null ? '' : `; Max-Age=${lifeS}`;
  const secure = isSecure ? '; Secure' : '';
  reply.header('set-cookie', `${name}=${secret ?? ''}; Path=/; HttpOnly; SameSite=Strict${secure}${end}`);
}
