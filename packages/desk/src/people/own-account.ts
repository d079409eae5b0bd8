import { WestgateError } from '@westgate/base';
import type { AccountDrawer, Drawers } from './drawers.ts';
import { followsAfter } from './follows.ts';
import { hashPassword, isPassword, requirePassword } from './password.ts';
import type { SignIns } from './sign-ins.ts';
import type { Token, TokenScope } from './token.ts';
import { newToken } from './tokens.ts';
import { newTotp, stepOf, totpAddress } from './totp.ts';

/** What a person sees and does of their own account. No deed: it lies in the drawer, and nobody else knows of it. */
export interface OwnAccount {
  show(
    id: string,
    now: Date,
  ): Promise<{ readonly signIn: string; readonly hasSecondFactor: boolean; readonly tokens: readonly Omit<Token, 'hash'>[] }>;
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
      const { signIn, totp, tokens = [] } = await drawerOf(id, now);
      return { signIn, hasSecondFactor: totp?.isOn ?? false, tokens: tokens.map(({ hash: _, ...token }) => token) };
    },
    async setPassword(id, { before, password, session }, now) {
      const drawer = await drawerOf(id, now);
      await requireOwn(before, drawer);
      requirePassword(password, drawer.signIn);
      await drawers.fill(id, { ...drawer, password: await hashPassword(password) });
      await signIns.endOthers(id, session);
    },
    async beginSecondFactor(id, now) {
      const drawer = await drawerOf(id, now);
      if (drawer.totp?.isOn)
        throw new WestgateError('WG_INPUT_INVALID', 'expected an account without a second factor; drop the one there is first');
      const totp = newTotp();
      await drawers.fill(id, { ...drawer, totp });
      return { secret: totp.secret, address: totpAddress(totp, drawer.signIn) };
    },
    async confirmSecondFactor(id, code, now) {
      const drawer = await drawerOf(id, now);
      const step = drawer.totp ? stepOf(drawer.totp, code, now.getTime()) : null;
      if (!drawer.totp || step === null)
        throw new WestgateError('WG_INPUT_INVALID', 'code: expected the code that the app shows now', { field: 'code' });
      await drawers.fill(id, { ...drawer, totp: { ...drawer.totp, isOn: true, lastStep: step } });
      await signIns.note(id, 'factor-added', now);
    },
    async dropSecondFactor(id, password, now) {
      const drawer = await drawerOf(id, now);
      await requireOwn(password, drawer);
      await drawers.fill(id, { ...drawer, totp: null });
      await signIns.note(id, 'factor-dropped', now);
    },
    async makeToken(id, ask, now) {
      const drawer = await drawerOf(id, now);
      const held = (drawer.tokens ?? []).filter(({ until }) => now.toISOString() < until);
      const { token, text } = newToken(id, held, ask, now);
      await drawers.fill(id, { ...drawer, tokens: [...held, token] });
      await signIns.note(id, 'token-made', now);
      return text;
    },
    async dropToken(id, token, now) {
      const drawer = await drawerOf(id, now);
      const left = (drawer.tokens ?? []).filter((each) => each.id !== token);
      if (left.length === drawer.tokens?.length) throw new WestgateError('WG_NOT_FOUND', 'there is no such token of yours', { id: token });
      await drawers.fill(id, { ...drawer, tokens: left });
      await signIns.note(id, 'token-dropped', now);
    },
    async follows(id, now) {
      return (await drawerOf(id, now)).follows ?? [];
    },
    async follow(id, record, isFollowed, now) {
      const drawer = await drawerOf(id, now);
      const follows = followsAfter(drawer.follows ?? [], record, isFollowed);
      await drawers.fill(id, { ...drawer, follows });
      return follows;
    },
  };

  async function drawerOf(id: string, now: Date): Promise<AccountDrawer> {
    const drawer = (await drawers.all(now.getTime())).get(id);
    if (!drawer) throw new WestgateError('WG_NOT_FOUND', 'expected a person with an account', { id });
    return drawer;
  }

  async function requireOwn(password: string, drawer: AccountDrawer): Promise<void> {
    if (await isPassword(password, drawer.password)) return;
    throw new WestgateError('WG_INPUT_INVALID', 'password: expected the password you signed in with', { field: 'before' });
  }
}
