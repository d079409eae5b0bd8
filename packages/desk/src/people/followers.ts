import { createHash, createHmac } from 'node:crypto';
import { type DayString, type Language, Turns } from '@westgate/base';
import { type Access, openPersonalRecord, type PersonalRecord, sealPersonalRecord } from '@westgate/store';
import { type AccountRecord, NO_ACCOUNT } from './account-record.ts';
import type { PersonalRecords } from './personal-records.ts';
import { isSameText, newSecret } from './secret.ts';

/** Someone outside who asked to be told by mail of what is new on a public record. */
export interface AskedToFollow {
  readonly address: string;
  /** `kind:id` */
  readonly record: string;
  readonly language: Language;
}

/** A record that someone follows. */
export interface Followed {
  readonly record: string;
  /** The language of the page on which it was asked: its feed is the one that is read. */
  readonly language: Language;
  /** Marks of what stood in the feed when it was told last, or when it was begun. */
  readonly heard: readonly string[];
  /** Since when the record is not public; null: it is. */
  readonly goneOn: DayString | null;
}

/** Who follows, as it lies sealed in a personal record of its own. */
export interface Follower {
  readonly address: string;
  /** The language of the mails: that of the page on which it was asked last. */
  readonly language: Language;
  readonly follows: readonly Followed[];
  /** The day of the last mail. */
  readonly toldOn: DayString | null;
  /** Since when the mail server of the address says that there is no such address; null: it does not. */
  readonly refusedSince: DayString | null;
  /** What the links in mails are signed with. */
  readonly key: string;
}

interface FollowerRecord extends PersonalRecord {
  readonly follower: Follower;
}

/** How long an address can be confirmed. Nothing of it is kept meanwhile: it stands, sealed, in the link alone. */
const CONFIRM_DAYS = 3;
/** Mails that ask one address to confirm, in a day, whoever asks. */
const MOST_ASKED = 3;
const DAY_MS = 24 * 60 * 60_000;
const MOST_FOLLOWERS = 20_000;
const MOST_FOLLOWS = 100;
const ASKED_KIND = 'follow asked';
const SEAL = 'follow';
const NAME = 'follower';
const TOKEN = /^(p-[0-9a-f]{16})\.([\w-]{43})$/;

/** Who follows public records by mail: each sealed under a key of their own, and destroyed when they end it. They have no account. */
export class Followers {
  readonly #access: Access;
  readonly #personalRecords: PersonalRecords;
  readonly #formKey: (now: Date) => Promise<string>;
  readonly #turns = new Turns();

  /** `formKey`: what forms are signed with at every process of the office. */
  constructor(access: Access, personalRecords: PersonalRecords, formKey: (now: Date) => Promise<string>) {
    this.#access = access;
    this.#personalRecords = personalRecords;
    this.#formKey = formKey;
  }

  /** Everyone who follows, by person. */
  async all(): Promise<ReadonlyMap<string, Follower>> {
    const found = new Map<string, Follower>();
    for (const [id, record] of await this.#personalRecords.all()) if (isFollower(record)) found.set(id, record.follower);
    return found;
  }

  /** How many people follow, and how many each record. */
  async counts(): Promise<{ readonly people: number; readonly records: ReadonlyMap<string, number> }> {
    const all = await this.all();
    const records = new Map<string, number>();
    for (const { follows } of all.values()) for (const { record } of follows) records.set(record, (records.get(record) ?? 0) + 1);
    return { people: all.size, records };
  }

  /** What stands in the link by which an address is confirmed: all that was asked, sealed. */
  async confirmation(asked: AskedToFollow, now: Date): Promise<string> {
    return sealPersonalRecord(JSON.stringify({ ...asked, askedMs: now.getTime() }), await this.#sealing(now));
  }

  /** What was asked by a link of {@link confirmation}; null where it is none, or too old. */
  async asked(link: string, now: Date): Promise<AskedToFollow | null> {
    const sealing = await this.#sealing(now);
    try {
      const { askedMs, ...asked } = JSON.parse(openPersonalRecord(link, sealing)) as AskedToFollow & { readonly askedMs: number };
      return now.getTime() - askedMs < CONFIRM_DAYS * DAY_MS ? asked : null;
    } catch {
      return null;
    }
  }

  /** Whether an address may be asked once more today to confirm; counts it. What is kept of the address for that day does not tell it. */
  async mayAsk(address: string, now: Date): Promise<boolean> {
    const owner = createHmac('sha256', await this.#formKey(now))
      .update(`follow ${folded(address)}`)
      .digest('hex');
    const nowMs = now.getTime();
    if ((await this.#access.countShortLived(ASKED_KIND, owner, nowMs)) >= MOST_ASKED) return false;
    return this.#access.putShortLived({ kind: ASKED_KIND, key: newSecret(), owner, held: '1', untilMs: nowMs + DAY_MS }, nowMs);
  }

  /** Begins what was asked and confirmed; gives the token by which it is ended, or null where no more are taken. What is followed already begins anew. */
  begin({ address, record, language }: AskedToFollow, heard: readonly string[]): Promise<string | null> {
    const followed: Followed = { record, language, heard, goneOn: null };
    return this.#turns.take(async () => {
      const all = await this.all();
      const own = [...all].find(([, follower]) => folded(follower.address) === folded(address));
      if (own) {
        const [id, { follows }] = own;
        const others = follows.filter((each) => each.record !== record);
        if (others.length >= MOST_FOLLOWS) return null;
        await this.change(id, (follower) => ({ ...follower, language, refusedSince: null, follows: [...others, followed] }));
        return tokenOf(own);
      }
      if (all.size >= MOST_FOLLOWERS) return null;
      const follower: Follower = { address, language, follows: [followed], toldOn: null, refusedSince: null, key: newSecret() };
      const made: AccountRecord & FollowerRecord = { name: NAME, ...NO_ACCOUNT, follower };
      return tokenOf([await this.#personalRecords.open(made), follower]);
    });
  }

  /** Changes what is kept of a follower. Throws `WG_NOT_FOUND` where it was ended meanwhile. */
  async change(id: string, change: (follower: Follower) => Follower): Promise<void> {
    await this.#personalRecords.change(id, (record) =>
      isFollower(record) ? { ...record, ...{ follower: change(record.follower) } } : record,
    );
  }

  /** Whose token it is; null for nobody's. */
  async byToken(token: string): Promise<{ readonly id: string; readonly follower: Follower } | null> {
    const [, id = '', shown = ''] = TOKEN.exec(token) ?? [];
    const follower = id === '' ? undefined : (await this.all()).get(id);
    return follower && isSameText(shown, signed(id, follower.key)) ? { id, follower } : null;
  }

  /** Ends following one record, or all (null): with the last the address is destroyed. Nothing happens where it was ended already. */
  async end(token: string, record: string | null): Promise<void> {
    const found = await this.byToken(token);
    if (!found) return;
    const left = found.follower.follows.filter((each) => record !== null && each.record !== record);
    if (left.length === 0) await this.drop(found.id);
    else await this.change(found.id, (follower) => ({ ...follower, follows: follower.follows.filter((each) => each.record !== record) }));
  }

  /** Destroys what is kept of a follower. */
  drop(id: string): Promise<void> {
    return this.#personalRecords.drop(id);
  }

  async #sealing(now: Date): Promise<{ readonly id: string; readonly key: string }> {
    const key = createHash('sha256')
      .update(`${SEAL} ${await this.#formKey(now)}`)
      .digest('base64url');
    return { id: SEAL, key };
  }
}

/** What stands in the links of mails to a follower: it ends them and does nothing else. */
export function tokenOf([id, { key }]: readonly [string, Pick<Follower, 'key'>]): string {
  return `${id}.${signed(id, key)}`;
}

function signed(id: string, key: string): string {
  return createHmac('sha256', Buffer.from(key, 'base64url')).update(`follow no more ${id}`).digest('base64url');
}

function isFollower(record: AccountRecord): record is AccountRecord & FollowerRecord {
  return 'follower' in record;
}

/** Addresses that differ in capitals alone are one. */
function folded(address: string): string {
  return address.toLowerCase();
}
