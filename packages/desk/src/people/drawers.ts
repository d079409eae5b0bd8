import { WestgateError } from '@westgate/base';
import type { Access, Drawer, Session } from '@westgate/store';
import type { AccessCopy } from './access-copy.ts';
import type { AccountDrawer } from './account-drawer.ts';

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
    throw new WestgateError('WG_DATABASE_BUSY', {
      zh: '有人正在改这个账号，请再试',
      en: 'others change this account at this moment; try again',
    });
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
