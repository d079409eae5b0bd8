// `npm run trial:accounts`: random acts on accounts at several processes of one database, with kills, stops and steps of their clocks, against a model.
// After each act another process is asked: nothing that was taken back comes back, and what is good once is good once.
// `-- --minutes 10 --processes 3 --seed 1`. Ends with "N passed, N failed".
import { parseArgs } from 'node:util';
import { ask, cookieOf, openOffice, operate, PASSWORD, seeded } from './office.mjs';
import { codeAt, STEP_MS } from './totp.mjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    processes: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
  },
});
const COUNT = Number(values.processes);
const MOST_PEOPLE = 6;
/** A deed of another process is heard within this. */
const DEED_MS = 5_000;
const below = seeded(Number(values.seed));
const pick = (list) => list[below(list.length)];
const faults = [];
const done = new Map();
let checks = 0;
let people = [];
let names = 0;
const office = await openOffice(COUNT);
const until = performance.now() + Number(values.minutes) * 60_000;

try {
  const admin = await person(await operate(anyPort(), 'POST', 'people/first'), true);
  people = [admin];
  while (performance.now() < until && faults.length === 0) {
    const [name, act] = pick(ACTS());
    await act();
    done.set(name, (done.get(name) ?? 0) + 1);
    await look();
  }
} catch (error) {
  faults.push(error instanceof Error ? error.stack : String(error));
} finally {
  await office.close();
}
console.log(
  [...done]
    .sort()
    .map(([name, times]) => `${name} ${times}`)
    .join(', '),
);
for (const fault of faults) console.log(`FAILED ${fault}`);
console.log(`${checks} passed, ${faults.length} failed`);
process.exit(faults.length > 0 || checks === 0 ? 1 : 0);

/** Each act by its name; what is done often stands there more than once. */
function ACTS() {
  const small = [
    ['follow', follow],
    ['wish', wish],
    ['token', makeToken],
    ['token', makeToken],
    ['no token', dropToken],
    ['sign in', signIn],
  ];
  const ends = [
    ['sign out', signOut],
    ['end all', endAll],
    ['password', changePassword],
    ['factor', factor],
    ['new link', newLink],
  ];
  const rare = [
    ['invite', invite],
    ['close', close],
    ['roles', changeRoles],
    ['erase', erase],
    ['clock', stepClock],
    ['kill', kill],
    ['stop', stop],
  ];
  return [...small, ...small, ...small, ...ends, ...ends, ...rare];
}

async function follow() {
  const who = someone();
  const isFollowed = below(3) > 0;
  const of = `project:p${below(5)}`;
  await own(who, 'account/follows', { of, isFollowed });
  who.follows[isFollowed ? 'add' : 'delete'](of);
}

async function wish() {
  const who = someone();
  const mail = `m${below(1_000)}@office.example`;
  await own(who, 'account/notices', { isOn: true, mail });
  who.mail = mail;
}

async function makeToken() {
  const who = someone();
  if (who.tokens.size >= 12) return;
  const { json } = await own(who, 'account/tokens', { name: 'job', scopes: ['read'], days: 30, password: who.password });
  who.tokens.add(json.token);
}

async function dropToken() {
  const who = someone();
  const { json } = await own(who, 'account', undefined, 'GET');
  if (json.tokens.length === 0) return;
  const left = who.tokens.size;
  equal(json.tokens.length, left, 'tokens that are listed');
  // Taken back at all processes at once: one does it.
  const { id } = pick(json.tokens);
  const answers = await atAll((port) => ask(port, 'DELETE', `account/tokens/${id}`, { body: {}, cookie: session(who) }));
  equal(answers.filter(({ status }) => status === 200).length, 1, `a token is taken back once (${answers.map(said)})`);
  for (const token of [...who.tokens]) {
    if ((await ask(anyPort(), 'GET', 'views', { bearer: token })).status !== 401) continue;
    who.tokens.delete(token);
    who.dead.push(['token', token]);
  }
  equal(who.tokens.size, left - 1, 'tokens left after one was taken back');
}

async function signIn() {
  const who = someone();
  const at = pick(office.processes);
  const body = { name: who.signIn, password: who.password };
  if (!who.secret) return enter(who, await patiently(() => ask(at.port, 'POST', 'session', { body, cookie: who.device })));
  const step = Math.floor((Date.now() + at.offsetMs) / STEP_MS);
  if (step <= who.lastStep) return;
  const code = codeAt(who.secret, step * STEP_MS);
  // One code at all processes at once.
  const answers = await atAll((port) => patiently(() => ask(port, 'POST', 'session', { body: { ...body, code }, cookie: who.device })));
  const right = answers.filter(({ status }) => status === 200);
  equal(right.length <= 1, true, 'a code is good once');
  if (right[0]) await enter(who, right[0]);
  who.lastStep = Math.max(who.lastStep, step);
}

async function signOut() {
  const who = someone();
  if (who.sessions.length < 2) return;
  const [cookie] = who.sessions.splice(0, 1);
  await must(ask(anyPort(), 'DELETE', 'session', { body: {}, cookie }));
  who.dead.push(['session', cookie]);
}

async function endAll() {
  const who = someone();
  await must(operate(anyPort(), 'POST', `people/${who.id}/sign-out`));
  endSessions(who);
  await again(who);
}

async function changePassword() {
  const who = someone();
  const password = `${PASSWORD} ${names++}`;
  const [cookie] = who.sessions.splice(0, 1);
  // Two passwords at once: whoever comes second finds another than it looked at.
  const answers = await atAll((port, at) =>
    patiently(() => ask(port, 'POST', 'account/password', { body: { before: who.password, password: `${password}-${at}` }, cookie })),
  );
  const right = answers.flatMap(({ status }, at) => (status === 200 ? [at] : []));
  equal(right.length, 1, 'one of the passwords set at once is kept');
  who.dead.push(['password', who.password]);
  endSessions(who);
  who.sessions.push(cookie);
  who.password = `${password}-${right[0]}`;
}

async function factor() {
  const who = someone();
  if (who.secret) {
    await own(who, 'account/second-factor/drop', { password: who.password });
    who.secret = null;
    return;
  }
  const at = pick(office.processes);
  const { json } = await own(who, 'account/second-factor', { password: who.password });
  const now = Date.now() + at.offsetMs;
  await must(ask(at.port, 'POST', 'account/second-factor/confirm', { body: { code: codeAt(json.secret, now) }, cookie: session(who) }));
  who.secret = json.secret;
  who.lastStep = Math.floor(now / STEP_MS);
}

async function newLink() {
  const who = someone();
  const older = await must(operate(anyPort(), 'POST', `people/${who.id}/link`));
  const { json } = await must(operate(anyPort(), 'POST', `people/${who.id}/link`));
  const looked = await ask(anyPort(), 'POST', 'links/look', { body: { link: linkIn(older.json) }, from: anyAddress() });
  equal(looked.status, 410, 'a newer link spends the older');
  await takeUp(who, json);
}

async function invite() {
  if (people.length >= MOST_PEOPLE) return;
  const signInName = `n${names++}`;
  const draft = { who: 'trial', reason: '', name: signInName, signIn: signInName, roles: ['reader'], department: null };
  // The same name at all processes at once.
  const answers = await atAll((port) => operate(port, 'POST', 'people', draft));
  const made = answers.filter(({ status }) => status === 200);
  equal(made.length, 1, 'a name to sign in with is given once');
  people.push(await person(made[0], false));
}

async function close() {
  const who = other();
  if (!who) return;
  const by = { who: 'trial', reason: '' };
  await must(operate(anyPort(), 'POST', `people/${who.id}/close`, by));
  endSessions(who);
  await heard(async (port) => (await listed(port, who))?.state === 'closed');
  await must(operate(anyPort(), 'POST', `people/${who.id}/reopen`, by));
  await heard(async (port) => (await listed(port, who))?.state === 'open');
  await again(who);
}

async function changeRoles() {
  const who = other();
  if (!who) return;
  const roles = [who.roles[0] === 'reader' ? 'auditor' : 'reader'];
  const { rev } = await listed(anyPort(), who);
  const answer = await heardOnce(() =>
    operate(anyPort(), 'PATCH', `people/${who.id}`, { who: 'trial', reason: '', fields: { roles } }, { match: rev }),
  );
  if (answer.status !== 200) return;
  who.roles = roles;
  const isAuditor = roles[0] === 'auditor';
  await heard(async (port) => ((await ask(port, 'GET', 'sign-ins', { cookie: session(who) })).status === 200) === isAuditor);
}

async function erase() {
  const who = other();
  if (!who || below(3) > 0) return;
  const { sessions } = who;
  await must(operate(anyPort(), 'POST', `persons/${who.id}/erase`, { reason: '' }));
  people = people.filter((each) => each !== who);
  for (const cookie of sessions)
    for (const { port } of office.processes) equal((await ask(port, 'GET', 'account', { cookie })).status, 401, 'an erased person');
}

async function stepClock() {
  pick(office.processes).setClock(below(120_000) - 60_000);
}

/** Kills a process in the middle of a small act and of a sign-out; what it did not answer may be done or not, and then stays so. */
async function kill() {
  const at = below(COUNT);
  const who = someone();
  const of = `project:k${below(5)}`;
  const sent = ask(office.processes[at].port, 'POST', 'account/follows', { body: { of, isFollowed: true }, cookie: session(who) }).catch(
    () => null,
  );
  await office.processes[at].kill();
  await sent;
  await office.start(at);
  const { json } = await own(who, 'account/follows', undefined, 'GET');
  if (json.items.includes(of)) who.follows.add(of);
}

async function stop() {
  const at = below(COUNT);
  await office.processes[at].stop();
  await office.start(at);
}

/** Asks a process at random whether everything stands as the model says. */
async function look() {
  const who = pick(people);
  const port = anyPort();
  const { status, json } = await ask(port, 'GET', 'account', { cookie: session(who) });
  equal(status, 200, 'a session that was not ended');
  equal(json.hasSecondFactor, who.secret !== null, 'a second factor');
  equal(json.tokens.length, who.tokens.size, 'tokens');
  equal((await own(who, 'account/follows', undefined, 'GET')).json.items.toSorted(), [...who.follows].toSorted(), 'what is followed');
  equal((await own(who, 'account/notices', undefined, 'GET')).json.mail, who.mail, 'the address of mails');
  for (const token of who.tokens) equal((await ask(port, 'GET', 'views', { bearer: token })).status !== 401, true, 'a token that stands');
  for (const [kind, secret] of who.dead.slice(-4)) {
    if (kind === 'session') equal((await ask(port, 'GET', 'account', { cookie: secret })).status, 401, 'a session that was ended');
    if (kind === 'token') equal((await ask(port, 'GET', 'views', { bearer: secret })).status, 401, 'a token that was taken back');
    if (kind === 'link')
      equal((await ask(port, 'POST', 'links/look', { body: { link: secret }, from: anyAddress() })).status, 410, 'a link that was used');
    if (kind === 'password' && !who.secret && below(3) === 0) {
      const body = { name: who.signIn, password: secret };
      equal((await patiently(() => ask(port, 'POST', 'session', { body, cookie: who.device }))).status, 401, 'a password that was changed');
      await again(who);
    }
  }
  who.dead = who.dead.filter(([kind]) => kind !== 'link');
}

async function person({ json }, isFirst) {
  const signInName = isFirst ? 'admin' : `n${names - 1}`;
  const who = { id: json.id, signIn: signInName, roles: ['reader'], isFirst, password: PASSWORD, device: '', secret: null, lastStep: 0 };
  Object.assign(who, { mail: null, sessions: [], tokens: new Set(), follows: new Set(), dead: [] });
  await heard(async (port) => (await ask(port, 'POST', 'links/look', { body: { link: linkIn(json) }, from: anyAddress() })).status === 200);
  await takeUp(who, json);
  return who;
}

/** Takes an account up by one link at all processes at once, each with another password: one does it. */
async function takeUp(who, made) {
  const password = `${PASSWORD} ${names++}`;
  const body = (at) => ({ link: linkIn(made), name: who.signIn, signIn: who.signIn, password: `${password}-${at}` });
  const answers = await atAll((port, at) => patiently(() => ask(port, 'POST', 'links/take-up', { body: body(at), from: anyAddress() })));
  const right = answers.flatMap(({ status }, at) => (status === 200 ? [at] : []));
  equal(right.length, 1, 'a one-time link is good once');
  who.dead.push(['link', linkIn(made)]);
  endSessions(who);
  for (const token of who.tokens) who.dead.push(['token', token]);
  who.tokens.clear();
  who.password = `${password}-${right[0]}`;
  who.secret = null;
  await enter(who, answers[right[0]]);
  await heard(async (port) => (await ask(port, 'GET', 'account', { cookie: session(who) })).status === 200);
}

async function enter(who, answer) {
  if (answer.status !== 200) throw new Error(`${who.signIn} was refused: ${answer.status} ${JSON.stringify(answer.json)}`);
  who.device = cookieOf(answer, true);
  who.sessions.push(answer.cookies.find((each) => !each.includes('-device-')));
  if (who.sessions.length > 4) who.sessions.shift();
}

function endSessions(who) {
  for (const cookie of who.sessions) who.dead.push(['session', cookie]);
  who.sessions = [];
}

/** Signs in again, whatever was ended: by a new link where a code would have to be waited for. */
async function again(who) {
  if (who.secret) return takeUp(who, (await must(operate(anyPort(), 'POST', `people/${who.id}/link`))).json);
  const body = { name: who.signIn, password: who.password };
  return enter(who, await patiently(() => ask(anyPort(), 'POST', 'session', { body, cookie: who.device })));
}

/** The answer, asked again where many wait at that moment. */
async function patiently(work) {
  for (;;) {
    const answer = await work();
    if (answer.json?.details?.why !== 'busy') return answer;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Waits until each process says so: deeds of one are heard by the others. */
async function heard(isSo) {
  for (const { port } of office.processes) {
    const last = performance.now() + DEED_MS;
    while (!(await isSo(port))) {
      if (performance.now() > last) throw new Error(`a process did not hear of a deed within ${DEED_MS} ms`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function heardOnce(work) {
  const answer = await work();
  if (answer.status === 409) await new Promise((resolve) => setTimeout(resolve, 300));
  return answer;
}

async function listed(port, who) {
  return (await operate(port, 'GET', 'people', undefined)).json.items.find(({ id }) => id === who.id);
}

function atAll(work) {
  return Promise.all(office.processes.map(({ port }, at) => work(port, at)));
}

async function own(who, path, body, method = 'POST') {
  return must(patiently(() => ask(anyPort(), method, path, { body, cookie: session(who) })));
}

async function must(asked) {
  const answer = await asked;
  if (answer.status !== 200) throw new Error(`expected it to be done, got ${answer.status} ${JSON.stringify(answer.json)}`);
  return answer;
}

function equal(found, expected, what) {
  checks += 1;
  if (JSON.stringify(found) !== JSON.stringify(expected))
    faults.push(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
}

function said({ status, json }) {
  return `${status} ${json?.detail ?? ''}`;
}

function session(who) {
  return who.sessions.at(-1);
}

function someone() {
  return pick(people);
}

function other() {
  return pick(people.filter(({ isFirst }) => !isFirst));
}

function anyPort() {
  return pick(office.processes).port;
}

/** Wrong links are held against an address: each comes from another. */
function anyAddress() {
  return `10.${below(250)}.${below(250)}.1`;
}

function linkIn({ link }) {
  return link.split('#')[1];
}
