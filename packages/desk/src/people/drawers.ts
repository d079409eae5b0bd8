import type { Access, Drawer } from '@westgate/store';
import type { PasswordHash } from './password.ts';
import type { Token } from './token.ts';
import type { Totp } from './totp.ts';

/** A one-time link: for an invitation, or for a new password. */
export interface Link {
  /** Hash of what stands in the link. */
  readonly hash: string;
  /** Instant from which it is spent. */
  readonly until: string;
}

/** What lies in the drawer of a person with an account. */
export interface AccountDrawer extends Drawer {
  /** What the person signs in with: a mail address or a word. */
  readonly signIn: string;
  readonly mail: string | null;
  readonly phone: string | null;
  readonly password: PasswordHash | null;
  readonly link: Link | null;
  /** A second factor, where there is one. */
  readonly totp?: Totp | null;
  readonly tokens?: readonly Token[];
  /** The records the person follows, each `kind:id`. */
  readonly follows?: readonly string[];
}

/** How long drawers are taken to be as they were read, where another process may have filled one. */
const FRESH_MS = 5_000;

/** The drawers of persons with accounts, read once and again after a while. */
export class Drawers {
  readonly #access: Access;
  #held: ReadonlyMap<string, AccountDrawer> | null = null;
  #readMs = 0;

  constructor(access: Access) {
    this.#access = access;
  }

  async all(nowMs: number): Promise<ReadonlyMap<string, AccountDrawer>> {
    if (this.#held && Math.abs(nowMs - this.#readMs) < FRESH_MS) return this.#held;
    this.#held = accountDrawers(await this.#access.drawers());
    this.#readMs = nowMs;
    return this.#held;
  }

  async open(drawer: AccountDrawer): Promise<string> {
    const id = await this.#access.openPerson(drawer);
    this.#held = null;
    return id;
  }

  async fill(id: string, drawer: AccountDrawer): Promise<void> {
    await this.#access.fillDrawer(id, drawer);
    this.#held = null;
  }

  /** Forgets what was read: a person was erased. */
  forget(): void {
    this.#held = null;
  }
}

/** Drawers are filled by this module alone. */
function accountDrawers(drawers: ReadonlyMap<string, Drawer>): ReadonlyMap<string, AccountDrawer> {
  return drawers as ReadonlyMap<string, AccountDrawer>;
}
