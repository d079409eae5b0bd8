import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { invariant } from '@westgate/base';

/** The key under which one person's name is sealed. Without it nobody can read who did a deed. */
export interface PersonKey {
  /** `p-` and 16 hex digits, drawn at random: it says nothing about the person. */
  readonly id: string;
  /** 32 random bytes in base64url. */
  readonly key: string;
  /** The person's name, sealed under the key: no file holds it in plain. */
  readonly name: string;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Names are filled up to a multiple of this, so that a sealed name tells little about the length of the name. */
const BLOCK_BYTES = 32;
const SEALED = /^person:(p-[0-9a-f]{16}):([A-Za-z0-9_-]+)$/;

/** A new key for a person of this name. */
export function newPersonKey(name: string): PersonKey {
  const id = `p-${randomBytes(8).toString('hex')}`;
  const key = randomBytes(32).toString('base64url');
  return { id, key, name: sealName(name, { id, key }) };
}

/** `name` as `person:<id>:<nonce, sealed text and tag in base64url>`: AES-256-GCM, the id bound to it. Never the same text twice. */
export function sealName(name: string, { id, key }: Pick<PersonKey, 'id' | 'key'>): string {
  return `person:${id}:${seal(name, key, id)}`;
}

/** `text` as it lies in a personal record: sealed like a name, and bound to be a personal record's, so that neither is taken for the other. */
export function sealPersonalRecord(text: string, { id, key }: Pick<PersonKey, 'id' | 'key'>): string {
  return seal(text, key, `${id} drawer`);
}

/** The text of a personal record sealed by {@link sealPersonalRecord}. Throws when the key is another's or a character was altered. */
export function openPersonalRecord(sealed: string, { id, key }: Pick<PersonKey, 'id' | 'key'>): string {
  return open(Buffer.from(sealed, 'base64url'), key, `${id} drawer`);
}

function seal(text: string, key: string, bound: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, Buffer.from(key, 'base64url'), nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(bound));
  const bytes = Buffer.from(text);
  const filled = Buffer.concat([bytes, Buffer.alloc(BLOCK_BYTES - (bytes.length % BLOCK_BYTES))]);
  return Buffer.concat([nonce, cipher.update(filled), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** The person whose name is sealed in `who`; null where it stands in plain. */
export function sealedPersonOf(who: string): string | null {
  return SEALED.exec(who)?.[1] ?? null;
}

/** The name in a text made by {@link sealName}. Throws when the key is another's or a character was altered. */
export function openName(sealed: string, { id, key }: Pick<PersonKey, 'id' | 'key'>): string {
  const bytes = Buffer.from(SEALED.exec(sealed)?.[2] ?? '', 'base64url');
  invariant(bytes.length > NONCE_BYTES + TAG_BYTES, `a name is sealed in ${sealed.slice(0, 40)}`);
  return open(bytes, key, id);
}

function open(bytes: Buffer, key: string, bound: string): string {
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, Buffer.from(key, 'base64url'), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(bound)).setAuthTag(bytes.subarray(-TAG_BYTES));
  const filled = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  return filled.toString('utf8', 0, filled.indexOf(0));
}
