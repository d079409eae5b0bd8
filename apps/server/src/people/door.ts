import { invariant, WestgateError } from '@westgate/base';
import { isSameText, type TokenScope, workingFor } from '@westgate/desk';
import { policy } from '@westgate/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Office } from '../office.ts';
import { bearerIn } from './bearer.ts';
import { asCaller, type Caller, readerOf, workOwner } from './caller.ts';
import { sessionIn } from './cookie.ts';
import type { Directory } from './directory.ts';
import { type FirstDoor, showsFirstWord } from './first-account.ts';
import { RIGHTS, type Right, rightTo } from './route-rights.ts';

/** What tells who may come in. */
export interface Door extends FirstDoor {
  /** Browsers reach Westgate by https. */
  readonly isSecure: boolean;
  /** Where browsers reach Westgate, where that is not this machine: `https://westgate.example`. */
  readonly origin: string | null;
  /** The city's directory, where one is set. */
  readonly directory: Directory | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks. */
    caller: Caller;
  }
}

/** Finds out who asks, before a body is read, and refuses what that person may not do. A route that has no right is refused to everyone. */
export function addDoor(api: FastifyInstance, office: Office, door: Door): void {
  api.decorateRequest('caller');
  requireWholeTable(api);
  api.addHook('onRequest', async (request) => {
    request.caller = await callerOf(shownBy(request, door), office, door, true);
    if (!showsFirstWord(request, door)) requireRight(rightOf(request), request.caller);
  });
  // After the body was read: what reads it leaves the context of who asked.
  api.addHook('preHandler', (request, _reply, done) => workingFor(workOwner(request), () => asCaller(request.caller, done)));
}

/** Fails the start where an address has no right, or a right no address: a route that nobody thought about is never served. */
function requireWholeTable(api: FastifyInstance): void {
  const added = new Set<string>();
  api.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) if (each !== 'HEAD') added.add(`${each} ${url}`);
  });
  api.addHook('onReady', async () => {
    const open = [...added].filter((route) => rightTo(route) === null);
    const gone = [...RIGHTS.keys()].filter((route) => !added.has(route.replace(' ', ' /api/v1')));
    invariant(
      open.length === 0 && gone.length === 0,
      `addresses without a right: ${open.join(', ')}; rights without an address: ${gone.join(', ')}`,
    );
  });
}

/** What a request shows of who asks. */
export interface Shown {
  /** A token, or the key of a command on this machine; null for none. */
  readonly bearer: string | null;
  /** The secret of a session; null for none. */
  readonly secret: string | null;
}

/** What `request` shows of who asks. */
export function shownBy(request: FastifyRequest, door: Door): Shown {
  return { bearer: bearerIn(request), secret: sessionIn(request, door) };
}

/**
 * Who asks, as far as it is known now. `isUse`: the session is taken to be used by that. Throws `WG_SIGN_IN_REQUIRED` for a token that does not
 * stand.
 */
export async function callerOf(
  { bearer, secret }: Shown,
  office: Office,
  { operatorKey, isLoopback }: Door,
  isUse: boolean,
): Promise<Caller> {
  const { people } = office.desk;
  if (bearer !== null) {
    if (operatorKey !== undefined && isSameText(bearer, operatorKey)) return { kind: 'operator' };
    const holder = await people.signIns.whoseToken(bearer, office.now());
    if (holder) return { kind: 'person', ...holder };
    throw new WestgateError('WG_SIGN_IN_REQUIRED', 'expected a token that is known and has not run out');
  }
  if (!people.hasAccounts) return isLoopback ? openCaller(office, secret) : { kind: 'public' };
  const person = secret === null ? null : await people.signIns.whoHolds(secret, office.now(), isUse);
  return person ? { kind: 'person', ...person } : { kind: 'public' };
}

/** In an office without accounts on this machine: a persona of the example where its link was opened, else anyone. */
function openCaller({ desk }: Office, secret: string | null): Caller {
  const persona = secret === null ? null : desk.people.personas.of(secret);
  return persona ? { kind: 'person', id: persona.name, name: persona.name, reader: persona.reader, session: '' } : { kind: 'open' };
}

/** The right that the address of `request` needs; null where none is known. */
function rightOf({ routeOptions: { method, url } }: FastifyRequest): Right | null {
  return rightTo(`${method === 'HEAD' ? 'GET' : String(method)} ${url ?? ''}`);
}

/** Throws where `caller` has not the right. */
export function requireRight(right: Right | null, caller: Caller): void {
  if (right === null) throw new WestgateError('WG_NOT_ALLOWED', 'expected an address whose right is known');
  const reader = readerOf(caller);
  if (right === 'anyone' || reader === null) return;
  if (caller.kind === 'person' && caller.scopes) requireScope(right, caller.scopes);
  if (right === 'read') return;
  if (caller.kind !== 'person') throw new WestgateError('WG_SIGN_IN_REQUIRED', 'expected a person who is signed in');
  if (right === 'listen' || right === 'record' || right === 'own-account') return;
  if (policy.mayAct(reader, right)) return;
  const parts = policy.PARTS.filter((part) => policy.isGranted(part, right));
  throw new WestgateError('WG_NOT_ALLOWED', `expected one of the roles ${parts.join(', ')}, found ${reader.roles.join(', ') || 'none'}`, {
    right,
  });
}

/** What a program may do with a token. Accounts, sign-ins and erasing are for persons who sign in themselves. */
function requireScope(right: Right, scopes: readonly TokenScope[]): void {
  const needed = SCOPES[right] ?? null;
  if (needed !== null && scopes.includes(needed)) return;
  const found = `a token for ${scopes.join(', ')}`;
  throw new WestgateError(
    'WG_NOT_ALLOWED',
    `expected ${needed === null ? 'a person who signed in' : `a token for ${needed}`}, found ${found}`,
    { right },
  );
}

const SCOPES: Readonly<Partial<Record<Right, TokenScope>>> = {
  read: 'read',
  listen: 'read',
  'see-deeds': 'read',
  export: 'read',
  record: 'write',
  draft: 'write',
  report: 'write',
  import: 'office',
  publish: 'office',
  verify: 'office',
};
