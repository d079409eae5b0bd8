import { WestgateError } from '@westgate/base';
import type { AccountDrawer } from './drawers.ts';
import { isPassword } from './password.ts';
import type { SignIns } from './sign-ins.ts';

/** What someone shows to say that it is still they who sit there. */
export interface Proof {
  readonly password: string | null;
  /** The hash of the session. */
  readonly session: string;
}

/** A sign-in so young stands for a password, where there is none. */
const YOUNG_MS = 10 * 60_000;

/** Throws `WG_INPUT_INVALID` where `password` is not the one of the drawer. */
export async function requireOwnPassword(password: string, drawer: AccountDrawer): Promise<void> {
  if (await isPassword(password, drawer.password)) return;
  throw new WestgateError('WG_INPUT_INVALID', 'password: expected the password you signed in with', { field: 'before' });
}

/**
 * Throws where it is not shown that the person sits there: by the password or, in an account without one, by a sign-in within ten minutes. A
 * browser that was left open must not become a way in that stays.
 */
export async function requireSelf(drawer: AccountDrawer, { password, session }: Proof, signIns: SignIns, now: Date): Promise<void> {
  if (drawer.password) return requireOwnPassword(password ?? '', drawer);
  if (await signIns.isYoung(session, YOUNG_MS, now)) return;
  throw new WestgateError('WG_INPUT_INVALID', 'expected a sign-in within the last ten minutes: sign out and in again, then repeat this', {
    field: 'session',
  });
}

/** Throws `WG_INPUT_INVALID` where nobody could come in by what is left in the drawer. */
export function requireWayIn({ password, passkeys = [], directory }: AccountDrawer): void {
  if (password || directory || passkeys.length > 0) return;
  throw new WestgateError('WG_INPUT_INVALID', 'expected another way to sign in to be left: a password, a passkey or the directory', {
    field: 'last',
  });
}
