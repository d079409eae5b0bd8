import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { WestgateError } from '@westgate/base';
import { commonSchema, peopleSchema, waysInSchema } from '@westgate/contract';
import { openDesk } from '@westgate/desk';
import { startServer } from '@westgate/server';
import { type Citizen, openDirectory } from './city-directory.ts';
import { HARBOUR, PLENTY } from './office.ts';

const PASSWORD = 'a heron stands on the weir';
const OPERATOR = 'operator-key-of-this-test';
const known = new Map<string, Citizen>(
  ['ben', 'chen', 'dora', 'eve', 'finn'].map((name) => [
    `subject-of-${name}`,
    { mail: `${name}@city.example`, isVerified: name !== 'dora', name: `staff-${name}` },
  ]),
);
let tellAddress: (redirect: string) => void = () => undefined;
const city = await openDirectory(
  known,
  new Promise((resolve) => {
    tellAddress = resolve;
  }),
);
const said: string[] = [];
const directory = { ...city, name: 'Staff of the city', match: 'mail' as const, onChange: (message: string) => said.push(message) };
const desk = await openDesk({ memory: true, districtFolder: HARBOUR });
const server = await startServer({
  desk,
  host: '127.0.0.1',
  port: 0,
  webDir: null,
  logLevel: 'silent',
  operatorKey: OPERATOR,
  directory,
  limits: PLENTY,
});
tellAddress(`${server.address}/directory`);
after(async () => {
  await server.close();
  await desk.close();
  await city.stop();
});

/** Browsers are told apart by their cookies; Westgate stands where the directory knows it. */
class Browser {
  readonly #jar = new Map<string, string>();

  async send(method: string, path: string, body?: unknown): Promise<Response> {
    const cookie = [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await fetch(`${server.address}/api/v1/${path}`, { method, headers: { cookie, ...type }, ...json });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      this.#jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return answer;
  }

  /** Where the browser is sent, as the directory knows Westgate. */
  async leave(path = 'directory/begin', body: unknown = {}): Promise<URL> {
    const answer = await this.send('POST', path, body);
    assert.equal(answer.status, 200, await answer.clone().text());
    return new URL(waysInSchema.directoryAddress.parse(await answer.json()).address);
  }

  /** Signs in at the directory and comes back. */
  async enter(subject: string): Promise<Response> {
    return this.comeBack(await city.signIn((await this.leave()).href, subject));
  }

  comeBack(query: string): Promise<Response> {
    return this.send('POST', 'directory/enter', { query });
  }
}
const why = async (answer: Response): Promise<unknown> => {
  assert.equal(answer.status, 401, await answer.clone().text());
  return commonSchema.problem.parse(await answer.json()).details?.why;
};
const results = async (count: number) => (await desk.people.log(count, null)).map(({ result }) => result);

const admin = new Browser();
const invite = async (name: string, signIn: string, mail: string | null) => {
  const asked = { name, signIn, mail, phone: null, roles: ['reader'], department: null };
  return desk.people.invite(asked, { who: 'westgate' }, new Date());
};
const { link } = peopleSchema.newLink.parse(
  await (
    await fetch(`${server.address}/api/v1/people/first`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${OPERATOR}` },
    })
  ).json(),
);
const taken = { link: link.split('#')[1], name: 'Ada', signIn: 'ada@example.test', password: PASSWORD };
assert.equal((await admin.send('POST', 'links/take-up', taken)).status, 200);

test('who was invited with a mail address that the directory made sure of comes in, with the roles given here, and comes again', async () => {
  const { id, secret } = await invite('Ben', 'ben', 'Ben@City.Example');
  const ways = waysInSchema.waysIn.parse(await (await admin.send('GET', 'ways-in')).json());
  assert.deepEqual({ ...ways.directory, signOut: null }, { name: 'Staff of the city', issuer: city.issuer, isDown: false, signOut: null });
  const ben = new Browser();
  const address = await ben.leave();
  const asked = address.searchParams;
  assert.deepEqual(
    [asked.get('response_type'), asked.get('code_challenge_method'), asked.get('scope'), asked.get('redirect_uri')?.endsWith('/directory')],
    ['code', 'S256', 'openid email profile', true],
  );
  for (const word of ['state', 'nonce', 'code_challenge']) assert.ok((asked.get(word)?.length ?? 0) >= 32, word);
  assert.ok(!address.href.includes('secret'));
  const session = peopleSchema.session.parse(await (await ben.comeBack(await city.signIn(address.href, 'subject-of-ben'))).json());
  assert.deepEqual([session.person?.id, session.person?.name, session.person?.roles], [id, 'Ben', ['reader']]);
  assert.equal(desk.register.account.get(id)?.state, 'open');
  await assert.rejects(desk.people.look(secret, new Date()), { code: 'WG_LINK_SPENT' }, 'the invitation is taken up');
  assert.deepEqual((await results(2)).sort(), ['directory-linked', 'signed-in-directory']);
  known.set('subject-of-ben', { mail: 'married@city.example', isVerified: true, name: 'renamed' });
  const again = peopleSchema.session.parse(await (await new Browser().enter('subject-of-ben')).json());
  assert.equal(again.person?.id, id, 'known by the subject, whatever the mail is now');
  const { directory: now } = waysInSchema.waysIn.parse(await (await ben.send('GET', 'ways-in')).json());
  assert.equal(now?.signOut, `${city.issuer}/session/end?client_id=westgate`, 'where one signs out there too');
  const token = { name: 'nightly', scopes: ['read'], days: 1 } as const;
  assert.equal(
    (await ben.send('POST', 'account/tokens', token)).status,
    200,
    'without a password a sign-in within ten minutes stands for it',
  );
  const late = desk.people.own.makeToken(id, { ...token, password: null, session: '' }, new Date());
  await assert.rejects(
    late,
    (error) => error instanceof WestgateError && error.code === 'WG_INPUT_INVALID' && error.details.field === 'session',
  );
  await ben.send('DELETE', 'session', {});
  assert.equal((await ben.send('GET', 'account')).status, 401, 'signing out ends the session here');
});

test('whoever the directory knows and nobody invited stays outside, with the reason; no account is made', async () => {
  const before = desk.register.account.size;
  assert.equal(await why(await new Browser().enter('subject-of-eve')), 'unknown');
  await invite('Dora', 'dora', 'dora@city.example');
  assert.equal(await why(await new Browser().enter('subject-of-dora')), 'no-mail', 'it did not make sure of the mail');
  const ada = { mail: 'ada@example.test', isVerified: true, name: 'ada' };
  known.set('subject-of-ada', ada);
  assert.equal(await why(await new Browser().enter('subject-of-ada')), 'not-linked', 'an open account is linked by its own person alone');
  known.set('subject-of-two', { mail: 'two@city.example', isVerified: true, name: 'two' });
  for (const name of ['Han', 'Hua']) await invite(name, name, 'two@city.example');
  assert.equal(await why(await new Browser().enter('subject-of-two')), 'several');
  assert.equal(desk.register.account.size, before + 3);
  assert.deepEqual(await results(1), ['directory-unknown']);
});

test('an answer holds for the browser that asked, once, with the nonce that was sent', async () => {
  await invite('Chen', 'chen', 'chen@city.example');
  const chen = new Browser();
  const query = await city.signIn((await chen.leave()).href, 'subject-of-chen');
  assert.equal(await why(await new Browser().comeBack(query)), 'lost', 'another browser');
  assert.equal(await why(await chen.comeBack(query)), 'lost', 'it was answered already');
  const state = await city.signIn((await chen.leave()).href, 'subject-of-chen');
  assert.equal(await why(await chen.comeBack(state.replace(/state=[^&]+/, 'state=another'))), 'lost', 'a wrong state');
  const nonce = await chen.leave();
  nonce.searchParams.set('nonce', 'another');
  assert.equal(await why(await chen.comeBack(await city.signIn(nonce.href, 'subject-of-chen'))), 'refused', 'a wrong nonce');
  const other = await chen.leave();
  other.searchParams.set('code_challenge', 'A'.repeat(43));
  assert.equal(await why(await chen.comeBack(await city.signIn(other.href, 'subject-of-chen'))), 'refused', 'a wrong verifier');
  const asked = (await chen.leave()).searchParams.get('state');
  assert.equal(await why(await chen.comeBack(`error=access_denied&state=${asked}&iss=${city.issuer}`)), 'declined');
  assert.deepEqual(await results(1), ['directory-refused']);
  assert.equal((await chen.enter('subject-of-chen')).status, 200);
});

test('a closed account stays closed, whatever the directory says', async () => {
  const { id } = await invite('Finn', 'finn@city.example', null);
  assert.equal((await new Browser().enter('subject-of-finn')).status, 200);
  await desk.people.setState(id, 'closed', { who: 'westgate' });
  assert.equal(await why(await new Browser().enter('subject-of-finn')), 'closed');
  assert.deepEqual(await results(1), ['closed']);
});

test('a person who is signed in links the own account with the password, and takes the link away', async () => {
  assert.equal((await admin.send('POST', 'account/directory', { password: 'not this one' })).status, 400);
  const away = await admin.leave('account/directory', { password: PASSWORD });
  const query = await city.signIn(away.href, 'subject-of-ada');
  assert.equal((await admin.comeBack(query)).status, 200);
  const ada = new Browser();
  assert.equal(peopleSchema.session.parse(await (await ada.enter('subject-of-ada')).json()).person?.name, 'Ada');
  const own = peopleSchema.ownAccount.parse(await (await admin.send('GET', 'account')).json());
  assert.deepEqual([own.directory?.issuer, own.hasPassword], [city.issuer, true]);
  assert.doesNotMatch(JSON.stringify(own), /subject-of/);
  assert.equal((await admin.send('DELETE', 'account/directory', {})).status, 200);
  assert.equal((await ada.send('GET', 'account')).status, 401, 'sessions elsewhere end');
  assert.equal(await why(await ada.enter('subject-of-ada')), 'not-linked');
  const left = await admin.leave('account/directory', { password: PASSWORD });
  const stranger = await city.signIn(left.href, 'subject-of-ada');
  assert.equal(await why(await new Browser().comeBack(stranger)), 'lost', 'a link is made by who began it');
  const taken = await admin.leave('account/directory', { password: PASSWORD });
  assert.equal(await why(await admin.comeBack(await city.signIn(taken.href, 'subject-of-chen'))), 'linked-elsewhere');
  const chen = new Browser();
  assert.equal((await chen.enter('subject-of-chen')).status, 200);
  const last = await chen.send('DELETE', 'account/directory', {});
  assert.match(await last.text(), /another way to sign in to be left/);
});

test('while the directory is down the password goes on, and it is said; when it is back, so is the way', async () => {
  const chen = new Browser();
  const query = await city.signIn((await chen.leave()).href, 'subject-of-chen');
  await city.stop();
  const answer = await chen.comeBack(query);
  assert.deepEqual([answer.status, commonSchema.problem.parse(await answer.json()).code], [503, 'WG_DIRECTORY_DOWN']);
  assert.equal((await chen.send('POST', 'directory/begin', {})).status, 503);
  const isDown = async () => waysInSchema.waysIn.parse(await (await chen.send('GET', 'ways-in')).json()).directory?.isDown;
  assert.equal(await isDown(), true);
  assert.equal((await new Browser().send('POST', 'session', { name: 'ada@example.test', password: PASSWORD })).status, 200);
  await city.begin();
  assert.equal((await chen.enter('subject-of-chen')).status, 200);
  assert.equal(await isDown(), false);
  assert.match(said.join('\n'), /does not answer as it should: .*\n.* answers again/);
  assert.doesNotMatch(said.join('\n'), /the secret between/);
});

test('the secret is told to nobody, and nothing of who signed in stands in the log', async () => {
  const log = JSON.stringify(await desk.people.log(500, null));
  assert.doesNotMatch(log, /subject-of|city\.example|staff-/);
  for (const path of ['ways-in', 'session']) assert.doesNotMatch(await (await admin.send('GET', path)).text(), /secret/);
});

test('set so, who was invited is found by the name signed in with at the directory, and by that alone', async () => {
  const { id } = await invite('Gu', 'Staff-Gu', null);
  const told = { issuer: city.issuer, subject: 'subject-of-gu', mail: null, name: 'staff-gu' };
  const how = { match: 'name' as const, address: '10.1.2.3', device: null };
  const other = { ...told, subject: 'subject-of-another', name: 'staff-hu', mail: 'staff-gu' };
  await assert.rejects(
    desk.people.directory.enter(async () => other, how, new Date()),
    { code: 'WG_SIGN_IN_REFUSED' },
  );
  assert.equal((await desk.people.directory.enter(async () => told, how, new Date())).id, id);
});
