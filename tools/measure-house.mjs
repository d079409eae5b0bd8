// `npm run measure`: counts of the source that is no test: lines, files, tokens, exported names, folders that import each other, what is written by
// hand. `-- --against COMMIT` puts those of another commit beside them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { parseArgs } from 'node:util';
import { importsOf, ROOT, withoutComments } from './house.mjs';

const SOURCE = /^(?:packages|apps)\/[^/]+\/(?:src|schema)\/.*\.(?:ts|tsx|css|json|sql|html)$/;
const CODE = /\.tsx?$/;
const SMALL_LINES = 40;
const TABLE_FILE = /^packages\/domain\/src\/register\/tables\//;
const EXPORTED = /^export (?:async )?(?:const|function\*?|class|interface|type|abstract class) (\w+)/gm;
/** A text, a comment, a number, a name, a sign. */
const TOKEN =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\d[\w.]*|[\p{L}_$][\p{L}\p{N}_$]*|[^\s\p{L}\p{N}]/gu;

const { values } = parseArgs({ options: { against: { type: 'string' } } });
const now = measured(ROOT);
const before = values.against === undefined ? null : measuredAt(values.against);
const width = Math.max(...Object.keys(now).map((name) => name.length));
console.log(
  `${''.padEnd(width)} ${before ? `${values.against.slice(0, 8).padStart(9)} ${'now'.padStart(9)} ${'change'.padStart(9)}` : 'now'.padStart(9)}`,
);
for (const [name, count] of Object.entries(now)) {
  const was = before?.[name];
  const change = was === undefined ? '' : ` ${(count > was ? '+' : '') + (count - was)}`.padStart(10);
  console.log(`${name.padEnd(width)} ${was === undefined ? '' : `${String(was).padStart(9)} `}${String(count).padStart(9)}${change}`);
}

/** The counts of a commit, from a copy of its tree. */
function measuredAt(commit) {
  const folder = mkdtempSync(join(tmpdir(), 'westgate-measure-'));
  try {
    execFileSync('sh', ['-c', 'git archive "$1" packages apps | tar -x -C "$2"', 'sh', commit, folder], { cwd: ROOT });
    return measured(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The counts of a tree. */
function measured(folder) {
  const files = new Map(sourcesIn(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
  const code = [...files].filter(([path]) => CODE.test(path));
  const lines = (pairs) => pairs.reduce((sum, [, text]) => sum + linesOf(text), 0);
  const ofKind = (ending) => [...files].filter(([path]) => path.endsWith(ending));
  const sizes = code.map(([, text]) => linesOf(text)).sort((a, b) => a - b);
  const importers = importersOf(code);
  const once = code.filter(([path]) => importers.get(path)?.size === 1);
  const naming = filesByTable(files);
  const tablesByCount = [...naming.values()].sort((a, b) => a - b);
  return {
    'lines of source': lines([...files]),
    'lines of TypeScript': lines(code),
    'lines of CSS': lines(ofKind('.css')),
    'lines of JSON': lines(ofKind('.json')),
    'lines of SQL': lines(ofKind('.sql')),
    'files of source': files.size,
    'files of TypeScript': code.length,
    'median lines of a TypeScript file': sizes[Math.floor(sizes.length / 2)] ?? 0,
    'TypeScript files with one importer': once.length,
    [`… of fewer than ${SMALL_LINES} lines`]: once.filter(([, text]) => linesOf(text) < SMALL_LINES).length,
    tokens: code.reduce((sum, [, text]) => sum + tokensOf(text), 0),
    'exported names': code.reduce((sum, [, text]) => sum + [...text.matchAll(EXPORTED)].length, 0),
    'pairs of folders that import each other': pairsOfFolders(code),
    'files with a <table>': code.filter(([path, text]) => path.startsWith('apps/web/') && /<table\b/.test(text)).length,
    'files with a <form>': code.filter(([path, text]) => path.startsWith('apps/web/') && /<form\b/.test(text)).length,
    'tables of the register': naming.size,
    'files that name a table, median': tablesByCount[Math.floor(tablesByCount.length / 2)] ?? 0,
    'files that name park': naming.get('park') ?? 0,
    'answers cast by the screens': countOf(code, 'apps/web/', /\b(?:use)?[aA]sk\w*<[A-Z]/g),
    'questions whether a deed is of this request': countOf(
      code,
      'packages/desk/',
      /\bisDoneBy\b|\bis[A-Z]\w*Of\([^)]*(?:changes|change|Deed)/g,
    ),
  };
}

function sourcesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\/(?:node_modules|dist)(?:\/|$)/.test(entry.parentPath))
    .map((entry) => posix.join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => SOURCE.test(path))
    .sort();
}

function linesOf(text) {
  return text === '' ? 0 : text.replace(/\n$/, '').split('\n').length;
}

/** Comments are no tokens. */
function tokensOf(text) {
  let count = 0;
  for (const [token] of text.matchAll(TOKEN)) if (!token.startsWith('/*') && !token.startsWith('//')) count += 1;
  return count;
}

/** File → the files that import it, within its package. */
function importersOf(code) {
  const importers = new Map();
  for (const [path, text] of code) {
    for (const target of targetsOf(path, text)) importers.set(target, (importers.get(target) ?? new Set()).add(path));
  }
  return importers;
}

function targetsOf(path, text) {
  return importsOf(withoutComments(text))
    .filter((target) => target.startsWith('.'))
    .map((target) => posix.join(dirname(path), target));
}

function pairsOfFolders(code) {
  const edges = new Set();
  for (const [path, text] of code) {
    for (const target of targetsOf(path, text)) if (dirname(target) !== dirname(path)) edges.add(`${dirname(path)} ${dirname(target)}`);
  }
  return [...edges].filter((edge) => {
    const [from, to] = edge.split(' ');
    return from < to && edges.has(`${to} ${from}`);
  }).length;
}

/** How many files name each table, the files of the tables left out. */
function filesByTable(files) {
  const text = [...files].filter(([path]) => TABLE_FILE.test(path)).map(([, each]) => each);
  const names = text.flatMap((each) => [...each.matchAll(/^ {2}(\w+): table\(/gm)].map(([, name]) => name));
  return new Map(
    names.map((name) => {
      const word = new RegExp(`(?<![\\w-])${name}(?![\\w-])`);
      return [name, [...files].filter(([path, each]) => CODE.test(path) && !TABLE_FILE.test(path) && word.test(each)).length];
    }),
  );
}

function countOf(code, start, pattern) {
  return code.filter(([path]) => path.startsWith(start)).reduce((sum, [, text]) => sum + [...text.matchAll(pattern)].length, 0);
}
