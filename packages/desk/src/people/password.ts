import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { WestgateError } from '@westgate/base';

/** A password as it is kept: scrypt with its parameters, so that they can be raised later. */
export interface PasswordHash {
  readonly n: number;
  readonly r: number;
  readonly p: number;
  /** Both in base64url. */
  readonly salt: string;
  readonly hash: string;
}

/** 32 MB and about a quarter of a second on a slow machine, as OWASP recommends. */
const COST = { n: 2 ** 15, r: 8, p: 3 } as const;
const HASH_BYTES = 32;
const SALT_BYTES = 16;
const PASSWORD_LENGTH = { least: 12, most: 200 } as const;

/** Throws `WG_INPUT_INVALID` for a password that is too short, too long, or says the name to sign in with. */
export function requirePassword(password: string, signIn: string): void {
  const { least, most } = PASSWORD_LENGTH;
  const length = [...password].length;
  const fault =
    length < least || length > most
      ? `expected ${least} to ${most} characters, got ${length}`
      : password.toLowerCase().includes(signIn.toLowerCase())
        ? 'expected one that does not hold the name to sign in with'
        : null;
  if (fault) throw new WestgateError('WG_INPUT_INVALID', `password: ${fault}`, { field: 'password' });
}

/** What is kept of `password`. */
export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(SALT_BYTES).toString('base64url');
  return { ...COST, salt, hash: (await derive(password, { ...COST, salt })).toString('base64url') };
}

/** Whether `password` is the one of `kept`. Where there is none, as much time goes by, so that nobody can tell who has an account. */
export async function isPassword(password: string, kept: PasswordHash | null): Promise<boolean> {
  const found = await derive(password, kept ?? { ...COST, salt: 'AAAAAAAAAAAAAAAAAAAAAA' });
  return kept !== null && timingSafeEqual(found, Buffer.from(kept.hash, 'base64url'));
}

/** Takes much memory, and anyone may ask: whoever calls this waits for a turn. */
function derive(password: string, { n, r, p, salt }: Omit<PasswordHash, 'hash'>): Promise<Buffer> {
  const options = { N: n, r, p, maxmem: 256 * n * r };
  return new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), Buffer.from(salt, 'base64url'), HASH_BYTES, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    }),
  );
}
