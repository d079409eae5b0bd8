import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Desk, openDesk } from '@westgate/desk';
import { type RunningServer, type ServerOptions, startServer } from '@westgate/server';

const ROOT = new URL('../../../../', import.meta.url);
export const EXAMPLE = fileURLToPath(new URL('data/shijingshan', ROOT));
export const HARBOUR = fileURLToPath(new URL('packages/desk/test/fixtures/harbour', ROOT));

/** No limit of requests a minute that a test would reach. */
export const PLENTY: NonNullable<ServerOptions['limits']> = {
  readsAMinute: 1e6,
  writesAMinute: 1e6,
  addressReadsAMinute: 1e6,
  addressWritesAMinute: 1e6,
};

/** A server over a desk in memory, with what its tests ask it. */
export interface TestOffice {
  readonly desk: Desk;
  readonly server: RunningServer;
  /** GET as JSON; the status must be 200. */
  get(path: string): Promise<unknown>;
  /** Any request. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Any write of JSON. */
  send(method: string, path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** POST of JSON. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
}

/** Opens an office on `districtFolder`, or on nothing, with the example to be loaded, and closes it after the file's tests. */
export async function openOffice(
  districtFolder: string | undefined,
  webDir: string | null = null,
  limits: ServerOptions['limits'] = {},
  more: Pick<ServerOptions, 'operatorKey' | 'now' | 'periods' | 'origin' | 'site' | 'exampleFolder'> = {},
): Promise<TestOffice> {
  const desk = await openDesk({ memory: true, districtFolder, ...(more.now ? { now: more.now } : {}) });
  const options = { desk, host: '127.0.0.1', port: 0, webDir, exampleFolder: EXAMPLE, logLevel: 'silent', limits, ...more } as const;
  const server = await startServer(options);
  after(async () => {
    await server.close();
    await desk.close();
  });
  const ask = (path: string, init: RequestInit = {}): Promise<Response> => fetch(server.address + path, init);
  const send = (method: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    ask(path, { method, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  return {
    desk,
    server,
    ask,
    async get(path) {
      const answer = await ask(path);
      if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    send,
    post: (path, body, headers) => send('POST', path, body, headers),
  };
}
