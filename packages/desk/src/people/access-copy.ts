import type { Access, AccessNews, PersonalRecord, Session } from '@westgate/store';
import type { AccountRecord } from './account-record.ts';

/** Sessions of which a copy is kept; beyond it they are read again. */
const MOST_SESSIONS = 2_000;

/**
 * This process's copy of personal records and sessions. It is asked before each use whether it still stands, by one row that every change by any process
 * counts up; what changed is read, and nothing is ever written back from here.
 */
export class AccessCopy {
  readonly #access: Access;
  #personalRecords: Map<string, AccountRecord> | null = null;
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

  /** The personal records of persons with accounts, up to date. */
  async personalRecords(): Promise<ReadonlyMap<string, AccountRecord>> {
    for (;;) {
      await this.fresh();
      // Null where they were dropped at that moment.
      if (this.#personalRecords) return this.#personalRecords;
    }
  }

  /** The personal records as they were at the last look: for whoever looked just now. */
  async held(): Promise<ReadonlyMap<string, AccountRecord>> {
    return this.#personalRecords ?? this.personalRecords();
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

  /** Takes in what this process filled a personal record with. */
  keepPersonalRecord(id: string, personalRecord: AccountRecord): void {
    this.#personalRecords?.set(id, personalRecord);
  }

  /** Lets go of the sessions: some were ended. */
  dropSessions(): void {
    this.#endings += 1;
    this.#sessions.clear();
  }

  /** Lets go of the personal records: there is one more, or one less. */
  dropPersonalRecords(): void {
    this.#personalRecords = null;
  }

  #keep(session: Session): void {
    if (this.#sessions.size > MOST_SESSIONS) this.#sessions.clear();
    this.#sessions.set(session.hash, session);
  }

  async #look(): Promise<void> {
    const [before, news] = [this.#news, await this.#access.accessNews()];
    if (before && before.ended !== news.ended) this.dropSessions();
    const held = this.#personalRecords;
    if (!held || before?.gone !== news.gone) this.#personalRecords = new Map(accountRecords(await this.#access.personalRecords()));
    else if (before.filled !== news.filled)
      for (const [id, personalRecord] of accountRecords(await this.#access.personalRecords(before.filled))) held.set(id, personalRecord);
    this.#news = news;
  }
}

/** Personal records are filled by the desk alone. */
function accountRecords(
  kept: ReadonlyMap<string, { readonly personalRecord: PersonalRecord }>,
): readonly (readonly [string, AccountRecord])[] {
  return [...kept].map(([id, { personalRecord }]) => [id, personalRecord as AccountRecord]);
}
