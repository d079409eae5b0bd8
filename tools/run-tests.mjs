// Runs compiled test files with node:test and counts what passed. Time zone pinned; as many files at a time as the machine bears.
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { constants, freemem, tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { pathToFileURL } from 'node:url';
import { ROOT } from './house.mjs';

/** What a file may take, and in its long form, on a machine that is busy with others. */
const FILE_LIMIT_MS = { short: 15 * 60_000, long: 60 * 60_000 };
/** Files at a time: tests keep a core busy each; walks wait for pages, so that three of them keep two. */
const AT_ONCE = { unit: 2, walks: 3 };
/**
 * A disk in memory: what tests write lives for seconds, and a third of their time goes by where a disk keeps it. Used only with room to spare;
 * on some machines no program may be run from it, which some tests do.
 */
const MEMORY = { folder: '/dev/shm', leastBytes: 8 * 1024 ** 3 };
const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** Packages whose fast tests share a process, as its start takes longer than they do; a row is one process. */
const SHARING = [/^(packages\/(base|contract|domain)|apps\/(public|web))\//, /^(packages\/(desk|store)|apps\/server)\//];
/** Walks that take longest, which begin first: begun last, one of them would keep one core while the other waits. */
const LONG_WALKS = ['value-marks', 'durability', 'practice', 'matrix-desk', 'matrix-phone', 'runs', 'records'].map(
  (name) => `e2e/dist/${name}.test.js`,
);
/** What shows in a test that it opens a database or a port, starts a process or a thread, or asks for or changes something of its own. */
const OPENING = /\bopen[A-Z]\w*\(|\bcreate(Database|Server)\(|\bspawn|\bfork\(|\bWorker\b|\bprocess\.|\bperformance\.|\b(before|after)\(/;

/**
 * Compiled test files (absolute paths). Unit tests lie in `<package>/dist/test`, browser walks in `e2e/dist`. A compiled file whose
 * source is gone is left out; so are `*.slow.test.js` when `fast`.
 */
export function findTests({ fast = false, only = '' } = {}) {
  const folders = ['packages', 'apps'].flatMap((group) => readdirSync(join(ROOT, group)).map((name) => `${group}/${name}`));
  const unit = folders.flatMap((folder) => compiled(join(ROOT, folder, 'dist', 'test'), join(ROOT, folder, 'test')));
  const walks = fast ? [] : compiled(join(ROOT, 'e2e', 'dist'), join(ROOT, 'e2e', 'src'));
  const wanted = (file) => !(fast && file.endsWith('.slow.test.js')) && nameOf(file).includes(only);
  return { unit: longestFirst(unit.filter(wanted)), walks: longestFirst(walks.filter(wanted)) };
}

/** A file's path from the root, `/` between parts. */
function nameOf(file) {
  return relative(ROOT, file).split(sep).join('/');
}

/** Slow files and long walks first: begun last, one of them would be run alone at the end. */
function longestFirst(files) {
  const isSlow = (file) => (file.endsWith('.slow.test.js') || LONG_WALKS.includes(nameOf(file)) ? 0 : 1);
  return files.toSorted((a, b) => isSlow(a) - isSlow(b));
}

function compiled(output, source) {
  if (!existsSync(output)) return [];
  return readdirSync(output, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.test.js') && existsSync(join(source, name.replace(/\.js$/, '.ts'))))
    .map((name) => join(output, name))
    .sort();
}

/** Runs the files and prints them as they end. Returns counts of single tests, the names of those that failed, and seconds by file. */
export async function runTests(files, { quiet = false, kind = 'unit' } = {}) {
  const count = { passed: 0, failed: 0, skipped: 0, failures: [], seconds: new Map() };
  if (files.length === 0) return count;
  process.env.TZ = 'UTC';
  const took = ({ file, nesting, details }) => {
    if (nesting === 0 && file) count.seconds.set(nameOf(file), (count.seconds.get(nameOf(file)) ?? 0) + details.duration_ms / 1000);
  };
  const before = process.env.TMPDIR;
  const folder = mkdtempSync(join(temporaryDisk(), 'westgate-'));
  // Some tests have another user of the machine read what they wrote.
  chmodSync(folder, 0o1777);
  process.env.TMPDIR = folder;
  const told = async (stream) => {
    stream.on('test:pass', took);
    stream.on('test:pass', (event) => {
      if (event.skip || event.todo) count.skipped += 1;
      else if (event.details?.type !== 'suite') count.passed += 1;
    });
    stream.on('test:fail', (event) => {
      if (event.details?.type === 'suite') return;
      count.failed += 1;
      count.failures.push(
        `${event.name}${event.file ? ` (${nameOf(event.file)})` : ''}: ${event.details?.error?.cause?.message ?? event.details?.error?.message ?? ''}`,
      );
    });
    if (quiet) stream.resume();
    else stream.compose(new spec()).pipe(process.stdout, { end: false });
    await new Promise((resolve, reject) => stream.once('end', resolve).once('error', reject));
  };
  const { shared, alone } = together(files, folder);
  const isLong = process.env.WESTGATE_TRIAL === 'all';
  const options = { concurrency: AT_ONCE[kind], timeout: isLong ? FILE_LIMIT_MS.long : FILE_LIMIT_MS.short };
  // What shares a process opens nothing and ends by itself. Ended by force it would not tell of the last of its many tests.
  const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const stopped = (signal) => {
    clear();
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of STOPPING) process.once(signal, stopped);
  try {
    if (shared.length > 0) await told(run({ ...options, files: shared }));
    // A test that fails may leave open what it began: its file is ended all the same once its tests are.
    if (alone.length > 0) await told(run({ ...options, files: alone, forceExit: true }));
  } finally {
    for (const signal of STOPPING) process.off(signal, stopped);
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    clear();
  }
  return count;
}

/** Where the tests keep what lives as long as they do: in memory where that is wide enough, unless TMPDIR names a place. */
function temporaryDisk() {
  const { folder, leastBytes } = MEMORY;
  if (process.env.TMPDIR || process.platform !== 'linux' || !existsSync(folder)) return tmpdir();
  const { bavail, bsize } = statfsSync(folder);
  const isWide = bavail * bsize >= leastBytes && freemem() >= leastBytes;
  const mounted = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '));
  const ways = mounted.find(([, place]) => place === folder)?.[3] ?? 'noexec';
  return isWide && !ways.split(',').includes('noexec') ? folder : tmpdir();
}

/** The files that share a process, as ones that import them, written into `folder`; and those that have one each. */
function together(files, folder) {
  const groups = SHARING.map((packages) => files.filter((file) => packages.test(nameOf(file)) && isSharing(file))).filter(
    ({ length }) => length > 1,
  );
  const paths = groups.map((group, index) => {
    const path = join(folder, `shared-${index + 1}.test.mjs`);
    writeFileSync(path, group.map((file) => `import ${JSON.stringify(pathToFileURL(file).href)};\n`).join(''));
    return path;
  });
  const imported = new Set(groups.flat());
  return { shared: paths, alone: files.filter((file) => !imported.has(file)) };
}

/** A fast test that opens nothing, or of a package where none of them does. */
function isSharing(file) {
  return !file.endsWith('.slow.test.js') && (SHARING[0].test(nameOf(file)) || !OPENING.test(readFileSync(file, 'utf8')));
}
