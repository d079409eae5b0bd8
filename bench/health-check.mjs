// The health check of 61 indicators in 9 subdistricts over 60 months, 32,940 values by place: how long their import into a running server takes and one undo of it, beside the
// parsing and a plain COPY of the same rows in the same run; how long the board takes to open beside a bare Fastify that sends the same bytes; after how long a correction is seen.
// On the embedded database, and on PostgreSQL too where DATABASE_URL names a server whose database may be filled and psql is there. `node bench/health-check.mjs [--months 60]`.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const of = (folder) => createRequire(join(ROOT, folder, 'package.json'));
const { parse } = of('packages/desk')('csv-parse/sync');
const { values: asked } = parseArgs({ options: { months: { type: 'string', default: '60' } } });
const HEAD = 'indicator,place,period,value,weight,status,source,confidence,note_zh,note_en';
const LOOKS = 40;
const TABLE = `create table plain_value (indicator text, place text, period text, value double precision, weight double precision, status text, source text, confidence text, note_zh text, note_en text, primary key (indicator, place, period, source))`;
const work = mkdtempSync(join(tmpdir(), 'westgate-bench-check-'));
const csv = madeCsv();
const rows = csv.trim().split('\n').length - 1;

console.log(
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}; ${rows} values`,
);
await measure('embedded', null, await copyEmbedded());
if (process.env.DATABASE_URL) await measure('PostgreSQL', process.env.DATABASE_URL, copyPostgres(process.env.DATABASE_URL));
rmSync(work, { recursive: true, force: true });
process.exit();

/** The values as the file of a district folder holds them. */
function madeCsv() {
  const folder = join(ROOT, 'data/practice');
  const indicators = readFileSync(join(folder, 'results/indicators.csv'), 'utf8')
    .split('\n')
    .map((line) => line.split(',')[0])
    .filter((id) => /^[HCBU]\d\d$/.test(id));
  const areas = [...readFileSync(join(folder, 'places/places.geojson'), 'utf8').matchAll(/"id":"(area-[a-z]+)"/g)].map(([, id]) => id);
  const places = [...new Set(areas)].slice(0, 9);
  const lines = [HEAD];
  let seed = 7;
  for (const indicator of indicators)
    for (const place of places)
      for (let month = 0; month < Number(asked.months); month += 1) {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        const period = `${2021 + Math.floor((month + 10) / 12)}-${String(((month + 10) % 12) + 1).padStart(2, '0')}`;
        lines.push(`${indicator},${place},${period},${seed % 40},,final,SURVEY,high,,`);
      }
  return `${lines.join('\n')}\n`;
}

/** Parsing the file and a plain COPY into a table of the same columns, ms. */
async function copyEmbedded() {
  const { PGlite } = of('packages/store')('@electric-sql/pglite');
  const database = await PGlite.create({ dataDir: join(work, 'copy') });
  await database.exec(TABLE);
  const began = performance.now();
  parsed();
  await database.query("copy plain_value from '/dev/blob' with (format csv, header true)", [], { blob: new Blob([csv]) });
  const ms = performance.now() - began;
  await database.close();
  return ms;
}

function copyPostgres(url) {
  const file = join(work, 'values.csv');
  writeFileSync(file, csv);
  psql(url, `drop table if exists plain_value; ${TABLE}`);
  const began = performance.now();
  parsed();
  psql(url, `\\copy plain_value from '${file}' with (format csv, header true)`);
  const ms = performance.now() - began;
  psql(url, 'drop table plain_value');
  return ms;
}

function psql(url, command) {
  const { status, stderr } = spawnSync('psql', [url, '-q', '-c', command], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`psql: ${stderr}`);
}

/** The least that any reader of the file does. */
function parsed() {
  parse(csv, { columns: true });
}

async function measure(name, databaseUrl, copyMs) {
  const folder = join(work, `folder-${name}`);
  cpSync(join(ROOT, 'data/practice'), folder, { recursive: true });
  const { address, end } = await serve(databaseUrl);
  writeFileSync(join(folder, 'results/place-values.csv'), csv);
  const [imported, importMs] = await timed(() => send(address, folder));
  const board = await opened(`${address}/api/v1/health-check`);
  const body = await (await fetch(`${address}/api/v1/health-check`)).text();
  const bare = await bareFastify(body);
  const plain = await opened(bare.address);
  await bare.end();
  const seen = await correction(address);
  const seq =
    imported.seq ?? (await (await fetch(`${address}/api/v1/deeds?limit=3`)).json()).items.find(({ verb }) => verb === 'import').seq;
  const [, undoMs] = await timed(() => post(`${address}/api/v1/deeds/${seen.seq}/undo`, { who: 'bench', reason: '' }));
  const [, undoAllMs] = await timed(() => post(`${address}/api/v1/deeds/${seq}/undo`, { who: 'bench', reason: '' }));
  await end();
  const round = (ms) => Math.round(ms);
  console.log(
    `${name.padEnd(10)} import ${round(importMs)} ms, undo ${round(undoAllMs)} ms; parsing and COPY ${round(copyMs)} ms: ratio ${(importMs / copyMs).toFixed(1)}, undo ${(undoAllMs / copyMs).toFixed(1)}`,
  );
  console.log(
    `${''.padEnd(10)} board ${board.toFixed(1)} ms of ${Math.round(body.length / 1024)} kB, bare Fastify ${plain.toFixed(1)} ms: ratio ${(board / plain).toFixed(2)}; a correction is seen after ${round(seen.ms)} ms (undone in ${round(undoMs)} ms)`,
  );
}

/** The median of opening an address, ms, after a first look. */
async function opened(url) {
  await (await fetch(url)).text();
  const times = [];
  for (let look = 0; look < LOOKS; look += 1) times.push((await timed(async () => (await fetch(url)).text()))[1]);
  return times.sort((a, b) => a - b)[Math.floor(LOOKS / 2)];
}

/** Corrects one value, and asks until board and units tell the new one. */
async function correction(address) {
  const url = `${address}/api/v1/indicators/H01/units`;
  const [unit] = (await (await fetch(url)).json()).rows.flatMap(({ held }) => held.slice(-1));
  const value = 1000 + unit.value;
  const began = performance.now();
  const fields = { value, source: unit.source.id, confidence: 'high' };
  const edits = [{ action: 'revise', table: 'place_value', key: unit.key, rev: unit.rev, fields }];
  const { seq } = await post(`${address}/api/v1/edits`, { who: 'bench', edits });
  for (;;) {
    const [units, board] = await Promise.all([url, `${address}/api/v1/health-check`].map(async (each) => (await fetch(each)).json()));
    const isSeen =
      units.rows.some(({ held }) => held.at(-1)?.value === value) &&
      board.rows.find(({ indicator }) => indicator.id === 'H01').value >= value;
    if (isSeen) return { seq, ms: performance.now() - began };
  }
}

async function bareFastify(body) {
  const app = of('apps/server')('fastify')();
  app.get('/', (_request, reply) => reply.type('application/json').send(body));
  return { address: await app.listen({ port: 0, host: '127.0.0.1' }), end: () => app.close() };
}

async function serve(databaseUrl) {
  const port = 20_000 + Math.floor(Math.random() * 12_000);
  const env = { ...process.env };
  delete env.DATABASE_URL;
  if (databaseUrl) env.DATABASE_URL = databaseUrl;
  const args = [
    'serve',
    '--port',
    String(port),
    '--district',
    'data/practice',
    '--no-screens',
    ...(databaseUrl ? [] : ['--data', join(work, 'data')]),
  ];
  const child = spawn(process.execPath, [join(ROOT, 'apps/cli/bin/westgate.mjs'), ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  process.on('exit', () => child.kill());
  await new Promise((ready, failed) => {
    child.stdout.on('data', (text) => String(text).includes('Westgate ready') && ready());
    child.on('exit', (code) => failed(new Error(`it ended with ${code} before it was ready`)));
  });
  child.removeAllListeners('exit');
  const end = async () => {
    child.kill();
    await new Promise((ended) => child.on('exit', ended));
  };
  return { address: `http://127.0.0.1:${port}`, end };
}

async function send(address, folder) {
  const form = new FormData();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    form.append('file', new Blob([readFileSync(path)]), relative(folder, path));
  }
  return told(await fetch(`${address}/api/v1/district/import`, { method: 'POST', body: form }));
}

async function post(url, body) {
  return told(await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }));
}

async function told(answer) {
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${(await answer.text()).slice(0, 1000)}`);
  return answer.json();
}

async function timed(work) {
  const began = performance.now();
  return [await work(), performance.now() - began];
}
