import { WestgateError } from '@westgate/base';
import type { AccountRecord } from './account-record.ts';
import { attemptAt } from './attempts.ts';
import { isPassword } from './password.ts';
import type { SignIns } from './sign-ins.ts';

/** What someone shows to say that it is still they who sit there. */
export interface Proof {
  readonly password: string | null;
  /** The hash of the session. */
  readonly session: string;
}

/** Whose proof it is, and when. */
export interface Own {
  readonly person: string;
  readonly personalRecord: AccountRecord;
  readonly now: Date;
}

/** A sign-in so young stands for a password, where there is none. */
const YOUNG_MS = 10 * 60_000;
/** With this many wrong ones the session ends: who has it is not the person. */
const LAST_WRONG = 8;

/**
 * What `work` gives, once `password` was found to be the person's own. Throws `WG_INPUT_INVALID` where it is not, `WG_TOO_MANY` with the seconds to wait
 * after five within a session, and with the eighth `WG_SIGN_IN_REQUIRED`: the session is over then. Each is noted.
 */
export function withOwnPassword<T>(
  { password, session }: Proof,
  { person, personalRecord, now }: Own,
  signIns: SignIns,
  work: () => Promise<T>,
): Promise<T> {
  const key = attemptAt('own', `${person} ${session}`);
  const attempt = { key, isFromAnywhere: false, person, address: '', now, isFirst: true, queue: 'password' } as const;
  return signIns.entrance.take(attempt, async (turn) => {
    if (await isPassword(password ?? '', personalRecord.password)) {
      await turn.end('right');
      return work();
    }
    const wrong = await turn.end('wrong');
    await signIns.note(person, 'own-password-wrong', now);
    if (wrong < LAST_WRONG)
      throw new WestgateError(
        'WG_INPUT_INVALID',
        { zh: 'password：应为登录时用的密码', en: 'password: expected the password you signed in with' },
        { field: 'before' },
      );
    await signIns.end(session);
    await signIns.note(person, 'session-ended', now);
    throw new WestgateError('WG_SIGN_IN_REQUIRED', {
      zh: '密码多次不对，登录已结束',
      en: 'expected the password you signed in with; after so many wrong ones the session is over',
    });
  });
}

/**
 * Throws where it is not shown that the person sits there: by the password or, in an account without one, by a sign-in within ten minutes. A
 * browser that was left open must not become a way in that stays.
 */
export async function requireSelf(proof: Proof, own: Own, signIns: SignIns): Promise<void> {
  if (own.personalRecord.password) return withOwnPassword(proof, own, signIns, async () => undefined);
  if (await signIns.isYoung(proof.session, YOUNG_MS, own.now)) return;
  throw new WestgateError(
    'WG_INPUT_INVALID',
    {
      zh: '须在最近十分钟内登录过：请退出后重新登录再试',
      en: 'expected a sign-in within the last ten minutes: sign out and in again, then repeat this',
    },
    { field: 'session' },
  );
}

/** Throws `WG_STALE_RECORD` where the password is another than the one that was looked at: someone set it meanwhile. */
export function requireSamePassword(held: AccountRecord, looked: AccountRecord): void {
  if (held.password?.hash === looked.password?.hash) return;
  throw new WestgateError('WG_STALE_RECORD', {
    zh: '密码刚刚被改过',
    en: 'expected the password as it was when this was asked; it was changed meanwhile',
  });
}

/** Throws `WG_INPUT_INVALID` where nobody could come in by what is left in the personal record. */
export function requireWayIn({ password, passkeys = [], directory }: AccountRecord): void {
  if (password || directory || passkeys.length > 0) return;
  throw new WestgateError(
    'WG_INPUT_INVALID',
    {
      zh: '至少要留一种登录方式：密码、通行密钥或统一身份认证',
      en: 'expected another way to sign in to be left: a password, a passkey or the directory',
    },
    { field: 'last' },
  );
}
