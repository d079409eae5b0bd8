import { Turns, WestgateError } from '@westgate/base';
import type { Access, PersonalRecord, Session } from '@westgate/store';
import type { AccessCopy } from './access-copy.ts';
import type { AccountRecord } from './account-record.ts';

/** Changes of one personal record by others that are gone along with, one after another. */
const MOST_OVERTAKEN = 50;

/** The personal records of persons with accounts. */
export class PersonalRecords {
  readonly #access: Access;
  readonly #copy: AccessCopy;
  readonly #turns = new Turns();

  constructor(access: Access, copy: AccessCopy) {
    this.#access = access;
    this.#copy = copy;
  }

  /** What lies in the personal records, by person, as any process left them. */
  all(): Promise<ReadonlyMap<string, AccountRecord>> {
    return this.#copy.personalRecords();
  }

  async open(personalRecord: AccountRecord): Promise<string> {
    const id = await this.#access.openPerson(personalRecord);
    this.#copy.dropPersonalRecords();
    return id;
  }

  /** Destroys the personal record of someone whom no deed names, and the key with it. */
  async drop(id: string): Promise<void> {
    await this.#access.dropPerson(id);
    this.#copy.dropPersonalRecords();
  }

  /** What lies in the personal record of a person. Throws `WG_NOT_FOUND` where there is none. */
  async of(id: string): Promise<AccountRecord> {
    const personalRecord = (await this.all()).get(id);
    if (!personalRecord) throw new WestgateError('WG_NOT_FOUND', 'expected a person with an account', { id });
    return personalRecord;
  }

  /**
   * Changes what is said of one thing in a personal record: `change` is given what lies there now, and its result is kept where nothing else was kept meanwhile,
   * by this process or another; else it is given what was. So it may be called several times.
   */
  change(id: string, change: (personalRecord: AccountRecord) => AccountRecord): Promise<AccountRecord> {
    return this.#turns.take(() => this.#change(id, change));
  }

  async #change(id: string, change: (personalRecord: AccountRecord) => AccountRecord): Promise<AccountRecord> {
    for (let overtaken = 0; overtaken < MOST_OVERTAKEN; overtaken += 1) {
      const { personalRecord, seal } = await this.#read(id);
      const next = change(personalRecord);
      if (next === personalRecord) return personalRecord;
      if ((await this.#access.fillPersonalRecord(id, next, seal)) !== null) {
        this.#copy.keepPersonalRecord(id, next);
        return next;
      }
    }
    throw new WestgateError('WG_DATABASE_BUSY', {
      zh: '有人正在改这个账号，请再试',
      en: 'others change this account at this moment; try again',
    });
  }

  /** Keeps a session of a person as long as `holds` is true of the personal record, at the moment it is kept; false where it is not. */
  async beginSession(session: Session, holds: (personalRecord: AccountRecord) => boolean): Promise<boolean> {
    for (let overtaken = 0; overtaken < MOST_OVERTAKEN; overtaken += 1) {
      const { personalRecord, seal } = await this.#read(session.person);
      if (!holds(personalRecord)) return false;
      if (await this.#access.beginSession(session, seal)) return true;
    }
    return false;
  }

  /** Forgets what was read: a person was erased. */
  forget(): void {
    this.#copy.dropPersonalRecords();
  }

  async #read(id: string): Promise<{ readonly personalRecord: AccountRecord; readonly seal: string }> {
    const kept = await this.#access.personalRecord(id);
    if (!kept) throw new WestgateError('WG_NOT_FOUND', 'expected a person with an account', { id });
    return { personalRecord: accountRecord(kept.personalRecord), seal: kept.seal };
  }
}

/** Personal records are filled by the desk alone. */
function accountRecord(personalRecord: PersonalRecord): AccountRecord {
  return personalRecord as AccountRecord;
}
