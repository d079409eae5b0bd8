// The health check of 61 indicators in 9 subdistricts over 60 months, 32,940 values by place: how long a sheet of them takes to be imported into a running server and one undo of it,
// beside the parsing of that sheet and a plain COPY of the same rows in the same run; how long the board takes to open beside a bare Fastify that sends the same bytes; after how long
// a correction is seen. On the embedded database, and on PostgreSQL too where WESTGATE_TEST_POSTGRES names a server on which databases may be made, and psql is there.
// `node bench/health-check.mjs [--months 60] [--runs 3]`; the middle one of the runs is printed.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const of = (folder) => createRequire(join(ROOT, folder, 'package.json'));
const { parse } = of('packages/desk')('csv-parse/sync');
const { values: asked } = parseArgs({
  options: { months: { type: 'string', default: '60' }, runs: { type: 'string', default: '3' }, profile: { type: 'string' } },
});
const HEAD = 'indicator,place,period,value,weight,status,source,confidence,note_zh,note_en';
const LOOKS = 40;
const LOOKED_AT_MS = 2_000;
const TABLE = `create table plain_value (indicator text, place text, period text, value double precision, weight double precision, status text, source text, confidence text, note_zh text, note_en text, primary key (indicator, place, period, source))`;
const work = mkdtempSync(join(tmpdir(), 'westgate-bench-check-'));
const csv = madeCsv();
const rows = csv.trim().split('\n').length - 1;

console.log(
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}; ${rows} values, the middle of ${asked.runs} runs`,
);
await measure('embedded', null);
if (process.env.WESTGATE_TEST_POSTGRES) await measure('PostgreSQL', process.env.WESTGATE_TEST_POSTGRES);
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
async function copyEmbedded(name) {
  const { PGlite } = of('packages/store')('@electric-sql/pglite');
  const database = await PGlite.create({ dataDir: join(work, `copy-${name}`) });
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

/** The same into a table of the keys, checks and references of that of the values: on a server alone, where the references of each row are checked. */
function copyAlike(url) {
  const file = join(work, 'values.csv');
  const references = { indicator: 'indicator', place: 'place', source: 'source' };
  const keys = Object.entries(references).map(
    ([column, table]) => `add foreign key (district_id, ${column}) references ${table} (district_id, id)`,
  );
  psql(
    url,
    `create table alike_value (like place_value including all); alter table alike_value alter rev set default 1, ${keys.join(', ')}`,
  );
  const began = performance.now();
  parsed();
  psql(url, `\\copy alike_value (${HEAD}) from '${file}' with (format csv, header true)`);
  const ms = performance.now() - began;
  psql(url, 'drop table alike_value');
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

/** Runs on one kind of database, each on a district begun anew beside its own copy: the middle of each figure. */
async function measure(name, server) {
  const taken = [];
  for (let run = 0; run < Number(asked.runs); run += 1) taken.push(await measured(`${name}-${run}`, server));
  const middle = (pick) => taken.map(pick).sort((a, b) => a - b)[Math.floor(taken.length / 2)];
  const ms = (pick) => Math.round(middle(pick));
  console.log(
    `${name.padEnd(10)} import ${ms((t) => t.importMs)} ms, undo ${ms((t) => t.undoMs)} ms; parsing and COPY ${ms((t) => t.copyMs)} ms: ratio ${middle((t) => t.importMs / t.copyMs).toFixed(1)}, undo ${middle((t) => t.undoMs / t.copyMs).toFixed(1)}${server ? `; with the references of the values ${ms((t) => t.alikeMs)} ms: ratio ${middle((t) => t.importMs / t.alikeMs).toFixed(1)}, undo ${middle((t) => t.undoMs / t.alikeMs).toFixed(1)}` : ''}; looking at it first ${ms((t) => t.lookMs)} ms; the database has it ${ms((t) => t.writtenMs)} ms later`,
  );
  console.log(
    `${''.padEnd(10)} board ${middle((t) => t.boardMs).toFixed(1)} ms of ${Math.round(middle((t) => t.bytes) / 1024)} kB, bare Fastify ${middle((t) => t.plainMs).toFixed(1)} ms: ratio ${middle((t) => t.boardMs / t.plainMs).toFixed(2)}; a correction is seen after ${ms((t) => t.seenMs)} ms`,
  );
}

async function measured(name, server) {
  const database = server && `westgate_bench_${process.pid}_${name.replace(/\W/g, '_').toLowerCase()}`;
  if (database) psql(server, `create database ${database} template template0 encoding 'UTF8'`);
  const url = database && Object.assign(new URL(server), { pathname: `/${database}` }).href;
  const copyMs = url ? copyPostgres(url) : await copyEmbedded(name);
  const { address, end } = await serve(name, url);
  const alikeMs = url ? copyAlike(url) : null;
  const file = { name: 'values.csv', base64: Buffer.from(csv).toString('base64') };
  const [, lookMs] = await timed(() => post(`${address}/api/v1/values/preview`, { file }));
  // As a person does who looks at what the sheet changes before it is taken.
  await sleep(LOOKED_AT_MS);
  const [imported, importMs] = await timed(() => post(`${address}/api/v1/values/import`, { file, who: 'bench' }));
  const { new: made, changed, same } = imported.counts;
  if (made + changed + same !== rows) throw new Error(`${JSON.stringify(imported)}`);
  // Whoever asks for what a record was before waits until the database stands where the journal does.
  const [, writtenMs] = await timed(async () => (await fetch(`${address}/api/v1/indicators/H01/history`)).text());
  const boardMs = await opened(`${address}/api/v1/health-check`);
  const body = await (await fetch(`${address}/api/v1/health-check`)).text();
  const bare = await bareFastify(body);
  const plainMs = await opened(bare.address);
  await bare.end();
  const seen = await correction(address);
  await post(`${address}/api/v1/deeds/${seen.seq}/undo`, { who: 'bench', reason: '' });
  const [, undoMs] = await timed(() => post(`${address}/api/v1/deeds/${imported.seq}/undo`, { who: 'bench', reason: '' }));
  await end();
  if (database) psql(server, `drop database ${database} with (force)`);
  return { copyMs, alikeMs, lookMs, importMs, writtenMs, undoMs, boardMs, plainMs, bytes: body.length, seenMs: seen.ms };
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

async function serve(name, databaseUrl) {
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
    ...(databaseUrl ? [] : ['--data', join(work, `data-${name}`)]),
  ];
  const profiled = asked.profile ? ['--cpu-prof', `--cpu-prof-dir=${asked.profile}`] : [];
  const child = spawn(process.execPath, [...profiled, join(ROOT, 'apps/cli/bin/westgate.mjs'), ...args], {
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
