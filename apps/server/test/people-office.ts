import assert from 'node:assert/strict';
import { peopleSchema } from '@westgate/contract';
import type { ServerOptions } from '@westgate/server';
import { HARBOUR, openOffice, type TestOffice } from './office.ts';

const KEY = 'operator-key-of-the-tests';
/** What a command on this machine shows. */
export const OPERATOR = { authorization: `Bearer ${KEY}` };
/** Headers by which someone is known. */
export type Headers = Record<string, string>;

/** An office over the harbour district in which people are given accounts. */
export function openPeopleOffice({
  limits = {},
  ...more
}: Pick<ServerOptions, 'now' | 'limits' | 'periods' | 'origin' | 'exampleFolder'> = {}): Promise<TestOffice> {
  return openOffice(HARBOUR, null, limits, { ...more, operatorKey: KEY });
}

/** Gives someone an account and takes it up: the id, and the cookie of a session. `roles` null: the first account of the office. */
export async function join(
  { post }: Pick<TestOffice, 'post'>,
  name: string,
  roles: readonly string[] | null,
  department: string | null = null,
): Promise<{ readonly id: string; readonly as: Headers }> {
  const signIn = name.toLowerCase();
  const draft = { who: 'Seed', name, signIn, roles, department };
  const invited = await (roles === null ? post('/api/v1/people/first', {}, OPERATOR) : post('/api/v1/people', draft, OPERATOR));
  assert.equal(invited.status, 200, await invited.clone().text());
  const { id, link } = peopleSchema.newLink.parse(await invited.json());
  const password = 'a heron stands on the weir';
  const taken = await post('/api/v1/links/take-up', { link: link.split('#')[1], name, signIn, password });
  assert.equal(taken.status, 200, await taken.clone().text());
  return { id, as: { cookie: (taken.headers.get('set-cookie') ?? '').split(';')[0] ?? '' } };
}
