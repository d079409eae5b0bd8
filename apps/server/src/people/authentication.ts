import { invariant, WestgateError } from '@westgate/base';
import { ADDRESSES, type Right } from '@westgate/contract';
import { isSameText, isToken, type TokenScope, workingFor } from '@westgate/desk';
import { policy } from '@westgate/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Asker, asCaller, type Caller, callerNow, readerOf, signInRequired, workOwner } from '../caller/caller.ts';
import { requestSignal } from '../http/request-signal.ts';
import type { Office } from '../office/office.ts';
import { bearerIn } from './bearer.ts';
import { sessionIn } from './cookie.ts';
import type { Directory } from './directory.ts';
import { type FirstAuthentication, showsFirstWord } from './first-account.ts';
import type { Refusals } from './refusals.ts';

/** What tells who may come in. */
export interface Authentication extends FirstAuthentication {
  /** Browsers reach Westgate by https. */
  readonly isSecure: boolean;
  /** Where browsers reach Westgate, where that is not this machine: `https://westgate.example`. */
  readonly origin: string | null;
  /** What it refused lately. */
  readonly refusals: Refusals;
  /** The city's directory, where one is set. */
  readonly directory: Directory | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks. */
    caller: Caller;
  }
}

/**
 * Finds out who asks, before a body is read, and refuses what that person may not do. A route that has no right is refused to everyone. What is refused
 * is counted: beyond a limit nothing more is looked up for whoever showed nothing good lately.
 */
export function addAuthentication(api: FastifyInstance, office: Office, authentication: Authentication): void {
  const { refusals } = authentication;
  api.decorateRequest('caller');
  requireWholeTable(api);
  const letIn = (request: FastifyRequest, caller: Caller): void => {
    request.caller = caller;
    if (!showsFirstWord(request, authentication)) requireRight(rightOf(request), caller);
  };
  const refused = (request: FastifyRequest, error: unknown): unknown =>
    isRefusal(error) ? refusals.refused(workOwner(request), error) : error;
  const lookUp = async (request: FastifyRequest, shown: Shown): Promise<void> => {
    try {
      letIn(request, await callerLookedUp(request, shown, office, refusals));
      if (request.caller.kind === 'public') refusals.count(workOwner(request));
    } catch (error) {
      throw refused(request, error);
    }
  };
  api.addHook('onRequest', (request, _reply, done) => {
    const shown = shownBy(request, authentication);
    let atOnce: Caller | null = null;
    try {
      atOnce = callerAtOnce(shown, office, authentication);
      if (atOnce !== null) letIn(request, atOnce);
    } catch (error) {
      throw refused(request, error);
    }
    if (atOnce !== null) done();
    else lookUp(request, shown).then(() => done(), done);
  });
  // After the body was read: what reads it leaves the context of who asked.
  api.addHook('preHandler', (request, _reply, done) =>
    workingFor({ owner: workOwner(request), signal: requestSignal(request) }, () => asCaller(request.caller, done)),
  );
}

const PREFIX = '/api/v1';
/** What each address asks for, as the router names it: `METHOD /path`. What is not here is refused to everyone. */
const RIGHTS: ReadonlyMap<string, Right> = new Map(
  Object.values(ADDRESSES).map(([method, path, right]) => [`${method} ${PREFIX}${path}`, right]),
);

/** Fails the start where an address is served that is not described, or one that is described is not: what nobody thought about is never served. */
function requireWholeTable(api: FastifyInstance): void {
  const added: string[] = [];
  api.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) if (each !== 'HEAD') added.push(`${each} ${url}`);
  });
  api.addHook('onReady', async () => {
    const open = added.filter((route) => !RIGHTS.has(route));
    const gone = [...RIGHTS.keys()].filter((route) => !added.includes(route));
    invariant(
      open.length === 0 && gone.length === 0,
      `addresses that are not described: ${open.join(', ')}; described and not served: ${gone.join(', ')}`,
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
export function shownBy(request: Pick<FastifyRequest, 'headers' | 'raw'>, authentication: Authentication): Shown {
  return { bearer: bearerIn(request), secret: sessionIn(request, authentication) };
}

/**
 * Who asks, as far as it is known now. `isUse`: the session is taken to be used by that. Throws `WG_SIGN_IN_REQUIRED` for a token that does not
 * stand.
 */
export async function callerOf(shown: Shown, office: Office, authentication: Authentication, isUse: boolean): Promise<Caller> {
  return callerAtOnce(shown, office, authentication) ?? callerKept(shown, office, isUse);
}

/** Who asks, where nothing need be looked up for that; null where it must be. Throws `WG_SIGN_IN_REQUIRED` for what has not the form of a token. */
export function callerAtOnce({ bearer, secret }: Shown, office: Office, { operatorKey, isLoopback }: Authentication): Caller | null {
  if (bearer !== null) {
    if (operatorKey !== undefined && isSameText(bearer, operatorKey)) return { kind: 'operator' };
    if (!isToken(bearer)) throw noTokenError();
    return null;
  }
  if (!office.desk.people.hasAccounts) return isLoopback ? openCaller(office, secret) : { kind: 'public' };
  return secret === null ? { kind: 'public' } : null;
}

/** Who holds the token or the session that is shown. Throws `WG_SIGN_IN_REQUIRED` for a token that does not stand. */
async function callerKept({ bearer, secret }: Shown, { desk, now }: Office, isUse: boolean): Promise<Caller> {
  const { signIns } = desk.people;
  const person = bearer === null ? await signIns.whoHolds(secret ?? '', now(), isUse) : await signIns.whoseToken(bearer, now());
  if (bearer !== null && !person) throw noTokenError();
  return person ? { kind: 'person', ...person } : { kind: 'public' };
}

/** Who holds what is shown, where that is a person of whom nothing was refused too often lately; null where it is not, and is not counted here. */
export async function personShown(asker: Asker, shown: Shown, office: Office, { refusals }: Authentication): Promise<Caller | null> {
  const text = shown.bearer ?? shown.secret ?? '';
  if (!refusals.hasRoom(workOwner(asker), text)) return null;
  const caller = await callerKept(shown, office, true);
  if (caller.kind !== 'person') return null;
  refusals.note(text, true);
  return caller;
}

/** The same, as long as not too much was refused. Then nobody is told that a session is over: who only signs in is let through as one who shows nothing. */
async function callerLookedUp(request: FastifyRequest, shown: Shown, office: Office, refusals: Refusals): Promise<Caller> {
  const text = shown.bearer ?? shown.secret ?? '';
  if (!refusals.hasRoom(workOwner(request), text)) {
    if (shown.bearer === null && request.method === 'POST' && rightOf(request) === 'anyone') return { kind: 'public' };
    throw refusals.tooMany();
  }
  try {
    const caller = await callerKept(shown, office, true);
    refusals.note(text, caller.kind === 'person');
    return caller;
  } catch (error) {
    if (isRefusal(error)) refusals.note(text, false);
    throw error;
  }
}

function noTokenError(): WestgateError {
  return new WestgateError('WG_SIGN_IN_REQUIRED', { zh: '令牌不认识或已过期', en: 'expected a token that is known and has not run out' });
}

/** Whether `error` says that who asks may not. */
export function isRefusal(error: unknown): error is WestgateError {
  return error instanceof WestgateError && (error.status === 401 || error.status === 403);
}

/** In an office without accounts on this machine: a persona of the example where its link was opened, else anyone. */
function openCaller({ desk }: Office, secret: string | null): Caller {
  const persona = secret === null ? null : desk.people.personas.of(secret);
  return persona ? { kind: 'person', id: persona.name, name: persona.name, reader: persona.reader, session: '' } : { kind: 'open' };
}

/** The right that the address of `request` needs; null where none is known. */
export function rightOf({ routeOptions: { method, url } }: FastifyRequest): Right | null {
  return RIGHTS.get(`${method === 'HEAD' ? 'GET' : String(method)} ${url ?? ''}`) ?? null;
}

/** Throws where who asks for what is being done has not the right: what an address is asked for may need more than the address. */
export function requireRightNow(right: Right): void {
  requireRight(right, callerNow());
}

/** Throws where `caller` has not the right. */
export function requireRight(right: Right | null, caller: Caller): void {
  if (right === null) throw new WestgateError('WG_NOT_ALLOWED', 'expected an address whose right is known');
  const reader = readerOf(caller);
  if (right === 'anyone' || reader === null) return;
  if (caller.kind === 'person' && caller.scopes) requireScope(right, caller.scopes);
  if (right === 'read') return;
  if (caller.kind !== 'person') throw signInRequired();
  if (right === 'listen' || right === 'record' || right === 'own-account') return;
  if (policy.mayAct(reader, right)) return;
  const parts = policy.PARTS.filter((part) => policy.isGranted(part, right));
  throw new WestgateError(
    'WG_NOT_ALLOWED',
    {
      zh: `须有以下角色之一：${parts.join('、')}；当前为 ${reader.roles.join('、') || '没有角色'}`,
      en: `expected one of the roles ${parts.join(', ')}, found ${reader.roles.join(', ') || 'none'}`,
    },
    {
      right,
    },
  );
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
