import type { FastifyReply, FastifyRequest } from 'fastify';

/** Browsers send cookies to every port of a host: two offices on one machine keep theirs apart. `__Host-` binds it to https and this host. */
function nameFor(request: FastifyRequest, isSecure: boolean, kind: '' | 'way-' = ''): string {
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

function cookieIn({ headers }: FastifyRequest, name: string): string | null {
  const start = `${name}=`;
  const found = headers.cookie?.split(/;\s*/).find((part) => part.startsWith(start));
  return found?.slice(start.length) || null;
}

function keep(reply: FastifyReply, name: string, secret: string | null, isSecure: boolean): void {
  const end = secret === null ? '; Max-Age=0' : '';
  const secure = isSecure ? '; Secure' : '';
  reply.header('set-cookie', `${name}=${secret ?? ''}; Path=/; HttpOnly; SameSite=Strict${secure}${end}`);
}
