import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { WestgateError } from '@westgate/base';
import { peopleSchema } from '@westgate/contract';
import { join, OPERATOR, openPeopleOffice } from './people-office.ts';

/** The code an app shows in a step of 30 seconds (RFC 6238). */
function codeAt(secret: string, step: number): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', key).update(counter).digest();
  const number = digest.readUInt32BE((digest.at(-1) ?? 0) & 0x0f) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const ON_POSTGRES = { skip: (process.env.WESTGATE_TEST_POSTGRES ?? '') === '' && 'WESTGATE_TEST_POSTGRES is not set: skipped' };
const PASSWORD = 'a heron stands on the weir';
const AT_ONCE = 120;
let minute = 0;
const now = () => new Date(Date.UTC(2026, 2, 5, 8, minute));
const most = { readsAMinute: 1e6, writesAMinute: 1e6, addressReadsAMinute: 1e6, addressWritesAMinute: 1e6 };
const office = await openPeopleOffice({ now, limits: most });

/** How many of the answers to `AT_ONCE` requests that are sent at once have each status. */
async function atOnce(send: (index: number) => Promise<Response>): Promise<Record<number, number>> {
  const answers = await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => send(index)));
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
const noted = async (result: string): Promise<number> =>
  (await office.desk.people.log(1_000, null)).filter((each) => each.result === result).length;
const signIn = (name: string, password: string, headers: Record<string, string> = {}) =>
  office.post('/api/v1/session', { name, password }, headers);
const cookieOf = (answer: Response, index: number): string => answer.headers.getSetCookie()[index]?.split(';')[0] ?? '';

test('of many guesses at once five are looked at; a browser that is known signs in all the same', async () => {
  await join(office, 'Ada', null);
  await join(office, 'Quarry', ['reader']);
  const device = cookieOf(await signIn('quarry', PASSWORD), 1);
  assert.match(device, /^westgate-device-/);
  const counts = await atOnce((index) => signIn('quarry', `wrong wrong wrong ${index}`));
  assert.deepEqual([(counts[401] ?? 0) <= 5, (counts[401] ?? 0) + (counts[429] ?? 0)], [true, AT_ONCE]);
  assert.equal(await noted('wrong-password'), counts[401]);
  assert.ok((await noted('must-wait')) < 10, 'who guesses does not fill the log');
  while ((await signIn('quarry', 'wrong wrong wrong')).status === 401);
  assert.equal((await signIn('quarry', PASSWORD)).status, 429, 'from a browser nobody knows the right one waits too');
  assert.equal((await signIn('quarry', PASSWORD, { cookie: device })).status, 200);
});

test('a session that guesses at the own password waits after five, is noted, and is over with the eighth', async () => {
  minute += 61;
  const { as, id } = await join(office, 'Robbed', ['reader']);
  const guess = (index: number) =>
    office.post('/api/v1/account/password', { before: `wrong wrong ${index}`, password: 'another heron' }, as);
  const counts = await atOnce(guess);
  assert.deepEqual([(counts[400] ?? 0) <= 5, (counts[400] ?? 0) + (counts[429] ?? 0)], [true, AT_ONCE]);
  const statuses: number[] = [];
  for (let index = 0; index < 20 && statuses.at(-1) !== 401; index += 1) {
    minute += 3;
    statuses.push((await guess(index)).status);
  }
  assert.equal(statuses.at(-1), 401, statuses.join(' '));
  assert.equal((await office.ask('/api/v1/account', { headers: as })).status, 401);
  const own = (await office.desk.people.log(1_000, null)).filter(({ person }) => person === id).map(({ result }) => result);
  assert.deepEqual([own.filter((each) => each === 'own-password-wrong').length, own[0]], [8, 'session-ended']);
});

test('of many codes at once five are looked at, and a right one is good once', async () => {
  minute += 61;
  const { as } = await join(office, 'Careful', ['reader']);
  const { secret } = peopleSchema.secondFactor.parse(
    await (await office.post('/api/v1/account/second-factor', { password: PASSWORD }, as)).json(),
  );
  const step = () => Math.floor(now().getTime() / 30_000);
  assert.equal((await office.post('/api/v1/account/second-factor/confirm', { code: codeAt(secret, step()) }, as)).status, 200);
  minute += 1;
  const code = codeAt(secret, step());
  const withCode = (each: string) => office.post('/api/v1/session', { name: 'careful', password: PASSWORD, code: each });
  const counts = await atOnce((index) => withCode(index === 0 ? '000000' : String(index).padStart(6, '9')));
  assert.ok((counts[401] ?? 0) <= 5 && (counts[401] ?? 0) + (counts[429] ?? 0) === AT_ONCE, JSON.stringify(counts));
  minute += 61;
  const fresh = codeAt(secret, step());
  assert.notEqual(code, fresh);
  assert.equal((await atOnce(() => withCode(fresh)))[200], 1);
});

test('links that are none slow their address down, and keep nobody out who shares it', async () => {
  minute += 61;
  const look = (link: string) => office.post('/api/v1/links/look', { link });
  const counts = await atOnce((index) => look(`${index}`.padStart(43, 'x')));
  assert.deepEqual([(counts[410] ?? 0) <= 60, (counts[410] ?? 0) + (counts[429] ?? 0)], [true, AT_ONCE]);
  minute += 1;
  const draft = { who: 'Seed', name: 'Late', signIn: 'late', roles: ['reader'], department: null };
  const { link } = peopleSchema.newLink.parse(await (await office.post('/api/v1/people', draft, OPERATOR)).json());
  const set = { link: link.split('#')[1] ?? '', name: 'Late', signIn: 'late', password: PASSWORD };
  assert.equal((await office.post('/api/v1/links/take-up', set)).status, 200);
  for (let spent = 0; spent < 40; spent += 1) assert.equal((await look(set.link)).status, 410);
  assert.equal((await signIn('late', PASSWORD)).status, 200, 'nor is it held against who signs in');
});

test('ways to the directory that were lost are held against nobody, and fill no log', async () => {
  minute += 61;
  const how = { match: 'mail', address: '10.4.0.1', device: null } as const;
  const lost = async () => {
    throw new WestgateError('WG_SIGN_IN_REFUSED', 'expected a way', { why: 'lost' });
  };
  const before = await noted('directory-refused');
  for (let way = 0; way < 60; way += 1)
    await assert.rejects(office.desk.people.directory.enter(lost, how, now()), { code: 'WG_SIGN_IN_REFUSED' });
  assert.equal(await noted('directory-refused'), before + 1);
});

test('processes of one office count attempts together', ON_POSTGRES, async () => {
  const args = [
    'trials/doors.mjs',
    '--guesses',
    '80',
    '--processes',
    '2',
    '--addresses',
    '1',
    '--doors',
    'name,spray,code',
    '--most-ms',
    '60000',
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT });
  assert.match(stdout, /\n3 passed, 0 failed\n$/);
});

test('of what was taken back nothing comes back, and what is good once is good once, at two processes', ON_POSTGRES, async () => {
  const args = ['trials/accounts.mjs', '--minutes', '0.25', '--processes', '2', '--seed', '7'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT });
  assert.match(stdout, / 0 failed\n$/);
});

test('the lists of the office’s own work are told to who signed in', async () => {
  const { as } = await join(office, 'Lena', ['reader']);
  for (const list of ['supervision', 'exceptions']) {
    assert.equal((await office.ask(`/api/v1/lists/${list}`)).status, 401, list);
    assert.equal((await office.ask(`/api/v1/lists/${list}`, { headers: as })).status, 200, list);
  }
});
