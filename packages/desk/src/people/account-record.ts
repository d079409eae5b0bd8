import type { Language } from '@westgate/base';
import type { NoticeKind } from '@westgate/domain';
import type { PersonalRecord } from '@westgate/store';
import type { DirectoryLink } from './directory-link.ts';
import type { Passkey } from './passkey.ts';
import type { PasswordHash } from './password.ts';
import type { Token } from './token.ts';
import type { Totp } from './totp.ts';

/** A one-time link: for an invitation, or for a new password. */
export interface Link {
  /** Hash of what stands in the link. */
  readonly hash: string;
  /** Instant from which it is spent. */
  readonly until: string;
}

/** How a person wants to be told by mail, and what the links to end the mails are signed with. */
export interface KeptWishes {
  readonly isOn: boolean;
  readonly language: Language | null;
  readonly key: string | null;
  /** What one does not want to be told; missing where nobody said. */
  readonly off?: readonly NoticeKind[];
}

/** A browser in which a person signed in, by the hash of the mark it keeps. */
interface KnownDevice {
  readonly hash: string;
  /** The day it was last signed in from. */
  readonly used: string;
}

/** What lies in the personal record of a person with an account. */
export interface AccountRecord extends PersonalRecord {
  /** What the person signs in with: a mail address or a word. */
  readonly signIn: string;
  readonly mail: string | null;
  readonly phone: string | null;
  readonly password: PasswordHash | null;
  readonly link: Link | null;
  /** A second factor, where there is one. */
  readonly totp?: Totp | null;
  readonly tokens?: readonly Token[];
  readonly passkeys?: readonly Passkey[];
  /** Who the person is in the city's directory, where it was linked. */
  readonly directory?: DirectoryLink | null;
  /** The browsers in which the person signed in: strangers cannot keep them out. */
  readonly devices?: readonly KnownDevice[];
  /** The records the person follows, each `kind:id`. */
  readonly follows?: readonly string[];
  /** How the person wants to be told by mail; as usual where nothing is said. */
  readonly notices?: KeptWishes;
}

/** The parts that records of accounts are looked at for, of someone who has none. */
export const NO_ACCOUNT = { signIn: '', mail: null, phone: null, password: null, link: null } as const;
