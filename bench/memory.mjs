// What memory the server takes, as `npm start` makes it, in a process of its own: after its start, and after use of every kind. Beside it, in the same run,
// another build: `node bench/memory.mjs [--sites 100000] [--beside FOLDER] [--district FOLDER] [--keep FOLDER]`. FOLDER of `--beside` holds a built Westgate;
// with `--keep` the data stays there for the next run. With DATABASE_URL of an empty database (and BESIDE_URL of another), the same on PostgreSQL.
// Linux only: the memory of a process is read where the kernel tells it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { values: asked } = parseArgs({
  options: {
    sites: { type: 'string', default: '100000' },
    beside: { type: 'string' },
    district: { type: 'string' },
    keep: { type: 'string' },
  },
});
const { DATABASE_URL, BESIDE_URL, ...env } = process.env;
/** A process that takes no processor for this long has put away what it puts away by itself: V8 begins with that some ten seconds after the last work, and looks again. */
const QUIET_MS = 45_000;
const PAGES = 20;
const EDITS = 20;
const WORDS = [
  '松岭路',
  'slh',
  'songlinglu',
  '松玲路',
  'renewal of song',
  '园',
  '楼',
  'road',
  '长河体育馆',
  'qinghu twoer',
  '不存在的名字',
];
const LISTS = ['places', 'commitments', 'projects', 'sentences', 'indicators', 'events', 'departments', 'sources'];
const SORTED = {
  places: ['name', 'kind', 'stage', 'aim', 'lead', 'area', 'year', 'position'],
  commitments: ['number', 'title', 'state', 'due', 'owner'],
  projects: ['name', 'kind', 'state', 'due', 'lead'],
};
const HOME = ['session', 'district', 'district/standing', 'coverage', 'map/sheet', 'map/counts', 'today', 'exceptions', 'deeds?limit=20'];
const EXPORTS = ['places.csv', 'places.xlsx', 'commitments.csv', 'commitments.xlsx'];
/** Zooms of tiles, and how many of each are asked for along a side. */
const TILES = { 10: 2, 12: 4, 13: 6, 14: 8, 15: 8, 16: 8 };

const folder = asked.keep ?? mkdtempSync(join(tmpdir(), 'westgate-bench-memory-'));
const district = asked.district ?? join(folder, 'district');
if (!existsSync(district))
  spawnSync(process.execPath, [join(ROOT, 'tools/make-district.mjs'), '--sites', asked.sites, '--seed', '1', '--out', district]);
console.log(
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}, ${DATABASE_URL ? 'PostgreSQL' : 'embedded'}`,
);
const builds = [
  { name: 'this build', root: ROOT, url: DATABASE_URL },
  ...(asked.beside ? [{ name: 'beside', root: asked.beside, url: BESIDE_URL }] : []),
];
const found = [];
for (const build of builds) {
  found.push(await measured(build));
  console.log(`${build.name}: ${JSON.stringify(found.at(-1))}`);
}
if (asked.keep === undefined) rmSync(folder, { recursive: true, force: true });
const [own, other] = found;
for (const name of Object.keys(own)) {
  const ratio = other ? `   beside ${other[name].toFixed(0).padStart(6)}   ratio ${(own[name] / other[name]).toFixed(2)}` : '';
  console.log(`${name.padEnd(52)}${own[name].toFixed(0).padStart(6)}${ratio}`);
}

/** Memory in MB (of a million bytes) by when, and how long exports took. */
async function measured({ name, root, url }) {
  const dataDir = join(folder, `data-${name.replace(' ', '-')}`);
  const times = {};
  // A folder named would stand before the database.
  const place = url ? [] : ['--data', dataDir];
  const first = await serve(root, [...place, '--district', district], url);
  await first.quiet();
  times['first start, with the load, MB'] = first.mb();
  await first.end();
  const server = await serve(root, place, url);
  await server.quiet();
  times['start, MB'] = server.mb();
  for (const [use, act] of Object.entries({ 'pages, sorts, search, map': looks, 'edits and undo': edits })) {
    await act(server);
    await server.quiet();
    times[`after ${use}, MB`] = server.mb();
  }
  for (const file of EXPORTS) {
    const { firstMs, ms, bytes } = await server.get(`exports/${file}`);
    times[`${file}: first byte, ms`] = firstMs;
    times[`${file}: whole, ms`] = ms;
    times[`${file}: kB`] = bytes / 1e3;
  }
  await server.quiet();
  times['after exports, MB'] = server.mb();
  await looks(server);
  await edits(server);
  await server.quiet();
  times['after use, MB'] = server.mb();
  times['peak since the start, MB'] = server.peakMb();
  const spent = server.spentS();
  await server.end();
  times['processor, s'] = spent;
  return times;
}

/** Home, pages of lists in every order, the search and the map. */
async function looks({ get }) {
  for (const path of HOME) await get(path);
  for (const list of LISTS) {
    await get(`lists/${list}?lang=zh&limit=100`);
    let cursor = null;
    for (let page = 0; page < PAGES; page += 1) {
      const { next } = JSON.parse((await get(`${list}?limit=100${cursor === null ? '' : `&after=${encodeURIComponent(cursor)}`}`)).text);
      if (!next) break;
      cursor = next;
    }
    for (const sort of SORTED[list] ?? []) for (const way of ['', '-']) await get(`${list}?sort=${way}${sort}`);
  }
  for (const path of [
    'places?q=road 12',
    'places?aim=homes&stage=under-way',
    'commitments?state=late',
    'projects?state=under-way&sort=-due',
  ])
    await get(path);
  for (const word of WORDS) await get(`search?q=${encodeURIComponent(word)}`);
  const sheet = JSON.parse((await get('map/sheet')).text);
  const [west, south, east, north] = sheet.base ?? sheet.home;
  for (const [zoom, most] of Object.entries(TILES)) {
    const [left, top] = tileAt(Number(zoom), west, north);
    const [right, bottom] = tileAt(Number(zoom), east, south);
    for (let x = left; x <= Math.min(right, left + most - 1); x += 1)
      for (let y = top; y <= Math.min(bottom, top + most - 1); y += 1)
        for (const group of Object.keys(sheet.versions)) await get(`map/tiles/${group}/${zoom}/${x}/${y}`);
  }
}

/** Places renamed one by one, half of it undone. */
async function edits({ get, write }) {
  const { items } = JSON.parse((await get(`places?limit=${EDITS}`)).text);
  for (const [n, { id }] of items.entries()) {
    const { rev } = JSON.parse((await get(`places/${encodeURIComponent(id)}`)).text);
    const body = { who: 'bench', reason: 'to measure', fields: { name_en: `renamed ${n} ${Date.now()}` } };
    const { seq } = await write(`places/${encodeURIComponent(id)}`, 'PATCH', body, { 'if-match': `"${rev}"` });
    await get('lists/places?lang=zh&limit=100');
    await get('map/counts');
    if (n % 2 === 0) await write(`deeds/${seq}/undo`, 'POST', { who: 'bench', reason: 'to measure' });
    await get('search?q=road');
  }
}

function tileAt(zoom, longitude, latitude) {
  const [side, sine] = [2 ** zoom, Math.sin((latitude * Math.PI) / 180)];
  return [((longitude + 180) / 360) * side, (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * side].map(Math.floor);
}

/** The server of the build in `root`, asked over HTTP alone. */
async function serve(root, args, url) {
  const command = [join(root, 'apps/cli/bin/westgate.mjs'), 'serve', '--port', '0', ...args];
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: url ? { ...env, DATABASE_URL: url } : env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  process.once('exit', () => child.kill('SIGINT'));
  const address = await new Promise((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      const match = /Westgate ready at (\S+)/.exec(printed);
      if (match) resolve(match[1]);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  // A supervisor started it; what serves is its child.
  const [pid] = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').split(' ').filter(Boolean);
  const fact = (name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1.024e-3;
  const spent = () => {
    const facts = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return Number(facts[11]) + Number(facts[12]);
  };
  return {
    mb: () => fact('VmRSS'),
    peakMb: () => fact('VmHWM'),
    spentS: () => spent() / 100,
    async quiet() {
      for (let since = performance.now(), before = spent(); performance.now() - since < QUIET_MS; before = spent()) {
        await sleep(1_000);
        // A clock of hundredths of a second: less than a tenth of a core is no work.
        if (spent() - before > 10) since = performance.now();
      }
    },
    async get(path) {
      const began = performance.now();
      const answer = await fetch(`${address}/api/v1/${path}`);
      // A build from before the lists by their columns has none.
      if (answer.status === 404 && path.startsWith('lists/')) return { text: '' };
      if (!answer.ok && answer.status !== 204) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      let [firstMs, bytes, text] = [Number.NaN, 0, ''];
      for await (const chunk of answer.body ?? []) {
        if (bytes === 0) firstMs = performance.now() - began;
        bytes += chunk.length;
        if (bytes < 5e6) text += Buffer.from(chunk).toString('latin1');
      }
      return { firstMs, ms: performance.now() - began, bytes, text: Buffer.from(text, 'latin1').toString('utf8') };
    },
    async write(path, method, body, headers = {}) {
      const answer = await fetch(`${address}/api/v1/${path}`, {
        method,
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...headers },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    end() {
      child.kill('SIGINT');
      return new Promise((resolve) => child.once('exit', resolve));
    },
  };
}
