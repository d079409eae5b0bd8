import { WestgateError } from '@westgate/base';
import { hashOf, newSecret } from './secret.ts';
import type { Token, TokenScope } from './token.ts';

const MOST_TOKENS = 20;
const START = /^wgt-([0-9a-f]{16})-([\w-]{43})$/;

/** A new token of `person`: what is kept, and the text that is shown once. */
export function newToken(
  person: string,
  held: readonly Token[],
  { name, scopes, days }: { readonly name: string; readonly scopes: readonly TokenScope[]; readonly days: number },
  now: Date,
): { readonly token: Token; readonly text: string } {
  if (held.length >= MOST_TOKENS)
    throw new WestgateError('WG_INPUT_INVALID', {
      zh: `令牌至多 ${MOST_TOKENS} 个，请先收回一个`,
      en: `expected at most ${MOST_TOKENS} tokens; take one back first`,
    });
  const secret = newSecret();
  const until = new Date(now.getTime() + days * 24 * 60 * 60_000).toISOString();
  const token = { id: hashOf(secret).slice(0, 12), name, hash: hashOf(secret), scopes, made: now.toISOString(), until };
  return { token, text: `wgt-${person.slice('p-'.length)}-${secret}` };
}

/** Whether `text` has the form of a token. */
export function isToken(text: string): boolean {
  return START.test(text);
}

/** The person and the token that `text` is; null where it is none, was taken back or has run out. */
export function tokenIn(
  text: string,
  personalRecords: ReadonlyMap<string, { readonly tokens?: readonly Token[] }>,
  now: Date,
): { readonly person: string; readonly token: Token } | null {
  const [, id = '', secret = ''] = START.exec(text) ?? [];
  const person = `p-${id}`;
  const token = personalRecords.get(person)?.tokens?.find(({ hash }) => hash === hashOf(secret));
  return token && now.toISOString() < token.until ? { person, token } : null;
}
