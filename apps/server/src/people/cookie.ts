import type { FastifyReply, FastifyRequest } from 'fastify';

/** Browsers send cookies to every port of a host: two offices on one machine keep theirs apart. `__Host-` binds it to https and this host. */
function nameFor(request: FastifyRequest, isSecure: boolean): string {
  return `${isSecure ? '__Host-' : ''}westgate-${request.raw.socket.localPort ?? 0}`;
}

/** The secret of the session that the browser keeps; null for none. */
export function sessionIn(request: FastifyRequest, isSecure: boolean): string | null {
  const start = `${nameFor(request, isSecure)}=`;
  const found = request.headers.cookie?.split(/;\s*/).find((part) => part.startsWith(start));
  return found?.slice(start.length) || null;
}

/** Has the browser keep `secret` until it is closed, or forget what it keeps (null). No script can read it, no other site can send it. */
export function keepSession(request: FastifyRequest, reply: FastifyReply, secret: string | null, isSecure: boolean): void {
  const end = secret === null ? '; Max-Age=0' : '';
  const secure = isSecure ? '; Secure' : '';
  reply.header('set-cookie', `${nameFor(request, isSecure)}=${secret ?? ''}; Path=/; HttpOnly; SameSite=Strict${secure}${end}`);
}
