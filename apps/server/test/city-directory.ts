import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** Someone whom the directory of the city knows. */
export interface Citizen {
  readonly mail: string;
  readonly isVerified: boolean;
  readonly name: string;
}

/** A directory of a city that runs, by oidc-provider. */
export interface CityDirectory {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs `login` in at `address`, as a browser does; gives what stands behind ? in the address it is sent back to. */
  signIn(address: string, login: string): Promise<string>;
  /** Answers nothing any more. */
  stop(): Promise<void>;
  /** Answers again, at the same address. */
  begin(): Promise<void>;
}

const CLIENT = { clientId: 'westgate', clientSecret: 'the secret between city and Westgate' };

/** Starts a directory that knows `people` by what they sign in with, and Westgate at `redirect`. */
export async function openDirectory(people: ReadonlyMap<string, Citizen>, redirect: Promise<string>): Promise<CityDirectory> {
  const provider = redirect.then((known) => providerOf(issuer, people, known).callback());
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => (await provider)(request, response);
  let server = createServer(answer);
  const port = await listen(server, 0);
  const issuer = `http://127.0.0.1:${port}`;
  return {
    issuer,
    ...CLIENT,
    signIn: (address, login) => walk(address, login),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    async begin() {
      server = createServer(answer);
      await listen(server, port);
    },
  };
}

function providerOf(issuer: string, people: ReadonlyMap<string, Citizen>, redirect: string): Provider {
  return new Provider(issuer, {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [redirect] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['preferred_username'] },
    cookies: { keys: ['kept by the city'] },
    findAccount: async (_context, id) => {
      const found = people.get(id);
      const claims = found && { email: found.mail, email_verified: found.isVerified, preferred_username: found.name };
      return { accountId: id, claims: async () => ({ sub: id, ...claims }) };
    },
  });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));
}

/** Follows the directory's pages: its forms ask for the login, then for consent. */
async function walk(address: string, login: string): Promise<string> {
  const { origin } = new URL(address);
  const jar = new Map<string, string>();
  const ask = async (url: string, body?: Record<string, string>): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const form = body && { method: 'POST', body: new URLSearchParams(body) };
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie }, ...form });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return answer;
  };
  let answer = await ask(address);
  for (let step = 0; step < 12; step += 1) {
    const next = answer.headers.get('location');
    if (next !== null) {
      const url = new URL(next, origin);
      if (url.origin !== origin) return url.search.slice(1);
      answer = await ask(url.href);
      continue;
    }
    const page = await answer.text();
    const action = /action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (!action || !prompt) throw new Error(`the directory answered ${answer.status}: ${page.slice(0, 400)}`);
    answer = await ask(new URL(action, origin).href, prompt === 'login' ? { prompt, login, password: 'x' } : { prompt });
  }
  throw new Error('the directory sends the browser round in a ring');
}
