import assert from 'node:assert/strict';
import { get, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { mock, test } from 'node:test';
import type { Edit } from '@westgate/desk';
import { type AnyRow, COMPUTED_LISTS, FORM_KINDS, fieldsOf, PLURALS, TABLE_NAMES } from '@westgate/domain';
import { ReadyAnswers } from '../../src/front/ready-answers.ts';
import { Office } from '../../src/office/office.ts';
import { PLENTY } from '../office.ts';
import { type Headers, join, OPERATOR, openPeopleOffice } from '../people-office.ts';
import { randomOf } from '../random.ts';

const TURNS = 14;
/** What the front lets pass, and no address looks at. */
const WHOLE_WAY: Headers = { range: 'bytes=0-' };
/** What is of one request alone. */
const OF_ONE = /^(?:x-request-id|x-ratelimit-|date$|keep-alive$|connection$)/;
const CODINGS = ['', 'gzip', 'gzip, deflate, br', 'br;q=0, gzip'];
const PASSWORD = 'a heron stands on the weir';

let minute = 0;
const now = (): Date => new Date(Date.UTC(2026, 2, 5, 8, minute));
const office = await openPeopleOffice({ limits: PLENTY, now });
const { desk, server, post } = office;
const [own = '', other = ''] = [...desk.register.department.keys()];
const looked = mock.method(Office.prototype, 'viewAsked');

/** An answer as it came over the wire. */
interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const askRaw = (path: string, headers: Headers): Promise<Got> =>
  new Promise((resolve, reject) => {
    get(`${server.address}${path}`, { headers }, (answer: IncomingMessage) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts).toString('base64') });
      });
      answer.on('error', reject);
    }).on('error', reject);
  });
/** What of an answer must be the same however it was made. */
const told = ({ status, headers, body }: Got): unknown => ({
  status,
  headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_ONE.test(name))),
  // A problem tells the id of its request.
  body: status >= 400 ? '' : body,
});

const boss = await join(office, 'Ada', null);
const people = {
  boss: boss.as,
  lead: (await join(office, 'Ben', ['department-lead'], own)).as,
  colleague: (await join(office, 'Cara', ['department-lead'], own)).as,
  elsewhere: (await join(office, 'Dan', ['department-lead'], other)).as,
  reader: (await join(office, 'Eve', ['reader'])).as,
  keeper: (await join(office, 'Fay', ['programme-office'])).as,
  nobody: {},
  operator: OPERATOR,
};
const personas: Record<string, Headers> = people;
const NAMES = { boss: 'ada', lead: 'ben', colleague: 'cara', elsewhere: 'dan', reader: 'eve', keeper: 'fay' };
/** A day ends every session that is not used. */
const signAllIn = async (): Promise<void> => {
  for (const [persona, name] of Object.entries(NAMES)) {
    const entered = await post('/api/v1/session', { name, password: PASSWORD });
    assert.equal(entered.status, 200, await entered.clone().text());
    personas[persona] = { cookie: entered.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
  }
};
const ids = Object.fromEntries((await desk.people.list()).map(({ id, name }) => [name, id]));

const records = FORM_KINDS.flatMap((kind) =>
  [...desk.register[kind].keys()].slice(0, 2).flatMap((id) => ['', '/row', '/links'].map((part) => `${PLURALS[kind]}/${id}${part}`)),
);
const lists = [...FORM_KINDS.map((kind) => PLURALS[kind]), ...Object.keys(COMPUTED_LISTS)].map((list) => `lists/${list}`);
const others = [
  ...['district', 'today', 'exceptions', 'coverage', 'gates', 'supervision', 'views', 'reports', 'questions', 'upkeep', 'map/counts'],
  ...['deeds', 'deeds/1', 'axes/aim', 'today?asOf=2025-03-01', 'places?limit=500', 'lists/projects?lang=zh&limit=20', 'search?q=a'],
];
const paths = [...records, ...lists, ...others].map((path) => `/api/v1/${path}`);

test('to everyone, whatever is done meanwhile, the front answers to the letter what the whole way answers', async () => {
  const random = randomOf(11);
  const any = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const edit = async (): Promise<void> => {
    const table = any(TABLE_NAMES.filter((name) => desk.held()[name].size > 0 && name !== 'report' && name !== 'account'));
    const rows: ReadonlyMap<string, AnyRow> = desk.held()[table];
    const key = any([...rows.keys()]);
    const row = rows.get(key);
    const texts = Object.entries(fieldsOf(table)).filter(([name, { kind }]) => kind === 'text' || name === 'visibility');
    if (row === undefined || texts.length === 0) return;
    const [column] = any(texts);
    const value = column === 'visibility' ? any(['public', 'department', 'confidential']) : `otherwise ${Math.floor(random() * 1e6)}`;
    await desk.edit([{ action: 'revise', table, key, rev: Number(row.rev), fields: { [column]: value } } as Edit], {
      who: 'Ada',
      reason: '',
    });
  };
  const deeds: readonly (() => Promise<unknown>)[] = [
    edit,
    edit,
    edit,
    async () => {
      minute += 24 * 60;
      await signAllIn();
    },
    () => post(`/api/v1/people/${ids.Eve}/sign-out`, { who: 'x', reason: '' }, OPERATOR),
    async () => {
      const roles = any([['reader'], ['programme-office'], ['department-lead']]);
      const fields = { roles, department: any([own, other]) };
      await office.send('PATCH', `/api/v1/people/${ids.Cara}`, { who: 'x', reason: '', fields }, { ...OPERATOR, 'if-match': '"1"' });
    },
  ];
  let [compared, spared] = [0, 0];
  const counted = async (path: string, as: Headers): Promise<Got> => {
    const before = looked.mock.callCount();
    const got = await askRaw(path, as);
    if (got.status < 400 && looked.mock.callCount() === before) spared += 1;
    return got;
  };
  for (let turn = 0; turn < TURNS; turn += 1) {
    await any(deeds)().catch(() => undefined);
    const tried = Array.from({ length: 16 }, () => any(paths));
    for (const path of new Set(tried)) {
      const coding = { 'accept-encoding': any(CODINGS) };
      const asked = Object.entries(personas).flatMap(([name, as]) => [{ name, as: { ...as, ...coding } }]);
      // All at once, each twice: those who are answered alike wait for one another.
      const first = await Promise.all([...asked, ...asked].map(({ as }) => askRaw(path, as)));
      const whole = await Promise.all(asked.map(({ as }) => askRaw(path, { ...as, ...WHOLE_WAY })));
      for (const [index, { name, as }] of asked.entries()) {
        const expected = whole[index] as Got;
        const again = await counted(path, as);
        for (const got of [first[index] as Got, first[index + asked.length] as Got, again])
          assert.deepEqual(told(got), told(expected), `${name} ${path} in turn ${turn}`);
        compared += 3;
        const { etag } = expected.headers;
        if (etag === undefined || expected.status !== 200) continue;
        const holding = { ...as, 'if-none-match': etag };
        const expectedHeld = await askRaw(path, { ...holding, ...WHOLE_WAY });
        for (let time = 0; time < 2; time += 1)
          assert.deepEqual(told(await counted(path, holding)), told(expectedHeld), `${name} holds ${path}`);
        assert.equal(expectedHeld.status, 304);
        compared += 2;
      }
    }
  }
  assert.ok(compared > 4_000, `${compared} answers compared`);
  assert.ok(spared > compared / 4, `${spared} of them were given before all else`);
});

test('what the front gave is not given any more when the session is ended, the token taken back, the roles are others, the account is closed', async () => {
  const path = '/api/v1/lists/projects';
  const isGiven = async (as: Headers): Promise<boolean> => {
    const before = looked.mock.callCount();
    const { status } = await askRaw(path, as);
    return status === 200 && looked.mock.callCount() === before;
  };
  const warm = async (as: Headers): Promise<void> => {
    for (let time = 0; time < 3; time += 1) assert.equal((await askRaw(path, as)).status, 200);
    assert.ok(await isGiven(as), 'the front gives it');
  };
  const gus = await join(office, 'Gus', ['reader']);
  await warm(gus.as);
  const made = await post('/api/v1/account/tokens', { name: 'nightly', scopes: ['read'], days: 1, password: PASSWORD }, gus.as);
  const { token } = (await made.json()) as { token: string };
  const bearer = { authorization: `Bearer ${token}` };
  await warm(bearer);
  const writes = await post('/api/v1/account/tokens', { name: 'writer', scopes: ['write'], days: 1, password: PASSWORD }, gus.as);
  const writer = { authorization: `Bearer ${((await writes.json()) as { token: string }).token}` };
  assert.equal((await askRaw(path, writer)).status, 403, 'a token that may not read is given nothing');
  const account = (await (await office.ask('/api/v1/account', { headers: gus.as })).json()) as { tokens: { id: string; name: string }[] };
  const nightly = account.tokens.find(({ name }) => name === 'nightly')?.id ?? '';
  const dropped = await office.send('DELETE', `/api/v1/account/tokens/${nightly}`, {}, gus.as);
  assert.ok(dropped.ok, await dropped.clone().text());
  assert.equal((await askRaw(path, bearer)).status, 401);
  await warm(gus.as);
  await office.send('DELETE', '/api/v1/session', {}, gus.as);
  const [asNobody, ended] = [await askRaw(path, {}), await askRaw(path, gus.as)];
  assert.deepEqual(told(ended), told(asNobody), 'whose session is over is answered as nobody');
  const hal = await join(office, 'Hal', ['reader']);
  await warm(hal.as);
  await post(`/api/v1/people/${hal.id}/close`, { who: 'x', reason: '' }, { ...OPERATOR, 'if-match': '"2"' });
  assert.equal(desk.register.account.get(hal.id)?.state, 'closed');
  assert.deepEqual(told(await askRaw(path, hal.as)), told(await askRaw(path, {})));
  const ivy = await join(office, 'Ivy', ['reader']);
  await warm(ivy.as);
  minute += 60 * 24 * 400;
  assert.deepEqual(told(await askRaw(path, ivy.as)), told(await askRaw(path, {})), 'a session runs out under the front');
});

test('a token is given no more than it is for, whatever its person, or others with the same roles, were answered', async () => {
  const path = '/api/v1/lists/publicity';
  const jan = await join(office, 'Jan', ['programme-office']);
  const kim = await join(office, 'Kim', ['programme-office']);
  for (const { as } of [jan, kim, jan]) assert.equal((await askRaw(path, as)).status, 200);
  const made = await post('/api/v1/account/tokens', { name: 'reads', scopes: ['read'], days: 1, password: PASSWORD }, kim.as);
  const bearer = { authorization: `Bearer ${((await made.json()) as { token: string }).token}` };
  for (let time = 0; time < 3; time += 1) assert.equal((await askRaw(path, bearer)).status, 403);
});

test('an address that is none of ours is remembered by nobody', () => {
  const ready = new ReadyAnswers(() => true);
  const kept = { bytes: Buffer.from('a'), tag: '"a"', who: 'a', reads: '*', rest: null };
  const answer = { answer: kept, right: 'read', form: 'plain', ready: { head: [], body: Buffer.from('a') } } as const;
  ready.keep({ url: '/api/v1/deeds/12', who: 'a' }, '1', answer);
  assert.ok(ready.mayHold('/api/v1/deeds/13'));
  for (const url of [`/api/v1${'1'.repeat(9)}/deeds/12`, `/api/v1/deeds/${'1'.repeat(3_000)}`, '/deeds/12']) {
    assert.ok(!ready.mayHold(url), url);
    ready.keep({ url, who: 'a' }, '1', answer);
    assert.equal(ready.of({ url, who: 'a' }, '1'), null, url);
  }
});
