import { Agent, request } from 'node:http';
import type { Hostile } from './malformed.ts';

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly requestId: string | null;
  readonly text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Closes what is open. */
export function endAsking(): void {
  agent.destroy();
}

/** Sends a hostile request as it is: nothing is corrected on the way. */
export function askHostile(port: number, { method, path, headers, body, isChunked }: Hostile): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body === null || isChunked ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const all = { host: `127.0.0.1:${port}`, ...length, ...headers };
    const sent = request({ host: '127.0.0.1', port, agent, method, path, headers: { ...all }, setHost: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          requestId: typeof response.headers['x-request-id'] === 'string' ? response.headers['x-request-id'] : null,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.on('error', reject);
    if (body === null) sent.end();
    else sent.end(body);
  });
}
