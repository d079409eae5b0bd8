/** A passkey as it is kept: what its device signs is checked with the public key. It is no secret, but it is personal. */
export interface Passkey {
  /** The id that the device gave it, in base64url. */
  readonly id: string;
  /** Which device it is, in the words of the person. */
  readonly name: string;
  /** COSE, in base64url. */
  readonly publicKey: string;
  /** How often it signed, as far as its device counts. */
  readonly counter: number;
  /** How browsers reach the device. */
  readonly transports: readonly string[];
  /** The host it was made for; nowhere else does it work. */
  readonly host: string;
  /** Instants. */
  readonly made: string;
  readonly used: string | null;
}

/** Where a browser is, as passkeys are bound to it. */
export interface Site {
  /** `westgate.example` */
  readonly host: string;
  /** `https://westgate.example` */
  readonly origin: string;
}

/** What a device answers when it signs, each in base64url. */
export interface PasskeyAnswer {
  readonly id: string;
  readonly clientData: string;
  readonly authenticatorData: string;
  readonly signature: string;
  /** Whose passkey the device says it is. */
  readonly user: string | null;
}

/** What a device answers when it makes a passkey, each in base64url. */
export interface NewPasskeyAnswer {
  readonly id: string;
  readonly clientData: string;
  readonly attestation: string;
  readonly transports: readonly string[];
}
