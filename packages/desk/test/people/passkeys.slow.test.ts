import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { type Desk, openDesk } from '@westgate/desk';
import { Authenticator } from './authenticator.ts';

const PASSWORD = 'a heron stands on the weir';
const SITE = { host: 'westgate.example', origin: 'https://westgate.example' };
let address = '';
let tests = 0;
const at = (minutes: number) => new Date(Date.UTC(2026, 0, 5, 8, minutes));
const refused = (code: string) => (error: { code?: string }) => error.code === code;

let desk: Desk;
let admin: string;
before(async () => {
  desk = await openDesk({ memory: true });
  admin = (await account('Ada', ['system-administrator'])).id;
});
after(() => desk.close());
/** Each test comes from an address of its own: its clock begins anew. */
beforeEach(() => {
  tests += 1;
  address = `10.0.${tests}.1`;
});

/** A person with an account, signed in. */
async function account(name: string, roles: readonly string[]) {
  const signIn = name.toLowerCase();
  const asked = { name, signIn, mail: null, phone: null, roles, department: null };
  const { id, secret } = await desk.people.invite(asked, { who: admin ?? 'westgate' }, at(0));
  const session = (await desk.people.takeUp(secret, { name, signIn, password: PASSWORD }, { address, device: null }, at(0))).secret;
  const held = await desk.people.signIns.whoHolds(session, at(0));
  return { id, signIn, session: held?.session ?? '' };
}

/** A person with a passkey. */
async function withPasskey(name: string, minute = 0) {
  const person = await account(name, ['reader']);
  const device = new Authenticator(SITE.host, SITE.origin);
  const { passkeys } = desk.people;
  const asked = await passkeys.begin(person.id, { password: PASSWORD, session: person.session }, SITE, at(minute));
  await passkeys.add(person.id, { name: 'laptop', answer: device.make(asked), session: person.session }, SITE, at(minute));
  return { ...person, device };
}
/** The code an app shows now (RFC 6238). */
function codeAt(shared: string, now: Date): string {
  const bits = [...shared].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now.getTime() / 30_000)));
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
  const digest = createHmac('sha1', key).update(counter).digest();
  return String((digest.readUInt32BE((digest.at(-1) ?? 0) & 0x0f) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
const enter = async (answer: ReturnType<Authenticator['sign']>, minute: number) =>
  desk.people.passkeys.enter(answer, SITE, { address, device: null }, at(minute));
const ask = (minute: number) => desk.people.passkeys.ask(SITE, address, at(minute));

test('a passkey opens the account of its person, without the code of a second factor, and tells when it was last used', async () => {
  const { id, device } = await withPasskey('Ben');
  assert.deepEqual(
    (await desk.people.own.show(id)).passkeys.map(({ name, host, used }) => [name, host, used]),
    [['laptop', 'westgate.example', null]],
  );
  const { secret: shared } = await desk.people.own.beginSecondFactor(id, { password: PASSWORD, session: '' }, at(1));
  await desk.people.own.confirmSecondFactor(id, codeAt(shared, at(1)), at(1));
  const half = desk.people.signIns.signIn({ name: 'ben', password: PASSWORD }, { address, device: null }, at(1));
  await assert.rejects(half, refused('WG_CODE_REQUIRED'));
  const { secret } = await enter(device.sign(await ask(1), id), 2);
  assert.equal((await desk.people.signIns.whoHolds(secret, at(2)))?.id, id);
  const [shown] = (await desk.people.own.show(id)).passkeys;
  assert.equal(shown?.used, at(2).toISOString());
  assert.deepEqual(
    (await desk.people.log(3, null)).map(({ result }) => result),
    ['signed-in-passkey', 'factor-added', 'passkey-added'],
  );
  assert.doesNotMatch(JSON.stringify(shown), new RegExp(device.id));
  await desk.people.passkeys.rename(id, shown?.id ?? '', 'my phone');
  assert.deepEqual((await desk.people.own.show(id)).passkeys, [{ ...shown, name: 'my phone' }]);
  await assert.rejects(desk.people.passkeys.rename(id, 'none', 'my phone'), refused('WG_NOT_FOUND'));
});

test('an answer is good once and for five minutes, at the site it was asked at, for a device that makes sure who holds it', async () => {
  const { id, device } = await withPasskey('Chen');
  const answer = device.sign(await ask(1), id);
  await enter(answer, 1);
  await assert.rejects(enter(answer, 1), refused('WG_SIGN_IN_REFUSED'), 'replayed');
  await assert.rejects(enter(device.sign(await ask(1), id), 7), refused('WG_SIGN_IN_REFUSED'), 'too late');
  const bent = async (how: Parameters<Authenticator['sign']>[2], minute = 10) => enter(device.sign(await ask(minute), id, how), minute);
  await assert.rejects(bent({ origin: 'https://westgate.example.evil.example' }), refused('WG_SIGN_IN_REFUSED'), 'another origin');
  await assert.rejects(bent({ challenge: 'bmV2ZXIgYXNrZWQ' }), refused('WG_SIGN_IN_REFUSED'), 'never asked');
  await assert.rejects(bent({ isUnverified: true }, 70), refused('WG_SIGN_IN_REFUSED'), 'nobody was asked for PIN or finger');
  await assert.rejects(enter(device.sign(await ask(70), admin), 70), refused('WG_SIGN_IN_REFUSED'), 'of another person');
  const forged = device.sign(await ask(140), id);
  await assert.rejects(enter({ ...forged, signature: device.sign(await ask(140), id).signature }, 140), refused('WG_SIGN_IN_REFUSED'));
  const elsewhere = { host: 'localhost', origin: 'http://localhost:4310' };
  const there = await desk.people.passkeys.ask(elsewhere, address, at(140));
  await assert.rejects(enter(device.sign(there, id), 140), refused('WG_SIGN_IN_REFUSED'), 'asked at another site');
  await enter(device.sign(await ask(141), id), 141);
  const stranger = new Authenticator(SITE.host, SITE.origin);
  await assert.rejects(enter(stranger.sign(await ask(141), id), 141), refused('WG_SIGN_IN_REFUSED'), 'a device nobody knows');
});

test('a device that counts back is a copy: refused and noted', async () => {
  const { id, device } = await withPasskey('Dora');
  await enter(device.sign(await ask(0), id, { counter: 7 }), 0);
  for (const counter of [7, 6, 0])
    await assert.rejects(enter(device.sign(await ask(0), id, { counter }), 0), refused('WG_SIGN_IN_REFUSED'));
  assert.equal((await desk.people.log(1, null))[0]?.result, 'copied-passkey');
  await enter(device.sign(await ask(0), id, { counter: 8 }), 0);
});

test('wrong passkeys are slowed down like wrong passwords, and both together for an address', async () => {
  const { id, device } = await withPasskey('Eve');
  const wrong = async () =>
    desk.people.passkeys.enter({ ...device.sign(await ask(0), id), signature: 'AAAA' }, SITE, { address, device: null }, at(0));
  for (let attempt = 0; attempt < 5; attempt += 1) await assert.rejects(wrong(), refused('WG_SIGN_IN_REFUSED'));
  await assert.rejects(wrong(), refused('WG_TOO_MANY'));
  assert.equal((await desk.people.log(1, null))[0]?.result, 'must-wait');
  for (let attempt = 0; attempt < 14; attempt += 1) {
    const stranger = new Authenticator(SITE.host, SITE.origin);
    await assert.rejects(enter(stranger.sign(await ask(0), id), 0), refused('WG_SIGN_IN_REFUSED'));
  }
  await assert.rejects(
    desk.people.signIns.signIn({ name: 'nobody', password: 'x' }, { address, device: null }, at(0)),
    refused('WG_SIGN_IN_REFUSED'),
  );
  const other = await withPasskey('Finn');
  const right = async (minute: number) =>
    desk.people.passkeys.enter(other.device.sign(await ask(minute), other.id), SITE, { address, device: null }, at(minute));
  await assert.rejects(right(0), refused('WG_TOO_MANY'));
  await right(1);
});

test('a passkey is added with the password, for what was asked in this session, and once', async () => {
  const person = await account('Gu', ['reader']);
  const { passkeys } = desk.people;
  const proof = { password: PASSWORD, session: person.session };
  const device = new Authenticator(SITE.host, SITE.origin);
  await assert.rejects(passkeys.begin(person.id, { ...proof, password: 'not this one' }, SITE, at(0)), /the password you signed in with/);
  const asked = await passkeys.begin(person.id, proof, SITE, at(0));
  const add = (answer: ReturnType<Authenticator['make']>, session = person.session, minute = 0) =>
    passkeys.add(person.id, { name: 'phone', answer, session }, SITE, at(minute));
  await assert.rejects(add(device.make(asked), 'another session'), refused('WG_INPUT_INVALID'));
  await assert.rejects(add(device.make(asked)), refused('WG_INPUT_INVALID'), 'what was asked is spent');
  const again = async (minute = 0) => passkeys.begin(person.id, proof, SITE, at(minute));
  await assert.rejects(add(device.make(await again(), { isUnverified: true })), refused('WG_INPUT_INVALID'));
  await assert.rejects(add(device.make(await again(), { origin: 'https://evil.example' })), refused('WG_INPUT_INVALID'));
  await assert.rejects(add(device.make(await ask(0))), refused('WG_INPUT_INVALID'), 'asked in order to sign in');
  await assert.rejects(add(device.make(await again()), person.session, 6), refused('WG_INPUT_INVALID'), 'too late');
  await add(device.make(await again()));
  await assert.rejects(add(device.make(await again())), /not kept here yet/);
});

test('a passkey taken away opens nothing, and sessions elsewhere end; nor does one of a closed account, or from before a new link', async () => {
  const { id, session, device } = await withPasskey('Hana');
  const elsewhere = await enter(device.sign(await ask(0), id), 0);
  const [kept] = (await desk.people.own.show(id)).passkeys;
  const { seq } = await desk.people.setState(id, 'closed', { who: admin });
  await assert.rejects(enter(device.sign(await ask(0), id), 0), refused('WG_SIGN_IN_REFUSED'));
  await desk.undo(seq, { who: admin });
  await enter(device.sign(await ask(0), id), 0);
  await desk.people.passkeys.drop(id, kept?.id ?? '', session, at(0));
  await assert.rejects(desk.people.passkeys.drop(id, kept?.id ?? '', session, at(0)), refused('WG_NOT_FOUND'));
  assert.equal(await desk.people.signIns.whoHolds(elsewhere.secret, at(0)), null);
  await assert.rejects(enter(device.sign(await ask(0), id), 0), refused('WG_SIGN_IN_REFUSED'));

  const lost = await withPasskey('Ivo');
  const link = await desk.people.newLink(lost.id, null, at(0));
  await desk.people.takeUp(link, { name: 'Ivo', signIn: 'ivo', password: PASSWORD }, { address, device: null }, at(1));
  await assert.rejects(enter(lost.device.sign(await ask(1), lost.id), 1), refused('WG_SIGN_IN_REFUSED'));
});

test('of a person erased no passkey and no subject of the directory stands in any byte of the data folder', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'westgate-erased-'));
  t.after(() => rmSync(dataDir, { recursive: true }));
  const office = await openDesk({ dataDir });
  t.after(() => office.close());
  const now = new Date();
  const asked = { name: 'Jun', signIn: 'jun', mail: 'jun@city.example', phone: null, roles: ['system-administrator'], department: null };
  const told = { issuer: 'https://sso.city.example', subject: 'subject-of-jun', mail: 'jun@city.example', name: null };
  const how = { match: 'mail', address, device: null } as const;
  // Somebody must be left who manages people.
  await office.people.invite({ ...asked, name: 'Ada', signIn: 'ada', mail: 'ada@city.example' }, { who: 'westgate' }, now);
  await office.people.directory.enter(async () => ({ ...told, subject: 'subject-of-ada', mail: 'ada@city.example' }), how, now);
  const { id } = await office.people.invite(asked, { who: 'westgate' }, now);
  const { secret } = await office.people.directory.enter(async () => told, how, now);
  const session = (await office.people.signIns.whoHolds(secret, now))?.session ?? '';
  const device = new Authenticator(SITE.host, SITE.origin);
  const { passkeys } = office.people;
  // There is no password: a sign-in within ten minutes stands for it.
  const later = new Date(now.getTime() + 11 * 60_000);
  await assert.rejects(passkeys.begin(id, { password: null, session }, SITE, later), /within the last ten minutes/);
  const making = await passkeys.begin(id, { password: null, session }, SITE, now);
  await passkeys.add(id, { name: 'laptop of Jun', answer: device.make(making), session }, SITE, now);
  await passkeys.enter(device.sign(await passkeys.ask(SITE, address, now), id), SITE, { address, device: null }, now);
  await office.erasePerson(id, 'asked');
  await assert.rejects(
    passkeys.enter(device.sign(await passkeys.ask(SITE, address, now), id), SITE, { address, device: null }, now),
    refused('WG_SIGN_IN_REFUSED'),
  );
  await assert.rejects(
    office.people.directory.enter(async () => told, how, now),
    refused('WG_SIGN_IN_REFUSED'),
  );
  assert.equal(await office.people.signIns.whoHolds(secret, now), null);
  assert.equal((await office.verify()).isClean, true);
  await office.close();
  const bytes = readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
  for (const word of [device.id, device.publicKey, 'subject-of-jun', 'laptop of Jun', 'jun@city']) assert.ok(!bytes.includes(word), word);
});
