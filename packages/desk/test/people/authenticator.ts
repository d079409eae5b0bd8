import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

/** What can be wrong with an answer of a device. */
interface Bent {
  readonly origin?: string;
  readonly challenge?: string;
  /** The device did not make sure who holds it. */
  readonly isUnverified?: boolean;
  readonly counter?: number;
}

/** A device that makes passkeys and signs with them, as browsers hand its answers on (WebAuthn Level 3, ES256, no attestation). */
export class Authenticator {
  readonly id = randomBytes(32).toString('base64url');
  readonly #host: string;
  readonly #origin: string;
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  counter = 0;

  constructor(host: string, origin: string) {
    this.#host = host;
    this.#origin = origin;
  }

  /** As it is kept, in base64url. */
  get publicKey(): string {
    return coseOf(this.#keys.publicKey).toString('base64url');
  }

  /** Answers what is asked in order to make a passkey. */
  make(asked: object, bent: Bent = {}): { id: string; clientData: string; attestation: string; transports: string[] } {
    const data = Buffer.concat([
      this.#data(bent, true),
      Buffer.alloc(16),
      lengthOf(this.id),
      Buffer.from(this.id, 'base64url'),
      coseOf(this.#keys.publicKey),
    ]);
    const attestation = map(['fmt', text('none')], ['attStmt', Buffer.from([0xa0])], ['authData', bytes(data)]);
    return {
      id: this.id,
      clientData: this.#clientData('webauthn.create', asked, bent),
      attestation: attestation.toString('base64url'),
      transports: ['internal'],
    };
  }

  /** Signs what is asked in order to sign in. */
  sign(
    asked: object,
    user: string | null,
    bent: Bent = {},
  ): { id: string; clientData: string; authenticatorData: string; signature: string; user: string | null } {
    this.counter += 1;
    const clientData = this.#clientData('webauthn.get', asked, bent);
    const data = this.#data(bent, false);
    const hash = createHash('sha256').update(Buffer.from(clientData, 'base64url')).digest();
    const signature = createSign('sha256')
      .update(Buffer.concat([data, hash]))
      .sign(this.#keys.privateKey);
    const own = user === null ? null : Buffer.from(user).toString('base64url');
    return {
      id: this.id,
      clientData,
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
      user: own,
    };
  }

  #clientData(type: string, asked: object, { origin = this.#origin, challenge }: Bent): string {
    const said = 'challenge' in asked ? asked.challenge : '';
    return Buffer.from(JSON.stringify({ type, challenge: challenge ?? said, origin, crossOrigin: false })).toString('base64url');
  }

  #data({ isUnverified = false, counter = this.counter }: Bent, hasKey: boolean): Buffer {
    const flags = 0x01 | (isUnverified ? 0 : 0x04) | (hasKey ? 0x40 : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([createHash('sha256').update(this.#host).digest(), Buffer.from([flags]), count]);
  }
}

function lengthOf(id: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(Buffer.from(id, 'base64url').length);
  return length;
}

/** The public key as COSE writes it. */
function coseOf(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const at = [Buffer.from([0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]), bytes(Buffer.from(x, 'base64url')), Buffer.from([0x22])];
  return Buffer.concat([Buffer.from([0xa5]), ...at, bytes(Buffer.from(y, 'base64url'))]);
}

function map(...entries: readonly (readonly [string, Buffer])[]): Buffer {
  return Buffer.concat([Buffer.from([0xa0 + entries.length]), ...entries.flatMap(([name, value]) => [text(name), value])]);
}

function text(word: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);
}

function bytes(value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x58, value.length]), value]);
}
