// The update loop at size, on the embedded database: Today of a department with 2,000 records among 20,000, asked first and right after a deed,
// beside the first page of the projects from the same run; 10,000 records changed at once, and that undone. `node bench/loop.mjs [--rounds 5]`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startServer } from '../apps/server/dist/src/index.js';
import { openDesk } from '../packages/desk/dist/src/index.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { values: asked } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const rounds = Number(asked.rounds);
const [ALL, OWN, BULK] = [20_000, 2_000, 10_000];
const folder = mkdtempSync(join(tmpdir(), 'westgate-bench-loop-'));

console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}, Node ${process.version}`);
const district = join(folder, 'district');
spawnSync(process.execPath, ['tools/make-district.mjs', '--sites', '10000', '--seed', '1', '--out', district], { cwd: ROOT });
const desk = await openDesk({ dataDir: join(folder, 'data'), districtFolder: district });
const limits = { readsAMinute: 1e6, writesAMinute: 1e6, addressReadsAMinute: 1e6, addressWritesAMinute: 1e6 };
const server = await startServer({ desk, host: '127.0.0.1', port: 0, webDir: null, limits });

const departments = [...desk.register.department.keys()];
const held = desk.register.project.size + desk.register.commitment.size;
const own = 'bench-own';
await edit([
  { action: 'create', table: 'department', fields: { id: own, name_en: 'Bench', name_zh: '测试', confidence: 'low' } },
  ...['project', 'commitment'].map((kind) => ({
    action: 'create',
    table: 'update_rule',
    fields: { subject_kind: kind, cadence: 'monthly', asked_from: '2026-01-01', near_days: 3, window_days: 1, escalate_days: 5 },
  })),
]);
const projects = Array.from({ length: ALL - held }, (_, index) => ({
  action: 'create',
  table: 'project',
  fields: {
    id: `bench-${index}`,
    name_en: `Bench ${index}`,
    name_zh: `测试 ${index}`,
    kind: 'old-compound',
    lead: index < OWN ? own : departments[index % departments.length],
  },
}));
for (let from = 0; from < projects.length; from += 5000) await edit(projects.slice(from, from + 5000));
for (let from = 0; from < ALL / 2; from += 500) {
  const updates = projects
    .slice(from, from + 500)
    .map(({ fields: { id } }) => ({ subjectKind: 'project', subjectId: id, unchanged: true }));
  await send('updates', { who: 'bench', updates });
}

const first = await timed(() => get(`today?department=${own}`));
const times = { today: [], page: [] };
let [lead, bytes] = ['', 0];
for (let round = 0; round < rounds; round += 1) {
  await send('updates', { who: 'bench', updates: [{ subjectKind: 'project', subjectId: `bench-${round}`, unchanged: true }] });
  const { ms: todayMs, value } = await timed(() => get(`today?department=${own}`));
  bytes = value.length;
  times.today.push(todayMs);
  await send('updates', { who: 'bench', updates: [{ subjectKind: 'project', subjectId: `bench-${round}`, unchanged: true }] });
  times.page.push((await timed(() => get('projects?limit=60'))).ms);
}
console.log(
  `Today of ${OWN.toLocaleString('en')} of ${ALL.toLocaleString('en')} records, ${Math.round(bytes / 1000)} kB: first ${show(first.ms)}`,
);
console.log(
  `  right after a deed ${told(times.today)}; first page of the projects then ${told(times.page)}; ratio ${(median(times.today) / median(times.page)).toFixed(1)}`,
);

lead = departments[0];
const change = projects
  .slice(0, BULK)
  .map(({ fields: { id } }) => ({ action: 'revise', table: 'project', key: id, rev: 1, fields: { lead } }));
const { ms: bulkMs, value: seq } = await timed(() => edit(change));
const { ms: undoMs } = await timed(() => send(`deeds/${seq}/undo`, { who: 'bench' }));
console.log(`${BULK.toLocaleString('en')} records changed as one deed ${show(bulkMs)}; undone ${show(undoMs)}`);
await server.close();
await desk.close();
rmSync(folder, { recursive: true, force: true });

async function edit(edits) {
  return (await send('edits', { who: 'bench', edits })).seq;
}

async function send(path, body) {
  const answer = await fetch(`${server.address}/api/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

async function get(path) {
  const answer = await fetch(`${server.address}/api/v1/${path}`);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.text();
}

async function timed(work) {
  const began = performance.now();
  const value = await work();
  return { ms: performance.now() - began, value };
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function told(values) {
  return `median ${show(median(values))}, longest ${show(Math.max(...values))}`;
}

function show(ms) {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
