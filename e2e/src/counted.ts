import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One answer as it went over the wire. */
export interface Answered {
  readonly path: string;
  readonly type: string;
  /** Bytes of head and body as sent: packed, where it was packed. */
  readonly bytes: number;
}

/** An address that hands everything on to a server, and counts what comes back: also what workers of the page ask for, which the page's own log does not show. */
export interface Counted {
  readonly address: string;
  readonly answered: Answered[];
  /** Waits until nothing was answered for `quietMs`. */
  quiet(quietMs: number): Promise<void>;
  close(): void;
}

/** The line of the status, and the empty one. */
const HEAD_LINES = 19;

/** Opens such an address before `server` (http). A stream that does not end is not counted. */
export async function countAnswers(server: string): Promise<Counted> {
  const { hostname, port } = new URL(server);
  const answered: Answered[] = [];
  let last = performance.now();
  const proxy = createServer((asked, reply) => {
    last = performance.now();
    const onward = request({ hostname, port, path: asked.url, method: asked.method, headers: asked.headers }, (answer) => {
      let bytes = answer.rawHeaders.reduce((sum, part) => sum + part.length + 2, HEAD_LINES);
      reply.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('data', (part: Buffer) => {
        bytes += part.length;
        reply.write(part);
      });
      answer.on('end', () => {
        last = performance.now();
        answered.push({ path: asked.url ?? '', type: answer.headers['content-type'] ?? '', bytes });
        reply.end();
      });
    });
    onward.on('error', () => reply.destroy());
    reply.on('close', () => onward.destroy());
    asked.pipe(onward);
  });
  await new Promise<void>((opened) => proxy.listen(0, '127.0.0.1', opened));
  return {
    address: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    answered,
    async quiet(quietMs) {
      while (performance.now() - last < quietMs) await new Promise((later) => setTimeout(later, 50));
    },
    close() {
      proxy.close();
      proxy.closeAllConnections();
    },
  };
}

/** What an answer is, in the words of a budget. */
export function kindOf({ path, type }: Answered): 'code' | 'style' | 'letters' | 'map' | 'answers' | 'page' {
  if (type.includes('javascript')) return 'code';
  if (type.includes('css')) return 'style';
  if (type.includes('font') || path.endsWith('.woff2')) return 'letters';
  if (path.includes('/map/tiles/')) return 'map';
  return path.startsWith('/api/') ? 'answers' : 'page';
}
