import { createHmac } from 'node:crypto';
import { isMailAddress, type Language, WestgateError } from '@westgate/base';
import { NOTICE_KINDS, type NoticeKind, type Reader, type Register } from '@westgate/domain';
import type { AccountRecord, KeptWishes } from './account-record.ts';
import { readerOf } from './account-rules.ts';
import type { PersonalRecords } from './personal-records.ts';
import { isSameText, newSecret } from './secret.ts';

/** How a person wants to be told by mail; it lies in the personal record of the person. */
export interface NoticeWishes {
  readonly isOn: boolean;
  /** Null: the first language of the district. */
  readonly language: Language | null;
  /** Null: none is known, and no mail is sent. */
  readonly mail: string | null;
  /** What one does not want to be told. */
  readonly off: readonly NoticeKind[];
}

/** What a person says of it. */
export interface WishesWanted {
  readonly isOn: boolean;
  readonly language?: Language | null | undefined;
  readonly mail?: string | null | undefined;
  readonly off?: readonly NoticeKind[] | undefined;
}

/** Someone who may be written to. */
export interface Told extends NoticeWishes {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  readonly reader: Reader;
}

const USUAL: KeptWishes = { isOn: true, language: null, key: null };
const TOKEN = /^(p-[0-9a-f]{16})\.([\w-]{43})$/;

/** Telling people by mail: who wants it, where to, and how it is ended from a mail without signing in. */
export class NoticeMail {
  readonly #personalRecords: PersonalRecords;
  readonly #register: () => Register;

  constructor(personalRecords: PersonalRecords, register: () => Register) {
    this.#personalRecords = personalRecords;
    this.#register = register;
  }

  async wishes(id: string): Promise<NoticeWishes> {
    return wishesIn(await this.#personalRecords.of(id));
  }

  /** Keeps what a person wants; what is not said stays as it is. Throws `WG_INPUT_INVALID` for an address that is none. */
  async setWishes(id: string, wanted: WishesWanted): Promise<NoticeWishes> {
    return wishesIn(await this.#personalRecords.change(id, (personalRecord) => wishedFor(personalRecord, wanted)));
  }

  /** Everyone with an open account who can be told and wants to be. */
  async told(): Promise<readonly Told[]> {
    const personalRecords = await this.#personalRecords.all();
    return [...this.#register().account.values()].flatMap((row) => {
      const personalRecord = row.state === 'open' ? personalRecords.get(row.id) : undefined;
      const wishes = personalRecord && wishesIn(personalRecord);
      if (!personalRecord || !wishes?.isOn || wishes.mail === null || !isMailAddress(wishes.mail)) return [];
      return [{ id: row.id, name: personalRecord.name, reader: readerOf(row), ...wishes, mail: wishes.mail }];
    });
  }

  /** What stands in a link that ends the mails to a person: it does nothing else, and goes with the person. */
  async token(id: string): Promise<string> {
    const personalRecord = await this.#personalRecords.of(id);
    const held = personalRecord.notices?.key ? personalRecord : await this.#personalRecords.change(id, withKey);
    return `${id}.${signed(id, held.notices?.key ?? '')}`;
  }

  /** Ends the mails to the person a token is of, or takes that back. Throws `WG_LINK_SPENT` for a token that is nobody's. */
  async setByToken(token: string, isOn: boolean): Promise<void> {
    const [, id = '', shown = ''] = TOKEN.exec(token) ?? [];
    const personalRecord = await this.#personalRecord(id);
    const key = personalRecord?.notices?.key ?? null;
    if (!personalRecord || key === null || !isSameText(shown, signed(id, key)))
      throw new WestgateError('WG_LINK_SPENT', {
        zh: '邮件里的链接所属的人已没有账号',
        en: 'expected the link of a mail to a person who still has an account',
      });
    if (wishesIn(personalRecord).isOn === isOn) return;
    await this.#personalRecords.change(id, (held) => ({ ...held, notices: { ...USUAL, ...held.notices, isOn } }));
  }

  async #personalRecord(id: string): Promise<AccountRecord | undefined> {
    const accounts: ReadonlyMap<string, unknown> = this.#register().account;
    return accounts.has(id) ? (await this.#personalRecords.all()).get(id) : undefined;
  }
}

function wishesIn({ mail, notices = USUAL }: AccountRecord): NoticeWishes {
  return { isOn: notices.isOn, language: notices.language, mail, off: notices.off ?? [] };
}

/** The personal record with what a person wants. */
function wishedFor(personalRecord: AccountRecord, wanted: WishesWanted): AccountRecord {
  const held = wishesIn(personalRecord);
  const { isOn, language = held.language, mail = held.mail, off = held.off } = wanted;
  if (mail !== null && !isMailAddress(mail))
    throw new WestgateError(
      'WG_INPUT_INVALID',
      { zh: 'mail：应为邮箱地址，如 name@district.example', en: 'mail: expected an address such as name@district.example' },
      { field: 'mail' },
    );
  if (isOn && mail === null)
    throw new WestgateError(
      'WG_INPUT_INVALID',
      { zh: 'mail：没有可发送的邮箱地址', en: 'mail: expected an address to send to, found none' },
      { field: 'mail' },
    );
  return {
    ...personalRecord,
    mail,
    notices: { ...USUAL, ...personalRecord.notices, isOn, language, off: NOTICE_KINDS.filter((kind) => off.includes(kind)) },
  };
}

/** The personal record with a secret to sign links with. */
function withKey(personalRecord: AccountRecord): AccountRecord {
  const { key } = personalRecord.notices ?? USUAL;
  return { ...personalRecord, notices: { ...USUAL, ...personalRecord.notices, key: key ?? newSecret() } };
}

function signed(id: string, key: string): string {
  return createHmac('sha256', Buffer.from(key, 'base64url')).update(`no more mails to ${id}`).digest('base64url');
}
