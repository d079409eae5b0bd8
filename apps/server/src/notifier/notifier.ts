import { addDays, type DayString, type Language, WestgateError } from '@westgate/base';
import { dayInDistrict, type Told } from '@westgate/desk';
import {
  calendarOf,
  chatReader,
  digestLines,
  type NoticeKind,
  owedNotices,
  type Reader,
  type Recipient,
  type Register,
  recipientName,
} from '@westgate/domain';
import type { Office } from '../office/office.ts';
import type { Periods } from '../running/periods.ts';
import { statesReady } from '../view/states-ready.ts';
import { firstLanguage } from '../view/view.ts';
import { afterRefusal, type Entry, inState, isCutOff, isOwed, isReady, markName } from './entry.ts';
import { chatText, type Digest, letterOf } from './letter.ts';
import { inOrder, type LetterLine, owedLines, reportLine } from './letter-line.ts';
import { type Kept, NoticeOutbox } from './notice-outbox.ts';
import { planDay } from './plan.ts';
import { endRounds, Round } from './rounds.ts';
import { sendChat } from './send-chat.ts';
import { mailBytes, sendMail } from './send-mail.ts';
import { SendingFault } from './sending-fault.ts';
import type { NotifierSettings, QuietHours } from './settings.ts';
import type { Waits } from './waits.ts';

/** Days that what was sent, and mails laid down as files, are kept. */
const KEPT_DAYS = 30;

/**
 * Takes notices out of the house: looks from time to time which fall since it last looked, writes down whom to tell before anyone is told, and
 * tells each once. Nothing goes out in an office without accounts, in quiet hours, or while nothing can be written.
 */
export class Notifier {
  readonly outbox: NoticeOutbox;
  readonly settings: NotifierSettings;
  readonly #office: Office;
  readonly #origin: () => string;
  readonly #periods: Periods;
  readonly #rounds = new Round(() => this.#round());
  readonly #ending = new AbortController();
  #isClosed = false;

  constructor(
    office: Office,
    settings: NotifierSettings,
    { origin, periods }: { readonly origin: () => string; readonly periods: Periods },
  ) {
    this.#office = office;
    this.settings = settings;
    this.#origin = origin;
    this.#periods = periods;
    this.outbox = new NoticeOutbox(office.desk.outbox);
  }

  get #waits(): Waits {
    return { ...this.#periods, ended: this.#ending.signal };
  }

  /** Whether anything is sent at all. */
  get isOn(): boolean {
    return this.#office.desk.people.hasAccounts;
  }

  /** Whether mails can be laid down as files. */
  get keepsMails(): boolean {
    return this.#office.desk.outbox.hasFolder;
  }

  get isQuiet(): boolean {
    return isQuiet(this.#office.desk.register, this.#office.now(), this.settings.quiet);
  }

  /** One round. Called while one is under way it gives that one. */
  run(): Promise<void> {
    return this.#rounds.run();
  }

  /** Lets the round under way end with what it is handing over; a receiver that takes too long is hung up on. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await endRounds([this.#rounds], this.#ending, this.#periods.notifierCloseMs);
  }

  async #round(): Promise<void> {
    const { desk } = this.#office;
    if (this.#isClosed || !this.isOn || this.isQuiet || desk.mode !== 'ready') return;
    const today = this.#office.today();
    const [told, chats] = [await desk.people.notices.told(), await this.outbox.chats()];
    const reached = [...told.map(({ id }) => id), ...chats.map(({ chat }) => recipientName(chat))];
    const whole = this.#office.wholeView();
    await statesReady(whole);
    await planDay(this.outbox, whole, today, new Set(reached));
    for (const kept of await this.outbox.entries()) {
      if (this.#isClosed) return;
      const held = isCutOff(kept.entry, this.#office.now(), this.#periods) ? await this.#takeUp(kept) : kept;
      if (held && isReady(held.entry, this.#office.now())) await this.#deliver(held);
    }
    await this.#sweep(today);
  }

  /** What was being handed over when the process ended: a file is laid down anew, anything else is not sent again by itself. */
  #takeUp(kept: Kept): Promise<Kept | null> {
    const isFile = kept.entry.to.kind === 'person' && this.settings.server === null;
    const fault = isFile ? null : ({ word: 'cut-off', detail: '' } as const);
    return this.outbox.change(kept, inState(kept.entry, isFile ? 'waiting' : 'unknown', this.#office.now(), fault));
  }

  /** Sends one entry, or drops it: whom it is for, and what that one may know, is asked anew. */
  async #deliver(kept: Kept): Promise<void> {
    const { entry } = kept;
    const { to } = entry;
    const now = this.#office.now();
    const person = to.kind === 'person' ? (await this.#office.desk.people.notices.told()).find(({ id }) => id === to.id) : undefined;
    const address = to.kind === 'person' ? undefined : await this.outbox.addressOf(to);
    const reader = to.kind === 'person' ? person?.reader : chatReader(to);
    const lines = reader && (person || address) ? this.#linesFor(reader, entry, person?.off ?? []) : [];
    if (lines.length === 0) {
      await this.outbox.change(kept, inState(entry, 'dropped', now));
      return;
    }
    const sending = await this.outbox.change(kept, inState(entry, 'sending', now));
    if (!sending) return;
    const next = await this.#handOver(kept.name, entry, lines, person, address);
    await this.outbox.change(sending, next);
  }

  async #handOver(
    name: string,
    entry: Entry,
    lines: readonly LetterLine[],
    person: Told | undefined,
    address: string | undefined,
  ): Promise<Entry> {
    try {
      const isGone = person ? !(await this.#mail(name, person, lines)) : false;
      if (!person && address !== undefined) await sendChat(address, chatText(this.#digest(lines, null, entry.to)), this.#waits);
      return inState(entry, isGone ? 'dropped' : 'sent', this.#office.now());
    } catch (error) {
      const { isSure, word, detail } = faultOf(error);
      const now = this.#office.now();
      return isSure
        ? afterRefusal(entry, now, { fault: { word, detail }, periods: this.#periods })
        : inState({ ...entry, tries: entry.tries + 1 }, 'unknown', now, { word, detail });
    }
  }

  /** Sends a mail, or lays it down as a file; false where the person was erased meanwhile. */
  async #mail(name: string, person: Told, lines: readonly LetterLine[]): Promise<boolean> {
    const { desk } = this.#office;
    const { server, from } = this.settings;
    const origin = this.#origin();
    const now = this.#office.now();
    const token = await desk.people.notices.token(person.id);
    const digest = this.#digest(lines, person.language, { kind: 'person', id: person.id });
    const letter = letterOf(digest, person.name, `${origin}/unsubscribe?lang=${digest.language}#${token}`);
    const to = { name: person.name, address: person.mail };
    const bytes = await mailBytes({ ...letter, from, to, name, origin, ending: `${origin}/api/v1/unsubscribe/${token}`, at: now });
    if (server) {
      await sendMail(server, { from, to: to.address, bytes }, this.#waits);
      return true;
    }
    const kept = await desk.outbox.keepMail(person.id, name, bytes.toString('utf8'));
    if (kept === 'no-folder') throw new SendingFault('no-folder', '', true);
    return kept === 'kept';
  }

  /** What one who is told may know now of what an entry is about, and wants to be told. */
  #linesFor(reader: Reader, { to, marks }: Entry, off: readonly NoticeKind[]): readonly LetterLine[] {
    const { register, state } = this.#office.viewFor(reader);
    const [today, isWanted] = [this.#office.today(), (kind: NoticeKind): boolean => !off.includes(kind)];
    const reports = isWanted('report')
      ? digestLines(
          register,
          marks.filter((mark) => !isOwed(mark)),
          today,
          (kind, id) => state(kind, id).name === 'done',
        )
      : [];
    const told = new Set(marks.filter(isOwed).map(markName));
    const whole = this.#office.wholeView();
    const owed = owedNotices(whole.register, today, whole.state).filter(
      (each) =>
        told.has(markName(each)) &&
        isWanted(each.kind) &&
        each.recipients.some((recipient) => recipientName(recipient) === recipientName(to)),
    );
    return inOrder([...reports.map(reportLine), ...owedLines(register, owed)]);
  }

  #digest(lines: readonly LetterLine[], language: Language | null, to: Recipient): Digest {
    const [district] = this.#office.desk.register.district.values();
    return {
      district: { zh: district?.name_zh ?? null, en: district?.name_en ?? null },
      day: this.#office.today(),
      lines,
      language: language ?? firstLanguage(this.#office.desk),
      origin: this.#origin(),
      today: to.kind === 'department' ? `&department=${encodeURIComponent(to.id)}` : '',
    };
  }

  async #sweep(today: DayString): Promise<void> {
    const last = addDays(today, -KEPT_DAYS);
    for (const kept of await this.outbox.entries()) if (kept.entry.day < last) await this.outbox.retire(kept);
    await this.#office.desk.outbox.dropMails(last);
  }
}

/** Any error as a fault of sending. What others say may hold addresses, so the log names it and no more. */
function faultOf(error: unknown): SendingFault {
  if (error instanceof SendingFault) return error;
  if (error instanceof WestgateError) return new SendingFault('not-written', error.code, true);
  process.emitWarning(`A notice could not be sent: ${error instanceof Error ? error.name : typeof error}`);
  return new SendingFault('failed', '', false);
}

/** Whether nothing is sent now: outside the hours, and on days that are not worked, both as the district counts them. */
function isQuiet(register: Register, now: Date, { from, to }: QuietHours): boolean {
  if (!calendarOf(register).isWorkingDay(dayInDistrict(register, now))) return true;
  const minute = minuteIn(register, now);
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** The minute of the day it is in the district. */
function minuteIn(register: Register, now: Date): number {
  const [district] = register.district.values();
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: district?.time_zone ?? 'UTC',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const [hour = 0, minute = 0] = clock.format(now).split(':').map(Number);
  return hour * 60 + minute;
}
