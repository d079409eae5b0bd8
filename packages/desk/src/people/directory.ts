import { foldName, isMailAddress, WestgateError } from '@westgate/base';
import type { Access } from '@westgate/store';
import type { AccountRecord } from './account-record.ts';
import { alone } from './alone.ts';
import type { DirectoryMatch, DirectoryPerson } from './directory-link.ts';
import type { Turn } from './entrance.ts';
import type { PersonalRecords } from './personal-records.ts';
import { type Proof, requireSelf, requireWayIn } from './self.ts';
import type { From, SignedIn, SignIns } from './sign-ins.ts';

/** Signing in through the city's directory. It says who someone is; what they may do is said here alone. */
export interface DirectoryAccounts {
  /**
   * Signs in who comes back from the directory, as `read` finds it out. Nothing is counted: the way back is signed, nobody guesses it. Throws
   * `WG_SIGN_IN_REFUSED` with `why`, and `WG_TOO_MANY` where too many come back at a time.
   */
  enter(read: () => Promise<DirectoryPerson>, how: From & { readonly match: DirectoryMatch }, now: Date): Promise<SignedIn>;
  /** Throws where it is not shown that the person sits there: before a link is made. */
  requireSelf(person: string, proof: Proof, now: Date): Promise<void>;
  /** Links an account with who the person is in the directory. */
  link(person: string, found: DirectoryPerson, now: Date): Promise<void>;
  /** Takes the link away; sessions elsewhere end. */
  unlink(person: string, session: string, now: Date): Promise<void>;
}

/** Takes up the account of a person who was invited. */
type TakeUp = (person: string) => Promise<unknown>;

/** The accounts of the people whose personal records are in `personalRecords`, as the city's directory opens them. */
export function directoryAccountsOf(access: Access, personalRecords: PersonalRecords, signIns: SignIns, takeUp: TakeUp): DirectoryAccounts {
  return {
    async enter(read, { match, address, device }, now) {
      const attempt = { key: null, isFromAnywhere: false, person: null, address, now, isFirst: false, queue: 'directory' } as const;
      return signIns.entrance.take(attempt, async (turn) => {
        const found = await read().catch(async (error: unknown) => {
          const why = error instanceof WestgateError && error.code === 'WG_SIGN_IN_REFUSED' ? error.details.why : null;
          if (typeof why !== 'string') throw error;
          return turn.refuse('directory-refused', 'expected the directory to say who it is', why);
        });
        const person = (await linkedTo(found)) ?? (await linkInvited(found, match, turn, now));
        // An account that was linked is taken up, also where the process stopped between the two.
        await takeUp(person);
        if (signIns.stateOf(person) !== 'open') return turn.refuse('closed', 'expected an open account', 'closed');
        await personalRecords.change(person, (personalRecord) =>
          personalRecord.directory
            ? { ...personalRecord, directory: { ...personalRecord.directory, used: now.toISOString() } }
            : personalRecord,
        );
        const holds = (personalRecord: AccountRecord): boolean => isLinkOf(personalRecord, found);
        return signIns.admit(turn, { person, address, device, now, holds }, 'signed-in-directory');
      });
    },
    async requireSelf(person, proof, now) {
      await requireSelf(proof, { person, personalRecord: await personalRecords.of(person), now }, signIns);
    },
    async link(person, found, now) {
      await keepLink(person, found, now);
      await signIns.note(person, 'directory-linked', now);
    },
    async unlink(person, session, now) {
      await personalRecords.change(person, (personalRecord) => {
        if (!personalRecord.directory)
          throw new WestgateError('WG_NOT_FOUND', {
            zh: '您的账号没有与统一身份认证关联',
            en: 'your account is not linked with the directory',
          });
        const next = { ...personalRecord, directory: null };
        requireWayIn(next);
        return next;
      });
      await signIns.endOthers(person, session);
      await signIns.note(person, 'directory-unlinked', now);
    },
  };

  async function linkedTo(found: DirectoryPerson): Promise<string | null> {
    return [...(await personalRecords.all())].find(([, personalRecord]) => isLinkOf(personalRecord, found))?.[0] ?? null;
  }

  /** The one account that was invited for someone of the directory, linked now. */
  async function linkInvited(found: DirectoryPerson, match: DirectoryMatch, turn: Turn, now: Date): Promise<string> {
    const fitting = await fittingTo(found, match);
    const [invited, ...more] = fitting.filter((person) => signIns.stateOf(person) === 'invited');
    if (invited === undefined || more.length > 0) {
      const why = more.length > 0 ? 'several' : fitting.length > 0 ? 'not-linked' : isWithoutMail(found, match) ? 'no-mail' : 'unknown';
      return turn.refuse('directory-unknown', 'expected someone with one account here', why);
    }
    // The one-time link of the invitation is spent: who has it could otherwise still set a password.
    await keepLink(invited, found, now, { link: null });
    await signIns.note(invited, 'directory-linked', now);
    return invited;
  }

  /** The accounts, linked with nobody yet, whose mail or name to sign in with is the one that the directory tells. */
  async function fittingTo({ mail, name }: DirectoryPerson, match: DirectoryMatch): Promise<readonly string[]> {
    const told = foldName((match === 'mail' ? mail : name) ?? '');
    if (told === '' || (match === 'mail' && !isMailAddress(told))) return [];
    const isOf = ({ signIn, mail: own, directory }: AccountRecord): boolean =>
      !directory && [signIn, ...(match === 'mail' && own !== null ? [own] : [])].some((each) => foldName(each) === told);
    return [...(await personalRecords.all())].filter(([, personalRecord]) => isOf(personalRecord)).map(([person]) => person);
  }

  /** Links an account with someone of the directory, who is linked with no other: of two processes that are asked at once one does it. */
  function keepLink(person: string, found: DirectoryPerson, now: Date, besides: Partial<AccountRecord> = {}): Promise<AccountRecord> {
    const { issuer, subject } = found;
    const directory = { issuer, subject, linked: now.toISOString(), used: null };
    return alone(access, `subject ${issuer} ${subject}`, async () => {
      const linked = await linkedTo(found);
      if (linked !== null && linked !== person)
        throw new WestgateError(
          'WG_SIGN_IN_REFUSED',
          { zh: '统一身份认证的这个人已与另一个账号关联', en: 'expected someone of the directory who is linked with no other account' },
          {
            why: 'linked-elsewhere',
          },
        );
      return personalRecords.change(person, (personalRecord) => ({ ...personalRecord, ...besides, directory }));
    });
  }
}

function isLinkOf({ directory }: AccountRecord, { issuer, subject }: DirectoryPerson): boolean {
  return directory?.issuer === issuer && directory.subject === subject;
}

function isWithoutMail({ mail }: DirectoryPerson, match: DirectoryMatch): boolean {
  return match === 'mail' && mail === null;
}
