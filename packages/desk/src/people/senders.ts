import type { Access, PersonalRecord } from '@westgate/store';
import { NO_ACCOUNT } from './account-record.ts';
import { hashOf, newSecret } from './secret.ts';

/** How to reach who wrote feedback. */
export interface Sender {
  readonly name: string;
  readonly reach: string;
}

/** The same as it lies in a sealed record. */
interface SenderRecord extends PersonalRecord {
  readonly reach: string;
}

const KEY_KIND = 'feedback key';
const KEY_MS = 366 * 24 * 60 * 60_000;

/** Who wrote feedback: each sealed under a key of their own, as accounts are, so that it can be destroyed. They have no account. */
export class Senders {
  readonly #access: Access;
  #key: string | null = null;

  constructor(access: Access) {
    this.#access = access;
  }

  /** Seals how to reach a sender; gives the id of the person. One who left no name is called by the number of the feedback. */
  keep({ name, reach }: Sender, number: string): Promise<string> {
    const called = name === '' ? `feedback ${number}` : name;
    const record: SenderRecord = { name: called, reach, ...NO_ACCOUNT };
    return this.#access.openPerson(record);
  }

  /** How to reach a sender; null where that was erased. */
  async of(person: string): Promise<Sender | null> {
    const kept = await this.#access.personalRecord(person);
    if (!kept) return null;
    const { name, reach = '' } = kept.personalRecord as Partial<SenderRecord>;
    return { name: name ?? '', reach };
  }

  /** What forms are signed with, the same at every process of the office; another after a year, or where the database was made anew. */
  async formKey(now: Date): Promise<string> {
    this.#key ??= await this.#sharedKey(now.getTime());
    return this.#key;
  }

  async #sharedKey(nowMs: number): Promise<string> {
    const made = hashOf(newSecret());
    await this.#access.putShortLived({ kind: KEY_KIND, key: 'form', owner: '', held: made, untilMs: nowMs + KEY_MS }, nowMs);
    return (await this.#access.peekShortLived(KEY_KIND, 'form', nowMs)) ?? made;
  }
}
