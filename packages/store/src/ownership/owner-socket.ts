import { closeSync, constants, openSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { ownerSocketName, ownersFolder } from './owner-record.ts';

/** What came of knocking: somebody answered; nobody listens there any more; or neither, as on another machine. */
export type Answer = 'there' | 'gone' | 'unknown';

export interface OwnerSocket {
  close(): void;
}

/** The longest path that every system takes for a socket, in bytes. */
const MOST_BYTES = 100;

/**
 * Answers on a Unix socket in the folder that this process is there, so that another in a container of the same machine need not wait. Null
 * where the disk or the system has no sockets: others then wait and see.
 */
export async function openOwnerSocket(dataDir: string, number: number): Promise<OwnerSocket | null> {
  const path = socketPath(dataDir, number);
  if (!path) return null;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end('here');
  });
  const isOpen = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(path.name, () => resolve(true));
  });
  server.on('error', () => undefined);
  server.unref();
  path.close();
  if (!isOpen) return null;
  return {
    close() {
      server.close();
      rmSync(join(ownersFolder(dataDir), ownerSocketName(number)), { force: true });
    },
  };
}

/** Knocks at the socket of an owner. One that is stopped gives no answer, though its socket is there. */
export async function knock(dataDir: string, number: number, patienceMs: number): Promise<Answer> {
  const path = socketPath(dataDir, number);
  if (!path) return 'unknown';
  try {
    return await new Promise<Answer>((resolve) => {
      const socket = connect(path.name);
      const answer = (given: Answer): void => {
        socket.destroy();
        resolve(given);
      };
      socket.setTimeout(patienceMs, () => answer('unknown'));
      socket.once('data', () => answer('there'));
      socket.once('end', () => answer('unknown'));
      socket.once('error', (error) => answer('code' in error && error.code === 'ECONNREFUSED' ? 'gone' : 'unknown'));
    });
  } finally {
    path.close();
  }
}

/** A name for the socket that is short enough: on Linux a long one is shortened by an open folder. */
function socketPath(dataDir: string, number: number): { readonly name: string; close(): void } | null {
  if (process.platform === 'win32') return null;
  const path = join(ownersFolder(dataDir), ownerSocketName(number));
  if (Buffer.byteLength(path) <= MOST_BYTES) return { name: path, close: () => undefined };
  if (process.platform !== 'linux') return null;
  const folder = openSync(ownersFolder(dataDir), constants.O_RDONLY);
  return { name: `/proc/self/fd/${folder}/${ownerSocketName(number)}`, close: () => closeSync(folder) };
}
