import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from '@westgate/desk';
import type { Limits } from './limits.ts';

/** Whoever asks begins sooner than this. */
const SILENT_MS = 2_000;

/**
 * Keeps room for others: one address holds only so many connections, and where all are taken the address with the most gives one up. Those on which
 * nothing is asked any more go first, then those on which nothing was asked for a while, the oldest before others; where none is, the newcomer goes. Behind another server every connection comes from that
 * one: `isBehind`, and the address says nothing.
 */
export function limitConnections(server: Server, limits: Pick<Limits, 'connections' | 'connectionsAnAddress'>, isBehind: boolean): void {
  const byAddress = new Map<string, Set<Socket>>();
  const asked = new Set<Socket>();
  const answered = new WeakSet<Socket>();
  const cameMs = new WeakMap<Socket, number>();
  let open = 0;
  const idleOf = (address: string): Socket | undefined => {
    const idle = [...(byAddress.get(address) ?? [])].filter((socket) => !asked.has(socket));
    const silentSinceMs = performance.now() - SILENT_MS;
    return idle.find((socket) => answered.has(socket)) ?? idle.find((socket) => (cameMs.get(socket) ?? 0) < silentSinceMs);
  };
  const fullest = (): string =>
    [...byAddress].reduce((most, [address, { size }]) => (size > most.size ? { address, size } : most), { address: '', size: 0 }).address;
  server.on('connection', (socket: Socket) => {
    const address = networkOf(socket.remoteAddress ?? '');
    const own = byAddress.get(address) ?? new Set<Socket>();
    const isTooMany = !isBehind && own.size >= limits.connectionsAnAddress;
    const [isFull, from] = [isTooMany || open >= limits.connections, isTooMany ? address : fullest()];
    const gone = isFull ? idleOf(from) : undefined;
    if (isFull && !gone) {
      socket.destroy();
      return;
    }
    gone?.destroy();
    if (gone) leave(gone, from);
    byAddress.set(address, own.add(socket));
    cameMs.set(socket, performance.now());
    open += 1;
    socket.once('close', () => leave(socket, address));
  });
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    asked.add(socket);
    response.once('close', () => {
      asked.delete(socket);
      answered.add(socket);
    });
  });

  function leave(socket: Socket, address: string): void {
    const own = byAddress.get(address);
    if (!own?.delete(socket)) return;
    if (own.size === 0) byAddress.delete(address);
    open -= 1;
  }
}
