// Many who read at once, each something else: 50 connections that ask one thing after the other, and the same while others edit. Beside it, in the same run,
// another build: `node bench/readers.mjs [--connections 50] [--seconds 10] [--rounds 3] [--sites 10000] [--edits 5] [--beside FOLDER]`. FOLDER holds a built
// Westgate.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { seeded } from '../tools/invented/seeded.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { values: asked } = parseArgs({
  options: {
    connections: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '3' },
    sites: { type: 'string', default: '10000' },
    edits: { type: 'string', default: '5' },
    beside: { type: 'string' },
    tell: { type: 'boolean', default: false },
  },
});
const [connections, seconds, rounds, sites, edits] = [asked.connections, asked.seconds, asked.rounds, asked.sites, asked.edits].map(Number);
const WARM_MS = 12_000;
const HEAD_END = Buffer.from('\r\n\r\n');

/** What is asked, and how often of a hundred. */
const MIX = [
  [25, ({ place }) => `places/${place()}`],
  [10, ({ project }) => `projects/${project()}`],
  [5, ({ place }) => `places/${place()}/links`],
  [5, ({ project }) => `projects/${project()}/history`],
  [10, ({ any }) => `places?limit=100&sort=${any('name', '-name', 'stage', '-area', 'year', 'lead')}`],
  [10, ({ any }) => `projects?limit=100&sort=${any('name', '-due', 'state', 'lead')}`],
  [5, ({ any }) => `commitments?limit=100&${any('state=late', 'sort=due', 'q=renewal')}`],
  [10, ({ any }) => `map/counts?${any('', 'aim=homes', 'stage=under-way', 'kind=factory')}`],
  [5, ({ any }) => `search?q=${any('road', 'park', 'house', 'tower', 'school', 'mill')}&limit=10`],
  [5, () => 'district'],
  [5, () => 'today?limit=40'],
  [5, () => 'coverage'],
];

/** One connection that asks, with as little work as may be: what is measured is who answers. */
class Reader {
  #socket;
  #waiting = null;
  #parts = [];
  #lacks = -1;
  #status = 0;

  constructor(address) {
    const { hostname, port } = new URL(address);
    this.host = `${hostname}:${port}`;
    this.#socket = connect(Number(port), hostname).setNoDelay(true);
    this.#socket.on('data', (part) => this.#take(part));
    this.#socket.on('error', (error) => this.#waiting?.reject(error));
    this.#socket.on('close', () => this.#waiting?.reject(new Error('the connection was closed')));
  }

  ask(path) {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(
        `GET /api/v1/${path} HTTP/1.1\r\nhost: ${this.host}\r\naccept: application/json\r\naccept-encoding: gzip, deflate, br\r\naccept-language: en\r\n\r\n`,
      );
    });
  }

  #take(part) {
    if (this.#lacks < 0) {
      const all = this.#parts.length === 0 ? part : Buffer.concat([...this.#parts, part]);
      const end = all.indexOf(HEAD_END);
      if (end < 0) {
        this.#parts.push(part);
        return;
      }
      const head = all.latin1Slice(0, end);
      this.#status = Number(head.slice(9, 12));
      this.#lacks = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0) - (all.length - end - HEAD_END.length);
      this.#parts = [];
    } else this.#lacks -= part.length;
    if (this.#lacks > 0) return;
    this.#lacks = -1;
    const { resolve } = this.#waiting;
    this.#waiting = null;
    resolve(this.#status);
  }

  close() {
    this.#waiting = null;
    this.#socket.destroy();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'westgate-bench-readers-'));
const district = join(folder, 'district');
spawnSync(process.execPath, [join(ROOT, 'tools/make-district.mjs'), '--sites', String(sites), '--seed', '1', '--out', district]);
console.log(
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}, load ${loadavg()[0]?.toFixed(1)}`,
);
const builds = [{ name: 'this build', root: ROOT }, ...(asked.beside ? [{ name: 'beside', root: asked.beside }] : [])];
const servers = [];
for (const build of builds) servers.push({ ...build, ...(await served(build)), quiet: [], edited: [] });
console.log(`${servers[0].places.length} places; ${connections} connections, ${seconds} s each time, median of ${rounds}`);
for (const server of servers) await read(server, { ms: WARM_MS, edits: 0, seed: 1 });
for (let round = 0; round < rounds; round += 1)
  for (const server of servers) {
    server.quiet.push(await read(server, { ms: seconds * 1000, edits: 0, seed: round }));
    server.edited.push(await read(server, { ms: seconds * 1000, edits, seed: rounds + round }));
  }
const told = servers.map(({ name, quiet, edited }) => ({ name, quiet: middle(quiet), edited: middle(edited) }));
for (const { name, quiet, edited } of told)
  for (const [what, found] of [
    ['reading', quiet],
    [`${edits} edits/s`, edited],
  ])
    console.log(
      `  ${name.padEnd(11)} ${what.padEnd(10)} ${found.rate.toFixed(0).padStart(6)} requests/s   p50 ${found.p50.toFixed(1)} ms   p99 ${found.p99.toFixed(1)} ms   processor ${found.cpuMs.toFixed(2)} ms a request   ${found.edits} edits`,
    );
const [own, other] = told;
console.log(`  with edits beside: ${(own.edited.rate / own.quiet.rate).toFixed(2)} of the requests/s without`);
if (other)
  for (const what of ['quiet', 'edited'])
    console.log(
      `  ${what.padEnd(7)} requests/s ${(own[what].rate / other[what].rate).toFixed(1)} x   p99 ${(own[what].p99 / other[what].p99).toFixed(2)} x   processor ${(own[what].cpuMs / other[what].cpuMs).toFixed(2)} x`,
    );
for (const { end } of servers) await end();
rmSync(folder, { recursive: true, force: true });

async function served({ name, root }) {
  const data = join(folder, name.replace(' ', '-'));
  const child = spawn(process.execPath, [join(ROOT, 'bench/windows-server.mjs'), root, data, district], {
    stdio: ['pipe', 'pipe', asked.tell ? 'inherit' : 'ignore'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const { address } = JSON.parse((await lines.next()).value);
  const processorMs = async () => {
    child.stdin.write('\n');
    return Number((await lines.next()).value);
  };
  const end = () => {
    child.stdin.end();
    return new Promise((resolve) => child.once('exit', resolve));
  };
  const [places, projects] = [await idsOf(address, 'places'), await idsOf(address, 'projects')];
  return { address, places, projects, processorMs, end, edited: 0, next: 0 };
}

async function idsOf(address, noun) {
  const ids = [];
  for (let after = ''; after !== null; ) {
    const page = await (
      await fetch(`${address}/api/v1/${noun}?limit=500&sort=id${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`)
    ).json();
    ids.push(...page.items.map(({ id }) => id));
    after = page.next;
  }
  return ids;
}

/** What reading comes to for `ms` milliseconds, while `edits` are made a second. */
async function read(server, { ms, edits: editsASecond, seed }) {
  const { address, places, projects, processorMs } = server;
  const random = seeded(seed + 1);
  const from = (items) => items[Math.floor(random.next() * items.length)];
  const of = { place: () => from(places), project: () => from(projects), any: (...items) => from(items) };
  const paths = MIX.flatMap(([times, path]) => Array(times).fill(path));
  const [took, byPath] = [[], new Map()];
  const readers = Array.from({ length: connections }, () => new Reader(address));
  const before = await processorMs();
  const began = performance.now();
  const end = began + ms;
  let done = 0;
  const editing = (async () => {
    for (let at = 0; editsASecond > 0 && performance.now() < end; at += 1) {
      await edit(server);
      done += 1;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, began + ((at + 1) * 1000) / editsASecond - performance.now())));
    }
  })();
  await Promise.all(
    readers.map(async (reader) => {
      while (performance.now() < end) {
        const path = from(paths)(of);
        const sent = performance.now();
        const status = await reader.ask(path);
        if (status !== 200) throw new Error(`${path} answered ${status}`);
        const each = performance.now() - sent;
        took.push(each);
        if (asked.tell) byPath.set(path.split(/[/?]/)[0], [...(byPath.get(path.split(/[/?]/)[0]) ?? []), each]);
      }
    }),
  );
  const lasted = performance.now() - began;
  await editing;
  const cpuMs = (await processorMs()) - before;
  for (const reader of readers) reader.close();
  took.sort((a, b) => a - b);
  const at = (share) => took[Math.floor(took.length * share)] ?? 0;
  return { rate: (took.length * 1000) / lasted, p50: at(0.5), p99: at(0.99), cpuMs: cpuMs / took.length, edits: done };
}

/** One place after the other is given another note. */
async function edit(server) {
  const key = server.places[server.next % server.places.length];
  const rev = Math.floor(server.next / server.places.length) + 1;
  server.next += 1;
  const answer = await fetch(`${server.address}/api/v1/edits`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({
      who: 'bench',
      edits: [{ action: 'revise', table: 'place', key, rev, fields: { note_en: `seen again ${server.next}` } }],
    }),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
}

function middle(found) {
  const of = (what) => found.map((each) => each[what]).sort((a, b) => a - b)[Math.floor(found.length / 2)];
  return { rate: of('rate'), p50: of('p50'), p99: of('p99'), cpuMs: of('cpuMs'), edits: of('edits') };
}
