import type { Access, AccessNews, Drawer, Session } from '@westgate/store';
import type { AccountDrawer } from './account-drawer.ts';

/** Sessions of which a copy is kept; beyond it they are read again. */
const MOST_SESSIONS = 2_000;

/**
 * This process's copy of drawers and sessions. It is asked before each use whether it still stands, by one row that every change by any process
 * counts up; what changed is read, and nothing is ever written back from here.
 */
export class AccessCopy {
  readonly #access: Access;
  #drawers: Map<string, AccountDrawer> | null = null;
  readonly #sessions = new Map<string, Session>();
  #news: AccessNews | null = null;
  /** Counts the ends of sessions that this process knows of. */
  #endings = 0;
  #looking: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;

  constructor(access: Access) {
    this.#access = access;
  }

  /** Brings the copy up to date: what any process did before this call stands in it then. Those who ask at one time share one look. */
  fresh(): Promise<void> {
    if (this.#next) return this.#next;
    const next = this.#looking
      .catch(() => undefined)
      .then(() => {
        this.#next = null;
        this.#looking = next;
        return this.#look();
      });
    this.#next = next;
    return next;
  }

  /** The drawers of persons with accounts, up to date. */
  async drawers(): Promise<ReadonlyMap<string, AccountDrawer>> {
    for (;;) {
      await this.fresh();
      // Null where they were dropped at that moment.
      if (this.#drawers) return this.#drawers;
    }
  }

  /** The drawers as they were at the last look: for whoever looked just now. */
  async held(): Promise<ReadonlyMap<string, AccountDrawer>> {
    return this.#drawers ?? this.drawers();
  }

  /** The session of this hash, up to date; null for none. `isReread`: read anew, as another process may have noted that it is used. */
  async session(hash: string, isReread = false): Promise<Session | null> {
    await this.fresh();
    const kept = this.#sessions.get(hash);
    if (kept && !isReread) return kept;
    const before = this.#endings;
    const found = await this.#access.findSession(hash);
    // Where sessions ended meanwhile this may be one of them.
    if (found && before === this.#endings) this.#keep(found);
    return found;
  }

  /** Takes in what was noted of a session, as long as it is held: one that was ended meanwhile does not come back by being used. */
  keepSession(session: Session): void {
    if (this.#sessions.has(session.hash)) this.#keep(session);
  }

  /** Takes in what this process filled a drawer with. */
  keepDrawer(id: string, drawer: AccountDrawer): void {
    this.#drawers?.set(id, drawer);
  }

  /** Lets go of the sessions: some were ended. */
  dropSessions(): void {
    this.#endings += 1;
    this.#sessions.clear();
  }

  /** Lets go of the drawers: there is one more, or one less. */
  dropDrawers(): void {
    this.#drawers = null;
  }

  #keep(session: Session): void {
    if (this.#sessions.size > MOST_SESSIONS) this.#sessions.clear();
    this.#sessions.set(session.hash, session);
  }

  async #look(): Promise<void> {
    const [before, news] = [this.#news, await this.#access.accessNews()];
    if (before && before.ended !== news.ended) this.dropSessions();
    const held = this.#drawers;
    if (!held || before?.gone !== news.gone) this.#drawers = new Map(accountDrawers(await this.#access.drawers()));
    else if (before.filled !== news.filled)
      for (const [id, drawer] of accountDrawers(await this.#access.drawers(before.filled))) held.set(id, drawer);
    this.#news = news;
  }
}

/** Drawers are filled by the desk alone. */
function accountDrawers(kept: ReadonlyMap<string, { readonly drawer: Drawer }>): readonly (readonly [string, AccountDrawer])[] {
  return [...kept].map(([id, { drawer }]) => [id, drawer as AccountDrawer]);
}
