// An office of several processes on a database of its own, as the trials start it, kill it and ask it.
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** The driver of the store. */
const pg = createRequire(new URL('../packages/store/package.json', import.meta.url))('pg');

const ADMIN_URL = process.env.WESTGATE_TEST_POSTGRES ?? '';
const OPERATOR_KEY = 'operator-key-of-the-trials';
const AGENT = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
export const PASSWORD = 'a heron stands on the weir';

/** Numbers of 0 up to `below`, the same for the same seed. */
export function seeded(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** An office of `count` processes on a new database of the server in WESTGATE_TEST_POSTGRES. */
export async function openOffice(count) {
  if (ADMIN_URL === '')
    throw new Error('expected WESTGATE_TEST_POSTGRES, the address of a PostgreSQL server on which databases may be made');
  const name = `westgate_trial_${randomBytes(6).toString('hex')}`;
  await sql(ADMIN_URL, `create database ${name} template template0 encoding 'UTF8'`);
  const url = new URL(ADMIN_URL);
  url.pathname = `/${name}`;
  const processes = [];
  const office = {
    processes,
    sql: (text) => sql(url.href, text),
    start: async (at) => {
      processes[at] = await startProcess(url.href);
    },
    async close() {
      for (const each of processes) await each.stop();
      await sql(ADMIN_URL, `drop database ${name} with (force)`);
    },
  };
  for (let at = 0; at < count; at += 1) await office.start(at);
  return office;
}

/** One answer: its status, its JSON and the cookies it has a browser keep. */
export function ask(port, method, path, { body, cookie, from, bearer, match } = {}) {
  const text = body === undefined ? '' : JSON.stringify(body);
  const headers = {
    host: `127.0.0.1:${port}`,
    ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    ...(cookie ? { cookie } : {}),
    ...(from ? { 'x-forwarded-for': from } : {}),
    ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
    ...(match === undefined ? {} : { 'if-match': `"${match}"` }),
  };
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path: `/api/v1/${path}`, headers, agent: AGENT }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const cookies = (answer.headers['set-cookie'] ?? []).map((each) => each.split(';')[0]);
        resolve({ status: answer.statusCode, json: parsed(Buffer.concat(parts).toString('utf8')), cookies });
      });
    });
    sent.on('error', reject);
    sent.end(text);
  });
}

/** The same as who runs the office. */
export function operate(port, method, path, body = {}, more = {}) {
  return ask(port, method, path, { body, bearer: OPERATOR_KEY, ...more });
}

/** A connection that was closed because too many are open. */
export function cutOff(error) {
  if (error.code !== 'ECONNRESET') throw error;
  return { status: 0 };
}

/** Signs in as a person does: told that many wait, again. `mayWait`: told to wait after wrong ones is an answer, too. */
export async function signIn(port, name, { mayWait = false, ...more }) {
  for (let tries = 0; tries < 400; tries += 1) {
    const answer = await ask(port, 'POST', 'session', { body: { name, password: PASSWORD }, ...more }).catch(cutOff);
    if (answer.status === 200) return answer;
    if (mayWait && answer.json?.code === 'WG_TOO_MANY' && answer.json.details?.why !== 'busy') return answer;
    if (answer.status !== 0 && answer.json?.details?.why !== 'busy')
      throw new Error(`${name} was refused: ${answer.status} ${JSON.stringify(answer.json)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${name} found no turn`);
}

/** The cookies of an answer, without that of the session where `isDeviceOnly`. */
export function cookieOf({ cookies }, isDeviceOnly = false) {
  return cookies.filter((each) => !isDeviceOnly || each.includes('-device-')).join('; ');
}

async function startProcess(url) {
  const env = { ...process.env, DATABASE_URL: url, OPERATOR_KEY, ORIGIN: 'http://office.example' };
  const child = fork(fileURLToPath(new URL('office-process.mjs', import.meta.url)), { env, execArgv: ['--liftoff-only'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const port = await new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message.port));
    child.once('exit', (code) => reject(new Error(`a process of the office ended with ${code} while it started`)));
  });
  return {
    port,
    offsetMs: 0,
    setClock(offsetMs) {
      this.offsetMs = offsetMs;
      child.send({ offsetMs });
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      if (child.connected) child.send({ close: true });
      await ended;
    },
  };
}

async function sql(url, text) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
