import { createHmac, randomBytes } from 'node:crypto';
import { isSameText } from './secret.ts';

/** A second factor: a secret that an app on the person's phone shares, and the last step whose code was used. */
export interface Totp {
  /** Base32, as apps take it. */
  readonly secret: string;
  /** False until the person showed a code: until then it is not asked for. */
  readonly isOn: boolean;
  readonly lastStep: number;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const SECRET_BYTES = 20;
const STEP_MS = 30_000;
const DIGITS = 6;
/** Steps before and after the present one that are taken: clocks differ. */
const SLACK = 1;

/** A new second factor, not on yet. */
export function newTotp(): Totp {
  return { secret: base32(randomBytes(SECRET_BYTES)), isOn: false, lastStep: 0 };
}

/** The step whose code `code` is at `nowMs`; null where it is none, or one that was used already (RFC 6238). */
export function stepOf({ secret, lastStep }: Totp, code: string, nowMs: number): number | null {
  const given = code.replaceAll(/\s/g, '');
  const present = Math.floor(nowMs / STEP_MS);
  for (let step = present - SLACK; step <= present + SLACK; step += 1) {
    if (step > lastStep && isSameText(codeAt(secret, step), given)) return step;
  }
  return null;
}

/** The code of a step. */
export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0x0f;
  const number = (digest.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, '0');
}

/** The address by which an app takes the secret. */
export function totpAddress({ secret }: Totp, signIn: string): string {
  return `otpauth://totp/Westgate:${encodeURIComponent(signIn)}?secret=${secret}&issuer=Westgate`;
}

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join('');
}

function bytesOf(secret: string): Buffer {
  const bits = [...secret].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}
