import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { districtSchema, peopleSchema } from '@westgate/contract';
import { periodsDividedBy } from '@westgate/server';
import { z } from 'zod';
import { listen } from './listening.ts';
import { PLENTY } from './office.ts';
import { type Headers, join, OPERATOR, openPeopleOffice } from './people-office.ts';

const MINUTE_MS = 60_000;
const periods = periodsDividedBy(100);
/** Three of the longest period of a stream. */
const THREE_MS = 3 * periods.beatMs;
let aheadMs = 0;
const office = await openPeopleOffice({ limits: PLENTY, periods, now: () => new Date(Date.now() + aheadMs) });
const { address } = office.server;
const PASSWORD = 'a heron stands on the weir';

const warnings: Error[] = [];
const warn = (warning: Error): void => {
  if (warning.name !== 'ExperimentalWarning') warnings.push(warning);
};
process.on('warning', warn);
after(() => process.off('warning', warn));

let day = 0;
/** Does a deed; gives its number. */
async function deed(): Promise<number> {
  day += 1;
  const dates = new Date(Date.UTC(2024, 0, day)).toISOString().slice(0, 10);
  const opened = {
    subjectKind: 'project',
    subjectId: 'silo-library',
    what: 'opened',
    dates,
    source: 'gazette',
    confidence: 'high',
    who: 'Seed',
  };
  const answer = await office.post('/api/v1/outcomes', opened, office.desk.people.hasAccounts ? OPERATOR : {});
  assert.equal(answer.status, 200, await answer.clone().text());
  return districtSchema.receipt.parse(await answer.json()).seq;
}

async function signIn(name: string): Promise<Headers> {
  const answer = await office.post('/api/v1/session', { name, password: PASSWORD });
  assert.equal(answer.status, 200, await answer.clone().text());
  return { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}

async function done(answer: Promise<Response>): Promise<void> {
  const { status } = await answer;
  assert.equal(status, 200, await (await answer).text());
}

/** Asserts that nothing failed anywhere, whoever would have been told. */
async function assertWell(): Promise<void> {
  const { faults, ready } = districtSchema.readiness.parse(await office.get('/readyz'));
  assert.deepEqual({ faults, ready, warnings }, { faults: { requests: 0, background: 0 }, ready: true, warnings: [] });
}

/** Whoever listens as `listener` hears a deed; after `act` neither the next deed nor any of three beats, and the stream has ended once. */
async function assertEnds(t: { diagnostic(text: string): void }, listener: Headers, act: () => Promise<unknown>): Promise<void> {
  const [gone, other] = [await listen(address, listener), await listen(address, office.desk.people.hasAccounts ? OPERATOR : {})];
  await gone.heard(`id: ${await deed()}\n`);
  await act();
  const actedAt = performance.now();
  const seq = await deed();
  const endedAt = await gone.ended();
  t.diagnostic(`ended ${Math.round(endedAt - actedAt)} ms after the act was answered`);
  if (office.desk.people.hasAccounts && other.ends() === 0) await other.heard(`id: ${seq}\n`);
  await sleep(THREE_MS);
  assert.equal(gone.ends(), 1);
  assert.ok(!gone.text().includes(`id: ${seq}\n`), 'what is done after the act is not heard');
  other.leave();
  await assertWell();
}

test('whoever listens in an office without accounts hears nothing from the first account on', async (t) => {
  const heard = await listen(address);
  await heard.heard(`id: ${await deed()}\n`);
  await join(office, 'Ada', null);
  await heard.ended();
  assert.doesNotMatch(heard.text(), /"account"/);
  await assertWell();
  t.diagnostic(`${heard.text().length} characters were heard`);
});

test('a stream ends at once and once with a sign-out, the end of all sessions, another password, a token taken back, a closed and an erased account', async (t) => {
  const ada = await signIn('ada');
  const { id, as } = await join(office, 'Ben', ['auditor']);
  const asAda = (path: string, body: object = {}) => office.post(`/api/v1/${path}`, { who: 'x', reason: '', ...body }, ada);
  const own = (method: string, path: string, body: object, by: Headers) => done(office.send(method, `/api/v1/${path}`, body, by));

  await assertEnds(t, as, () => own('DELETE', 'session', {}, as));
  const [second, third] = [await signIn('ben'), await signIn('ben')];
  await assertEnds(t, second, () => own('POST', 'account/password', { before: PASSWORD, password: PASSWORD }, third));
  await assertEnds(t, third, () => done(office.post(`/api/v1/people/${id}/sign-out`, {}, ada)));

  const fourth = await signIn('ben');
  const made = await office.post('/api/v1/account/tokens', { name: 'nightly', scopes: ['read'], days: 1, password: PASSWORD }, fourth);
  const { token } = z.object({ token: z.string() }).parse(await made.json());
  const shown = peopleSchema.ownAccount.parse(await (await office.ask('/api/v1/account', { headers: fourth })).json());
  const bearer = { authorization: `Bearer ${token}` };
  await assertEnds(t, bearer, () => own('DELETE', `account/tokens/${shown.tokens[0]?.id}`, {}, fourth));

  await assertEnds(t, fourth, () => done(asAda(`people/${id}/close`)));
  await done(asAda(`people/${id}/reopen`));
  await assertEnds(t, await signIn('ben'), () => done(office.post(`/api/v1/persons/${id}/erase`, { reason: '' }, ada)));
});

test('whoever is demoted hears from then on that there was a deed and nothing of it, and the whole again when promoted', async () => {
  const { id, as } = await join(office, 'Cem', ['auditor']);
  const heard = await listen(address, as);
  const setRoles = async (roles: readonly string[]): Promise<void> => {
    const people = peopleSchema.people.parse(await (await office.ask('/api/v1/people', { headers: OPERATOR })).json());
    const rev = people.items.find((each) => each.id === id)?.rev;
    await done(
      office.send('PATCH', `/api/v1/people/${id}`, { who: 'Seed', reason: '', fields: { roles } }, { ...OPERATOR, 'if-match': `"${rev}"` }),
    );
  };
  const told = async (): Promise<string> => {
    const seq = await deed();
    await heard.heard(`id: ${seq}\n`);
    await heard.heard(`"seq":${seq},`);
    return heard.text().slice(heard.text().lastIndexOf('data: '));
  };
  assert.match(await told(), /record-outcome/);
  await setRoles(['reader']);
  assert.doesNotMatch(await told(), /record-outcome|silo/);
  await setRoles(['auditor']);
  assert.match(await told(), /record-outcome/);
  heard.leave();
  await assertWell();
});

test('a caller that hangs up ends its stream, and nobody else is the worse for it', async () => {
  const as = await signIn('cem');
  const [gone, stays] = [await listen(address, as), await listen(address, as)];
  gone.leave();
  await stays.heard(`id: ${await deed()}\n`);
  await sleep(THREE_MS);
  assert.equal(stays.ends(), 0);
  assert.ok((stays.text().match(/still here/g)?.length ?? 0) >= 1, stays.text());
  stays.leave();
  await assertWell();
});

test('a session that runs out takes its stream with it, whether it was not used for too long or is as old as it may get', async (t) => {
  const idle = await signIn('cem');
  await assertEnds(t, idle, async () => {
    aheadMs += 121 * MINUTE_MS;
  });
  const long = await signIn('cem');
  await assertEnds(t, long, async () => {
    for (let hour = 0; hour < 12; hour += 1) {
      aheadMs += 60 * MINUTE_MS;
      await office.ask('/api/v1/district', { headers: long });
    }
  });
});

test('listening keeps no session going', async () => {
  const as = await signIn('cem');
  const heard = await listen(address, as);
  for (let step = 0; step < 3; step += 1) {
    aheadMs += 50 * MINUTE_MS;
    await deed();
  }
  await heard.ended();
  await assertWell();
});

test('a server that closes ends every stream once', async () => {
  const heard = [await listen(address, OPERATOR), await listen(address, await signIn('cem'))];
  await assertWell();
  await office.server.close();
  for (const each of heard) await each.ended();
  await sleep(THREE_MS);
  assert.deepEqual(
    heard.map((each) => each.ends()),
    [1, 1],
  );
  assert.deepEqual(warnings, []);
});
