import { WestgateError } from '@westgate/base';
import type { Access } from '@westgate/store';
import type { AccountRecord } from './account-record.ts';
import { alone } from './alone.ts';
import { networkOf } from './attempts.ts';
import { askToEnter, askToMake, challengeIn, checkMade, checkSigned } from './check-passkey.ts';
import type { NewPasskeyAnswer, Passkey, PasskeyAnswer, Site } from './passkey.ts';
import { Pending } from './pending.ts';
import type { PersonalRecords } from './personal-records.ts';
import { hashOf } from './secret.ts';
import { type Proof, requireSelf, requireWayIn } from './self.ts';
import type { From, SignedIn, SignIns } from './sign-ins.ts';

/** Signing in with passkeys, and the passkeys of each account. */
export interface Passkeys {
  /** What a browser at an address is to answer in order to sign in. */
  ask(site: Site, address: string, now: Date): Promise<{ readonly challenge: string }>;
  /** Signs in who answers it, once, at any process. Throws `WG_SIGN_IN_REFUSED`, the same for every cause, and `WG_TOO_MANY`. */
  enter(answer: PasskeyAnswer, site: Site, from: From, now: Date): Promise<SignedIn>;
  /** What a browser is to answer in order to make a passkey for a person. */
  begin(person: string, proof: Proof, site: Site, now: Date): Promise<{ readonly challenge: string }>;
  /** Keeps the passkey that was made. */
  add(
    person: string,
    made: { readonly name: string; readonly answer: NewPasskeyAnswer; readonly session: string },
    site: Site,
    now: Date,
  ): Promise<void>;
  /** Gives the passkey of this mark another name. */
  rename(person: string, passkey: string, name: string): Promise<void>;
  /** Takes the passkey of this mark away; sessions elsewhere end, as they may have begun with it. */
  drop(person: string, passkey: string, session: string, now: Date): Promise<void>;
}

/** What is asked of a browser: to sign in, or to make a passkey for a person within a session. */
interface Asked {
  readonly host: string;
  readonly maker: { readonly person: string; readonly session: string } | null;
}

/** Each browser that shows the sign-in screen is asked; an office of many may sit behind one address. */
const ASKED = { lifeMs: 5 * 60_000, most: { ofOwner: 1_000, ofAll: 5_000 } } as const;
const MOST_PASSKEYS = 10;

/** The passkeys of the people whose personal records are in `personalRecords`. */
export function passkeysOf(access: Access, personalRecords: PersonalRecords, signIns: SignIns): Passkeys {
  const pending = new Pending<Asked>(access, 'passkey', ASKED);

  return {
    async ask(site, address, now) {
      const asked = await askToEnter(site);
      await pending.put(asked.challenge, { host: site.host, maker: null }, networkOf(address), now.getTime());
      return asked;
    },
    async enter(answer, site, from, now) {
      const found = await passkeyIn(answer.id, site);
      const attempt = await signIns.guess({ kind: 'passkey', what: answer.id }, found?.person ?? null, from, now);
      return signIns.entrance.take(attempt, async (turn) => {
        const wrong = (result: string): Promise<never> => turn.refuse(result, 'expected a passkey of an open account');
        const challenge = challengeIn(answer.clientData) ?? '';
        const asked = await pending.take(challenge, now.getTime());
        if (!found) return wrong('unknown-passkey');
        const { person, passkey } = found;
        const isTheirs = answer.user === null || answer.user === Buffer.from(person).toString('base64url');
        if (asked?.host !== site.host || asked.maker || !isTheirs) return wrong('wrong-passkey');
        const counter = await checkSigned(answer, site, challenge, passkey);
        if (counter === null) return wrong('wrong-passkey');
        if (signIns.stateOf(person) !== 'open') return wrong('closed');
        let isCountedOn = false;
        await personalRecords.change(person, (personalRecord) => {
          const held = personalRecord.passkeys?.find(({ id }) => id === passkey.id);
          // A device that counts never signs with the same number twice: two of them would be copies of one.
          isCountedOn = held !== undefined && (counter > held.counter || (counter === 0 && held.counter === 0));
          return held && isCountedOn ? withPasskey(personalRecord, { ...held, counter, used: now.toISOString() }) : personalRecord;
        });
        if (!isCountedOn) return wrong('copied-passkey');
        const holds = ({ passkeys = [] }: AccountRecord): boolean => passkeys.some(({ id }) => id === passkey.id);
        return signIns.admit(turn, { person, ...from, now, holds }, 'signed-in-passkey');
      });
    },
    async begin(person, proof, site, now) {
      const personalRecord = await personalRecords.of(person);
      await requireSelf(proof, { person, personalRecord, now }, signIns);
      requireRoom(personalRecord);
      const asked = await askToMake(
        site,
        { id: person, name: personalRecord.name, signIn: personalRecord.signIn },
        personalRecord.passkeys ?? [],
      );
      await pending.put(asked.challenge, { host: site.host, maker: { person, session: proof.session } }, person, now.getTime());
      return asked;
    },
    async add(person, { name, answer, session }, site, now) {
      const challenge = challengeIn(answer.clientData) ?? '';
      const asked = await pending.take(challenge, now.getTime());
      const isAsked = asked?.host === site.host && asked.maker?.person === person && asked.maker.session === session;
      const made = isAsked ? await checkMade(answer, site, challenge) : null;
      if (!made) throw notAskedError();
      const { id, transports } = answer;
      const passkey = { id, name, ...made, transports, host: site.host, made: now.toISOString(), used: null };
      await alone(access, `passkey ${id}`, async () => {
        if (await passkeyIn(id, site))
          throw new WestgateError(
            'WG_INPUT_INVALID',
            { zh: 'answer：这个通行密钥已经登记过', en: 'answer: expected a passkey that is not kept here yet' },
            { field: 'answer' },
          );
        return personalRecords.change(person, (personalRecord) => {
          requireRoom(personalRecord);
          return { ...personalRecord, passkeys: [...(personalRecord.passkeys ?? []), passkey] };
        });
      });
      await signIns.note(person, 'passkey-added', now);
    },
    async rename(person, passkey, name) {
      await personalRecords.change(person, (personalRecord) => withPasskey(personalRecord, { ...ownOf(personalRecord, passkey), name }));
    },
    async drop(person, passkey, session, now) {
      await personalRecords.change(person, (personalRecord) => {
        const dropped = ownOf(personalRecord, passkey);
        const next = { ...personalRecord, passkeys: (personalRecord.passkeys ?? []).filter(({ id }) => id !== dropped.id) };
        requireWayIn(next);
        return next;
      });
      await signIns.endOthers(person, session);
      await signIns.note(person, 'passkey-dropped', now);
    },
  };

  async function passkeyIn(id: string, { host }: Site): Promise<{ readonly person: string; readonly passkey: Passkey } | null> {
    for (const [person, { passkeys = [] }] of await personalRecords.all()) {
      const passkey = passkeys.find((each) => each.id === id && each.host === host);
      if (passkey) return { person, passkey };
    }
    return null;
  }
}

function notAskedError(): WestgateError {
  const message = {
    zh: 'answer：应为五分钟内、为这次请求生成的通行密钥，且只用一次',
    en: 'answer: expected a passkey made for what was asked here in the last five minutes, once',
  };
  return new WestgateError('WG_INPUT_INVALID', message, { field: 'answer' });
}

/** A short word for a passkey, by which its person names it here: ids of devices are long. */
export function markOf(id: string): string {
  return hashOf(id).slice(0, 12);
}

function ownOf({ passkeys = [] }: AccountRecord, mark: string): Passkey {
  const own = passkeys.find(({ id }) => markOf(id) === mark);
  if (own) return own;
  throw new WestgateError('WG_NOT_FOUND', { zh: '您没有这个通行密钥', en: 'there is no such passkey of yours' }, { id: mark });
}

function withPasskey(personalRecord: AccountRecord, passkey: Passkey): AccountRecord {
  return { ...personalRecord, passkeys: (personalRecord.passkeys ?? []).map((each) => (each.id === passkey.id ? passkey : each)) };
}

function requireRoom({ passkeys = [] }: AccountRecord): void {
  if (passkeys.length < MOST_PASSKEYS) return;
  throw new WestgateError(
    'WG_INPUT_INVALID',
    { zh: `通行密钥至多 ${MOST_PASSKEYS} 个，请先去掉一个`, en: `expected at most ${MOST_PASSKEYS} passkeys; take one away first` },
    { field: 'name' },
  );
}
