// Who may import whom. This table is the truth; `tsc -b` alone does not enforce direction.
import { dirname, posix } from 'node:path';
import { filesUnder, importsOf, readText, report, withoutComments } from './house.mjs';

const FLOOR = 40;

/** Package → the packages of ours that it may import. Arrows point down only. */
const PACKAGES = {
  'packages/base': [],
  'packages/domain': ['base'],
  'packages/store': ['base', 'domain'],
  'packages/contract': ['base', 'domain'],
  'packages/flood': ['base'],
  'packages/desk': ['base', 'domain', 'store', 'flood'],
  'apps/server': ['base', 'domain', 'contract', 'desk', 'public'],
  'apps/public': ['base', 'domain', 'contract'],
  'apps/cli': ['base', 'domain', 'contract', 'flood', 'desk', 'public', 'server'],
  'apps/web': ['base', 'domain', 'contract'],
  e2e: ['domain', 'contract'],
};

/** Room of the domain → the rooms it may import. */
const ROOMS = {
  kernel: [],
  register: ['kernel'],
  actions: ['register', 'kernel'],
  words: ['register', 'kernel'],
  places: ['register', 'kernel'],
  programme: ['words', 'places', 'register', 'kernel'],
  results: ['words', 'places', 'programme', 'register', 'kernel'],
  people: ['trace', 'programme', 'results', 'register', 'kernel'],
  space: ['register', 'kernel'],
  trace: ['words', 'places', 'programme', 'results', 'register', 'kernel'],
  computed: ['words', 'places', 'programme', 'results', 'space', 'trace', 'register', 'kernel'],
  oc4ids: ['places', 'programme', 'results', 'trace', 'register', 'kernel'],
  runs: ['people', 'actions', 'register', 'kernel'],
};

/** Packages that know no machine: no Node, no DOM, no clock. */
const PURE = ['packages/base', 'packages/domain', 'packages/contract'];

/** Doors beside the index: what the screens need at run time without the schemas, and the office of the public pages without what makes them. */
const DOORS = ['@westgate/contract/addresses', '@westgate/public/feedback', '@westgate/public/options'];

/** Elements of the screens that one part alone makes, and those that are made of a shape of their own. */
const ELEMENTS = {
  form: ['apps/web/src/parts/form.tsx'],
  select: ['apps/web/src/parts/select.tsx'],
  table: [
    'apps/web/src/parts/table.tsx',
    'apps/web/src/list/list-table.tsx',
    'apps/web/src/list/pivot-table.tsx',
    'apps/web/src/screens/places/atlas/place-table.tsx',
    'apps/web/src/screens/programme/board/level-board.tsx',
  ],
};

const CLOCK = /\bnew Date\b|\bDate\.(?:now|parse|UTC)\b|\bMath\.random\b/;

const faults = [];
const graph = new Map();
const files = Object.keys(PACKAGES).flatMap((folder) => filesUnder(folder, (name) => /\.tsx?$/.test(name)));

for (const file of files) {
  const home = Object.keys(PACKAGES).find((folder) => file.startsWith(`${folder}/`));
  const isTest = home === 'e2e' || file.startsWith(`${home}/test/`);
  const code = withoutComments(readText(file));
  const targets = importsOf(code);
  graph.set(file, []);
  for (const target of targets) {
    if (target.startsWith('.')) checkRelative(file, home, isTest, target);
    else if (target.startsWith('@westgate/')) checkPackage(file, home, isTest, target);
    else if (!isTest && PURE.includes(home) && target.startsWith('node:'))
      faults.push(`${file} imports ${target}: ${home} knows no machine`);
  }
  for (const [element, [part, ...others]] of Object.entries(ELEMENTS))
    if (home === 'apps/web' && new RegExp(`<${element}\\b`).test(code) && ![part, ...others].includes(file))
      faults.push(`${file} makes a <${element}>: use ${part}`);
  if (!isTest && PURE.includes(home) && CLOCK.test(code)) faults.push(`${file} reads a clock or draws lots: pass the day or the seed in`);
}
for (const folder of PURE) {
  const { types, lib } = JSON.parse(readText(`${folder}/tsconfig.json`)).compilerOptions;
  if (types?.length !== 0 || lib?.some((name) => /dom/i.test(name)))
    faults.push(`${folder}/tsconfig.json must compile with "types": [] and no DOM`);
}
faults.push(...cycles(), ...ties());
report('check-layers', { read: files.length, floor: FLOOR, faults });

function checkPackage(file, home, isTest, target) {
  const [, name, ...inside] = target.split('/');
  if (inside.length && !DOORS.includes(target)) faults.push(`${file} imports ${target}: a package is entered through its index`);
  const own = home.split('/')[1];
  if (!PACKAGES[home].includes(name) && !(isTest && name === own))
    faults.push(`${file} imports ${target}: ${home} may import ${PACKAGES[home].join(', ') || 'nothing'}`);
}

function checkRelative(file, home, isTest, target) {
  const path = posix.join(dirname(file), target);
  if (!path.startsWith(`${home}/`)) faults.push(`${file} imports ${target}: it leaves ${home}`);
  graph.get(file).push(path);
  if (isTest) return;
  const [from, to] = [roomOf(file), roomOf(path)];
  if (from && to && from !== to && !(ROOMS[from] ?? []).includes(to))
    faults.push(`${file} imports the room ${to}: ${from} may import ${(ROOMS[from] ?? []).join(', ') || 'nothing'}`);
}

function roomOf(file) {
  return /^packages\/domain\/src\/([^/]+)\//.exec(file)?.[1];
}

/** Folders of one package's source that import each other. */
function ties() {
  const isSource = (path) => graph.has(path) && /^[^/]+\/[^/]+\/src\//.test(path);
  const edges = [...graph]
    .filter(([file]) => isSource(file))
    .flatMap(([file, targets]) => targets.filter(isSource).map((path) => [file, path]));
  const ways = new Set(edges.map((edge) => edge.map((path) => dirname(path)).join(' and ')));
  return [...ways]
    .filter((way) => {
      const [from, to] = way.split(' and ');
      return from < to && ways.has(`${to} and ${from}`);
    })
    .map((pair) => `${pair} import each other`);
}

/** Import cycles between files, each told once. */
function cycles() {
  const state = new Map();
  const found = [];
  const visit = (file, path) => {
    if (state.get(file) === 'done' || !graph.has(file)) return;
    if (state.get(file) === 'open') {
      found.push(`cycle: ${[...path.slice(path.indexOf(file)), file].join(' → ')}`);
      return;
    }
    state.set(file, 'open');
    for (const next of graph.get(file)) visit(next, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}
