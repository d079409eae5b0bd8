import { type DayString, isDay } from '@westgate/base';
import type { DeskOutbox } from '@westgate/desk';
import { type Ear, earName } from '@westgate/domain';
import { type Entry, newEntry } from './entry.ts';

/** An entry under its name, with the text it was read from. */
export interface Kept {
  readonly name: string;
  readonly entry: Entry;
  readonly text: string;
}

/** Chats are told by an address of their own. */
export type Chat = Exclude<Ear, { readonly kind: 'person' }>;

const TOLD = 'told-up-to';
const CHAT = 'chat.';
const ENTRY = /^\d{4}-\d{2}-\d{2}\./;

/** What the courier keeps between two runs: how far it looked, what is to be sent, the addresses of chats. */
export class Book {
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

  /** Keeps a new entry; nothing happens where there is one of that day and ear. */
  async add(...made: Parameters<typeof newEntry>): Promise<void> {
    const entry = newEntry(...made);
    await this.#outbox.putNote(`${entry.day}.${earName(entry.to)}`, null, JSON.stringify(entry));
  }

  /** Puts `entry` in place of one that was read; null where another process was faster. */
  async change({ name, text }: Kept, entry: Entry): Promise<Kept | null> {
    const next = JSON.stringify(entry);
    return (await this.#outbox.putNote(name, text, next)) ? { name, text: next, entry } : null;
  }

  async remove({ name, text }: Kept): Promise<void> {
    await this.#outbox.putNote(name, text, null);
  }

  /** The addresses of chats. */
  async chats(): Promise<readonly { readonly chat: Chat; readonly address: string }[]> {
    return [...(await this.#outbox.notes())]
      .filter(([name]) => name.startsWith(CHAT))
      .map(([name, address]) => ({ chat: chatNamed(name.slice(CHAT.length)), address }));
  }

  /** The address of a chat; undefined where it is told nothing. */
  async addressOf(chat: Chat): Promise<string | undefined> {
    return (await this.#outbox.notes()).get(CHAT + earName(chat));
  }

  async setChat(chat: Chat, address: string | null): Promise<void> {
    const before = (await this.addressOf(chat)) ?? null;
    if (before !== address) await this.#outbox.putNote(CHAT + earName(chat), before, address);
  }
}

function chatNamed(name: string): Chat {
  return name === 'office' ? { kind: 'office' } : { kind: 'department', id: name.slice('department.'.length) };
}
