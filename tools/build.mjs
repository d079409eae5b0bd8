// Installs and builds what is missing or stale, and nothing else. `node tools/build.mjs` builds all; start, test and the shim call it.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesUnder, ROOT, runNode } from './house.mjs';

const CACHE = join(ROOT, 'node_modules', '.cache');
const BUILT = join(CACHE, 'westgate-build.json');
const INSTALLED = join(CACHE, 'westgate-install.txt');
const LOCK = join(tmpdir(), `westgate-build-${hash(ROOT).slice(0, 12)}.lock`);
const LOCK_LIMIT_MS = 20 * 60_000;

const TSC = 'node_modules/typescript/bin/tsc';
const isConfig = (name) => /(^|\/)(package|tsconfig[^/]*)\.json$/.test(name);
const isTest = (name) => /^(packages|apps)\/[^/]+\/test\//.test(name);
const isSource = (name) => !isTest(name) && !name.endsWith('.md');

/** The parts of a build, in order: what each is made from, the files that prove it was made, and the command that makes it. */
const PARTS = {
  code: {
    says: 'Compiling',
    inputs: () => [
      'tsconfig.base.json',
      ...filesUnder('packages', isSource),
      ...filesUnder('apps', (name) => isSource(name) && !name.startsWith('apps/web/')),
    ],
    outputs: ['apps/cli/dist/src/main.js'],
    command: [TSC, '-b', 'apps/cli'],
  },
  kernel: {
    says: 'Compiling the flood kernel',
    inputs: () => filesUnder('packages/flood/kernel'),
    outputs: ['packages/flood/dist/kernel/sd03.wasm'],
    command: ['packages/flood/kernel/build.mjs'],
  },
  template: {
    says: 'Making the database template',
    inputs: () => filesUnder('packages/store', (name) => isSource(name)),
    outputs: ['packages/store/dist/template/PG_VERSION'],
    command: ['packages/store/dist/src/make-template.js'],
  },
  web: {
    says: 'Building the screens',
    inputs: () => [
      'tsconfig.base.json',
      ...['packages/base', 'packages/domain', 'packages/contract', 'apps/web'].flatMap((folder) => filesUnder(folder, isSource)),
    ],
    outputs: ['apps/web/dist/site/index.html'],
    command: ['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn'],
  },
  tests: {
    says: 'Compiling the tests',
    inputs: () => [
      'tsconfig.json',
      'tsconfig.base.json',
      ...['packages', 'apps', 'e2e'].flatMap((folder) => filesUnder(folder, (name) => /\.tsx?$/.test(name) || isConfig(name))),
    ],
    outputs: ['packages/base/dist/test'],
    command: [TSC, '-b'],
  },
};

/** The parts that a westgate command with these words needs. Only the screens take long to build, and only `serve` shows them. */
export function partsFor(args) {
  const without = ['--no-screens', '--help', '-h'];
  return args[0] === 'serve' && !args.some((word) => without.includes(word))
    ? ['code', 'kernel', 'template', 'web']
    : ['code', 'kernel', 'template'];
}

/** Installs and builds what is missing or stale, all parts by default; ends the process with the reason where that fails. */
export function makeReady(names, otherwise = () => {}) {
  try {
    ensureInstalled();
    ensureBuilt(names);
  } catch (error) {
    console.error(error.message);
    otherwise();
    process.exit(1);
  }
}

/** Runs `npm ci` when node_modules is missing or older than the lock file. Returns true when it installed. */
function ensureInstalled() {
  if (isInstalled()) return false;
  return alone(() => {
    if (isInstalled()) return false;
    console.error('Installing packages (once) …');
    const npm = process.env.npm_execpath;
    const done = npm?.endsWith('.js')
      ? spawnSync(process.execPath, [npm, 'ci'], { cwd: ROOT, stdio: ['ignore', 2, 2] })
      : spawnSync('npm', ['ci'], { cwd: ROOT, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
    if (done.error) throw done.error;
    if (done.status !== 0) throw new Error(`npm ci failed (exit ${done.status})`);
    remember(INSTALLED, lockHash());
    return true;
  });
}

/** Builds the named parts (all by default) that are missing or stale. Returns the names of the parts it built. */
function ensureBuilt(names = Object.keys(PARTS)) {
  if (staleParts(names).length === 0) return [];
  return alone(() => {
    const built = [];
    for (const name of names) {
      if (!isStale(name)) continue;
      const part = PARTS[name];
      const before = fingerprint(part);
      console.error(`${part.says} …`);
      const code = runNode(part.command);
      if (code !== 0) throw new Error(`${part.says.toLowerCase()} failed: node ${part.command.join(' ')} ended with ${code}`);
      remember(BUILT, JSON.stringify({ ...builtBefore(), [name]: before }, null, 1));
      built.push(name);
    }
    return built;
  });
}

function staleParts(names) {
  return names.filter(isStale);
}

function isStale(name) {
  const part = PARTS[name];
  return !part.outputs.every((output) => existsSync(join(ROOT, output))) || builtBefore()[name] !== fingerprint(part);
}

/** One hash over path, size and time of every input: reading the files themselves would be slower than the build is likely to be needed. */
function fingerprint(part) {
  const lines = part.inputs().map((name) => {
    const { size, mtimeMs } = statSync(join(ROOT, name));
    return `${name} ${size} ${mtimeMs}`;
  });
  return hash([lockHash(), part.command.join(' '), ...lines].join('\n'));
}

function isInstalled() {
  const installed = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  if (existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === lockHash()) return true;
  if (statSync(installed).mtimeMs < statSync(join(ROOT, 'package-lock.json')).mtimeMs) return false;
  remember(INSTALLED, lockHash());
  return true;
}

function builtBefore() {
  try {
    return JSON.parse(readFileSync(BUILT, 'utf8'));
  } catch {
    return {};
  }
}

function lockHash() {
  return hash(readFileSync(join(ROOT, 'package-lock.json')));
}

function hash(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A new file in the place of the old: a checkout whose packages are links to another's keeps a memory of its own. */
function remember(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, text);
  renameSync(aside, file);
}

/** Runs `work` while no other process of this machine builds the same checkout: waits for it, and goes on when it is gone. */
function alone(work) {
  let told = false;
  while (!takeLock()) {
    if (!told) console.error('Waiting for another build of this checkout …');
    told = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150);
  }
  const release = () => rmSync(LOCK, { force: true });
  process.once('exit', release);
  try {
    return work();
  } finally {
    release();
    process.off('exit', release);
  }
}

function takeLock() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (isHeld()) return false;
  rmSync(LOCK, { force: true });
  return false;
}

function isHeld() {
  try {
    if (Date.now() - statSync(LOCK).mtimeMs > LOCK_LIMIT_MS) return false;
    const holder = Number(readFileSync(LOCK, 'utf8'));
    if (!holder) return true;
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    ensureInstalled();
    const built = ensureBuilt();
    console.error(built.length ? `Built: ${built.join(', ')}` : 'Nothing to build.');
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
