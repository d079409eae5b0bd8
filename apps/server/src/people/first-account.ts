import { WestgateError } from '@westgate/base';
import { isSameText } from '@westgate/desk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Office } from '../office/office.ts';
import { bearerIn } from './bearer.ts';

/** What tells whether an office is reached from elsewhere, and who may make its first account there. */
export interface FirstAuthentication {
  /** What a command on this machine shows; none where no command may come in so. */
  readonly operatorKey: string | undefined;
  /** The host is loopback, so that an office without accounts may be open to whoever reaches it. */
  readonly isLoopback: boolean;
  /** What is shown to make the first account from elsewhere; null where the host is loopback. */
  readonly firstWord: string | null;
}

/** The header that holds the word by which the first account is made from elsewhere; it stands behind # of the page, and in no log. */
const FIRST_WORD = 'westgate-first';

/** What the page of the first account asks, besides the account itself. */
const ASKED: ReadonlySet<string> = new Set(['GET /session', 'DELETE /session', 'POST /links/look', 'POST /links/take-up']);
const MAKES_FIRST = 'POST /people/first';
const API = '/api';

/** Whether the office is reached from elsewhere and nobody took up an account yet: then it answers the page of the first account alone. */
export function awaitsFirst({ desk }: Office, { isLoopback }: FirstAuthentication): boolean {
  return !isLoopback && !desk.people.isBegun;
}

/** Whether `request` shows the word that the server told at its start, to make the first account. */
export function showsFirstWord({ headers, routeOptions, method }: FastifyRequest, { firstWord }: FirstAuthentication): boolean {
  const shown = headers[FIRST_WORD];
  return (
    routeNamed(method, routeOptions.url) === MAKES_FIRST && typeof shown === 'string' && firstWord !== null && isSameText(shown, firstWord)
  );
}

/**
 * Answers nothing but the page of the first account, and what it asks, while {@link awaitsFirst}. Who runs Westgate on its machine is answered
 * everything: by the key in the lock.
 */
export function guardFirstAccount(app: FastifyInstance, office: Office, authentication: FirstAuthentication): void {
  const mayAsk = (request: FastifyRequest): boolean => {
    const { url } = request.routeOptions;
    const path = url ?? request.url;
    if (!path.startsWith(API) || !awaitsFirst(office, authentication)) return true;
    if (ASKED.has(routeNamed(request.method, url)) || showsFirstWord(request, authentication)) return true;
    const shown = bearerIn(request);
    return shown !== null && authentication.operatorKey !== undefined && isSameText(shown, authentication.operatorKey);
  };
  app.addHook('onRequest', (request, _reply, done) => {
    if (mayAsk(request)) {
      done();
      return;
    }
    throw new WestgateError(
      'WG_SIGN_IN_REQUIRED',
      'expected the first account: nobody has one yet. Open the address that the server wrote when it started, or run "westgate people first" on its machine',
      { why: 'first-account' },
    );
  });
}

function routeNamed(method: string, url: string | undefined): string {
  return `${method === 'HEAD' ? 'GET' : method} ${url?.replace(/^\/api\/v1/, '') ?? ''}`;
}
