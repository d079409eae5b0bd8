// Draws docs/architecture.svg from what the sources import: the packages, their folders, and the order of the rooms of the domain.
// `node tools/architecture.mjs` writes; check-docs compares.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesUnder, importsOf, ROOT, readText, withoutComments } from './house.mjs';

export const PICTURE = 'docs/architecture.svg';
/** The package whose folders have an order of their own. */
const ORDERED = 'packages/domain';

const [WIDTH, MARGIN, GAP, BETWEEN] = [960, 20, 24, 40];
const [PAD, HEAD, CHIP, SPACE] = [12, 30, 24, 8];

/** The picture as it should be. */
export function expectedPicture() {
  const { packages, folders } = imports();
  const boxes = placed(packages, folders);
  const height = Math.max(...boxes.map(({ y, h }) => y + h)) + MARGIN;
  const at = new Map(boxes.map((box) => [box.name, box]));
  const drawn = boxes.flatMap(({ name, x, y, w, h, chips, arrows }) => [
    rect('package', x, y, w, h),
    `<text class="name" x="${x + PAD}" y="${y + 20}">${name}</text>`,
    ...chips.flatMap((chip) => [
      rect('folder', chip.x, chip.y, chip.w, CHIP),
      `<text x="${chip.x + chip.w / 2}" y="${chip.y + 16}" text-anchor="middle">${chip.name}</text>`,
    ]),
    ...arrows,
  ]);
  const arrows = [...reduced(packages)].flatMap(([from, targets]) => targets.map((to) => downArrow(at.get(from), at.get(to))));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="'Noto Sans SC', sans-serif" font-size="13">
<title>Packages and folders of Westgate: an arrow leads to what is imported</title>
<style>
.ground { fill: #fbf8f1 }
.package { fill: #fffdf8; stroke: #22272b }
.folder { fill: #efe9dc; stroke: #b9b09d }
text { fill: #22272b }
.name { font-weight: 700 }
path { fill: none; stroke: #22272b }
#head path { fill: #22272b }
</style>
<defs><marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
<rect class="ground" width="${WIDTH}" height="${height}"/>
${[...drawn, ...arrows].join('\n')}
</svg>
`;
}

/** Who imports whom: packages, and the folders of each. */
function imports() {
  const packages = new Map();
  const folders = new Map();
  for (const file of ['packages', 'apps'].flatMap((group) => filesUnder(group, (name) => /^\w+\/[^/]+\/src\/.*\.tsx?$/.test(name)))) {
    const [group, short, , folder, ...inside] = file.split('/');
    const name = `${group}/${short}`;
    const others = entry(packages, name);
    const own = entry(folders, name, () => new Map());
    const mates = inside.length > 0 ? entry(own, folder) : null;
    for (const target of importsOf(withoutComments(readText(file)))) {
      const [, other] = /^@westgate\/([^/]+)/.exec(target) ?? [];
      if (other !== undefined) others.add(other);
      const [, mate] = target.startsWith('.')
        ? (/^src\/([^/]+)\//.exec(join('src', folder, ...inside, '..', target).replaceAll('\\', '/')) ?? [])
        : [];
      if (mate !== undefined && mate !== folder) mates?.add(mate);
    }
  }
  const full = new Map([...packages.keys()].map((name) => [name.split('/')[1], name]));
  const named = ([name, others]) => [name, [...others].map((other) => full.get(other)).filter((other) => other !== undefined)];
  return { packages: new Map([...packages].map(named)), folders: new Map([...folders].map(([name, own]) => [name, lists(own)])) };
}

function entry(map, key, make = () => new Set()) {
  if (!map.has(key)) map.set(key, make());
  return map.get(key);
}

function lists(sets) {
  return new Map([...sets].map(([name, others]) => [name, [...others].filter((other) => sets.has(other))]));
}

/** How far above what imports nothing each one stands. */
function ranks(graph) {
  const found = new Map();
  const rank = (name, path) => {
    if (path.includes(name)) throw new Error(`architecture: ${[...path, name].join(' imports ')}: no order can be drawn`);
    if (!found.has(name)) found.set(name, Math.max(-1, ...graph.get(name).map((other) => rank(other, [...path, name]))) + 1);
    return found.get(name);
  };
  for (const name of graph.keys()) rank(name, []);
  return found;
}

/** The same without what is imported by way of another too. */
function reduced(graph) {
  const reach = (name) => new Set(graph.get(name).flatMap((other) => [other, ...reach(other)]));
  const behind = new Map([...graph].map(([name, others]) => [name, new Set(others.flatMap((other) => [...reach(other)]))]));
  return new Map([...graph].map(([name, others]) => [name, others.filter((other) => !behind.get(name).has(other))]));
}

/** What stands on each rank, from the lowest: each above the middle of what it imports. */
function rows(graph) {
  const rank = ranks(graph);
  const rows = Array.from({ length: Math.max(...rank.values()) + 1 }, (_, level) =>
    [...graph.keys()].filter((name) => rank.get(name) === level),
  );
  const middle = new Map();
  for (const row of rows) {
    const mean = (name) =>
      graph.get(name).reduce((sum, other) => sum + (middle.get(other) ?? 0.5), 0) / Math.max(graph.get(name).length, 1);
    row.sort((a, b) => mean(a) - mean(b) || (a < b ? -1 : 1));
    for (const [index, name] of row.entries()) middle.set(name, (index + 0.5) / row.length);
  }
  return rows;
}

/** The boxes of the packages with what is in them, highest first. */
function placed(packages, folders) {
  let y = MARGIN;
  return rows(reduced(packages))
    .reverse()
    .flatMap((row) => {
      const w = (WIDTH - 2 * MARGIN - GAP * (row.length - 1)) / row.length;
      const boxes = row.map((name, index) => {
        const x = MARGIN + index * (w + GAP);
        return { name, x, y, w, ...(name === ORDERED ? ordered(folders.get(name), x, y, w) : wrapped(folders.get(name), x, y, w)) };
      });
      const h = Math.max(...boxes.map((box) => box.h));
      y += h + BETWEEN;
      return boxes.map((box) => ({ ...box, h }));
    });
}

function chipWidth(name) {
  return 16 + 7.4 * name.length;
}

/** Folders side by side, in lines. */
function wrapped(own, x, y, w) {
  let [left, top] = [x + PAD, y + HEAD];
  const chips = [...own.keys()].sort().map((name) => {
    const width = chipWidth(name);
    if (left + width > x + w - PAD) [left, top] = [x + PAD, top + CHIP + SPACE];
    const chip = { name, x: left, y: top, w: width };
    left += width + SPACE;
    return chip;
  });
  return { chips, arrows: [], h: (chips.length > 0 ? top - y + CHIP : HEAD - PAD + 2) + PAD };
}

/** Folders in their order, the highest on the left, with arrows. */
function ordered(own, x, y, w) {
  const columns = rows(reduced(own)).reverse();
  const wide = columns.map((names) => Math.max(...names.map(chipWidth)));
  const gap = (w - 2 * PAD - wide.reduce((sum, each) => sum + each, 0)) / (columns.length - 1);
  const tall = Math.max(...columns.map(({ length }) => length));
  const inner = tall * (CHIP + SPACE) - SPACE;
  const chips = columns.flatMap((names, index) => {
    const left = x + PAD + wide.slice(0, index).reduce((sum, each) => sum + each + gap, 0);
    const top = y + HEAD + (inner - names.length * (CHIP + SPACE) + SPACE) / 2;
    return names.map((name, line) => ({ name, x: left, y: top + line * (CHIP + SPACE), w: wide[index] }));
  });
  const at = new Map(chips.map((chip) => [chip.name, chip]));
  const arrows = [...reduced(own)].flatMap(([from, targets]) =>
    targets.map((to) => {
      const [a, b] = [at.get(from), at.get(to)];
      return path(a.x + a.w, a.y + CHIP / 2, b.x, b.y + CHIP / 2);
    }),
  );
  return { chips, arrows, h: HEAD + inner + PAD };
}

/** From the foot of one box to the head of another: straight down where the one stands above the other. */
function downArrow(from, to) {
  const [left, right] = [Math.max(from.x, to.x), Math.min(from.x + from.w, to.x + to.w)];
  const middle = (left + right) / 2;
  const [start, end] = left < right ? [middle, middle] : [from.x + from.w / 2, to.x + to.w / 2];
  return path(start, from.y + from.h, end, to.y);
}

function path(...numbers) {
  const [x1, y1, x2, y2] = numbers.map((number) => Math.round(number * 10) / 10);
  return `<path d="M${x1} ${y1} ${x2} ${y2}" marker-end="url(#head)"/>`;
}

function rect(name, ...numbers) {
  const [x, y, width, height] = numbers.map((number) => Math.round(number * 10) / 10);
  return `<rect class="${name}" x="${x}" y="${y}" width="${width}" height="${height}" rx="2"/>`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(join(ROOT, PICTURE), expectedPicture());
