import { WestgateError } from '@westgate/base';
import { vocabulary } from '@westgate/domain';
import type { AccountRecord } from './account-record.ts';
import type { DirectoryLink } from './directory-link.ts';
import type { Passkey } from './passkey.ts';
import { markOf } from './passkeys.ts';
import { hashPassword, requirePassword } from './password.ts';
import type { PersonalRecords } from './personal-records.ts';
import { type Proof, requireSamePassword, requireSelf, withOwnPassword } from './self.ts';
import type { SignIns } from './sign-ins.ts';
import type { Token, TokenScope } from './token.ts';
import { newToken } from './tokens.ts';
import { newTotp, stepOf, totpAddress } from './totp.ts';

/** An account as its own person sees it. */
interface OwnShown {
  readonly signIn: string;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly tokens: readonly Omit<Token, 'hash'>[];
  readonly passkeys: readonly Omit<Passkey, 'publicKey' | 'counter' | 'transports'>[];
  readonly directory: Omit<DirectoryLink, 'subject'> | null;
}

/** What a person sees and does of their own account. No deed: it lies in the personal record, and nobody else knows of it. */
export interface OwnAccount {
  show(id: string): Promise<OwnShown>;
  /** Sets another password; the other sessions of the person end. */
  setPassword(id: string, set: { readonly before: string; readonly password: string; readonly session: string }, now: Date): Promise<void>;
  /** The secret of a second factor, to be put into an app by who shows to be the person; it is asked for from {@link confirmSecondFactor} on. */
  beginSecondFactor(id: string, proof: Proof, now: Date): Promise<{ readonly secret: string; readonly address: string }>;
  confirmSecondFactor(id: string, code: string, now: Date): Promise<void>;
  /** Goes without a second factor again; the password says that it is the person. */
  dropSecondFactor(id: string, proof: Proof, now: Date): Promise<void>;
  /** A token for a program, for who shows to be the person; its text is shown once. */
  makeToken(
    id: string,
    ask: Proof & { readonly name: string; readonly scopes: readonly TokenScope[]; readonly days: number },
    now: Date,
  ): Promise<string>;
  dropToken(id: string, token: string, now: Date): Promise<void>;
  /** The records the person follows, each `kind:id`. */
  follows(id: string): Promise<readonly string[]>;
  /** Follows a record, or no longer; gives those followed then. */
  follow(id: string, record: string, isFollowed: boolean): Promise<readonly string[]>;
}

/** The own account of each person whose personal record is in `personalRecords`. */
export function ownAccountOf(personalRecords: PersonalRecords, signIns: SignIns): OwnAccount {
  return {
    async show(id) {
      const { signIn, password, totp, tokens = [], passkeys = [], directory = null } = await personalRecords.of(id);
      return {
        signIn,
        hasPassword: password !== null,
        hasSecondFactor: totp?.isOn ?? false,
        tokens: tokens.map(({ hash: _, ...token }) => token),
        passkeys: passkeys.map(({ id: own, name, host, made, used }) => ({ id: markOf(own), name, host, made, used })),
        directory: directory && { issuer: directory.issuer, linked: directory.linked, used: directory.used },
      };
    },
    async setPassword(id, { before, password, session }, now) {
      const personalRecord = await personalRecords.of(id);
      const proof = { password: before, session };
      const hashed = await withOwnPassword(proof, { person: id, personalRecord, now }, signIns, async () => {
        requirePassword(password, personalRecord.signIn);
        return hashPassword(password);
      });
      await personalRecords.change(id, (held) => {
        requireSamePassword(held, personalRecord);
        return { ...held, password: hashed };
      });
      await signIns.endOthers(id, session);
    },
    async beginSecondFactor(id, proof, now) {
      const totp = newTotp();
      const { signIn } = await changeBySelf(id, proof, now, (held) => {
        if (held.totp?.isOn)
          throw new WestgateError('WG_INPUT_INVALID', {
            zh: '账号已有第二重验证，请先取消',
            en: 'expected an account without a second factor; drop the one there is first',
          });
        return { ...held, totp };
      });
      return { secret: totp.secret, address: totpAddress(totp, signIn) };
    },
    async confirmSecondFactor(id, code, now) {
      await personalRecords.change(id, (held) => {
        const step = held.totp ? stepOf(held.totp, code, now.getTime()) : null;
        if (!held.totp || step === null)
          throw new WestgateError(
            'WG_INPUT_INVALID',
            { zh: 'code：应为应用现在显示的验证码', en: 'code: expected the code that the app shows now' },
            { field: 'code' },
          );
        return { ...held, totp: { ...held.totp, isOn: true, lastStep: step } };
      });
      await signIns.note(id, 'factor-added', now);
    },
    async dropSecondFactor(id, proof, now) {
      await changeBySelf(id, proof, now, (held) => ({ ...held, totp: null }));
      await signIns.note(id, 'factor-dropped', now);
    },
    async makeToken(id, ask, now) {
      let made = '';
      await changeBySelf(id, ask, now, (personalRecord) => {
        const held = (personalRecord.tokens ?? []).filter(({ until }) => now.toISOString() < until);
        const { token, text } = newToken(id, held, ask, now);
        made = text;
        return { ...personalRecord, tokens: [...held, token] };
      });
      await signIns.note(id, 'token-made', now);
      return made;
    },
    async dropToken(id, token, now) {
      await personalRecords.change(id, (personalRecord) => {
        const left = (personalRecord.tokens ?? []).filter((each) => each.id !== token);
        if (left.length === (personalRecord.tokens ?? []).length)
          throw new WestgateError('WG_NOT_FOUND', { zh: '您没有这个令牌', en: 'there is no such token of yours' }, { id: token });
        return { ...personalRecord, tokens: left };
      });
      await signIns.note(id, 'token-dropped', now);
    },
    async follows(id) {
      return (await personalRecords.of(id)).follows ?? [];
    },
    async follow(id, record, isFollowed) {
      const change = (personalRecord: AccountRecord): AccountRecord => ({
        ...personalRecord,
        follows: followsAfter(personalRecord.follows ?? [], record, isFollowed),
      });
      return (await personalRecords.change(id, change)).follows ?? [];
    },
  };

  /** Changes the personal record of a person for who shows to be that person. */
  async function changeBySelf(id: string, proof: Proof, now: Date, change: (held: AccountRecord) => AccountRecord): Promise<AccountRecord> {
    const personalRecord = await personalRecords.of(id);
    await requireSelf(proof, { person: id, personalRecord, now }, signIns);
    return personalRecords.change(id, (held) => {
      requireSamePassword(held, personalRecord);
      return change(held);
    });
  }
}

/** The records followed after one, `kind:id`, was taken up or let go. Throws `WG_INPUT_INVALID` beyond a hundred. */
function followsAfter(held: readonly string[], record: string, isFollowed: boolean): readonly string[] {
  const others = held.filter((each) => each !== record);
  if (!isFollowed) return others;
  if (others.length >= vocabulary.MOST_FOLLOWED)
    throw new WestgateError(
      'WG_INPUT_INVALID',
      {
        zh: `of：至多关注 ${vocabulary.MOST_FOLLOWED} 条记录，请先取消一条`,
        en: `of: expected at most ${vocabulary.MOST_FOLLOWED} records to follow; let one go first`,
      },
      { field: 'of' },
    );
  return others.length === held.length ? [...held, record] : held;
}
