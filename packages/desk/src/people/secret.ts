import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const BYTES = 32;
const SECRET = /^[\w-]{43}$/;

/** A secret nobody can guess, fit for an address or a cookie. */
export function newSecret(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** Whether `text` has the form of a secret: what has not is none, and nobody need look for it. */
export function isSecret(text: string): boolean {
  return SECRET.test(text);
}

/** What is kept of a secret: from it the secret cannot be told. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Whether two texts are the same, told in a time that says nothing of where they differ. */
export function isSameText(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
