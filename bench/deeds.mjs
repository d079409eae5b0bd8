// How many deeds a second are recorded, each on the disk before it is acknowledged, and what memory that takes. Three doors: the store, the desk with all
// its checks, each with one caller and with 32 at once, and HTTP with 32. Baselines in the same run: appending lines of the same length to a file with one `fdatasync` each; on a
// server also a plain Fastify that changes a row and adds one to a table of what was done (bench/plain-server.mjs). `node bench/deeds.mjs [--deeds 6000]`;
// with DATABASE_URL of an empty database, the same on a server.
import { spawn } from 'node:child_process';
import { closeSync, fdatasyncSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { openDesk } = await import('../packages/desk/dist/src/index.js');
const { openStore } = await import('../packages/store/dist/src/index.js');
const { values } = parseArgs({ options: { deeds: { type: 'string', default: '6000' } } });
const COUNT = Number(values.deeds);
const agent = new Agent({ keepAlive: true });
const CALLERS = 32;
const example = join(ROOT, JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).westgate.district);
const work = mkdtempSync(join(tmpdir(), 'westgate-bench-'));
const data = join(work, 'data');
const databaseUrl = process.env.DATABASE_URL || undefined;
const place = databaseUrl ? { dataDir: data, databaseUrl } : { dataDir: data };

console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`);
console.log(databaseUrl ? 'on a PostgreSQL server' : 'in a data folder');
const desk = await openDesk({ ...place, districtFolder: example });
const projects = [...desk.register.project.keys()];
const project = desk.register.project.get(projects[0]);
const places = [...desk.register.place.keys()];
const revised = (table, key, fields) => {
  const { rev } = desk.register[table].get(key);
  return desk.revise({ table, key, rev, fields }, { who: 'bench' });
};
const atDesk = await timed(COUNT, (n) => revised('project', project.id, { note_en: `note ${n}` }));
const togetherAtDesk = await together((n) => revised('place', places[n % CALLERS], { name_en: `place ${n}` }));
const row = desk.register.project.get(project.id);
await desk.close();

const store = await openStore(databaseUrl ? { url: databaseUrl } : { dir: data });
let before = row;
const draft = (n) => {
  const after = { ...before, note_en: `note again ${n}`, rev: before.rev + 1 };
  const changes = [{ table: 'project', key: project.id, before, after }];
  before = after;
  return { who: 'bench', verb: 'revise', reason: '', changes };
};
// As the desk, which has shown that each deed fits.
const atStore = await timed(COUNT, (n) => store.commitProven([draft(n)], store.head.seq));
const groups = await timed(Math.ceil(COUNT / CALLERS), (n) =>
  store.commitProven(
    Array.from({ length: CALLERS }, (_, caller) => draft(`${n} ${caller}`)),
    store.head.seq,
  ),
);
const togetherAtStore = { perSecond: groups.perSecond * CALLERS };
await store.close();
const lineBytes = databaseUrl ? 2_000 : Math.round(statSync(join(data, 'journal/000001.ndjson')).size / (4 * COUNT));

const file = openSync(join(work, 'plain'), 'a');
const line = Buffer.alloc(lineBytes, 'x');
const plain = await timed(COUNT, () => {
  writeSync(file, line);
  fdatasyncSync(file);
});
closeSync(file);

const { address, memory, end } = await serve('bench/lists-server.mjs', data);
await together((n) => outcome(address, n, 'warm'));
const overHttp = await together((n) => outcome(address, n, 'bench'));
const rssMb = await memory();
await end();
const plainHttp = databaseUrl ? await plainFastify() : null;
rmSync(work, { recursive: true, force: true });

const tell = (name, { perSecond }) =>
  console.log(
    `${name.padEnd(44)} ${perSecond.toFixed(0).padStart(6)} deeds/s   ${(perSecond / plain.perSecond).toFixed(3)} of the baseline`,
  );
console.log(`append ${lineBytes} bytes and fdatasync, baseline`.padEnd(44), `${plain.perSecond.toFixed(0).padStart(6)} lines/s`);
tell('the store, one caller', atStore);
tell(`the store, ${CALLERS} deeds together`, togetherAtStore);
tell('the desk, with every check, one caller', atDesk);
tell(`the desk, ${CALLERS} callers at once`, togetherAtDesk);
tell(`HTTP, ${CALLERS} callers at once`, overHttp);
if (plainHttp) {
  tell(`a plain Fastify, ${CALLERS} callers at once, baseline`, plainHttp);
  console.log(`HTTP ${(overHttp.perSecond / plainHttp.perSecond).toFixed(2)} of the plain Fastify`);
}
console.log(`memory of the server after ${COUNT} deeds: ${rssMb} MB`);

async function timed(count, act) {
  const start = performance.now();
  for (let n = 0; n < count; n += 1) await act(n);
  return { perSecond: (count / (performance.now() - start)) * 1000 };
}

/** `act` with each number, from as many callers at once. */
async function together(act) {
  const began = performance.now();
  await Promise.all(
    Array.from({ length: CALLERS }, async (_, caller) => {
      for (let n = caller; n < COUNT; n += CALLERS) await act(n);
    }),
  );
  return { perSecond: (COUNT / (performance.now() - began)) * 1000 };
}

/** Each on the next project in turn: nobody reports ten thousand times on one. */
async function outcome(address, n, as) {
  const subjectId = projects[n % projects.length];
  const body = { subjectKind: 'project', subjectId, what: 'progress', dates: '2025-06-01', confidence: 'low', who: 'bench' };
  await post(`${address}/api/v1/outcomes`, body, { 'idempotency-key': `${as}-${n}` });
}

function post(url, body, headers) {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      { method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers } },
      (answer) => {
        let said = '';
        answer.setEncoding('utf8').on('data', (part) => {
          said += part;
        });
        answer.on('end', () => (answer.statusCode === 200 ? resolve(said) : reject(new Error(`${answer.statusCode} ${said}`))));
      },
    );
    asked.on('error', reject);
    asked.end(text);
  });
}

async function plainFastify() {
  const { address, end } = await serve('bench/plain-server.mjs');
  const body = row;
  await together(() => post(`${address}/row`, body, {}));
  const found = await together(() => post(`${address}/row`, body, {}));
  await end();
  return found;
}

async function serve(script, ...args) {
  const server = spawn(process.execPath, [script, ...args], { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
  const { address } = JSON.parse((await lines.next()).value);
  const memory = async () => {
    server.stdin.write('memory\n');
    return (await lines.next()).value;
  };
  const end = () => {
    server.stdin.end();
    return new Promise((resolve) => server.once('close', resolve));
  };
  return { address, memory, end };
}
