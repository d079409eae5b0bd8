import { type Language, WestgateError } from '@westgate/base';
import type { NoticeKind } from '@westgate/domain';
import type { Access, Drawer } from '@westgate/store';
import type { DirectoryLink } from './directory-link.ts';
import type { Passkey } from './passkey.ts';
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

/** How a person wants to be told by mail, and what the links to end the mails are signed with. */
export interface KeptWishes {
  readonly isOn: boolean;
  readonly language: Language | null;
  readonly key: string | null;
  /** What one does not want to be told; missing where nobody said. */
  readonly off?: readonly NoticeKind[];
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
  readonly passkeys?: readonly Passkey[];
  /** Who the person is in the city's directory, where it was linked. */
  readonly directory?: DirectoryLink | null;
  /** The records the person follows, each `kind:id`. */
  readonly follows?: readonly string[];
  /** How the person wants to be told by mail; as usual where nothing is said. */
  readonly notices?: KeptWishes;
}

/** How long drawers are taken to be as they were read, where another process may have filled one. */
const FRESH_MS = 5_000;

/** The drawers of persons with accounts, read once and again after a while. */
export class Drawers {
  readonly #access: Access;
  #held: ReadonlyMap<string, AccountDrawer> | null = null;
  #readMs = 0;
  #turn: Promise<unknown> = Promise.resolve();

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

  /** What lies in the drawer of a person. Throws `WG_NOT_FOUND` where there is none. */
  async of(id: string, nowMs: number): Promise<AccountDrawer> {
    const drawer = (await this.all(nowMs)).get(id);
    if (!drawer) throw new WestgateError('WG_NOT_FOUND', 'expected a person with an account', { id });
    return drawer;
  }

  /** Fills a drawer with what `change` makes of it as it is now: one change after another, so that none takes another back. */
  change(id: string, nowMs: number, change: (drawer: AccountDrawer) => AccountDrawer): Promise<AccountDrawer> {
    const work = this.#turn.then(async () => {
      const held = await this.of(id, nowMs);
      const next = change(held);
      if (next === held) return held;
      await this.#access.fillDrawer(id, next);
      this.#held = null;
      return next;
    });
    this.#turn = work.catch(() => undefined);
    return work;
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
