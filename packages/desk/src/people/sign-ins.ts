import { type InstantString, WestgateError } from '@westgate/base';
import type { Reader, Register, Row } from '@westgate/domain';
import type { Access, Session } from '@westgate/store';
import { readerOf } from './account-rules.ts';
import { Attempts } from './attempts.ts';
import type { AccountDrawer, Drawers } from './drawers.ts';
import { isPassword } from './password.ts';
import { hashOf, newSecret } from './secret.ts';
import { shortAddress } from './short-address.ts';
import type { TokenScope } from './token.ts';
import { tokenIn } from './tokens.ts';
import { stepOf } from './totp.ts';

/** A person who is signed in. */
export interface SignedInPerson {
  readonly id: string;
  readonly name: string;
  readonly reader: Reader;
  /** The hash of the session. */
  readonly session: string;
}

/** What a right attempt gives: the secret goes to the browser and is kept nowhere. */
export interface SignedIn {
  readonly id: string;
  readonly secret: string;
  readonly expires: string;
}

/** A session that is not used for this long is over; and whatever is done, after the second. */
const SESSION_MS = { idle: 2 * 60 * 60_000, longest: 12 * 60 * 60_000 } as const;
/** How often it is noted that a session is used. */
const SEEN_STEP_MS = 60_000;
/** How long a session is taken to stand as it was found, where another process may have ended it. */
const FRESH_MS = 5_000;

/** What else is noted of the ways in to an account. */
export type OtherNote =
  | 'link-made'
  | 'link-used'
  | 'factor-added'
  | 'factor-dropped'
  | 'token-made'
  | 'token-dropped'
  | 'passkey-added'
  | 'passkey-dropped'
  | 'directory-linked'
  | 'directory-unlinked';

/** Someone at the door, whatever they show. */
export interface Attempt {
  /** What is tried: wrong attempts are counted for it; null: for the address alone. */
  readonly key: string | null;
  /** Whose account it would be; null where nobody knows. */
  readonly person: string | null;
  readonly address: string;
  readonly now: Date;
}

/** Signing in and out, and who is signed in. */
export class SignIns {
  readonly #access: Access;
  readonly #drawers: Drawers;
  readonly #register: () => Register;
  readonly #attempts = new Attempts();
  readonly #known = new Map<string, { readonly session: Session; readonly foundMs: number }>();

  constructor(access: Access, drawers: Drawers, register: () => Register) {
    this.#access = access;
    this.#drawers = drawers;
    this.#register = register;
  }

  /**
   * Signs a person in. Throws `WG_SIGN_IN_REFUSED`, the same for every cause, and `WG_TOO_MANY` with the seconds to wait after too many wrong
   * attempts. Each attempt is noted, without what was typed.
   */
  async signIn(
    typed: { readonly name: string; readonly password: string; readonly code?: string | undefined },
    address: string,
    now: Date,
  ): Promise<SignedIn> {
    const wanted = typed.name.trim().toLowerCase();
    const [id = null, drawer = null] =
      [...(await this.#drawers.all(now.getTime()))].find(([, each]) => each.signIn.toLowerCase() === wanted) ?? [];
    const attempt = { key: typed.name, person: id, address, now };
    await this.requireTurn(attempt);
    const isRight = await isPassword(typed.password, drawer?.password ?? null);
    if (!isRight || id === null || this.stateOf(id) !== 'open') {
      const result = id === null ? 'unknown' : isRight ? 'closed' : 'wrong-password';
      return this.refuse(attempt, result, 'expected the name and the password of an open account');
    }
    await this.#requireCode({ ...attempt, person: id }, drawer, typed.code);
    return this.admit({ ...attempt, person: id }, 'signed-in');
  }

  /** Asks for the code of the second factor, where there is one: a password alone is then half of what is needed. Each code is good once. */
  async #requireCode(
    attempt: Attempt & { readonly person: string },
    drawer: AccountDrawer | null,
    code: string | undefined,
  ): Promise<void> {
    if (!drawer?.totp?.isOn) return;
    if (code === undefined) throw new WestgateError('WG_CODE_REQUIRED', 'expected the code that the app of this account shows now');
    const nowMs = attempt.now.getTime();
    let isGood = false;
    await this.#drawers.change(attempt.person, nowMs, (held) => {
      const step = held.totp ? stepOf(held.totp, code, nowMs) : null;
      isGood = step !== null;
      return held.totp && step !== null ? { ...held, totp: { ...held.totp, lastStep: step } } : held;
    });
    if (!isGood) await this.refuse(attempt, 'wrong-code', 'expected the code that the app of this account shows now, once');
  }

  /** How the account of a person stands; none where there is no account. */
  stateOf(person: string): Row<'account'>['state'] | undefined {
    return this.#register().account.get(person)?.state;
  }

  /** Throws `WG_TOO_MANY` with the seconds to wait, and notes it, where what is tried or the address it comes from must wait. */
  async requireTurn(attempt: Attempt): Promise<void> {
    try {
      this.#attempts.require(attempt.key, attempt.address, attempt.now.getTime());
    } catch (error) {
      await this.#noteAttempt(attempt, 'must-wait');
      throw error;
    }
  }

  /** Counts and notes an attempt that failed, and throws `WG_SIGN_IN_REFUSED`; `why`: the cause in a word, where it may be told. */
  async refuse(attempt: Attempt, result: string, message: string, why?: string): Promise<never> {
    this.#attempts.wrong(attempt.key, attempt.address, attempt.now.getTime());
    await this.#noteAttempt(attempt, result);
    throw new WestgateError('WG_SIGN_IN_REFUSED', message, why === undefined ? {} : { why });
  }

  /** Begins a session for who showed what is right, and notes by which way. */
  async admit(attempt: Attempt & { readonly person: string }, result: string): Promise<SignedIn> {
    this.#attempts.right(attempt.key);
    await this.#noteAttempt(attempt, result);
    return this.begin(attempt.person, attempt.now);
  }

  #noteAttempt({ person, address, now }: Attempt, result: string): Promise<void> {
    return this.#access.noteSignIn({ at: instant(now), person, result, address: shortAddress(address) });
  }

  /** Who a token stands for, and what a program may do with it; null where it is none that stands. */
  async whoseToken(text: string, now: Date): Promise<(SignedInPerson & { readonly scopes: readonly TokenScope[] }) | null> {
    const drawers = await this.#drawers.all(now.getTime());
    const found = tokenIn(text, drawers, now);
    const row = found && this.#register().account.get(found.person);
    const drawer = found && drawers.get(found.person);
    if (!found || !drawer || row?.state !== 'open') return null;
    return { id: row.id, name: drawer.name, reader: readerOf(row), session: '', scopes: found.token.scopes };
  }

  /** Notes what else is done with the way in to an account. */
  note(person: string, result: OtherNote, now: Date): Promise<void> {
    return this.#access.noteSignIn({ at: instant(now), person, result, address: 'unknown' });
  }

  /** Begins a session of a person; sessions that are over go. */
  async begin(person: string, now: Date): Promise<SignedIn> {
    const secret = newSecret();
    const [made, expires] = [instant(now), instant(now, SESSION_MS.longest)];
    await this.#access.endSessions({ unseenSince: instant(now, -SESSION_MS.idle), over: made });
    await this.#access.keepSession({ hash: hashOf(secret), person, made, seen: made, expires });
    return { id: person, secret, expires };
  }

  /**
   * Who holds `secret`; null where the session is over, was ended, or the account is not open. Without `isUse` the session is not taken to be
   * used by that: whoever only listens does not keep it going.
   */
  async whoHolds(secret: string, now: Date, isUse = true): Promise<SignedInPerson | null> {
    const drawers = await this.#drawers.all(now.getTime());
    // Asked last: what is found holds when this answers.
    const session = await this.#standing(hashOf(secret), now);
    const row = session && this.#register().account.get(session.person);
    const drawer = session && drawers.get(session.person);
    if (!session || !row || !drawer) return null;
    if (isUse && session.seen < instant(now, -SEEN_STEP_MS)) await this.#keep({ ...session, seen: instant(now) }, now.getTime());
    return { id: row.id, name: drawer.name, reader: readerOf(row), session: session.hash };
  }

  /** Whether the session of this hash stands and began within the last `withinMs`. */
  async isYoung(hash: string, withinMs: number, now: Date): Promise<boolean> {
    const session = await this.#standing(hash, now);
    return session !== null && session.made >= instant(now, -withinMs);
  }

  /** Ends one session. */
  async end(hash: string): Promise<void> {
    await this.#access.endSessions({ hash });
    // After it ended: whoever asked while it was being ended may have found it.
    this.#known.delete(hash);
  }

  /** Ends every session of a person; gives how many there were. */
  async endAll(person: string): Promise<number> {
    const ended = await this.#access.endSessions({ person });
    this.#known.clear();
    return ended;
  }

  /** Ends every session of a person but this one. */
  async endOthers(person: string, session: string): Promise<void> {
    for (const each of await this.#access.sessions()) if (each.person === person && each.hash !== session) await this.end(each.hash);
  }

  /** The session of this hash, where it stands and its account is open; null otherwise. */
  async #standing(hash: string, now: Date): Promise<Session | null> {
    const session = await this.#find(hash, now.getTime());
    if (!session || instant(now) >= session.expires || session.seen < instant(now, -SESSION_MS.idle)) return null;
    return this.stateOf(session.person) === 'open' ? session : null;
  }

  async #find(hash: string, nowMs: number): Promise<Session | null> {
    const known = this.#known.get(hash);
    if (known && Math.abs(nowMs - known.foundMs) < FRESH_MS) return known.session;
    this.#known.delete(hash);
    const session = await this.#access.findSession(hash);
    if (session) this.#know(session, nowMs);
    return session;
  }

  async #keep(session: Session, nowMs: number): Promise<void> {
    this.#know(session, nowMs);
    await this.#access.keepSession(session);
  }

  #know(session: Session, foundMs: number): void {
    if (this.#known.size > MOST_KNOWN) this.#known.clear();
    this.#known.set(session.hash, { session, foundMs });
  }
}

const MOST_KNOWN = 2_000;

function instant(now: Date, plusMs = 0): InstantString {
  return new Date(now.getTime() + plusMs).toISOString() as InstantString;
}
