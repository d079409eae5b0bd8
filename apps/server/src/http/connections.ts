import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from '@westgate/desk';
import type { Limits } from './limits.ts';

/** A request or an answer that comes on more slowly holds its connection for nothing. */
const SLOW_BYTES_A_SECOND = 1_000;
/** Requests that are asked on a connection before the first is answered. No browser does that; each holds the beginning of its answer. */
const MOST_AHEAD = 4;

interface Connection {
  readonly socket: Socket;
  readonly address: string;
  readonly cameMs: number;
  readonly underway: Set<{ readonly request: IncomingMessage; readonly response: ServerResponse }>;
  wasAnswered: boolean;
  /** When it was last looked at how much went over it, and how much that was; null where nothing is on its way. */
  look: { readonly ms: number; readonly bytes: number } | null;
  isSlow: boolean;
}

/**
 * Keeps room for others: one address holds only so many connections, and where all are taken the address with the most gives one up. Those on which
 * nothing is asked any more go first, then those on which nothing was asked for a while, then those on which a request or an answer does not come on;
 * where none is, the newcomer goes. Behind another server every connection comes from that one: `isBehind`, and the address says nothing.
 */
export function limitConnections(
  server: Server,
  limits: Pick<Limits, 'connections' | 'connectionsAnAddress' | 'silentMs'>,
  isBehind: boolean,
): void {
  const byAddress = new Map<string, Set<Connection>>();
  const bySocket = new WeakMap<Socket, Connection>();
  let open = 0;
  const fullest = (): string =>
    [...byAddress].reduce((most, [address, { size }]) => (size > most.size ? { address, size } : most), { address: '', size: 0 }).address;
  server.on('connection', (socket: Socket) => {
    const address = networkOf(socket.remoteAddress ?? '');
    const isTooMany = !isBehind && (byAddress.get(address)?.size ?? 0) >= limits.connectionsAnAddress;
    const isFull = isTooMany || open >= limits.connections;
    const gone = isFull ? idleOf(byAddress.get(isTooMany ? address : fullest()) ?? new Set(), limits) : undefined;
    if (isFull && !gone) {
      socket.destroy();
      return;
    }
    if (gone) {
      gone.socket.destroy();
      leave(gone);
    }
    const came: Connection = {
      socket,
      address,
      cameMs: performance.now(),
      underway: new Set(),
      wasAnswered: false,
      look: null,
      isSlow: false,
    };
    byAddress.set(address, (byAddress.get(address) ?? new Set()).add(came));
    bySocket.set(socket, came);
    open += 1;
    socket.once('close', () => leave(came));
  });
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const connection = bySocket.get(request.socket);
    if (!connection) return;
    if (connection.underway.size >= MOST_AHEAD) {
      request.socket.destroy();
      return;
    }
    const asked = { request, response };
    connection.underway.add(asked);
    response.once('close', () => {
      connection.underway.delete(asked);
      connection.wasAnswered = true;
    });
  });

  function leave(connection: Connection): void {
    const own = byAddress.get(connection.address);
    if (!own?.delete(connection)) return;
    if (own.size === 0) byAddress.delete(connection.address);
    open -= 1;
  }
}

/** The connection of these that is missed least; none where each is used. */
function idleOf(connections: ReadonlySet<Connection>, { silentMs }: Pick<Limits, 'silentMs'>): Connection | undefined {
  const nowMs = performance.now();
  const all = [...connections];
  for (const each of all) lookAt(each, { nowMs, silentMs });
  const idle = all.filter(({ underway }) => underway.size === 0);
  return (
    idle.find(({ wasAnswered }) => wasAnswered) ??
    idle.find(({ cameMs }) => cameMs < nowMs - silentMs) ??
    all.find(({ underway, isSlow }) => underway.size > 0 && isSlow)
  );
}

/** Notes how fast what is on its way over a connection came on since the last look. Where the office works, or has nothing to tell, nothing is. */
function lookAt(connection: Connection, { nowMs, silentMs }: { readonly nowMs: number; readonly silentMs: number }): void {
  const { socket, underway, look } = connection;
  const isOnWay =
    [...underway].some(({ request, response }) => !request.complete || response.writableLength > 0) || socket.writableLength > 0;
  if (!isOnWay) {
    connection.look = null;
    connection.isSlow = false;
    return;
  }
  const bytes = socket.bytesRead + socket.bytesWritten - socket.writableLength;
  if (look !== null && nowMs - look.ms < silentMs) return;
  if (look !== null) connection.isSlow = ((bytes - look.bytes) * 1_000) / (nowMs - look.ms) < SLOW_BYTES_A_SECOND;
  connection.look = { ms: nowMs, bytes };
}
