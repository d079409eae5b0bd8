import { WestgateError } from '@westgate/base';
import type { AnswerOf, EndpointName, OwnAccount } from '@westgate/contract';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Caller } from '../caller/caller.ts';
import { type Personal, personal } from '../http/route.ts';
import type { Office } from '../office/office.ts';

/** Someone who signed in themselves. */
export type Person = Extract<Caller, { readonly kind: 'person' }>;

/** Who is signed in themselves. An office without accounts, the people of an example and programs have no account of their own: it is not there. */
function whoseAccount(caller: Caller): Person {
  if (caller.kind === 'person' && caller.session !== '') return caller;
  throw new WestgateError('WG_NOT_FOUND', {
    zh: '您没有账号：请先用账号登录',
    en: 'there is no account of yours: expected a person who signed in with one',
  });
}

/** The account of a person, as it is told to them. */
export async function ownAccountOf({ desk }: Office, id: string): Promise<OwnAccount> {
  const { tokens, passkeys, ...account } = await desk.people.own.show(id);
  return { ...account, tokens: tokens.map((token) => ({ ...token, scopes: [...token.scopes] })), passkeys: [...passkeys] };
}

/** Adds the route of an endpoint that is about the account of who asks. */
export function addOwn<N extends EndpointName>(
  app: FastifyInstance,
  name: N,
  act: (person: Person, ask: Personal<N>) => Promise<AnswerOf<N> | FastifyReply>,
): void {
  personal(app, name, async (ask) => act(whoseAccount(ask.request.caller), ask));
}
