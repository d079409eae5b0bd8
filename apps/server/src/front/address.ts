import type { IncomingMessage } from 'node:http';

const LOOPBACK = /^(?:(?:::ffff:)?127(?:\.\d{1,3}){3}|::1)$/i;
const ADDRESS = /^[\da-f.:]+$/i;

/**
 * The address a request came from, as Fastify tells it. `isBehind`: programs of this machine stand between, and say whom they ask for. Null where that is not
 * plain.
 */
export function addressBehind({ socket, headers }: IncomingMessage, isBehind: boolean): string | null {
  const own = socket.remoteAddress ?? '';
  const said = headers['x-forwarded-for'];
  if (!isBehind || said === undefined) return own;
  const told = String(said).split(',');
  const all = [own, ...told.map((each) => each.trim()).reverse()];
  if (!all.every((each) => ADDRESS.test(each))) return null;
  return all.find((each) => !LOOPBACK.test(each)) ?? all.at(-1) ?? null;
}
