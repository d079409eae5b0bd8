import { WestgateError } from '@westgate/base';
import type { DirectoryLink } from './directory-link.ts';
import type { AccountDrawer, Drawers } from './drawers.ts';
import { followsAfter } from './follows.ts';
import type { Passkey } from './passkey.ts';
import { markOf } from './passkeys.ts';
import { hashPassword, requirePassword } from './password.ts';
import { requireOwnPassword } from './self.ts';
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

/** What a person sees and does of their own account. No deed: it lies in the drawer, and nobody else knows of it. */
export interface OwnAccount {
  show(id: string, now: Date): Promise<OwnShown>;
  /** Sets another password; the other sessions of the person end. */
  setPassword(id: string, set: { readonly before: string; readonly password: string; readonly session: string }, now: Date): Promise<void>;
  /** The secret of a second factor, to be put into an app; it is asked for from {@link confirmSecondFactor} on. */
  beginSecondFactor(id: string, now: Date): Promise<{ readonly secret: string; readonly address: string }>;
  confirmSecondFactor(id: string, code: string, now: Date): Promise<void>;
  /** Goes without a second factor again; the password says that it is the person. */
  dropSecondFactor(id: string, password: string, now: Date): Promise<void>;
  /** A token for a program; its text is shown once. */
  makeToken(
    id: string,
    ask: { readonly name: string; readonly scopes: readonly TokenScope[]; readonly days: number },
    now: Date,
  ): Promise<string>;
  dropToken(id: string, token: string, now: Date): Promise<void>;
  /** The records the person follows, each `kind:id`. */
  follows(id: string, now: Date): Promise<readonly string[]>;
  /** Follows a record, or no longer; gives those followed then. */
  follow(id: string, record: string, isFollowed: boolean, now: Date): Promise<readonly string[]>;
}

/** The own account of each person whose drawer is in `drawers`. */
export function ownAccountOf(drawers: Drawers, signIns: SignIns): OwnAccount {
  return {
    async show(id, now) {
      const { signIn, password, totp, tokens = [], passkeys = [], directory = null } = await drawers.of(id, now.getTime());
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
      const drawer = await drawers.of(id, now.getTime());
      await requireOwnPassword(before, drawer);
      requirePassword(password, drawer.signIn);
      const hashed = await hashPassword(password);
      await fill(id, now, { password: hashed });
      await signIns.endOthers(id, session);
    },
    async beginSecondFactor(id, now) {
      const drawer = await drawers.of(id, now.getTime());
      if (drawer.totp?.isOn)
        throw new WestgateError('WG_INPUT_INVALID', 'expected an account without a second factor; drop the one there is first');
      const totp = newTotp();
      await fill(id, now, { totp });
      return { secret: totp.secret, address: totpAddress(totp, drawer.signIn) };
    },
    async confirmSecondFactor(id, code, now) {
      const drawer = await drawers.of(id, now.getTime());
      const step = drawer.totp ? stepOf(drawer.totp, code, now.getTime()) : null;
      if (!drawer.totp || step === null)
        throw new WestgateError('WG_INPUT_INVALID', 'code: expected the code that the app shows now', { field: 'code' });
      await fill(id, now, { totp: { ...drawer.totp, isOn: true, lastStep: step } });
      await signIns.note(id, 'factor-added', now);
    },
    async dropSecondFactor(id, password, now) {
      const drawer = await drawers.of(id, now.getTime());
      await requireOwnPassword(password, drawer);
      await fill(id, now, { totp: null });
      await signIns.note(id, 'factor-dropped', now);
    },
    async makeToken(id, ask, now) {
      const drawer = await drawers.of(id, now.getTime());
      const held = (drawer.tokens ?? []).filter(({ until }) => now.toISOString() < until);
      const { token, text } = newToken(id, held, ask, now);
      await fill(id, now, { tokens: [...held, token] });
      await signIns.note(id, 'token-made', now);
      return text;
    },
    async dropToken(id, token, now) {
      const drawer = await drawers.of(id, now.getTime());
      const left = (drawer.tokens ?? []).filter((each) => each.id !== token);
      if (left.length === drawer.tokens?.length) throw new WestgateError('WG_NOT_FOUND', 'there is no such token of yours', { id: token });
      await fill(id, now, { tokens: left });
      await signIns.note(id, 'token-dropped', now);
    },
    async follows(id, now) {
      return (await drawers.of(id, now.getTime())).follows ?? [];
    },
    async follow(id, record, isFollowed, now) {
      const change = (drawer: AccountDrawer): AccountDrawer => ({
        ...drawer,
        follows: followsAfter(drawer.follows ?? [], record, isFollowed),
      });
      return (await drawers.change(id, now.getTime(), change)).follows ?? [];
    },
  };

  function fill(id: string, now: Date, parts: Partial<AccountDrawer>): Promise<AccountDrawer> {
    return drawers.change(id, now.getTime(), (drawer) => ({ ...drawer, ...parts }));
  }
}
