// What one deed costs while windows stand open: one real window is watched, what it asks after a deed is asked again by many. Beside it, in the same run, another build:
// `node bench/windows.mjs [--windows 200] [--rounds 21] [--sites 0] [--screens /,/register] [--beside FOLDER]`. FOLDER holds a built Westgate.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openBrowser } from '../e2e/dist/browser.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { values: asked } = parseArgs({
  options: {
    windows: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '21' },
    sites: { type: 'string', default: '0' },
    screens: { type: 'string', default: '/today,/register,/map,PROJECT' },
    beside: { type: 'string' },
    tell: { type: 'boolean', default: false },
  },
});
const [windows, rounds, sites] = [asked.windows, asked.rounds, asked.sites].map(Number);
/** As browsers do: one connection listens, five ask. */
const CONNECTIONS = 5;
/** How often a window asks once more where a connection was closed. */
const TRIES = 5;
/** A window that asks nothing for this long has asked all. */
const QUIET_MS = 2_500;
/** A window without a screen: it listens, and asks after each deed what the real one asked, with the tags it holds. */
class Window {
  #address;
  #questions;
  #tags = new Map();
  #agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  #stream = null;
  #finish = () => {};
  #fail = () => {};
  done = Promise.resolve();
  notModified = 0;
  bytes = 0;

  constructor(address, questions) {
    this.#address = address;
    this.#questions = questions;
  }

  open() {
    return new Promise((resolve, reject) => {
      this.#stream = get(`${this.#address}/api/v1/changes`, { agent: false, headers: { accept: 'text/event-stream' } }, (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`the stream answered ${answer.statusCode}`));
        answer.setEncoding('utf8');
        answer.on('error', () => {});
        answer.on('data', (text) => {
          const change = /^id: (\d+)\ndata: /m.exec(text);
          if (change) this.ask(Number(change[1])).then(this.#finish, this.#fail);
        });
        resolve();
      });
      this.#stream.on('error', () => {});
    });
  }

  /** Holds what another holds: who is answered alike. */
  takeTags(other) {
    this.#tags = new Map(other.#tags);
  }

  begin() {
    this.done = new Promise((resolve, reject) => {
      this.#finish = resolve;
      this.#fail = reject;
    });
  }

  async ask(seq) {
    await this.#askEach(seq);
    if (seq === 0) [this.notModified, this.bytes] = [0, 0];
  }

  #askEach(seq) {
    return Promise.all(
      this.#questions.map((addressAt) => {
        const address = addressAt(seq);
        return address === null ? null : this.#get(address);
      }),
    );
  }

  async #get(address) {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#getOnce(address);
      } catch (error) {
        // A connection that stood idle was closed as it was used: browsers ask again.
        if (tries === TRIES || (error.code !== 'ECONNRESET' && error.status !== 408)) throw error;
      }
    }
  }

  #getOnce(address) {
    const tag = this.#tags.get(address);
    const headers = { 'accept-encoding': 'gzip, deflate, br', 'accept-language': 'en', ...(tag ? { 'if-none-match': tag } : {}) };
    return new Promise((resolve, reject) => {
      get(`${this.#address}${address}`, { agent: this.#agent, headers }, (answer) => {
        if (answer.statusCode !== 200 && answer.statusCode !== 304)
          reject(Object.assign(new Error(`${address} answered ${answer.statusCode}`), { status: answer.statusCode }));
        if (answer.statusCode === 304) this.notModified += 1;
        if (answer.headers.etag) this.#tags.set(address, answer.headers.etag);
        answer.on('data', ({ length }) => {
          this.bytes += length;
        });
        answer.on('end', resolve);
      }).on('error', reject);
    });
  }

  close() {
    this.#stream?.destroy();
    this.#agent.destroy();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'westgate-bench-windows-'));
const district = sites === 0 ? join(ROOT, JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).westgate.district) : madeDistrict();

console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`);
console.log(`${windows} windows, one deed; median of ${rounds}; processor of the server, and the time until the last answer`);
const browser = await openBrowser();
const builds = [{ name: 'this build', root: ROOT }, ...(asked.beside ? [{ name: 'beside', root: asked.beside }] : [])];
const servers = [];
for (const build of builds) servers.push({ ...build, ...(await served(build)) });
for (const screen of asked.screens.split(',')) {
  const told = [];
  for (const server of servers) told.push(await measured(server, screen));
  const [own, other] = told;
  console.log(`\n${screen}`);
  for (const each of told)
    console.log(
      `  ${each.name.padEnd(12)} ${String(each.requests).padStart(5)} requests, ${each.notModified} not modified, ${(each.bytes / 1e6).toFixed(2)} MB   processor ${each.cpuMs.toFixed(0)} ms   all served ${each.allMs.toFixed(0)} ms`,
    );
  if (other)
    console.log(
      `  ratio        processor 1/${(other.cpuMs / own.cpuMs).toFixed(1)}   all served 1/${(other.allMs / own.allMs).toFixed(1)}`,
    );
}
await browser.close();
for (const { end } of servers) await end();
rmSync(folder, { recursive: true, force: true });

function madeDistrict() {
  const made = join(folder, 'district');
  spawnSync(process.execPath, [join(ROOT, 'tools/make-district.mjs'), '--sites', String(sites), '--seed', '1', '--out', made]);
  return made;
}

async function served({ name, root }) {
  const data = join(folder, name.replace(' ', '-'));
  const child = spawn(process.execPath, [join(ROOT, 'bench/windows-server.mjs'), root, data, district], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const { address, project } = JSON.parse((await lines.next()).value);
  const processorMs = async () => {
    child.stdin.write('\n');
    return Number((await lines.next()).value);
  };
  const end = () => {
    child.stdin.end();
    return new Promise((resolve) => child.once('exit', resolve));
  };
  return { address, project, processorMs, end };
}

/** The deed: an outcome of a project is recorded. */
async function doDeed({ address, project }) {
  const body = { subjectKind: 'project', subjectId: project, what: 'progress', dates: '2025-06-01', confidence: 'low', who: 'bench' };
  const answer = await fetch(`${address}/api/v1/outcomes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()).seq;
}

/** What a real window asks after a deed: addresses, some of which name the deed. */
async function watched(server, screen) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  let last = performance.now();
  let seen = [];
  page.on('request', (request) => {
    last = performance.now();
    const url = new URL(request.url());
    if (url.pathname.startsWith('/api/') && !url.pathname.endsWith('/changes')) seen.push(url.pathname + url.search);
  });
  const quiet = async () => {
    while (performance.now() - last < QUIET_MS) await new Promise((resolve) => setTimeout(resolve, 100));
  };
  await page.goto(`${server.address}${screen === 'PROJECT' ? `/projects/${server.project}` : screen}`);
  await quiet();
  await doDeed(server);
  last = performance.now();
  await quiet();
  seen = [];
  const seq = await doDeed(server);
  last = performance.now();
  await quiet();
  await context.close();
  if (asked.tell) console.log(`  ${server.name} asks\n    ${seen.join('\n    ')}`);
  return seen.map((address) => {
    const [head, number, rest] = address.split(/(?<=\/deeds\/)(\d+)/);
    return Number(number) === seq ? (now) => (now === 0 ? null : `${head}${now}${rest}`) : () => address;
  });
}

async function measured(server, screen) {
  const questions = await watched(server, screen);
  const all = Array.from({ length: windows }, () => new Window(server.address, questions));
  await Promise.all(all.map((each) => each.open()));
  const [first] = all;
  await first.ask(0);
  for (const each of all) each.takeTags(first);
  const found = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const each of all) each.begin();
    const cpuMs = await server.processorMs();
    const began = performance.now();
    await doDeed(server);
    await Promise.all(all.map(({ done }) => done));
    const allMs = performance.now() - began;
    found.push({ allMs, cpuMs: (await server.processorMs()) - cpuMs });
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  for (const each of all) each.close();
  const sum = (of) => all.reduce((total, each) => total + each[of], 0) / rounds;
  return {
    name: server.name,
    requests: questions.length * windows,
    notModified: sum('notModified'),
    bytes: sum('bytes'),
    cpuMs: median(found.map(({ cpuMs }) => cpuMs)),
    allMs: median(found.map(({ allMs }) => allMs)),
  };
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
