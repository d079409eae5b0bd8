import { foldName, type InstantString, WestgateError } from '@westgate/base';
import type { Reader, Register, Row } from '@westgate/domain';
import type { Access, Session } from '@westgate/store';
import type { AccessCopy } from './access-copy.ts';
import type { AccountRecord } from './account-record.ts';
import { readerOf } from './account-rules.ts';
import { attemptAt } from './attempts.ts';
import { isKnownDevice, withDevice } from './devices.ts';
import type { Attempt, Entrance, Turn } from './entrance.ts';
import { isPassword } from './password.ts';
import type { DeskPeriods } from './periods.ts';
import type { PersonalRecords } from './personal-records.ts';
import { hashOf, newSecret } from './secret.ts';
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

/** What a right attempt gives: the secrets go to the browser and are kept nowhere. */
export interface SignedIn {
  readonly id: string;
  readonly secret: string;
  readonly expires: string;
  /** The mark by which the browser is known from now on. */
  readonly device: string;
}

/** What else is noted of the ways in to an account. */
export type OtherNote =
  | 'link-made'
  | 'link-given'
  | 'factor-added'
  | 'factor-dropped'
  | 'token-made'
  | 'token-dropped'
  | 'passkey-added'
  | 'passkey-dropped'
  | 'directory-linked'
  | 'directory-unlinked'
  | 'own-password-wrong'
  | 'session-ended';

/** Where someone comes from: the address, and the mark that the browser keeps, where it keeps one. */
export interface From {
  readonly address: string;
  readonly device: string | null;
}

/** Who is let in, where from, and what must still be true of the personal record when the session begins. */
interface Admitted extends From {
  readonly person: string;
  readonly now: Date;
  readonly holds: (personalRecord: AccountRecord) => boolean;
}

/** What signing in is done with. */
interface Parts {
  readonly copy: AccessCopy;
  readonly personalRecords: PersonalRecords;
  readonly entrance: Entrance;
  readonly register: () => Register;
  /** Opens the account of a person who was invited and took it up; others stay as they are. */
  readonly open: (person: string) => Promise<void>;
  readonly periods: DeskPeriods;
}

const REFUSED = 'expected the name and the password of an open account';
const CODE_REFUSED = 'expected the code that the app of this account shows now, once';

/** Signing in and out, and who is signed in. */
export class SignIns {
  readonly entrance: Entrance;
  readonly #access: Access;
  readonly #copy: AccessCopy;
  readonly #personalRecords: PersonalRecords;
  readonly #register: () => Register;
  readonly #open: Parts['open'];
  readonly #periods: DeskPeriods;

  constructor(access: Access, { copy, personalRecords, entrance, register, open, periods }: Parts) {
    this.#access = access;
    this.#copy = copy;
    this.#personalRecords = personalRecords;
    this.entrance = entrance;
    this.#register = register;
    this.#open = open;
    this.#periods = periods;
  }

  /**
   * Signs a person in. Throws `WG_SIGN_IN_REFUSED`, the same for every cause, and `WG_TOO_MANY` with the seconds to wait after too many wrong
   * attempts, or where too many wait. Each attempt is counted before it is looked at, and noted, without what was typed.
   */
  async signIn(
    typed: { readonly name: string; readonly password: string; readonly code?: string | undefined },
    { address, device }: From,
    now: Date,
  ): Promise<SignedIn> {
    const what = foldName(typed.name);
    if (device === null) this.entrance.requireRoom(attemptAt('name', what), address, now);
    const [id = null, personalRecord = null] = await this.#named(typed.name);
    const guess = await this.guess({ kind: 'name', what }, id, { address, device }, now);
    const code = attemptAt('code', guess.isFirst ? `${id} ${device}` : `${id}`);
    const asksCode = personalRecord?.totp?.isOn === true && typed.code !== undefined;
    const attempt = { ...guess, besides: asksCode ? [code] : [], queue: 'password' } as const;
    return this.entrance.take(attempt, async (turn) => {
      // Read again: it may have taken a while until it was one's turn.
      const held = id === null ? null : ((await this.#personalRecords.all()).get(id) ?? null);
      const isRight = await isPassword(typed.password, held?.password ?? null);
      // Taken up, but the process stopped before the account was opened.
      if (isRight && id !== null && held?.link === null) await this.#open(id);
      if (!isRight || id === null || held === null || this.stateOf(id) !== 'open') {
        await turn.end('back', asksCode ? [code] : []);
        return turn.refuse(id === null ? 'unknown' : isRight ? 'closed' : 'wrong-password', REFUSED);
      }
      if (held.totp?.isOn) {
        if (typed.code === undefined || !asksCode)
          throw new WestgateError('WG_CODE_REQUIRED', {
            zh: '请输入应用现在显示的验证码',
            en: 'expected the code that the app of this account shows now',
          });
        if (!(await this.#isCode(id, typed.code, now))) {
          await turn.end('wrong', [code]);
          await turn.end('back');
          return turn.refuse('wrong-code', CODE_REFUSED);
        }
      }
      const holds = (other: AccountRecord): boolean => other.password?.hash === held.password?.hash && secretOn(other) === secretOn(held);
      return this.admit(turn, { person: id, address, device, now, holds }, 'signed-in');
    });
  }

  /** An attempt at something of a person, counted for that and the address; from a browser in which the person signed in before, for that alone. */
  async guess(
    { kind, what }: { readonly kind: 'name' | 'passkey'; readonly what: string },
    person: string | null,
    { address, device }: From,
    now: Date,
  ): Promise<Attempt> {
    const personalRecord = person === null ? undefined : (await this.#copy.held()).get(person);
    const isFirst = personalRecord !== undefined && isKnownDevice(personalRecord, device);
    const key = isFirst ? attemptAt('device', `${person} ${device}`) : attemptAt(kind, what);
    return { key, isFromAnywhere: !isFirst, person, address, now, isFirst, queue: 'other' };
  }

  /** Whether `code` is the one of the second factor now; it is good once, whichever process is asked. */
  async #isCode(person: string, code: string, now: Date): Promise<boolean> {
    let isGood = false;
    await this.#personalRecords.change(person, (held) => {
      const step = held.totp ? stepOf(held.totp, code, now.getTime()) : null;
      isGood = step !== null;
      return held.totp && step !== null ? { ...held, totp: { ...held.totp, lastStep: step } } : held;
    });
    return isGood;
  }

  /** Who signs in with a name, in whatever capitals. */
  async #named(name: string): Promise<readonly [string, AccountRecord] | readonly []> {
    const wanted = foldName(name);
    return [...(await this.#personalRecords.all())].find(([, each]) => foldName(each.signIn) === wanted) ?? [];
  }

  /** How the account of a person stands; none where there is no account. */
  stateOf(person: string): Row<'account'>['state'] | undefined {
    return this.#register().account.get(person)?.state;
  }

  /** Begins a session for who showed what is right, clears what was held against it, and notes by which way. */
  async admit(turn: Turn, admitted: Admitted, result: string): Promise<SignedIn> {
    const { person, address, now } = admitted;
    const begun = await this.begin(admitted);
    if (!begun) return turn.refuse('closed', REFUSED);
    await this.entrance.attempts.cameIn(person, address, now.getTime());
    await turn.end('right');
    await this.entrance.note({ person, address, now }, result);
    return begun;
  }

  /** Begins a session of a person, as long as what must be true of the personal record is; null where it is not. Sessions that are over go. */
  async begin({ person, device, now, holds }: Omit<Admitted, 'address'>): Promise<SignedIn | null> {
    const secret = newSecret();
    const [made, expires] = [instant(now), instant(now, this.#periods.sessionLongestMs)];
    await this.#access.endSessions({ unseenSince: instant(now, -this.#periods.sessionIdleMs), over: made });
    const session = { hash: hashOf(secret), person, made, seen: made, expires };
    if (!(await this.#personalRecords.beginSession(session, holds))) return null;
    const mark = device ?? newSecret();
    await this.#personalRecords.change(person, (personalRecord) => withDevice(personalRecord, mark, now));
    return { id: person, secret, expires, device: mark };
  }

  /** Who a token stands for, and what a program may do with it; null where it is none that stands. */
  async whoseToken(text: string, now: Date): Promise<(SignedInPerson & { readonly scopes: readonly TokenScope[] }) | null> {
    const personalRecords = await this.#personalRecords.all();
    const found = tokenIn(text, personalRecords, now);
    const row = found && this.#register().account.get(found.person);
    const personalRecord = found && personalRecords.get(found.person);
    if (!found || !personalRecord || row?.state !== 'open') return null;
    return { id: row.id, name: personalRecord.name, reader: readerOf(row), session: '', scopes: found.token.scopes };
  }

  /** Notes what else is done with the way in to an account. */
  note(person: string, result: OtherNote, now: Date): Promise<void> {
    return this.entrance.note({ person, address: '', now }, result);
  }

  /**
   * Who holds `secret`; null where the session is over, was ended, or the account is not open. Without `isUse` the session is not taken to be
   * used by that: whoever only listens does not keep it going.
   */
  async whoHolds(secret: string, now: Date, isUse = true): Promise<SignedInPerson | null> {
    const session = await this.#standing(hashOf(secret), now);
    const row = session && this.#register().account.get(session.person);
    const personalRecord = session && (await this.#copy.held()).get(session.person);
    if (!session || !row || !personalRecord) return null;
    if (isUse && session.seen < instant(now, -this.#periods.sessionNotedMs)) {
      this.#copy.keepSession({ ...session, seen: instant(now) });
      await this.#access.touchSession(session.hash, instant(now));
    }
    return { id: row.id, name: personalRecord.name, reader: readerOf(row), session: session.hash };
  }

  /** Whether the session of this hash stands and began within the last `withinMs`. */
  async isYoung(hash: string, withinMs: number, now: Date): Promise<boolean> {
    const session = await this.#standing(hash, now);
    return session !== null && session.made >= instant(now, -withinMs);
  }

  /** Ends one session. */
  end(hash: string): Promise<number> {
    return this.#end({ hash });
  }

  /** Ends every session of a person; gives how many there were. */
  endAll(person: string): Promise<number> {
    return this.#end({ person });
  }

  /** Ends every session of a person but this one. */
  endOthers(person: string, session: string): Promise<number> {
    return this.#end({ person, but: session });
  }

  async #end(which: Parameters<Access['endSessions']>[0]): Promise<number> {
    const ended = await this.#access.endSessions(which);
    // After they ended: whoever asked meanwhile may have found them.
    this.#copy.dropSessions();
    return ended;
  }

  /** The session of this hash, where it stands and its account is open; null otherwise. */
  async #standing(hash: string, now: Date): Promise<Session | null> {
    const isUnused = (each: Session | null): boolean => each !== null && each.seen < instant(now, -this.#periods.sessionIdleMs);
    let session = await this.#copy.session(hash);
    if (isUnused(session)) session = await this.#copy.session(hash, true);
    if (!session || isUnused(session) || instant(now) >= session.expires) return null;
    return this.stateOf(session.person) === 'open' ? session : null;
  }
}

/** The secret of a second factor that is asked for; null where none is. */
function secretOn({ totp }: AccountRecord): string | null {
  return totp?.isOn ? totp.secret : null;
}

function instant(now: Date, plusMs = 0): InstantString {
  return new Date(now.getTime() + plusMs).toISOString() as InstantString;
}
