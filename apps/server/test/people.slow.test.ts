import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, test } from 'node:test';
import { listSchema, peopleSchema } from '@westgate/contract';
import { openDesk } from '@westgate/desk';
import { startServer } from '@westgate/server';
import { z } from 'zod';
import { HARBOUR } from './office.ts';

const PASSWORD = 'a heron stands on the weir';
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

let minute = 0;
const now = () => new Date(Date.UTC(2026, 0, 5, 8, minute));

/** A server with accounts, and what a browser or a command does there. */
async function openCounter(options: { origin?: string } = {}) {
  const desk = await openDesk({ memory: true, districtFolder: HARBOUR });
  const operatorKey = 'the key of who runs it';
  const key = Buffer.from(operatorKey).toString('base64url');
  const server = await startServer({
    desk,
    host: '127.0.0.1',
    port: 0,
    webDir: null,
    logLevel: 'silent',
    operatorKey: key,
    now,
    ...options,
  });
  after(async () => {
    await server.close();
    await desk.close();
  });
  const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(`${server.address}/api/v1/${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const operator = (path: string, body: unknown = {}) => send('POST', path, body, { authorization: `Bearer ${key}` });
  return { desk, server, send, operator };
}

/** The cookie of the session; beside it there is one by which the browser is known. */
const cookieIn = (answer: Response): string => answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
const secretIn = (link: string): string => link.split('#')[1] ?? '';
const { desk, send, operator } = await openCounter();
const open = async (path: string, body: unknown = {}) => peopleSchema.newLink.parse(await (await operator(path, body)).json());
const takeUp = async (link: string, name: string, signIn: string): Promise<string> => {
  const answer = await send('POST', 'links/take-up', { link: secretIn(link), name, signIn, password: PASSWORD });
  assert.equal(answer.status, 200, await answer.clone().text());
  return cookieIn(answer);
};
let admin = '';

test('while nobody has an account everything is open, and after the first nothing is without signing in', async () => {
  assert.deepEqual(await (await send('GET', 'session')).json(), { mode: 'open', person: null });
  assert.equal((await send('POST', 'verify', {})).status, 200);
  const first = await open('people/first');
  assert.match(first.link, /^\/welcome#[\w-]{43}$/);
  assert.equal((await send('POST', 'verify', {})).status, 401);
  assert.equal((await send('POST', 'people/first', {})).status, 401);
  const again = await open('people/first');
  assert.equal((await send('POST', 'links/look', { link: secretIn(first.link) })).status, 410, 'the newer link spends the older');
  assert.deepEqual(await (await send('POST', 'links/look', { link: secretIn(again.link) })).json(), {
    name: 'First account',
    signIn: 'first',
    isNew: true,
    isPersona: false,
  });
  const answer = await send('POST', 'links/take-up', {
    link: secretIn(again.link),
    name: 'Ada',
    signIn: 'ada@example.test',
    password: PASSWORD,
  });
  const [kept = '', device = ''] = answer.headers.getSetCookie();
  assert.match(kept, /^westgate-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  assert.match(device, /^westgate-device-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=34560000$/);
  const session = peopleSchema.session.parse(await answer.json());
  assert.deepEqual([session.mode, session.person?.name, session.person?.roles.length], ['accounts', 'Ada', 3]);
  admin = cookieIn(answer);
  assert.equal((await operator('people/first')).status, 400);
});

test('a deed is that of who is signed in, whatever name the body says', async () => {
  const id = [...desk.register.project.keys()][0] ?? '';
  const rev = desk.register.project.get(id)?.rev ?? 0;
  const body = { who: 'Somebody Else', reason: 'test', fields: { note_en: 'a note' } };
  const answer = await send('PATCH', `projects/${id}`, body, { cookie: admin, 'if-match': `"${rev}"` });
  assert.equal(answer.status, 200, await answer.clone().text());
  const [deed] = await desk.deeds(1);
  assert.deepEqual([deed?.who, deed?.verb], ['Ada', 'revise']);
  const { who: _, ...without } = body;
  assert.equal(
    (await send('PATCH', `projects/${id}`, { ...without, fields: { note_en: null } }, { cookie: admin, 'if-match': `"${rev + 1}"` }))
      .status,
    200,
  );
});

test('signing in and out: wrong words are told alike, the session ends with the sign-out, another site is refused', async () => {
  const wrong = await send('POST', 'session', { name: 'ada@example.test', password: 'not this one at all' });
  const unknown = await send('POST', 'session', { name: 'nobody', password: 'not this one at all' });
  const said = async (answer: Response) => z.object({ code: z.string(), detail: z.string() }).parse(await answer.json());
  assert.deepEqual([wrong.status, await said(wrong)], [401, await said(unknown)]);
  const foreign = await send('POST', 'session', { name: 'ada@example.test', password: PASSWORD }, { origin: 'http://evil.example' });
  assert.equal(foreign.status, 403);
  const answer = await send('POST', 'session', { name: 'ADA@example.test', password: PASSWORD });
  const cookie = cookieIn(answer);
  assert.equal((await send('GET', 'people', undefined, { cookie })).status, 200);
  const out = await send('DELETE', 'session', {}, { cookie });
  assert.match(out.headers.get('set-cookie') ?? '', /=; .*Max-Age=0$/);
  assert.equal((await send('GET', 'people', undefined, { cookie })).status, 401);
});

test('people are invited, given roles, closed, reopened, signed out and erased; a role is what allows it', async () => {
  const invite = { reason: '', name: 'Ben', signIn: 'ben', roles: ['reader'], department: null };
  const answer = await send('POST', 'people', { ...invite, who: 'x' }, { cookie: admin });
  const { id, link } = peopleSchema.invited.parse(await answer.json());
  const ben = await takeUp(link, 'Ben', 'ben');
  const asBen = (method: string, path: string, body?: unknown) => send(method, path, body, { cookie: ben });
  for (const path of ['people', 'lists/people', 'exports/people.csv', 'exports/people.xlsx', 'sign-ins'])
    assert.equal((await asBen('GET', path)).status, 403, path);
  assert.equal((await asBen('GET', 'places')).status, 200);
  const people = peopleSchema.people.parse(await (await send('GET', 'people', undefined, { cookie: admin })).json());
  const row = people.items.find((each) => each.id === id);
  assert.deepEqual([row?.name, row?.state, row?.sessions], ['Ben', 'open', 1]);
  const listed = async (query: string) => {
    const answer = await send('GET', `lists/people?lang=en&${query}`, undefined, { cookie: admin });
    assert.deepEqual([answer.status, answer.headers.get('cache-control'), answer.headers.get('etag')], [200, 'no-store', null]);
    return listSchema.listTable.parse(await answer.json());
  };
  const signedIn = (await listed('filter=signed_in:is:true&columns=name,sessions')).rows;
  assert.deepEqual(signedIn.find((each) => each.id === id)?.cells, ['Ben', 1]);
  assert.deepEqual(
    (await listed('q=ben')).rows.map((each) => each.id),
    [id],
  );
  assert.deepEqual((await listed(`q=${id.slice(2, 6)}`)).rows, [], 'a random id holds any letters: nobody is found by them');
  const grouped = await listed('group=roles&pivot=account&limit=1');
  assert.ok(grouped.groups?.some(({ key, name }) => key === 'reader' && name?.en === 'Reader'));
  const file = await send('GET', 'exports/people.csv?lang=en&columns=name,roles', undefined, { cookie: admin });
  assert.deepEqual([file.status, file.headers.get('cache-control')], [200, 'no-store']);
  assert.match(await file.text(), /Ben,Reader/);
  const change = { who: 'x', reason: '', fields: { roles: ['auditor'] } };
  assert.equal((await send('PATCH', `people/${id}`, change, { cookie: admin, 'if-match': `"${row?.rev}"` })).status, 200);
  assert.equal((await asBen('GET', 'sign-ins')).status, 200, 'the session goes on with the new role');
  assert.equal((await send('POST', `people/${id}/sign-out`, {}, { cookie: admin })).status, 200);
  assert.equal((await asBen('GET', 'deeds')).status, 401);
  assert.equal(
    (await listed('filter=signed_in:is:true')).rows.some((each) => each.id === id),
    false,
    'no deed tells who signed out',
  );
  const by = { who: 'x', reason: '' };
  assert.equal((await send('POST', `people/${id}/close`, by, { cookie: admin })).status, 200);
  assert.equal((await send('POST', 'session', { name: 'ben', password: PASSWORD })).status, 401);
  assert.equal((await send('POST', `people/${id}/reopen`, by, { cookie: admin })).status, 200);
  assert.equal((await send('POST', 'session', { name: 'ben', password: PASSWORD })).status, 200);
  const log = peopleSchema.signInLog.parse(await (await send('GET', 'sign-ins?limit=3', undefined, { cookie: admin })).json());
  assert.deepEqual(log.items.map(({ name, result }) => [name, result])[0], ['Ben', 'signed-in']);
  assert.equal((await send('POST', `persons/${id}/erase`, { reason: '' }, { cookie: admin })).status, 200);
  for (const path of ['people', 'lists/people', 'exports/people.csv?lang=en'])
    assert.doesNotMatch(await (await send('GET', path, undefined, { cookie: admin })).text(), /\bBen\b|\bben\b/, path);
});

test('guessing is slowed down, and the clock lets go again', async () => {
  const guess = () => send('POST', 'session', { name: 'ada@example.test', password: 'wrong wrong wrong' });
  for (let attempt = 0; attempt < 5; attempt += 1) assert.equal((await guess()).status, 401);
  assert.equal((await guess()).status, 429);
  assert.equal((await send('POST', 'session', { name: 'ada@example.test', password: PASSWORD })).status, 429);
  minute += 1;
  assert.equal((await send('POST', 'session', { name: 'ada@example.test', password: PASSWORD })).status, 200);
});

test('a session that is not used for two hours is over', async () => {
  assert.equal((await send('GET', 'people', undefined, { cookie: admin })).status, 200);
  minute += 121;
  assert.equal((await send('GET', 'people', undefined, { cookie: admin })).status, 401);
});

test('the people of the example are played by their links, judged by their roles, and gone with the first account', async () => {
  const demo = await openCounter();
  const { personas } = demo.desk.people;
  const reader = { roles: ['reader'] as const, department: null };
  const link = personas.add({ name: 'Demo reader', reader });
  const office = personas.add({ name: 'Demo office', reader: { roles: ['programme-office'], department: null } });
  assert.deepEqual(await (await demo.send('POST', 'links/look', { link })).json(), {
    name: 'Demo reader',
    signIn: '',
    isNew: false,
    isPersona: true,
  });
  const cookie = cookieIn(await demo.send('POST', 'links/enter', { link }));
  const session = peopleSchema.session.parse(await (await demo.send('GET', 'session', undefined, { cookie })).json());
  assert.deepEqual([session.mode, session.person?.name, session.person?.roles], ['open', 'Demo reader', ['reader']]);
  const id = [...demo.desk.register.project.keys()][0] ?? '';
  const revise = (as: string) =>
    demo.send('PATCH', `projects/${id}`, { who: 'x', fields: { note_en: 'n' } }, { cookie: as, 'if-match': '"1"' });
  assert.equal((await revise(cookie)).status, 403);
  assert.equal((await demo.send('GET', 'sign-ins', undefined, { cookie })).status, 403);
  assert.equal((await revise(cookieIn(await demo.send('POST', 'links/enter', { link: office })))).status, 200);
  assert.equal((await demo.desk.deeds(1))[0]?.who, 'Demo office');
  await demo.operator('people/first');
  assert.equal((await demo.send('POST', 'links/enter', { link })).status, 410);
  assert.equal((await demo.send('GET', 'deeds', undefined, { cookie })).status, 401);
  const far = await openCounter({ origin: 'https://westgate.example' });
  const there = far.desk.people.personas.add({ name: 'Demo reader', reader });
  assert.equal((await far.send('POST', 'links/enter', { link: there })).status, 401, 'never behind another server');
});

test('a program works by a token within its scopes and its person, until it is taken back or runs out', async () => {
  const signedIn = cookieIn(await send('POST', 'session', { name: 'ada@example.test', password: PASSWORD }));
  const make = async (scopes: readonly string[]) => {
    const answer = await send('POST', 'account/tokens', { name: 'nightly', scopes, days: 1, password: PASSWORD }, { cookie: signedIn });
    return z.object({ token: z.string() }).parse(await answer.json()).token;
  };
  const [reading, working] = [await make(['read']), await make(['read', 'write', 'office'])];
  const by = (token: string, method: string, path: string, body?: unknown) =>
    send(method, path, body, { authorization: `Bearer ${token}` });
  const outcome = {
    who: 'x',
    subjectKind: 'project',
    subjectId: [...desk.register.project.keys()][0],
    what: 'started',
    dates: '2026-01-03',
  };
  const draft = { ...outcome, value: null, unit: null, newDueOn: null, source: null, confidence: 'low', note: { zh: null, en: null } };
  assert.equal((await by(reading, 'GET', 'deeds')).status, 200);
  assert.equal((await by(reading, 'POST', 'outcomes', draft)).status, 403);
  assert.equal((await by(working, 'POST', 'outcomes', draft)).status, 200);
  assert.equal((await desk.deeds(1))[0]?.who, 'Ada');
  assert.equal((await by(working, 'POST', 'verify', {})).status, 200);
  for (const path of ['people', 'lists/people', 'exports/people.csv', 'sign-ins', 'persons'])
    assert.equal((await by(working, 'GET', path)).status, 403, path);
  assert.equal((await by(reading, 'GET', 'lists/publicity')).status, 403);
  assert.equal((await by(working, 'GET', 'account')).status, 403);
  const own = peopleSchema.ownAccount.parse(await (await send('GET', 'account', undefined, { cookie: signedIn })).json());
  assert.deepEqual(
    own.tokens.map(({ name }) => name),
    ['nightly', 'nightly'],
  );
  assert.equal((await send('DELETE', `account/tokens/${own.tokens[0]?.id}`, {}, { cookie: signedIn })).status, 200);
  assert.equal((await by(reading, 'GET', 'deeds')).status, 401);
  minute += 24 * 60 + 1;
  assert.equal((await by(working, 'GET', 'deeds')).status, 401);
});

test('a session alone makes no way in that stays, and a new link ends those that were made', async () => {
  const { id, link } = peopleSchema.invited.parse(
    await (await operator('people', { who: 'x', name: 'Cleo', signIn: 'cleo', roles: ['reader'], department: null })).json(),
  );
  const cookie = await takeUp(link, 'Cleo', 'cleo');
  const own = (path: string, body: unknown) => send('POST', `account/${path}`, body, { cookie });
  const token = { name: 'nightly', scopes: ['read'], days: 1 };
  const ways: readonly (readonly [string, object])[] = [
    ['tokens', token],
    ['second-factor', {}],
    ['password', { before: '', password: 'another heron on the weir' }],
  ];
  for (const [path, body] of ways) {
    const answer = await own(path, body);
    const { code, details } = z.object({ code: z.string(), details: z.unknown() }).parse(await answer.json());
    assert.deepEqual([answer.status, code, details], [400, 'WG_INPUT_INVALID', { field: 'before' }], path);
  }
  const shown = async () => peopleSchema.ownAccount.parse(await (await send('GET', 'account', undefined, { cookie })).json());
  assert.deepEqual([(await shown()).tokens, (await shown()).hasSecondFactor], [[], false]);
  const made = z.object({ token: z.string() }).parse(await (await own('tokens', { ...token, password: PASSWORD })).json()).token;
  const byToken = async (): Promise<number> => (await send('GET', 'session', undefined, { authorization: `Bearer ${made}` })).status;
  assert.equal(await byToken(), 200);
  await takeUp((await open(`people/${id}/link`)).link, 'Cleo', 'cleo');
  assert.equal(await byToken(), 401, 'whoever begins anew has no program left that others made');
  assert.deepEqual(
    (await desk.people.log(3, null)).map(({ result }) => result).filter((result) => result.startsWith('token')),
    ['token-dropped'],
  );
});

test('a second factor is asked for once it was shown, each code once; a new link takes it away', async () => {
  const password = { name: 'ada@example.test', password: PASSWORD };
  const signedIn = cookieIn(await send('POST', 'session', password));
  const own = (path: string, body: unknown) => send('POST', `account/${path}`, body, { cookie: signedIn });
  const { secret } = peopleSchema.secondFactor.parse(await (await own('second-factor', { password: PASSWORD })).json());
  const code = (steps = 0) => codeAt(secret, Math.floor(now().getTime() / 30_000) + steps);
  assert.equal((await send('POST', 'session', password)).status, 200, 'not asked for before it was shown');
  assert.equal((await own('second-factor/confirm', { code: '000000' })).status, 400);
  assert.equal((await own('second-factor/confirm', { code: code() })).status, 200);
  const missing = await send('POST', 'session', password);
  assert.deepEqual([missing.status, z.object({ code: z.string() }).parse(await missing.json()).code], [401, 'WG_CODE_REQUIRED']);
  assert.equal((await send('POST', 'session', { ...password, code: code() })).status, 401, 'it was used already');
  minute += 1;
  assert.equal((await send('POST', 'session', { ...password, code: code() })).status, 200);
  assert.equal((await own('password', { before: 'not this one', password: 'another heron on the weir' })).status, 400);
  assert.equal((await own('second-factor/drop', { password: 'not this one' })).status, 400);
  assert.equal((await own('second-factor/drop', { password: PASSWORD })).status, 200);
  assert.equal((await send('POST', 'session', password)).status, 200);
  assert.equal((await own('password', { before: PASSWORD, password: 'another heron on the weir' })).status, 200);
  assert.equal((await send('POST', 'session', password)).status, 401);
  assert.equal((await send('GET', 'account', undefined, { cookie: signedIn })).status, 200, 'this session goes on');
});

test('behind another server nothing is open without accounts, and the cookie is for https alone', async () => {
  const far = await openCounter({ origin: 'https://westgate.example' });
  assert.equal((await far.send('GET', 'deeds')).status, 401);
  assert.equal((await far.send('POST', 'people/first', {})).status, 401);
  const { link } = peopleSchema.newLink.parse(await (await far.operator('people/first')).json());
  const body = { link: secretIn(link), name: 'Ada', signIn: 'ada', password: PASSWORD };
  const answer = await far.send('POST', 'links/take-up', body, { origin: 'https://westgate.example' });
  const cookies = answer.headers.getSetCookie();
  assert.match(cookies[0] ?? '', /^__Host-westgate-\d+=[\w-]+; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
  assert.match(cookies[1] ?? '', /^__Host-westgate-device-\d+=[\w-]+; .*; Secure; Max-Age=\d+$/);
  assert.match(answer.headers.get('strict-transport-security') ?? '', /max-age/);
  assert.equal((await far.send('POST', 'links/look', { link: 'x' }, { origin: 'https://evil.example' })).status, 403);
});

test('no malformed body makes the server fail, and a token nobody knows is refused', async () => {
  const bodies = [
    'null',
    '[]',
    '1',
    '{}',
    '{"name":1}',
    '{"link":{}}',
    '{"__proto__":{}}',
    '{"name":"\u0000","password":"\u0000"}',
    '[[[[',
  ];
  for (const path of ['session', 'links/look', 'links/take-up', 'people', 'people/first', 'people/p-0000000000000000/link']) {
    for (const body of bodies) {
      const answer = await fetch(`${(await counter()).server.address}/api/v1/${path}`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      });
      assert.ok(answer.status < 500, `${path} ${body}: ${answer.status}`);
    }
  }
  assert.equal((await send('GET', 'places', undefined, { authorization: 'Bearer nonsense' })).status, 401);
});

let opened: ReturnType<typeof openCounter> | null = null;
function counter(): ReturnType<typeof openCounter> {
  opened ??= openCounter();
  return opened;
}
