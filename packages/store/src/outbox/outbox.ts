/** What became of a mail that was to be laid down: `kept`, no folder to keep it in, or nobody any more whom it is for. */
export type MailKept = 'kept' | 'no-folder' | 'no-person';

/**
 * What the notifier of notices keeps between two runs: notes under names, and mails as files. None of it is a deed: it is no part of the
 * district, no backup carries it, and what is personal in it goes with the person.
 */
export interface Outbox {
  /** Every note by its name. */
  notes(): Promise<ReadonlyMap<string, string>>;
  /**
   * Puts `after` in place of `before` (null: none). It is on the disk when this returns; false where something else stands there by now, and
   * nothing was put.
   */
  put(name: string, before: string | null, after: string | null): Promise<boolean>;
  /** Lays a mail down as a file, in place of one of that name; false where there is no folder for it. */
  keepMail(name: string, content: string): Promise<boolean>;
  /** Destroys the mails whose names are less than `name`: names begin with their day. */
  dropMails(name: string): Promise<void>;
  /** Destroys the notes and mails of a person: those whose names hold the id. */
  forget(person: string): Promise<void>;
}

const NAME = /^[A-Za-z0-9][\w.-]{0,150}$/;

/** `name`, fit for a file. Throws for one that is not: names are made by us. */
export function outboxName(name: string): string {
  if (NAME.test(name) && !name.includes('..')) return name;
  throw new Error(`invariant broken: "${name.slice(0, 80)}" is no name in the outbox`);
}

/** What lasts as long as the process; mails have no folder. */
export function memoryOutbox(): Outbox {
  const notes = new Map<string, string>();
  return {
    notes: async () => notes,
    async put(name, before, after) {
      if ((notes.get(outboxName(name)) ?? null) !== before) return false;
      if (after === null) notes.delete(name);
      else notes.set(name, after);
      return true;
    },
    keepMail: async () => false,
    dropMails: async () => undefined,
    async forget(person) {
      for (const name of [...notes.keys()]) if (name.includes(person)) notes.delete(name);
    },
  };
}
