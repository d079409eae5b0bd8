import { addDays, type Bilingual, type DayString, inBackground, type Language, WestgateError } from '@westgate/base';
import { type AskedToFollow, type Followed, type Follower, newSecret, tokenOf } from '@westgate/desk';
import { FOLLOWED_KINDS, SERVED_AT } from '@westgate/public/options';
import { type PublicRecord, publicRecord } from '../feedback/public-record.ts';
import type { Letter } from '../notifier/letter.ts';
import type { Notifier } from '../notifier/notifier.ts';
import { endRounds, Round } from '../notifier/rounds.ts';
import { mailBytes, sendMail } from '../notifier/send-mail.ts';
import { SendingFault } from '../notifier/sending-fault.ts';
import type { Office } from '../office/office.ts';
import { heldDistrict } from '../present/district.ts';
import { pair } from '../present/text.ts';
import type { ServedSite } from '../publish/served-site.ts';
import type { Periods } from '../running/periods.ts';
import { PublishedFeeds, type RecordNews } from './published-feeds.ts';
import { confirmLetter, type Sheet, type Told, updateLetter } from './update-letter.ts';

/** The kinds of records that are followed. */
export type FollowedKind = (typeof FOLLOWED_KINDS)[number];

/** A record that is not public for longer than this is followed no more; nor by an address that does not exist for so long. */
const GONE_DAYS = 90;
const REFUSED_DAYS = 30;
/** Mails that ask for confirmation, as many as wait at once, and how often each is tried. */
const MOST_WAITING = 500;
const MOST_TRIES = 10;
/** Marks of news that are kept of each record: more than its feed holds. */
const MOST_HEARD = 500;
/** What mail servers say of an address that is not there. */
const NO_SUCH_ADDRESS = /^55[0-3]$/;

interface Waiting {
  readonly asked: AskedToFollow;
  readonly name: Bilingual;
  readonly tries: number;
}

interface Parts {
  readonly served: ServedSite;
  readonly notifier: Notifier;
  readonly origin: () => string;
  readonly periods: Periods;
  readonly onError: (error: Error, name: string) => void;
}

/**
 * Tells who follows public records by mail what their feeds tell: nothing before an address is confirmed, one mail a day at most, each thing once. Nothing is told of a
 * record that is not public any more.
 */
export class FollowerMail {
  readonly feeds: PublishedFeeds;
  readonly #office: Office;
  readonly #parts: Parts;
  readonly #ending = new AbortController();
  /** By follower: how often the last mail was refused, and when it is tried again. After a new start it is tried at once. */
  readonly #refused = new Map<string, { readonly tries: number; readonly nextMs: number }>();
  #waiting: Waiting[] = [];
  readonly #rounds = new Round(() => this.#round());
  readonly #asking = new Round(() => this.#askEach());
  #isClosed = false;

  constructor(office: Office, parts: Parts) {
    this.#office = office;
    this.#parts = parts;
    this.feeds = new PublishedFeeds(parts.served);
  }

  /** Whether anything is sent: only by a mail server. */
  get isOn(): boolean {
    return this.#parts.notifier.settings.server !== null;
  }

  /** The public record that `about` names, where such are followed. */
  about(about: string): PublicRecord<FollowedKind> | null {
    return publicRecord(this.#office, FOLLOWED_KINDS, about);
  }

  /** Sends the mail by which an address is confirmed, after whoever asked was answered: the answer tells nothing of the address. */
  ask(asked: AskedToFollow, name: Bilingual): void {
    if (!this.isOn || this.#waiting.length >= MOST_WAITING) return;
    this.#waiting.push({ asked, name, tries: 0 });
    inBackground('asking for confirmation', () => this.#asking.run(), this.#parts.onError);
  }

  /** Begins what was confirmed; gives the token by which it is ended, null where no more are taken. */
  async begin(asked: AskedToFollow): Promise<string | null> {
    const now = await this.feeds.of(asked.record, asked.language);
    return this.#office.desk.people.followers.begin(asked, now?.news.map(({ mark }) => mark) ?? []);
  }

  /** One round. Called while one is under way it gives that one. */
  run(): Promise<void> {
    return this.#rounds.run();
  }

  /** Lets what is under way end; a mail server that takes too long is hung up on. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await endRounds([this.#rounds, this.#asking], this.#ending, this.#parts.periods.notifierCloseMs);
  }

  async #askEach(): Promise<void> {
    const refused: Waiting[] = [];
    for (let next = this.#waiting.shift(); next && !this.#isClosed; next = this.#waiting.shift()) {
      const { asked, name, tries } = next;
      const { followers } = this.#office.desk.people;
      const now = this.#office.now();
      if (tries === 0 && !(await followers.mayAsk(asked.address, now))) continue;
      const link = this.#link('confirm', await followers.confirmation(asked, now), asked.language);
      const fault = await this.#send(asked.address, confirmLetter(this.#sheet(asked.language), name, link), newSecret(), null);
      if (fault?.isSure && tries + 1 < MOST_TRIES) refused.push({ asked, name, tries: tries + 1 });
    }
    this.#waiting.push(...refused);
  }

  async #round(): Promise<void> {
    if (this.#isClosed || !this.isOn) return;
    await this.#asking.run();
    const { notifier, served } = this.#parts;
    const { desk } = this.#office;
    if (notifier.isQuiet || desk.mode !== 'ready' || !(await served.isThere())) return;
    const read = new Map<string, Promise<RecordNews | null>>();
    const newsOf = ({ record, language }: Followed): Promise<RecordNews | null> => {
      const name = `${record} ${language}`;
      const found = read.get(name) ?? this.feeds.of(record, language);
      read.set(name, found);
      return found;
    };
    for (const [id, follower] of await desk.people.followers.all()) {
      if (this.#isClosed) return;
      const wait = this.#refused.get(id);
      if (follower.toldOn === this.#office.today() || (wait && wait.nextMs > this.#office.now().getTime())) continue;
      await this.#tell(id, follower, newsOf).catch((error: unknown) => {
        // Ended meanwhile.
        if (!(error instanceof WestgateError) || error.code !== 'WG_NOT_FOUND') throw error;
      });
    }
  }

  /** Tells one follower what is new: it is written down as told first, so that it is told once whatever happens meanwhile. */
  async #tell(id: string, follower: Follower, newsOf: (followed: Followed) => Promise<RecordNews | null>): Promise<void> {
    const { followers } = this.#office.desk.people;
    const today = this.#office.today();
    const kept: Followed[] = [];
    const told: Told[] = [];
    for (const followed of follower.follows) {
      const about = this.about(followed.record);
      const goneOn = about ? null : (followed.goneOn ?? today);
      if (goneOn !== null && goneOn < addDays(today, -GONE_DAYS)) continue;
      const found = about ? await newsOf(followed) : null;
      const heard = new Set(followed.heard);
      const news = found?.news.filter(({ mark }) => !heard.has(mark)) ?? [];
      kept.push({ ...followed, goneOn, heard: [...followed.heard, ...news.map(({ mark }) => mark)].slice(-MOST_HEARD) });
      if (about && found && news.length > 0) told.push({ name: about.name, page: this.#page(found), news });
    }
    if (kept.length === 0 || isOld(follower.refusedSince, addDays(today, -REFUSED_DAYS))) return followers.drop(id);
    if (told.length === 0) {
      if (kept.length < follower.follows.length || kept.some(({ goneOn }, at) => goneOn !== follower.follows[at]?.goneOn))
        await followers.change(id, (now) => withFollows(now, follower, kept));
      return;
    }
    await followers.change(id, (now) => ({ ...withFollows(now, follower, kept), toldOn: today }));
    const token = tokenOf([id, follower]);
    const letter = updateLetter(this.#sheet(follower.language), told, this.#link('stop', token, follower.language));
    const fault = await this.#send(follower.address, letter, `${id} ${today}`, this.#link('stop', token, follower.language));
    if (fault === null) this.#refused.delete(id);
    if (fault === null ? follower.refusedSince === null : !fault.isSure) return;
    await followers.change(id, (now) => afterFault(now, follower, fault, today));
    if (fault) this.#wait(id);
  }

  #wait(id: string): void {
    const { noticeFirstWaitMs, noticeLongestWaitMs } = this.#parts.periods;
    const tries = (this.#refused.get(id)?.tries ?? 0) + 1;
    const wait = Math.min(noticeFirstWaitMs * 2 ** (tries - 1), noticeLongestWaitMs);
    this.#refused.set(id, { tries, nextMs: this.#office.now().getTime() + wait });
  }

  /** Hands a mail over; why it was not taken, or null. */
  async #send(to: string, letter: Letter, name: string, ending: string | null): Promise<SendingFault | null> {
    const { notifier, periods } = this.#parts;
    const { server, from } = notifier.settings;
    if (!server) return new SendingFault('mail-unreached', '', true);
    const at = this.#office.now();
    const bytes = await mailBytes({ ...letter, from, to: { name: '', address: to }, name, origin: this.#parts.origin(), ending, at });
    try {
      await sendMail(server, { from, to, bytes }, { ...periods, ended: this.#ending.signal });
      return null;
    } catch (error) {
      return error instanceof SendingFault ? error : new SendingFault('failed', '', false);
    }
  }

  #sheet(language: Language): Sheet {
    const row = heldDistrict(this.#office.publicView(null).register);
    return { district: pair(row.name_zh, row.name_en), language };
  }

  #link(what: 'confirm' | 'stop', of: string, language: Language): string {
    return `${this.#parts.origin()}${SERVED_AT}follow/${what}?${new URLSearchParams({ of, lang: language })}`;
  }

  #page({ page }: RecordNews): string {
    return `${this.#parts.origin()}${SERVED_AT}${page.split('/').map(encodeURIComponent).join('/')}`;
  }
}

/** A follower with what is kept of each record that was followed before; what was ended or begun meanwhile stays so. */
function withFollows(now: Follower, before: Follower, kept: readonly Followed[]): Follower {
  const [of, known] = [new Map(kept.map((each) => [each.record, each])), new Set(before.follows.map(({ record }) => record))];
  return { ...now, follows: now.follows.flatMap((each) => of.get(each.record) ?? (known.has(each.record) ? [] : [each])) };
}

/** A follower after a mail was taken, or refused: then what was to be told is told another time. */
function afterFault(now: Follower, before: Follower, fault: SendingFault | null, today: DayString): Follower {
  if (fault === null) return { ...now, refusedSince: null };
  const refusedSince = NO_SUCH_ADDRESS.test(fault.detail) ? (before.refusedSince ?? today) : before.refusedSince;
  return { ...withFollows(now, before, before.follows), toldOn: before.toldOn, refusedSince };
}

function isOld(since: DayString | null, last: DayString): boolean {
  return since !== null && since < last;
}
