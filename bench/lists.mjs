// Lists and search at size: an import, a warm start, then each list as its screen opens it, and the first page of every list in every order, with
// words and with filters, asked again and asked right after a deed, and the search; beside a bare Fastify server that answers as many bytes. Also the
// largest answer.
// `node bench/lists.mjs [--sizes 10000,100000] [--rounds 3]`.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { values: asked } = parseArgs({
  options: { sizes: { type: 'string', default: '10000,100000' }, rounds: { type: 'string', default: '3' }, keep: { type: 'string' } },
});
const [sizes, rounds] = [asked.sizes.split(',').map(Number), Number(asked.rounds)];
const folder = asked.keep ?? mkdtempSync(join(tmpdir(), 'westgate-bench-lists-'));

const SORTS = {
  sentences: ['number'],
  commitments: ['number', 'title', 'state', 'due', 'owner'],
  places: ['name', 'kind', 'stage', 'id', 'aim', 'sentence', 'lead', 'area', 'year', 'position'],
  projects: ['name', 'kind', 'state', 'due', 'lead', 'id'],
  indicators: ['name', 'id'],
  events: ['dates', 'name', 'state', 'id'],
  parks: ['name', 'id'],
  departments: ['name', 'id'],
  documents: [''],
  sources: [''],
};
const FILTERS = [
  'places?q=松岭',
  'places?q=road 12',
  'places?aim=homes&stage=under-way',
  'places?bbox=113.3,30.5,113.4,30.6',
  'places?without=building,compound',
  'commitments?state=late',
  'commitments?q=renewal',
  'projects?state=under-way&sort=-due',
  'sentences?aim=green',
  'commitments?place=s000001',
  'projects?place=s000001',
];
/** The lists of the screens, as they ask for their first rows. */
const OPENED = [...Object.keys(SORTS), 'exceptions', 'supervision', 'programme', 'months', 'publicity'].map(
  (list) => `lists/${list}?lang=zh&limit=100`,
);
const LISTS = [
  ...Object.entries(SORTS).flatMap(([noun, sorts]) =>
    sorts.flatMap((sort) => (sort === '' ? [noun] : [`${noun}?sort=${sort}`, `${noun}?sort=-${sort}`])),
  ),
  ...FILTERS,
];
const WORDS = [
  '松岭路',
  'slh',
  'songlinglu',
  '松玲路',
  '更新松岭',
  '松领路改造',
  'songlign road',
  'renewal of song',
  '园',
  '楼',
  'road',
  '长河体育馆',
  'qinghu twoer',
  '不存在的名字',
];

console.log(
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}, load ${loadavg()[0]?.toFixed(1)}`,
);
/** Deeds done so far. */
let deeds = 0;
const bare = createRequire(join(ROOT, 'apps/server/package.json'))('fastify')();
bare.get('/bytes/:count', async (request, reply) => reply.type('application/json').send('x'.repeat(Number(request.params.count))));
const bareAddress = await bare.listen({ host: '127.0.0.1', port: 0 });
for (const size of sizes) await tell(size);
await bare.close();
if (asked.keep === undefined) rmSync(folder, { recursive: true, force: true });

async function tell(size) {
  const [district, data] = [join(folder, `district-${size}`), join(folder, `data-${size}`)];
  spawnSync(process.execPath, [join(ROOT, 'tools/make-district.mjs'), '--sites', String(size), '--seed', '1', '--out', district]);
  const imported = await serve(data, district);
  await imported.end();
  const starts = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = await serve(data);
    starts.push(started.openMs);
    await started.end();
  }
  const server = await serve(data);
  const { answers: atOnce } = await measure(server, ['places', 'commitments?sort=state'], () => undefined, 1);
  const readyMs = await untilQuiet(server);
  const opened = await measure(server, OPENED, () => undefined, rounds + 1);
  const openedAfter = await measure(server, OPENED, (round) => recordOutcome(server, round), 1);
  const again = await measure(server, LISTS, () => undefined, rounds);
  const afterDeed = await measure(
    server,
    LISTS,
    (round) => (round % 2 === 0 ? recordOutcome(server, round) : renamePlace(server, round)),
    rounds,
  );
  const search = await measure(
    server,
    WORDS.map((q) => `search?q=${q}`),
    () => undefined,
    rounds,
  );
  const searchAfter = await measure(
    server,
    WORDS.map((q) => `search?q=${q}`),
    (round) => renamePlace(server, round),
    rounds,
  );
  const largest = await largestAnswer(server);
  const rssMb = await server.memory();
  await server.end();
  const bytes = Math.round(
    at(
      again.answers.map((answer) => answer.bytes),
      0.5,
    ),
  );
  const baseline = at(await baselineOf(bytes), 0.5);

  console.log(`\n${size.toLocaleString('en')} sites: ${imported.places} places, ${imported.commitments} commitments`);
  console.log(`  import of the folder        ${s(imported.openMs)}, process of ${imported.rssMb} MB at its end`);
  console.log(`  warm start until it answers median ${s(at(starts, 0.5))}, min ${s(Math.min(...starts))} (${rounds} runs)`);
  console.log(
    `  first pages at once         ${atOnce.map(({ path, ms: took }) => `${path} ${ms(took)}`).join(', ')}; all prepared after ${s(readyMs)}`,
  );
  for (const path of OPENED) {
    const [first, ...later] = opened.answers.filter((answer) => answer.path === path);
    const after = openedAfter.answers.find((answer) => answer.path === path);
    const [same, took] = [
      at(await baselineOf(first.bytes), 0.5),
      at(
        later.map((answer) => answer.ms),
        0.5,
      ),
    ];
    const name = path.slice('lists/'.length, path.indexOf('?')).padEnd(12);
    const times = `first ${ms(first.ms)}, again p50 ${ms(took)}, after a deed ${ms(after.ms)}, bare Fastify ${ms(same)}`;
    console.log(`  opened: ${name} ${String(first.bytes).padStart(7)} bytes  ${times}   ratio again / bare ${(took / same).toFixed(1)}`);
  }
  console.log(
    `  a first page, asked again   ${told(again.answers)}   ratio p50 / bare Fastify of ${bytes} bytes (${ms(baseline)}) ${(
      at(
        again.answers.map((answer) => answer.ms),
        0.5,
      ) / baseline
    ).toFixed(1)}`,
  );
  console.log(`  right after a deed          ${told(afterDeed.answers)}   slowest: ${slowest(afterDeed.answers)}`);
  console.log(`  search                      ${told(search.answers)}   slowest: ${slowest(search.answers)}`);
  console.log(`  search right after a deed   ${told(searchAfter.answers)}   slowest: ${slowest(searchAfter.answers)}`);
  console.log(
    `  largest answer              ${largest
      .slice(0, 3)
      .map(({ path, bytes: length }) => `${path} ${(length / 1000).toFixed(0)} kB`)
      .join(', ')}`,
  );
  console.log(`  slow answers of one record  ${slowest(largest.map((answer) => ({ ...answer })))}`);
  console.log(`  memory of the server        ${rssMb} MB`);
}

/** A server over the data in a process of its own. */
async function serve(data, district) {
  const began = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'bench/lists-server.mjs'), data, ...(district ? [district] : [])], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const { value } = await lines.next();
  const said = JSON.parse(value);
  return {
    ...said,
    openMs: performance.now() - began,
    async memory() {
      child.stdin.write('memory\n');
      return Number((await lines.next()).value);
    },
    async end() {
      child.stdin.end();
      await new Promise((resolve) => child.on('exit', resolve));
    },
  };
}

/** How long each answer takes, `times` times over; `before` runs first, unmeasured. */
async function measure(server, paths, before, times) {
  const answers = [];
  for (let round = 0; round < times; round += 1) {
    for (const path of paths) {
      await before(round);
      answers.push(await ask(server, path));
    }
  }
  return { answers };
}

async function ask({ address }, path) {
  const began = performance.now();
  const answer = await fetch(`${address}/api/v1/${path}`);
  const bytes = (await answer.arrayBuffer()).byteLength;
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return { path, ms: performance.now() - began, bytes };
}

/** Milliseconds until the server has made ready what it makes ready by itself: until a small answer comes quickly ten times. */
async function untilQuiet(server) {
  const began = performance.now();
  for (let quick = 0; quick < 10; ) {
    const { ms: took } = await ask(server, 'departments?limit=1');
    quick = took < 8 ? quick + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (performance.now() - began > 60_000) break;
  }
  await ask(server, 'search?q=x');
  return performance.now() - began;
}

async function recordOutcome({ address }) {
  deeds += 1;
  const body = {
    subjectKind: 'project',
    subjectId: `pr${String(1 + (deeds % 500)).padStart(6, '0')}`,
    what: 'progress',
    dates: '2026-05-04',
    confidence: 'high',
    source: 'src-1',
    who: 'bench',
  };
  await write(`${address}/api/v1/outcomes`, 'POST', body, {});
}

async function renamePlace({ address }) {
  deeds += 1;
  const path = `${address}/api/v1/places/s${String(1 + (deeds % 5000)).padStart(6, '0')}`;
  const { rev, name } = await (await fetch(path)).json();
  const fields = { name_zh: `${name.zh}改`, name_en: `${name.en} B` };
  await write(path, 'PATCH', { who: 'bench', reason: 'to measure', fields }, { 'if-match': `"${rev}"` });
}

async function write(url, method, body, headers) {
  const answer = await fetch(url, { method, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  if (answer.status !== 200) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}

/** Answers of every route on records that have much, largest first. */
async function largestAnswer(server) {
  const lists = Object.keys(SORTS).map((noun) => `${noun}?limit=500`);
  const { documents } = await (await fetch(`${server.address}/api/v1/district`)).json();
  const records = [
    'projects/programme-all',
    'departments/dep-1-0',
    'places/s000004',
    'places/s000001',
    'indicators/ind-001',
    `documents/${documents[0].id}`,
    'sentences/2026-p1s1',
    'commitments/2026-p1s1-1',
  ];
  const paths = [
    'district',
    'coverage',
    'deeds',
    'deeds/1',
    'search?q=a&limit=50',
    'map',
    'map/base',
    'map/sheet',
    'map/counts',
    ...lists,
    ...records.flatMap((record) => [record, `${record}/links`, `${record}/history`]),
  ];
  const answers = [];
  for (const path of paths)
    answers.push(await ask(server, path).catch((error) => ({ path: `${path} (${error.message})`, ms: 0, bytes: 0 })));
  for (const { path } of answers.filter(({ bytes }) => bytes === 0)) console.log(`  not answered: ${path}`);
  return answers.sort((a, b) => b.bytes - a.bytes);
}

async function baselineOf(bytes) {
  const times = [];
  for (let round = 0; round < 50; round += 1) {
    const began = performance.now();
    await (await fetch(`${bareAddress}/bytes/${bytes}`)).arrayBuffer();
    times.push(performance.now() - began);
  }
  return times;
}

function told(answers) {
  const times = answers.map((answer) => answer.ms);
  return `p50 ${ms(at(times, 0.5))}, p95 ${ms(at(times, 0.95))}, max ${ms(Math.max(...times))} (${times.length} answers)`;
}

function slowest(answers) {
  const byPath = Map.groupBy ? Map.groupBy(answers, ({ path }) => path) : groups(answers);
  const worst = [...byPath]
    .map(([path, group]) => ({
      path,
      ms: at(
        group.map((answer) => answer.ms),
        0.5,
      ),
    }))
    .sort((a, b) => b.ms - a.ms);
  return worst
    .slice(0, 4)
    .map((each) => `${each.path} ${ms(each.ms)}`)
    .join(', ');
}

function groups(answers) {
  const byPath = new Map();
  for (const answer of answers) byPath.set(answer.path, [...(byPath.get(answer.path) ?? []), answer]);
  return byPath;
}

function at(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function ms(value) {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

function s(value) {
  return `${(value / 1000).toFixed(2)} s`;
}
