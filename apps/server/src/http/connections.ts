import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from '@westgate/desk';
import type { Limits } from './limits.ts';

/** A request that comes on more slowly holds its connection for nothing. */
const SLOW_BYTES_A_SECOND = 1_000;
/** Requests that may wait on a connection until those before them are answered. No browser asks ahead. */
const MOST_AHEAD = 16;

interface Connection {
  readonly socket: Socket;
  readonly address: string;
  readonly cameMs: number;
  /** The request that is answered now; null for none. */
  current: IncomingMessage | null;
  /** What answers those that wait behind it. */
  readonly ahead: (() => void)[];
  wasAnswered: boolean;
  /** When it was last looked at how much of a request had come, and how much that was; null where none is on its way. */
  look: { readonly ms: number; readonly bytes: number } | null;
  isSlow: boolean;
}

/**
 * Keeps room for others: one address holds only so many connections, and where all are taken the address with the most gives one up. Those on which
 * nothing is asked any more go first, then those on which nothing was asked for a while, then those on which a request does not come on; where
 * none is, the newcomer goes. Who does not take an answer is let go by what watches answers. Behind another server every connection comes from
 * that one: `isBehind`, and the address says nothing.
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
      current: null,
      ahead: [],
      wasAnswered: false,
      look: null,
      isSlow: false,
    };
    byAddress.set(address, (byAddress.get(address) ?? new Set()).add(came));
    bySocket.set(socket, came);
    open += 1;
    socket.once('close', () => leave(came));
  });
  // Node hands over every request that came in one packet, and never tells a response that waits behind another that its connection has gone: what
  // it holds would be held for good. So each is begun when the one before it is over.
  const answer = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const connection = bySocket.get(request.socket);
    if (!connection || request.socket.destroyed) return;
    const begin = (): void => {
      connection.current = request;
      response.once('close', () => {
        connection.current = null;
        connection.wasAnswered = true;
        if (!connection.socket.destroyed) connection.ahead.shift()?.();
      });
      for (const each of answer) each.call(server, request, response);
    };
    if (connection.current === null) begin();
    else if (connection.ahead.push(begin) > MOST_AHEAD) request.socket.destroy();
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
  const idle = all.filter(({ current }) => current === null);
  return (
    idle.find(({ wasAnswered }) => wasAnswered) ??
    idle.find(({ cameMs }) => cameMs < nowMs - silentMs) ??
    all.find(({ current, isSlow }) => current !== null && isSlow)
  );
}

/** Notes how fast a request came on since the last look. */
function lookAt(connection: Connection, { nowMs, silentMs }: { readonly nowMs: number; readonly silentMs: number }): void {
  const { socket, current, look } = connection;
  if (current === null || current.complete) {
    connection.look = null;
    connection.isSlow = false;
    return;
  }
  if (look !== null && nowMs - look.ms < silentMs) return;
  const bytes = socket.bytesRead;
  if (look !== null) connection.isSlow = ((bytes - look.bytes) * 1_000) / (nowMs - look.ms) < SLOW_BYTES_A_SECOND;
  connection.look = { ms: nowMs, bytes };
}
