import { createHmac, randomBytes } from 'node:crypto';
import { isSameText } from '@westgate/desk';

/** Between these a form is sent by a person: sooner it was a program, later it is opened anew. */
const LEAST_MS = 3_000;
const MOST_MS = 12 * 60 * 60_000;

/** A mark of one form: what it is about, since when it is open. Nobody makes one without `key`. */
export function formToken(key: string, about: string, nowMs: number): string {
  const open = `${nowMs.toString(36)}.${randomBytes(12).toString('base64url')}`;
  return `${open}.${signed(key, about, open)}`;
}

/** How a mark that came back stands: of this form and in time, sent too fast, or none of these. */
export function tokenStands(key: string, about: string, token: string, nowMs: number): 'right' | 'fast' | 'old' {
  const [, open = '', since = '', signature = ''] = /^(([0-9a-z]{1,12})\.[\w-]{16})\.([\w-]{43})$/.exec(token) ?? [];
  if (open === '' || !isSameText(signature, signed(key, about, open))) return 'old';
  const age = nowMs - Number.parseInt(since, 36);
  if (age < LEAST_MS) return 'fast';
  return age > MOST_MS ? 'old' : 'right';
}

/** What opens the page of what was sent by a form, the same where it is sent again; from the mark alone it cannot be told. */
export function secretOf(key: string, token: string): string {
  return createHmac('sha256', key).update(`secret ${token}`).digest('base64url');
}

function signed(key: string, about: string, open: string): string {
  return createHmac('sha256', key).update(`form ${about} ${open}`).digest('base64url');
}
