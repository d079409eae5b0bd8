import { type DayString, isDay } from '@westgate/base';
import type { DeskOutbox } from '@westgate/desk';
import { type Recipient, recipientName } from '@westgate/domain';
import { type Entry, isOwed, markName, newEntry } from './entry.ts';

/** An entry under its name, with the text it was read from. */
export interface Kept {
  readonly name: string;
  readonly entry: Entry;
  readonly text: string;
}

/** Chats are told by an address of their own. */
export type Chat = Exclude<Recipient, { readonly kind: 'person' }>;

const TOLD = 'told-up-to';
const CHAT = 'chat.';
/** What waited for someone and was told before the entries that are still kept. */
const HEARD = 'heard.';
/** The last so many of each are kept: what waits longer than all these is told once more. */
const MOST_HEARD = 2_000;
const ENTRY = /^\d{4}-\d{2}-\d{2}\./;

/** What the notifier keeps between two runs: how far it looked, what is to be sent, the addresses of chats. */
export class NoticeOutbox {
  readonly #outbox: DeskOutbox;

  constructor(outbox: DeskOutbox) {
    this.#outbox = outbox;
  }

  /** The last day whose notices were looked for; null before the first. */
  async toldUpTo(): Promise<DayString | null> {
    const text = (await this.#outbox.notes()).get(TOLD);
    return text !== undefined && isDay(text) ? text : null;
  }

  /** Moves it on; false where another process did. */
  setToldUpTo(before: DayString | null, day: DayString): Promise<boolean> {
    return this.#outbox.putNote(TOLD, before, day);
  }

  /** Every entry, by name: the oldest day first. */
  async entries(): Promise<readonly Kept[]> {
    return [...(await this.#outbox.notes())]
      .filter(([name]) => ENTRY.test(name))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, text]) => ({ name, text, entry: JSON.parse(text) as Entry }));
  }

  /** Keeps a new entry; nothing happens where there is one of that day and recipient. */
  async add(...made: Parameters<typeof newEntry>): Promise<void> {
    const entry = newEntry(...made);
    await this.#outbox.putNote(`${entry.day}.${recipientName(entry.to)}`, null, JSON.stringify(entry));
  }

  /** Puts `entry` in place of one that was read; null where another process was faster. */
  async change({ name, text }: Kept, entry: Entry): Promise<Kept | null> {
    const next = JSON.stringify(entry);
    return (await this.#outbox.putNote(name, text, next)) ? { name, text: next, entry } : null;
  }

  async remove({ name, text }: Kept): Promise<void> {
    await this.#outbox.putNote(name, text, null);
  }

  /** What each recipient was told, or is about to be, by the name of the recipient. */
  async heard(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const heard = new Map<string, Set<string>>();
    for (const [name, text] of await this.#outbox.notes())
      if (name.startsWith(HEARD)) heard.set(name.slice(HEARD.length), new Set(JSON.parse(text) as readonly string[]));
    for (const { entry } of await this.entries()) {
      const marks = heard.get(recipientName(entry.to)) ?? new Set<string>();
      for (const mark of entry.marks) marks.add(markName(mark));
      heard.set(recipientName(entry.to), marks);
    }
    return heard;
  }

  /** Removes an entry of long ago; that what waited for someone was told stays known. */
  async retire(kept: Kept): Promise<void> {
    const owed = kept.entry.marks.filter(isOwed).map(markName);
    const name = HEARD + recipientName(kept.entry.to);
    const notes = await this.#outbox.notes();
    // What was taken out meanwhile, with an erased person, leaves nothing behind.
    if (notes.get(kept.name) !== kept.text) return;
    const before = notes.get(name) ?? null;
    const known = before === null ? [] : (JSON.parse(before) as readonly string[]);
    const all = [...new Set([...known, ...owed])].slice(-MOST_HEARD);
    // Another process that was faster retires it as well, or the next round does.
    if (owed.length > 0 && !(await this.#outbox.putNote(name, before, JSON.stringify(all)))) return;
    await this.remove(kept);
  }

  /** The addresses of chats. */
  async chats(): Promise<readonly { readonly chat: Chat; readonly address: string }[]> {
    return [...(await this.#outbox.notes())]
      .filter(([name]) => name.startsWith(CHAT))
      .map(([name, address]) => ({ chat: chatNamed(name.slice(CHAT.length)), address }));
  }

  /** The address of a chat; undefined where it is told nothing. */
  async addressOf(chat: Chat): Promise<string | undefined> {
    return (await this.#outbox.notes()).get(CHAT + recipientName(chat));
  }

  async setChat(chat: Chat, address: string | null): Promise<void> {
    const before = (await this.addressOf(chat)) ?? null;
    if (before !== address) await this.#outbox.putNote(CHAT + recipientName(chat), before, address);
  }
}

function chatNamed(name: string): Chat {
  return name === 'office' ? { kind: 'office' } : { kind: 'department', id: name.slice('department.'.length) };
}
