// The example district is data, never code: none of its names or ids stands in a .ts, .tsx or .css file outside tests.
import { filesUnder, readText, report } from './house.mjs';

const FLOOR = 40;
const FOLDER = 'data/shijingshan';
/** Below this many letters a name is too general to search for. */
const SHORTEST = 3;

const names = exampleNames();
const own = vocabulary();
for (const name of [...names.keys()]) if (own.has(name.toLowerCase().replaceAll('-', ' '))) names.delete(name);

const isTest = (name) => /^(packages|apps)\/[^/]+\/test\//.test(name) || name.startsWith('e2e/');
const files = ['packages', 'apps'].flatMap((folder) => filesUnder(folder, (name) => /\.(tsx?|css)$/.test(name) && !isTest(name)));
const faults = [];
for (const file of files) {
  const text = readText(file);
  const lines = text.split('\n');
  const begins = beginningsIn(text);
  for (const [name, pattern] of names) {
    if (!begins.has(beginningOf(name)) || !pattern.test(text)) continue;
    const line = lines.findIndex((each) => pattern.test(each));
    if (line >= 0) faults.push(`${file}:${line + 1} contains "${name}", which is ${FOLDER}'s`);
  }
}
console.log(`check-example-names: ${names.size} names and ids looked for`);
if (names.size < 150) faults.push(`only ${names.size} names found in ${FOLDER}`);
report('check-example-names', { read: files.length, floor: FLOOR, faults });

/** Every id and name of the folder, with the pattern that finds it. Sentence ids (`p1s2`) follow from position in any plan: left out. */
function exampleNames() {
  const found = new Map();
  const add = (name) => {
    if (typeof name === 'string' && name.trim().length >= SHORTEST) found.set(name.trim(), patternOf(name.trim()));
  };
  const district = JSON.parse(readText(`${FOLDER}/district.json`));
  for (const name of [district.id, district.name.zh, district.name.en, FOLDER.split('/')[1]]) add(name);
  add(district.name.zh.replace(/[市区县]$/, ''));
  for (const axis of district.axes) for (const value of axis.values) for (const name of [value.id, value.name.zh, value.name.en]) add(name);
  for (const file of filesUnder(FOLDER, (name) => /\.(csv|geojson)$/.test(name) && !name.endsWith('/sentences.csv'))) {
    for (const row of file.endsWith('.csv')
      ? csvRows(readText(file))
      : JSON.parse(readText(file)).features.map((feature) => feature.properties)) {
      // Gates and requirements are named in words of law and office that any district has: only their ids are looked for.
      const isRulebook = /\/(gates|requirements)\.csv$/.test(file);
      for (const column of isRulebook ? ['id'] : ['id', 'name_zh', 'name_en']) add(row[column]);
    }
  }
  return found;
}

/** A plain lower-case word (an id such as a department's) is looked for as a quoted value only: as a word of prose it says nothing. */
function patternOf(name) {
  if (/^[a-z]+$/.test(name)) return new RegExp(`(["'\`])${name}\\1`);
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const [before, after] = [/^\w/.test(name) ? '(?<![\\w-])' : '', /\w$/.test(name) ? '(?![\\w-])' : ''];
  const isCode = /^[A-Z0-9]+$/.test(name);
  return new RegExp(`${before}${escaped}${after}`, isCode ? '' : 'i');
}

/** What a text must hold where it may hold the name: its first word whole, or its first two signs. Far cheaper than a pattern for each name. */
function beginningOf(name) {
  const lower = name.toLowerCase();
  return /^\w+/.exec(lower)?.[0] ?? lower.slice(0, 2);
}

/** The beginnings that names in the text may have. */
function beginningsIn(text) {
  const lower = text.toLowerCase();
  return new Set([...(lower.match(/\w+/g) ?? []), ...[...lower.matchAll(/\W/g)].map(({ index }) => lower.slice(index, index + 2))]);
}

/** Words that are Westgate's own: the glossary, the closed lists of the register, and the commands, each in a file of its name. */
function vocabulary() {
  const listed = [...readText('packages/domain/src/register/fields/vocabulary.ts').matchAll(/'([a-z-]+)'/g)].map((match) => match[1]);
  const commands = filesUnder('apps/cli/src/commands', (name) => name.endsWith('.ts')).map((name) => name.split('/').at(-1).slice(0, -3));
  const glossary = [...readText('docs/glossary.md').matchAll(/^\| `?([^|`]+?)`? \| ([^|]+?) \|/gm)].flatMap(([, word, chinese]) => [
    word,
    chinese,
  ]);
  return new Set([...listed, ...commands, ...glossary].map((word) => word.trim().toLowerCase().replaceAll('-', ' ')));
}

/** Rows of a CSV text as objects. Quoted cells may hold commas, quotes and line breaks. */
function csvRows(text) {
  const rows = [[]];
  for (const match of text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    if (match.index >= text.length && match[0] === '') break;
    rows.at(-1).push(match[1] === undefined ? match[2] : match[1].replaceAll('""', '"'));
    if (match[3] !== ',') rows.push([]);
  }
  const [header, ...body] = rows.filter((row) => row.length > 1 || row[0]);
  return body.map((row) => Object.fromEntries(header.map((column, index) => [column, row[index]])));
}
