// `npm run trial:doors`: a thousand guesses at once, at five doors, from 1, 10 and 100 addresses, against 1 and 3 processes on one database. Of them no
// more are looked at than docs/security.md says, and meanwhile people sign in again and again: from a browser that is known, behind an address that is
// guessed from, and from one that nobody knows, at another address each time; neither waits for longer than `--most-ms`. Who guesses comes in as well, with
// a password of their own, which must free no guesses; how long that takes is told and not judged, as it waits among their own guesses.
// `-- --guesses 1000 --processes 1,3 --addresses 1,10,100 --most-ms 2000`. Ends with "N passed, N failed".
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { ask, cookieOf, cutOff, openOffice, operate, PASSWORD, signIn } from './office.mjs';
import { codeAt } from './totp.mjs';

const { values } = parseArgs({
  options: {
    guesses: { type: 'string', default: '1000' },
    processes: { type: 'string', default: '1,3' },
    addresses: { type: 'string', default: '1,10,100' },
    doors: { type: 'string', default: 'name,spray,code,own,link' },
    'most-ms': { type: 'string', default: '2000' },
  },
});
const listed = (text) => text.split(',').map(Number);
const GUESSES = Number(values.guesses);
const MOST_MS = Number(values['most-ms']);
/** Those that are looked at, and the seconds after which another one is. */
const RULES = { name: { free: 5, wait: 15 }, address: { free: 20, wait: 15 }, links: { free: 60, wait: 1 } };
const mostOf = ({ free, wait }, seconds) => free + Math.floor(seconds / wait);
/** More may go wrong at an address from which people came in: two for each, and from one of them the victim and who guesses do. */
const MORE_FOR_PEOPLE = 2 * 2;
let attacks = 0;
const outcomes = { passed: 0, failed: 0 };

/** What is guessed at each door, and how many may be looked at from so many addresses in so many seconds. */
const DOORS = {
  name: {
    guess: (port, from, at) => ask(port, 'POST', 'session', { body: { name: 'victim', password: `wrong wrong ${at}` }, from }),
    looked: 'wrong-password',
    most: (_, seconds) => mostOf(RULES.name, seconds),
  },
  spray: {
    guess: (port, from, at) => ask(port, 'POST', 'session', { body: { name: `name-${at}`, password: 'wrong wrong wrong' }, from }),
    looked: 'unknown',
    most: (addresses, seconds) => mostOf(RULES.address, seconds) * addresses + MORE_FOR_PEOPLE,
  },
  code: {
    guess: (port, from, at) =>
      ask(port, 'POST', 'session', { body: { name: 'careful', password: PASSWORD, code: String(at).padStart(6, '0') }, from }),
    looked: 'wrong-code',
    most: (_, seconds) => mostOf(RULES.name, seconds),
  },
  own: {
    guess: (port, from, at, { stolen }) =>
      ask(port, 'POST', 'account/password', {
        body: { before: `wrong wrong ${at}`, password: 'another heron there' },
        cookie: stolen,
        from,
      }),
    looked: 'own-password-wrong',
    most: (_, seconds) => mostOf(RULES.name, seconds),
  },
  link: {
    guess: (port, from, at) => ask(port, 'POST', 'links/look', { body: { link: `${at}`.padStart(43, 'x') }, from }),
    looked: null,
    most: (addresses, seconds) => mostOf(RULES.links, seconds) * addresses,
  },
};

for (const count of listed(values.processes)) {
  const office = await openOffice(count);
  try {
    const people = await invite(office);
    for (const addresses of listed(values.addresses))
      for (const name of values.doors.split(',')) await attack(office, people, { name, addresses });
  } finally {
    await office.close();
  }
}
console.log(`${outcomes.passed} passed, ${outcomes.failed} failed`);
process.exit(outcomes.failed > 0 ? 1 : 0);

async function attack(office, people, { name, addresses }) {
  const { guess, looked, most } = DOORS[name];
  await office.sql('delete from sign_in');
  await forget(office);
  const ports = office.processes.map(({ port }) => port);
  const stolen = cookieOf(await signIn(ports[0], 'robbed', { from: '10.9.0.1' }));
  attacks += 1;
  const right = signingIn(ports, [
    { name: 'victim', cookie: people.device, from: ['10.1.0.7'] },
    { name: 'guest', from: Array.from({ length: 250 }, (_, at) => `10.8.${attacks}.${at}`) },
    { name: 'guesser', from: ['10.1.0.7'], mayWait: true },
  ]);
  const began = performance.now();
  const guesses = Promise.all(
    Array.from({ length: GUESSES }, (_, at) => guess(ports[at % ports.length], `10.1.${at % addresses}.7`, at, { stolen }).catch(cutOff)),
  );
  const statuses = (await guesses).map(({ status }) => status);
  const tookMs = performance.now() - began;
  const [known, fresh, own] = await right.end();
  const checked = looked === null ? statuses.filter((status) => status === 410).length : await noted(office, looked);
  const mayBe = most(addresses, tookMs / 1000);
  const slowest = Math.max(...known, ...fresh);
  const refused = statuses.filter((status) => status === 429).length;
  const strange = statuses.filter((status) => ![0, 200, 400, 401, 410, 429].includes(status)).length;
  const isGood = checked <= mayBe && slowest <= MOST_MS && strange === 0;
  outcomes[isGood ? 'passed' : 'failed'] += 1;
  const times = (each) => `${Math.round(Math.max(...each))} ms at most of ${each.length}`;
  console.log(
    `${isGood ? 'ok    ' : 'FAILED'} ${name.padEnd(5)} ${String(ports.length)} processes, ${String(addresses).padStart(3)} addresses: ` +
      `${checked} looked at (most ${mayBe}), ${refused} told to wait, ${strange} else, in ${Math.round(tookMs)} ms; ` +
      `right meanwhile: known ${times(known)}, fresh ${times(fresh)}, who guesses ${times(own)}`,
  );
}

async function invite(office) {
  const [{ port }] = office.processes;
  await takeUp(port, 'admin', await operate(port, 'POST', 'people/first'));
  for (const name of ['guest', 'guesser', 'robbed', 'careful', 'victim']) {
    const person = { who: 'trial', reason: '', name, signIn: name, roles: ['reader'], department: null };
    const taken = await takeUp(port, name, await operate(port, 'POST', 'people', person));
    if (name === 'careful') {
      const cookie = cookieOf(taken);
      const { json } = await ask(port, 'POST', 'account/second-factor', { body: { password: PASSWORD }, cookie });
      await ask(port, 'POST', 'account/second-factor/confirm', { body: { code: codeAt(json.secret, Date.now()) }, cookie });
    }
    if (name === 'victim') return { device: cookieOf(taken, true) };
  }
}

async function takeUp(port, name, { json }) {
  const body = { link: json.link.split('#')[1], name, signIn: name, password: PASSWORD };
  const answer = await ask(port, 'POST', 'links/take-up', { body, from: '10.9.0.1' });
  if (answer.status !== 200) throw new Error(`${name} could not take up the account: ${JSON.stringify(answer.json)}`);
  return answer;
}

async function noted(office, result) {
  const rows = await office.sql(`select count(*)::int as count from sign_in where result = '${result}'`);
  return rows[0].count;
}

async function forget(office) {
  const rows = await office.sql("select to_regclass('attempt') is not null as found");
  if (rows[0].found) await office.sql('delete from attempt');
}

/** People who sign in meanwhile, one after the other; `end` gives the milliseconds that each took. */
function signingIn(ports, people) {
  const over = new SharedArrayBuffer(4);
  const worker = new Worker(new URL('right-sign-ins.mjs', import.meta.url), { workerData: { ports, people, over } });
  const told = new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  return {
    end() {
      Atomics.store(new Int32Array(over), 0, 1);
      return told;
    },
  };
}
