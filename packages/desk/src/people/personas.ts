import type { Reader } from '@westgate/domain';
import { hashOf, newSecret } from './secret.ts';

/** Someone of an example: a name, and what one who plays that part may do. */
export interface Persona {
  /** Stands beside the deeds done as that persona. */
  readonly name: string;
  readonly reader: Reader;
}

/** The people of an example, for as long as the process runs and nobody has an account: whoever has the link plays the part. */
export class Personas {
  readonly #bySecret = new Map<string, Persona>();
  readonly #hasAccounts: () => boolean;

  constructor(hasAccounts: () => boolean) {
    this.#hasAccounts = hasAccounts;
  }

  /** Lets someone play `persona`; gives the secret of the link. */
  add(persona: Persona): string {
    const secret = newSecret();
    this.#bySecret.set(hashOf(secret), persona);
    return secret;
  }

  /** The persona of a secret; null where there is none, or where anyone has an account by now. */
  of(secret: string): Persona | null {
    return this.#hasAccounts() ? null : (this.#bySecret.get(hashOf(secret)) ?? null);
  }

  /** What the persona of this name may do; null for everyone else. */
  readerNamed(name: string): Reader | null {
    if (this.#hasAccounts()) return null;
    return [...this.#bySecret.values()].find((persona) => persona.name === name)?.reader ?? null;
  }
}
