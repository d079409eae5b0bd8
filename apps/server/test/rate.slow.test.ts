import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { commonSchema } from '@westgate/contract';
import { newSecret } from '@westgate/desk';
import { type Headers, join, openPeopleOffice } from './people-office.ts';

/** Behind another server, so that a test says where a request comes from. */
const office = await openPeopleOffice({
  limits: { readsAMinute: 3, writesAMinute: 50, addressReadsAMinute: 2, addressWritesAMinute: 60, refusalsAMinute: 5 },
  origin: 'https://westgate.example',
});
const from = (address: string, headers: Headers = {}): Headers => ({ ...headers, 'x-forwarded-for': address });
const session = (secret: string): Headers => ({ cookie: `__Host-westgate-443=${secret}` });
const statusOf = async (path: string, headers: Headers): Promise<number> => (await office.ask(`/api/v1/${path}`, { headers })).status;

test('two people behind one address have a budget of requests each, and one who asks too often is told when to go on', async () => {
  const ada = await join(office, 'Ada', null);
  const ben = await join(office, 'Ben', ['reader']);
  const reads = (headers: Record<string, string>, count: number): Promise<readonly number[]> =>
    Promise.all(Array.from({ length: count }, async () => (await office.ask('/api/v1/district', { headers })).status));
  assert.deepEqual((await reads(ada.as, 5)).toSorted(), [200, 200, 200, 429, 429]);
  assert.deepEqual(await reads(ben.as, 3), [200, 200, 200], 'the other goes on');
  const refused = await office.ask('/api/v1/district', { headers: ada.as });
  assert.equal(commonSchema.problem.parse(await refused.json()).code, 'WG_TOO_MANY');
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
  const write = await office.post('/api/v1/deeds/x/undo', {}, ada.as);
  assert.notEqual(write.status, 429, 'writes are counted apart');
});

test('an address where nobody is signed in has a budget of its own', async () => {
  const statuses: number[] = [];
  for (let count = 0; count < 3; count += 1) statuses.push((await office.ask('/api/v1/session')).status);
  assert.deepEqual(statuses, [200, 200, 429]);
});

test('all addresses of one line are one address', async () => {
  const statuses: number[] = [];
  for (const end of [':1', ':2:3', 'ffff:0:0:9']) statuses.push(await statusOf('session', from(`2001:db8:0:2:${end}`)));
  assert.deepEqual(statuses, [200, 200, 429]);
  assert.equal(await statusOf('session', from('2001:db8:0:3::1')), 200);
});

test('what authentication refuses is counted for the line it comes from; who is signed in there goes on, and who signs in comes in', async () => {
  const line = (index: number): string => `2001:db8:0:1::${index + 1}`;
  const cara = await join(office, 'Cara', ['reader']);
  assert.equal(await statusOf('session', from(line(0), cara.as)), 200);
  const statuses: number[] = [];
  for (let index = 0; index < 7; index += 1) statuses.push(await statusOf('account', from(line(index), session(newSecret()))));
  assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429, 429]);
  const { signIns } = office.desk.people;
  const lookedUp = mock.method(signIns, 'whoHolds');
  const refused = await office.ask('/api/v1/session', { headers: from(line(0), session(newSecret())) });
  assert.equal(commonSchema.problem.parse(await refused.json()).code, 'WG_TOO_MANY', 'and nobody is told that a session is over');
  assert.equal(lookedUp.mock.callCount(), 0, 'beyond the limit nothing is looked up');
  lookedUp.mock.restore();
  assert.equal(await statusOf('account', from(line(0))), 429, 'nor is who shows nothing told more');
  assert.equal(await statusOf('session', from(line(0), cara.as)), 200);
  const password = 'a heron stands on the weir';
  const entered = await office.post('/api/v1/session', { name: 'cara', password }, from(line(0), session(newSecret())));
  assert.equal(entered.status, 200, await entered.text());
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  assert.equal(await statusOf('account', from(line(0), { cookie })), 200, 'and goes on');
  assert.equal(await statusOf('account', from('2001:db8:0:4::1', session(newSecret()))), 401, 'other lines are not held up');
});

test('what cannot be a session or a token is refused, and nothing is looked up for it', async () => {
  const { signIns } = office.desk.people;
  const lookedUp = [mock.method(signIns, 'whoHolds'), mock.method(signIns, 'whoseToken')];
  const shown: Headers[] = [...['x', 'a'.repeat(42), 'a'.repeat(44), `${'a'.repeat(42)}.`].map(session)];
  for (const token of ['x', newSecret(), `wgt-${'0'.repeat(15)}-${newSecret()}`]) shown.push({ authorization: `Bearer ${token}` });
  for (const [index, headers] of shown.entries())
    assert.equal(await statusOf('account', from(`198.51.100.${index}`, headers)), 401, JSON.stringify(headers));
  assert.deepEqual(
    lookedUp.map((each) => each.mock.callCount()),
    [0, 0],
  );
  for (const each of lookedUp) each.mock.restore();
});
