// Every GET of the API at a large invented district: bytes, and the longest turn of the server's loop, in milliseconds of processor.
// `npm run trial:answers -- [--sites 16500] [--seed 1] [--most 50] [--data DIR]`. Ends with 1 where an answer over 1 MB has no name, or where a
// turn took longer than `most` each of three times, on three days.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { loadedData, startTrialServer } from './large-office.mjs';

const { values: asked } = parseArgs({
  options: {
    sites: { type: 'string', default: '16500' },
    seed: { type: 'string', default: '1' },
    most: { type: 'string', default: '50' },
    data: { type: 'string' },
  },
});
const MB = 1_000_000;
const DAYS = ['2025-03-03', '2025-06-06', '2025-09-09'];
const folder = await loadedData(asked);
const office = await startTrialServer(folder.data);
const document = await (await fetch(`${office.address}/api/openapi.json`)).json();
const gets = Object.entries(document.paths).flatMap(([path, { get }]) => (get && path.startsWith('/api/v1/') ? [[path, get]] : []));
const faults = [];
console.log(
  `${office.places} places, load ${loadavg()[0].toFixed(1)}; the shortest of three longest turns, ms of processor; largest answer, KB`,
);
for (const [path, { parameters = [] }] of gets) {
  if (path === '/api/v1/changes') continue;
  const names = parameters.filter((each) => each.in === 'query').map(({ name }) => name);
  const most = parameters.find(({ name }) => name === 'limit')?.schema?.maximum;
  const turns = [];
  let [bytes, status, isNamed] = [0, 0, false];
  for (const day of DAYS) {
    const query = new URLSearchParams(queriesOf()[path] ?? '');
    if (names.includes('asOf')) query.set('asOf', day);
    if (most !== undefined) query.set('limit', String(most));
    await office.look();
    const answer = await fetch(`${office.address}${filled(path)}?${query}`, { headers: office.headers });
    let taken = 0;
    for await (const part of answer.body ?? []) taken += part.length;
    turns.push((await office.look()).heldMs);
    [bytes, status] = [Math.max(bytes, taken), answer.status];
    isNamed = /filename=/.test(answer.headers.get('content-disposition') ?? '');
  }
  const held = Math.min(...turns);
  const wrong = [
    ...(bytes > MB && !isNamed ? ['over 1 MB without a name'] : []),
    ...(held > Number(asked.most) ? [`held ${held.toFixed(0)} ms`] : []),
    ...(status >= 500 || status === 422 ? [`status ${status}`] : []),
  ];
  if (wrong.length > 0) faults.push(`${path}: ${wrong.join(', ')}`);
  const line = [
    status,
    held.toFixed(0).padStart(6),
    Math.max(...turns)
      .toFixed(0)
      .padStart(6),
    (bytes / 1e3).toFixed(0).padStart(8),
  ];
  console.log(`${line.join(' ')}${isNamed ? ' named' : '      '} ${path}${wrong.length > 0 ? ` ← ${wrong.join(', ')}` : ''}`);
}
await office.close();
folder.remove();
for (const fault of faults) console.log(`FAULT ${fault}`);
process.exit(faults.length === 0 ? 0 : 1);

/** What an address needs to answer anything, by its path. */
function queriesOf() {
  const place = `of=place:${office.ids.place}`;
  return {
    '/api/v1/evidence': `of=project:${office.ids.project}`,
    '/api/v1/comments': `of=project:${office.ids.project}`,
    '/api/v1/links': place,
    '/api/v1/search': 'q=road',
    '/api/v1/rulebook': 'kind=renovation',
    '/api/v1/gaps': 'gap=no-place',
    '/api/v1/map/marks': `of=project:${office.ids.project}`,
    '/api/v1/outside-links': `kind=project&id=${office.ids.project}`,
  };
}

function filled(path) {
  const kind = /^\/api\/v1\/([a-z]+)s\/\{id\}/.exec(path)?.[1] ?? 'place';
  const values = {
    id: office.ids[kind] ?? office.ids.place,
    number: 1,
    seq: 1,
    key: 'a-key-that-nobody-used',
    group: 'things',
    z: 8,
    x: 208,
    y: 105,
  };
  return path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(values[name] ?? 1)));
}
