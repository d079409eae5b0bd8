import { WestgateError } from '@westgate/base';
import type { DirectoryMatch, DirectoryPerson } from './directory-link.ts';
import type { AccountDrawer, Drawers } from './drawers.ts';
import { type Proof, requireSelf, requireWayIn } from './self.ts';
import type { SignedIn, SignIns } from './sign-ins.ts';

/** Signing in through the city's directory. It says who someone is; what they may do is said here alone. */
export interface DirectoryAccounts {
  /**
   * Signs in who comes back from the directory, as `read` finds it out; wrong attempts are counted for the address alone. Throws `WG_SIGN_IN_REFUSED`
   * with `why`, and `WG_TOO_MANY`.
   */
  enter(
    read: () => Promise<DirectoryPerson>,
    how: { readonly match: DirectoryMatch; readonly address: string },
    now: Date,
  ): Promise<SignedIn>;
  /** Throws where it is not shown that the person sits there: before a link is made. */
  requireSelf(person: string, proof: Proof, now: Date): Promise<void>;
  /** Links an account with who the person is in the directory. */
  link(person: string, found: DirectoryPerson, now: Date): Promise<void>;
  /** Takes the link away; sessions elsewhere end. */
  unlink(person: string, session: string, now: Date): Promise<void>;
}

/** Takes up the account of a person who was invited. */
type TakeUp = (person: string) => Promise<unknown>;

/** The accounts of the people whose drawers are in `drawers`, as the city's directory opens them. */
export function directoryAccountsOf(drawers: Drawers, signIns: SignIns, takeUp: TakeUp): DirectoryAccounts {
  return {
    async enter(read, { match, address }, now) {
      const nobody = { key: null, person: null, address, now };
      await signIns.requireTurn(nobody);
      const found = await read().catch(async (error: unknown) => {
        const why = error instanceof WestgateError && error.code === 'WG_SIGN_IN_REFUSED' ? error.details.why : null;
        if (typeof why !== 'string') throw error;
        return signIns.refuse(nobody, 'directory-refused', 'expected the directory to say who it is', why);
      });
      const linked = await linkedTo(found, now);
      if (linked !== null) {
        const attempt = { ...nobody, person: linked };
        await takeUp(linked);
        if (signIns.stateOf(linked) !== 'open') return signIns.refuse(attempt, 'closed', 'expected an open account', 'closed');
        await drawers.change(linked, now.getTime(), (drawer) =>
          drawer.directory ? { ...drawer, directory: { ...drawer.directory, used: now.toISOString() } } : drawer,
        );
        return signIns.admit(attempt, 'signed-in-directory');
      }
      const fitting = await fittingTo(found, match, now);
      const [invited, ...more] = fitting.filter((person) => signIns.stateOf(person) === 'invited');
      if (invited === undefined || more.length > 0) {
        const why = more.length > 0 ? 'several' : fitting.length > 0 ? 'not-linked' : isWithoutMail(found, match) ? 'no-mail' : 'unknown';
        return signIns.refuse(nobody, 'directory-unknown', 'expected someone with one account here', why);
      }
      // The one-time link of the invitation is spent: who has it could otherwise still set a password.
      await keepLink(invited, found, now, { link: null }, now.toISOString());
      await takeUp(invited);
      await signIns.note(invited, 'directory-linked', now);
      return signIns.admit({ ...nobody, person: invited }, 'signed-in-directory');
    },
    async requireSelf(person, proof, now) {
      await requireSelf(await drawers.of(person, now.getTime()), proof, signIns, now);
    },
    async link(person, found, now) {
      const linked = await linkedTo(found, now);
      if (linked !== null && linked !== person)
        throw new WestgateError('WG_SIGN_IN_REFUSED', 'expected someone of the directory who is linked with no other account', {
          why: 'linked-elsewhere',
        });
      await keepLink(person, found, now);
      await signIns.note(person, 'directory-linked', now);
    },
    async unlink(person, session, now) {
      await drawers.change(person, now.getTime(), (drawer) => {
        if (!drawer.directory) throw new WestgateError('WG_NOT_FOUND', 'your account is not linked with the directory');
        const next = { ...drawer, directory: null };
        requireWayIn(next);
        return next;
      });
      await signIns.endOthers(person, session);
      await signIns.note(person, 'directory-unlinked', now);
    },
  };

  async function linkedTo({ issuer, subject }: DirectoryPerson, now: Date): Promise<string | null> {
    const all = [...(await drawers.all(now.getTime()))];
    const found = all.find(([, { directory }]) => directory?.issuer === issuer && directory.subject === subject);
    return found?.[0] ?? null;
  }

  /** The accounts, linked with nobody yet, whose mail or name to sign in with is the one that the directory tells. */
  async function fittingTo({ mail, name }: DirectoryPerson, match: DirectoryMatch, now: Date): Promise<readonly string[]> {
    const told = (match === 'mail' ? mail : name)?.trim().toLowerCase() ?? '';
    if (told === '') return [];
    const isOf = ({ signIn, mail: own, directory }: AccountDrawer): boolean =>
      !directory && [signIn, ...(match === 'mail' && own !== null ? [own] : [])].some((each) => each.toLowerCase() === told);
    return [...(await drawers.all(now.getTime()))].filter(([, drawer]) => isOf(drawer)).map(([person]) => person);
  }

  function keepLink(
    person: string,
    { issuer, subject }: DirectoryPerson,
    now: Date,
    besides: Partial<AccountDrawer> = {},
    used: string | null = null,
  ): Promise<AccountDrawer> {
    const directory = { issuer, subject, linked: now.toISOString(), used };
    return drawers.change(person, now.getTime(), (drawer) => ({ ...drawer, ...besides, directory }));
  }
}

function isWithoutMail({ mail }: DirectoryPerson, match: DirectoryMatch): boolean {
  return match === 'mail' && mail === null;
}
