import type { Access } from '@westgate/store';

/** What the notifier of notices keeps: notes under names, and mails as files. */
export type DeskOutbox = Pick<Access, 'notes' | 'putNote' | 'keepMail' | 'dropMails'> & {
  /** Whether mails can be laid down: the data are in a folder. */
  readonly hasFolder: boolean;
};
