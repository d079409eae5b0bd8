import { type Language, WestgateError } from '@westgate/base';
import type { NoticeKind } from '@westgate/domain';
import type { Access, Drawer, Session } from '@westgate/store';
import type { AccessCopy } from './access-copy.ts';
import type { KnownDevice } from './devices.ts';
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
  /** The browsers in which the person signed in: strangers cannot keep them out. */
  readonly devices?: readonly KnownDevice[];
  /** The records the person follows, each `kind:id`. */
  readonly follows?: readonly string[];
  /** How the person wants to be told by mail; as usual where nothing is said. */
  readonly notices?: KeptWishes;
}

/** Changes of one drawer by others that are gone along with, one after another. */
const MOST_OVERTAKEN = 50;

/** The drawers of persons with accounts. */
export class Drawers {
  readonly #access: Access;
  readonly #copy: AccessCopy;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(access: Access, copy: AccessCopy) {
    this.#access = access;
    this.#copy = copy;
  }

  /** What lies in the drawers, by person, as any process left them. */
  all(): Promise<ReadonlyMap<string, AccountDrawer>> {
    return this.#copy.drawers();
  }

  async open(drawer: AccountDrawer): Promise<string> {
    const id = await this.#access.openPerson(drawer);
    this.#copy.dropDrawers();
    return id;
  }

  /** What lies in the drawer of a person. Throws `WG_NOT_FOUND` where there is none. */
  async of(id: string): Promise<AccountDrawer> {
    const drawer = (await this.all()).get(id);
    if (!drawer) throw new WestgateError('WG_NOT_FOUND', 'expected a person with an account', { id });
    return drawer;
  }

  /**
   * Changes what is said of one thing in a drawer: `change` is given what lies there now, and its result is kept where nothing else was kept meanwhile,
   * by this process or another; else it is given what was. So it may be called several times.
   */
  change(id: string, change: (drawer: AccountDrawer) => AccountDrawer): Promise<AccountDrawer> {
    const work = this.#turn.then(() => this.#change(id, change));
    this.#turn = work.catch(() => undefined);
    return work;
  }

  async #change(id: string, change: (drawer: AccountDrawer) => AccountDrawer): Promise<AccountDrawer> {
    for (let overtaken = 0; overtaken < MOST_OVERTAKEN; overtaken += 1) {
      const { drawer, seal } = await this.#read(id);
      const next = change(drawer);
      if (next === drawer) return drawer;
      if ((await this.#access.fillDrawer(id, next, seal)) !== null) {
        this.#copy.keepDrawer(id, next);
        return next;
      }
    }
    throw new WestgateError('WG_DATABASE_BUSY', 'others change this account at this moment; try again');
  }

  /** Keeps a session of a person as long as `holds` is true of the drawer, at the moment it is kept; false where it is not. */
  async beginSession(session: Session, holds: (drawer: AccountDrawer) => boolean): Promise<boolean> {
    for (let overtaken = 0; overtaken < MOST_OVERTAKEN; overtaken += 1) {
      const { drawer, seal } = await this.#read(session.person);
      if (!holds(drawer)) return false;
      if (await this.#access.beginSession(session, seal)) return true;
    }
    return false;
  }

  /** Forgets what was read: a person was erased. */
  forget(): void {
    this.#copy.dropDrawers();
  }

  async #read(id: string): Promise<{ readonly drawer: AccountDrawer; readonly seal: string }> {
    const kept = await this.#access.drawer(id);
    if (!kept) throw new WestgateError('WG_NOT_FOUND', 'expected a person with an account', { id });
    return { drawer: accountDrawer(kept.drawer), seal: kept.seal };
  }
}

/** Drawers are filled by the desk alone. */
function accountDrawer(drawer: Drawer): AccountDrawer {
  return drawer as AccountDrawer;
}
