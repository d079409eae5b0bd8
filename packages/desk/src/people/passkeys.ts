import { WestgateError } from '@westgate/base';
import { askToEnter, askToMake, challengeIn, checkMade, checkSigned } from './check-passkey.ts';
import type { AccountDrawer, Drawers } from './drawers.ts';
import type { NewPasskeyAnswer, Passkey, PasskeyAnswer, Site } from './passkey.ts';
import { Pending } from './pending.ts';
import { hashOf } from './secret.ts';
import { type Proof, requireSelf, requireWayIn } from './self.ts';
import type { SignedIn, SignIns } from './sign-ins.ts';

/** Signing in with passkeys, and the passkeys of each account. */
export interface Passkeys {
  /** What a browser is to answer in order to sign in. */
  ask(site: Site, now: Date): Promise<object>;
  /** Signs in who answers it. Throws `WG_SIGN_IN_REFUSED`, the same for every cause, and `WG_TOO_MANY`. */
  enter(answer: PasskeyAnswer, site: Site, address: string, now: Date): Promise<SignedIn>;
  /** What a browser is to answer in order to make a passkey for a person. */
  begin(person: string, proof: Proof, site: Site, now: Date): Promise<object>;
  /** Keeps the passkey that was made. */
  add(
    person: string,
    made: { readonly name: string; readonly answer: NewPasskeyAnswer; readonly session: string },
    site: Site,
    now: Date,
  ): Promise<void>;
  /** Gives the passkey of this mark another name. */
  rename(person: string, passkey: string, name: string, now: Date): Promise<void>;
  /** Takes the passkey of this mark away; sessions elsewhere end, as they may have begun with it. */
  drop(person: string, passkey: string, session: string, now: Date): Promise<void>;
}

/** What is asked of a browser: to sign in, or to make a passkey for a person within a session. */
interface Asked {
  readonly host: string;
  readonly maker: { readonly person: string; readonly session: string } | null;
}

const ANSWERED_WITHIN_MS = 5 * 60_000;
const MOST_ASKED = 5_000;
const MOST_PASSKEYS = 10;

/** The passkeys of the people whose drawers are in `drawers`. */
export function passkeysOf(drawers: Drawers, signIns: SignIns): Passkeys {
  const pending = new Pending<Asked>(ANSWERED_WITHIN_MS, MOST_ASKED);

  return {
    async ask(site, now) {
      const asked = await askToEnter(site);
      pending.put(asked.challenge, { host: site.host, maker: null }, now.getTime());
      return asked;
    },
    async enter(answer, site, address, now) {
      const found = await passkeyIn(answer.id, site, now);
      const attempt = { key: `passkey ${answer.id}`, person: found?.person ?? null, address, now };
      await signIns.requireTurn(attempt);
      const wrong = (result: string): Promise<never> => signIns.refuse(attempt, result, 'expected a passkey of an open account');
      const challenge = challengeIn(answer.clientData) ?? '';
      const asked = pending.take(challenge, now.getTime());
      if (!found) return wrong('unknown-passkey');
      const { person, passkey } = found;
      const isTheirs = answer.user === null || answer.user === Buffer.from(person).toString('base64url');
      if (asked?.host !== site.host || asked.maker || !isTheirs) return wrong('wrong-passkey');
      const counter = await checkSigned(answer, site, challenge, passkey);
      if (counter === null) return wrong('wrong-passkey');
      if (signIns.stateOf(person) !== 'open') return wrong('closed');
      let isCountedOn = false;
      await drawers.change(person, now.getTime(), (drawer) => {
        const held = drawer.passkeys?.find(({ id }) => id === passkey.id);
        // A device that counts never signs with the same number twice: two of them would be copies of one.
        isCountedOn = held !== undefined && (counter > held.counter || (counter === 0 && held.counter === 0));
        return isCountedOn ? withPasskey(drawer, { ...passkey, counter, used: now.toISOString() }) : drawer;
      });
      if (!isCountedOn) return wrong('copied-passkey');
      return signIns.admit({ ...attempt, person }, 'signed-in-passkey');
    },
    async begin(person, proof, site, now) {
      const drawer = await drawers.of(person, now.getTime());
      await requireSelf(drawer, proof, signIns, now);
      requireRoom(drawer);
      const asked = await askToMake(site, { id: person, name: drawer.name, signIn: drawer.signIn }, drawer.passkeys ?? []);
      pending.put(asked.challenge, { host: site.host, maker: { person, session: proof.session } }, now.getTime());
      return asked;
    },
    async add(person, { name, answer, session }, site, now) {
      const challenge = challengeIn(answer.clientData) ?? '';
      const asked = pending.take(challenge, now.getTime());
      const isAsked = asked?.host === site.host && asked.maker?.person === person && asked.maker.session === session;
      const made = isAsked ? await checkMade(answer, site, challenge) : null;
      if (!made)
        throw new WestgateError(
          'WG_INPUT_INVALID',
          'answer: expected a passkey made for what was asked here in the last five minutes, once',
          {
            field: 'answer',
          },
        );
      if (await passkeyIn(answer.id, site, now))
        throw new WestgateError('WG_INPUT_INVALID', 'answer: expected a passkey that is not kept here yet', { field: 'answer' });
      const { id, transports } = answer;
      const passkey = { id, name, ...made, transports, host: site.host, made: now.toISOString(), used: null };
      await drawers.change(person, now.getTime(), (drawer) => {
        requireRoom(drawer);
        return { ...drawer, passkeys: [...(drawer.passkeys ?? []), passkey] };
      });
      await signIns.note(person, 'passkey-added', now);
    },
    async rename(person, passkey, name, now) {
      await drawers.change(person, now.getTime(), (drawer) => withPasskey(drawer, { ...ownOf(drawer, passkey), name }));
    },
    async drop(person, passkey, session, now) {
      await drawers.change(person, now.getTime(), (drawer) => {
        const dropped = ownOf(drawer, passkey);
        const next = { ...drawer, passkeys: (drawer.passkeys ?? []).filter(({ id }) => id !== dropped.id) };
        requireWayIn(next);
        return next;
      });
      await signIns.endOthers(person, session);
      await signIns.note(person, 'passkey-dropped', now);
    },
  };

  async function passkeyIn(id: string, { host }: Site, now: Date): Promise<{ readonly person: string; readonly passkey: Passkey } | null> {
    for (const [person, { passkeys = [] }] of await drawers.all(now.getTime())) {
      const passkey = passkeys.find((each) => each.id === id && each.host === host);
      if (passkey) return { person, passkey };
    }
    return null;
  }
}

/** A short word for a passkey, by which its person names it here: ids of devices are long. */
export function markOf(id: string): string {
  return hashOf(id).slice(0, 12);
}

function ownOf({ passkeys = [] }: AccountDrawer, mark: string): Passkey {
  const own = passkeys.find(({ id }) => markOf(id) === mark);
  if (own) return own;
  throw new WestgateError('WG_NOT_FOUND', 'there is no such passkey of yours', { id: mark });
}

function withPasskey(drawer: AccountDrawer, passkey: Passkey): AccountDrawer {
  return { ...drawer, passkeys: (drawer.passkeys ?? []).map((each) => (each.id === passkey.id ? passkey : each)) };
}

function requireRoom({ passkeys = [] }: AccountDrawer): void {
  if (passkeys.length < MOST_PASSKEYS) return;
  throw new WestgateError('WG_INPUT_INVALID', `expected at most ${MOST_PASSKEYS} passkeys; take one away first`, { field: 'name' });
}
