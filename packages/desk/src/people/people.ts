import { type InstantString, isSlug, looksOf, noSuch, WestgateError } from '@westgate/base';
import { answeredFor, type Change, policy, type Register, type Role, type Row } from '@westgate/domain';
import type { Access, Deed, SignIn } from '@westgate/store';
import type { By } from '../deeds/by.ts';
import { toldChanges, type Writing } from '../deeds/work.ts';
import { AccessCopy } from './access-copy.ts';
import type { AccountRecord, Link } from './account-record.ts';
import { hasAccounts, readerOf, requireAccount } from './account-rules.ts';
import { alone } from './alone.ts';
import { handOverChanges } from './assignments.ts';
import { attemptAt } from './attempts.ts';
import { type DirectoryAccounts, directoryAccountsOf } from './directory.ts';
import { droppedFeeds } from './dropped-feeds.ts';
import { Entrance } from './entrance.ts';
import { FeedUse } from './feed-use.ts';
import { Followers } from './followers.ts';
import { type Office, requireRight, TAKE_UP } from './guard-deed.ts';
import { NoticeMail } from './notice-wishes.ts';
import { type OwnAccount, ownAccountOf } from './own-account.ts';
import { type Passkeys, passkeysOf } from './passkeys.ts';
import { hashPassword, requirePassword } from './password.ts';
import { Pending, type PendingRule } from './pending.ts';
import type { DeskPeriods } from './periods.ts';
import { PersonalRecords } from './personal-records.ts';
import type { Personas } from './personas.ts';
import { requirePersonal } from './require-personal.ts';
import { hashOf, newSecret } from './secret.ts';
import { Senders } from './senders.ts';
import { type From, type SignedIn, SignIns } from './sign-ins.ts';

/** A person with an account, as those see it who manage people. */
export interface AccountHolder {
  readonly id: string;
  readonly rev: number;
  /** Null: erased. */
  readonly name: string | null;
  readonly signIn: string | null;
  readonly mail: string | null;
  readonly phone: string | null;
  readonly roles: readonly Role[];
  readonly department: string | null;
  readonly state: Row<'account'>['state'];
  /** The commitments and projects the person is named for. */
  readonly answersFor: number;
  /** Open sessions, and when one was last used. */
  readonly sessions: number;
  readonly seen: string | null;
}

/** A person with an account, without what must be counted. */
type Named = Omit<AccountHolder, 'sessions' | 'seen' | 'answersFor'>;

/** Who is to have an account. */
export interface Invitation {
  readonly name: string;
  readonly signIn: string;
  readonly mail: string | null;
  readonly phone: string | null;
  readonly roles: readonly string[];
  readonly department: string | null;
}

/** What may be changed of an account. */
export type AccountChange = Partial<Pick<Row<'account'>, 'roles' | 'department'>>;

/** The people of the office: who has an account, who is signed in. Instants are given by the caller. */
export interface People {
  /** Whether anyone has an account. Until then nobody signs in, and everything is allowed to everyone. */
  readonly hasAccounts: boolean;
  /** Whether anyone took an account up: until then the office is its first account's. */
  readonly isBegun: boolean;
  readonly signIns: SignIns;
  /** What each person does of their own account. */
  readonly own: OwnAccount;
  readonly passkeys: Passkeys;
  /** Signing in through the city's directory. */
  readonly directory: DirectoryAccounts;
  /** How people are told by mail. */
  readonly notices: NoticeMail;
  /** When calendar feeds were last read. */
  readonly feedUse: FeedUse;
  /** Who wrote feedback: sealed as accounts are, without one. */
  readonly senders: Senders;
  /** Who follows public records by mail, likewise. */
  readonly followers: Followers;
  /** The people of an example. */
  readonly personas: Personas;
  /** Accounts that hold two roles which in production are two persons'. */
  readonly clashes: readonly { readonly id: string; readonly roles: readonly Role[] }[];
  list(): Promise<readonly AccountHolder[]>;
  /** The same without what must be counted of them. */
  named(): Promise<readonly Named[]>;
  /** Gives a person an account, and the secret of the one-time link to take it up with. */
  invite(invitation: Invitation, by: By, now: Date): Promise<{ readonly deed: Deed; readonly id: string; readonly secret: string }>;
  /** The secret of a new one-time link, for an invitation or a new password; the one before is spent. */
  newLink(id: string, giver: string | null, now: Date): Promise<string>;
  /** Whose link this is. Throws `WG_LINK_SPENT`. */
  look(secret: string, now: Date): Promise<{ readonly id: string; readonly personalRecord: AccountRecord; readonly isNew: boolean }>;
  /** Sets the password by a one-time link and, the first time, opens the account. Sessions there were are ended. */
  takeUp(
    secret: string,
    set: { readonly name: string; readonly signIn: string; readonly password: string },
    from: From,
    now: Date,
  ): Promise<SignedIn>;
  /** Does what is asked by a link; from an address that showed too many that were none, `WG_TOO_MANY` is thrown with the seconds to wait. */
  byLink<T>(address: string, now: Date, work: () => Promise<T>): Promise<T>;
  /** What is asked of a kind of browsers, to be answered once, at any process. */
  pending<Asked>(kind: string, rule: PendingRule): Pending<Asked>;
  change(id: string, rev: number, change: AccountChange, by: By): Promise<Deed>;
  /**
   * Closes or opens an account. Who answers for records is closed only with someone to take them over: the same deed hands them on. Throws
   * `WG_INPUT_INVALID` otherwise.
   */
  setState(id: string, state: 'open' | 'closed', by: By, handOverTo?: string | null): Promise<Deed>;
  /** Forgets what was read of a person who was erased. */
  forget(): void;
  log(limit: number, before: InstantString | null): Promise<readonly SignIn[]>;
}

/** What people are kept by. */
interface Parts extends Writing {
  readonly access: Access;
  readonly register: () => Register;
  readonly office: Office;
  readonly periods: DeskPeriods;
}

/** How long a one-time link can be used. */
const LINK_MS = 72 * 60 * 60_000;
const JUST_MS = 10 * 60_000;

/** The people of a desk. */
export function peopleOf({ access, register, write, office, periods }: Parts): People {
  const { isProduction, personas } = office;
  const copy = new AccessCopy(access);
  const personalRecords = new PersonalRecords(access, copy);
  const entrance = new Entrance(access);
  const senders = new Senders(access);
  const signIns = new SignIns(access, { copy, personalRecords, entrance, register, open, periods });

  return {
    get hasAccounts() {
      return hasAccounts(register());
    },
    get isBegun() {
      return [...register().account.values()].some(({ state }) => state !== 'invited');
    },
    get clashes() {
      return [...register().account.values()].flatMap((row) => {
        const roles = policy.clashOf(readerOf(row).roles);
        return roles && row.state !== 'closed' ? [{ id: row.id, roles }] : [];
      });
    },
    signIns,
    personas,
    own: ownAccountOf(personalRecords, signIns),
    passkeys: passkeysOf(access, personalRecords, signIns),
    directory: directoryAccountsOf(access, personalRecords, signIns, open),
    notices: new NoticeMail(personalRecords, register),
    async named() {
      const held = await personalRecords.all();
      return [...register().account.values()].map((row) => shown(row, held.get(row.id)));
    },
    async list() {
      const held = await personalRecords.all();
      const sessions = await access.sessions();
      return [...register().account.values()].map((row) => {
        const own = sessions.filter(({ person }) => person === row.id);
        return {
          ...shown(row, held.get(row.id)),
          answersFor: answeredFor(register(), row.id).length,
          sessions: own.length,
          seen:
            own
              .map(({ seen }) => seen)
              .sort()
              .at(-1) ?? null,
        };
      });
    },
    async invite({ roles, department, ...personal }, by, now) {
      const known = requireAccount(register(), { roles, department }, isProduction);
      const rowOf = (key: string): Row<'account'> => ({ id: accountId(key), roles: known, department, state: 'invited', rev: 1 });
      const change: Change = { table: 'account', key: 'p-new', before: null, after: rowOf('p-new') };
      requireRight(register(), { who: by.who, verb: 'invite-person', changes: [change] }, office);
      const secret = newSecret();
      const id = await withFreeName(personal, { own: null, now }, () =>
        personalRecords.open({ ...personal, password: null, link: linkOf(secret, now) }),
      );
      const deed = await account('invite-person', id, () => rowOf(id), { ...by, idem: undefined });
      return { deed, id, secret };
    },
    async newLink(id, giver, now) {
      await personalRecordOf(id);
      if (register().account.get(id)?.state === 'closed')
        throw new WestgateError('WG_INPUT_INVALID', { zh: '账号已停用', en: 'expected an account that is not closed' });
      const secret = newSecret();
      await personalRecords.change(id, (held) => ({ ...held, link: linkOf(secret, now) }));
      await signIns.note(id, 'link-made', now);
      if (giver !== null) await signIns.note(giver, 'link-given', now);
      return secret;
    },
    look,
    async takeUp(secret, { name, signIn, password }, { address, device }, now) {
      const { id } = await look(secret, now);
      requirePassword(password, signIn);
      const key = attemptAt('link', id);
      const attempt = { key, isFromAnywhere: false, person: id, address, now, isFirst: true, queue: 'password' } as const;
      const hashed = await entrance.take(attempt, () => hashPassword(password));
      // A link begins anew: what else opened the account, perhaps on a device that was lost, opens it no more.
      const begun = { name, signIn, password: hashed, link: null, totp: null, passkeys: [], directory: null, devices: [], tokens: [] };
      let hadTokens = false;
      await withFreeName({ name, signIn }, { own: id, now }, () =>
        personalRecords.change(id, (personalRecord) => {
          if (personalRecord.link?.hash !== hashOf(secret)) throw spentError();
          hadTokens = (personalRecord.tokens ?? []).length > 0;
          return { ...personalRecord, ...begun };
        }),
      );
      await signIns.endAll(id);
      await entrance.note({ person: id, address, now }, 'link-used');
      if (hadTokens) await signIns.note(id, 'token-dropped', now);
      await open(id);
      const signedIn = await signIns.begin({ person: id, device, now, holds: (held) => held.password?.hash === hashed.hash });
      if (!signedIn) throw spentError();
      return signedIn;
    },
    async change(id, rev, { roles, department }, by) {
      const changed = (held: Register): Row<'account'> => {
        const row = accountIn(held, id);
        if (row.rev !== rev)
          throw new WestgateError(
            'WG_STALE_RECORD',
            {
              zh: `账号已被别人改动：读到的是第 ${rev} 版，现在是第 ${row.rev} 版`,
              en: `expected the account at revision ${rev}, it is at ${row.rev}`,
            },
            { rev: row.rev },
          );
        if (department !== undefined && department !== row.department) handedOnOf(held, id, null);
        const next = { roles: roles ?? row.roles, department: department === undefined ? row.department : department };
        const known = requireAccount(held, next, isProduction);
        return { ...row, roles: known, department: next.department, rev: row.rev + 1 };
      };
      return account('change-account', id, changed, by);
    },
    async setState(id, state, by, handOverTo = null) {
      const changed = (held: Register): Row<'account'> => {
        const row = accountIn(held, id);
        if (row.state === state)
          throw new WestgateError(
            'WG_INPUT_INVALID',
            { zh: `账号已经是这个状态（${state}）`, en: `expected an account that is not ${state} already` },
            { id },
          );
        return { ...row, state, rev: row.rev + 1 };
      };
      const verb = state === 'closed' ? 'close-account' : 'reopen-account';
      const deed = await account(verb, id, changed, by, (held) =>
        state === 'closed' ? [...handedOnOf(held, id, handOverTo), ...droppedFeeds(held, id)] : [],
      );
      if (state === 'closed') await signIns.endAll(id);
      return deed;
    },
    feedUse: new FeedUse(access),
    senders,
    followers: new Followers(access, personalRecords, (now) => senders.formKey(now)),
    byLink: (address, now, work) => entrance.byLink(address, now, work),
    pending: (kind, rule) => new Pending(access, kind, rule),
    forget: () => personalRecords.forget(),
    log: (limit, before) => access.signIns(limit, before),
  };

  /** Opens the account of a person who was invited and took it up; that is the person's own deed. */
  async function open(id: string): Promise<void> {
    const on = (held: Register): { readonly changes: readonly Change[] } => {
      const row = held.account.get(id);
      return {
        changes:
          row?.state === 'invited' ? [{ table: 'account', key: id, before: row, after: { ...row, state: 'open', rev: row.rev + 1 } }] : [],
      };
    };
    await write({ verb: TAKE_UP, on, told: toldChanges }, { who: id });
  }

  async function look(secret: string, now: Date): ReturnType<People['look']> {
    const hash = hashOf(secret);
    const found = [...(await personalRecords.all())].find(([, { link }]) => link?.hash === hash);
    const state = found && register().account.get(found[0])?.state;
    if (!found || !state || state === 'closed' || now.toISOString() >= (found[1].link?.until ?? '')) throw spentError();
    return { id: found[0], personalRecord: found[1], isNew: state === 'invited' };
  }

  function accountIn(held: Register, id: string): Row<'account'> {
    const row = held.account.get(id);
    if (!row) throw new WestgateError('WG_NOT_FOUND', noSuch('account', id), { id });
    return row;
  }

  async function personalRecordOf(id: string): Promise<AccountRecord> {
    accountIn(register(), id);
    const personalRecord = (await personalRecords.all()).get(id);
    if (!personalRecord)
      throw new WestgateError(
        'WG_NOT_FOUND',
        { zh: '此人的资料已删除，请重新邀请', en: 'the person was erased; invite someone again' },
        { id },
      );
    return personalRecord;
  }

  /** What `work` gives, which gives someone a name to sign in with that nobody else has or gets meanwhile, however it is written. */
  function withFreeName<T>(
    personal: { readonly name: string; readonly signIn: string; readonly mail?: string | null },
    { own, now }: { readonly own: string | null; readonly now: Date },
    work: () => Promise<T>,
  ): Promise<T> {
    return alone(access, `name ${looksOf(personal.signIn)}`, async () => {
      const others = [...(await personalRecords.all())].flatMap(([id, personalRecord]) =>
        id !== own && (hasAccount(id) || isJustInvited(personalRecord, now)) ? [personalRecord] : [],
      );
      requirePersonal(personal, others);
      return work();
    });
  }

  function hasAccount(id: string): boolean {
    const accounts: ReadonlyMap<string, unknown> = register().account;
    return accounts.has(id);
  }

  /** Does the deed that makes the account as `changed` says of what is held when it is done. */
  async function account(
    verb: string,
    key: string,
    changed: (held: Register) => Row<'account'>,
    by: By,
    besides: (held: Register) => readonly Change[] = () => [],
  ): Promise<Deed> {
    const on = (held: Register): { readonly changes: readonly Change[] } => {
      return { changes: [{ table: 'account', key, before: held.account.get(key) ?? null, after: changed(held) }, ...besides(held)] };
    };
    const { deed } = await write({ verb, on, told: toldChanges }, by);
    if (!deed) throw new Error('invariant broken: a change of an account is a deed');
    return deed;
  }
}

/** What a person answers for as it is handed on to another. Throws where there is something and nobody to take it. */
function handedOnOf(register: Register, id: string, to: string | null): readonly Change[] {
  if (to !== null && to !== id) return handOverChanges(register, id, to);
  const count = answeredFor(register, id).length;
  if (count === 0) return [];
  const message = {
    zh: `handOverTo：此人负责 ${count} 条记录，须指定接手的人`,
    en: `handOverTo: expected someone to take over the ${count} records this person answers for, found nobody`,
  };
  throw new WestgateError('WG_INPUT_INVALID', message, { field: 'handOverTo', count });
}

function shown(row: Row<'account'>, personalRecord: AccountRecord | undefined): Named {
  const { id, rev, department, state } = row;
  const { name = null, signIn = null, mail = null, phone = null } = personalRecord ?? {};
  return { id, rev, name, signIn, mail, phone, roles: readerOf(row).roles, department, state };
}

function linkOf(secret: string, now: Date): Link {
  return { hash: hashOf(secret), until: new Date(now.getTime() + LINK_MS).toISOString() };
}

/** Whether someone was invited so lately that the deed of it may not have come here yet. */
function isJustInvited({ link }: AccountRecord, now: Date): boolean {
  return link !== null && link.until > new Date(now.getTime() + LINK_MS - JUST_MS).toISOString();
}

function spentError(): WestgateError {
  return new WestgateError('WG_LINK_SPENT', {
    zh: '一次性链接已用过或已过期，请索取新的',
    en: 'expected a one-time link that was not used and has not run out; ask for a new one',
  });
}

/** Ids of persons are made by the store and fit every id column. */
function accountId(id: string): Row<'account'>['id'] {
  if (!isSlug(id)) throw new Error('invariant broken: the id of a person is a slug');
  return id as Row<'account'>['id'];
}
