// What every tool needs to know of the house: where it stands, which files it has, and how to run a command in it.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder, absolute. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

const IMPORT = /(?:^|[\s;}])(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;
const SKIPPED = new Set(['node_modules', 'dist', '.git', '.westgate', '.cache']);

/** Paths of all files below `folder` (relative to the root, `/` between parts), sorted; build output and installed packages left out. */
export function filesUnder(folder, keep = () => true) {
  const found = [];
  const visit = (absolute) => {
    for (const entry of readdirSync(absolute, { withFileTypes: true })) {
      if (SKIPPED.has(entry.name)) continue;
      const path = join(absolute, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) {
        const name = relative(ROOT, path).split(sep).join('/');
        if (keep(name)) found.push(name);
      }
    }
  };
  try {
    visit(join(ROOT, folder));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  return found.sort();
}

/** The text of a file named relative to the root. */
export function readText(name) {
  return readFileSync(join(ROOT, name), 'utf8');
}

/** What a source, without its comments, imports: paths and names of packages, as they stand there. */
export function importsOf(code) {
  return [...code.matchAll(IMPORT)].map((match) => match[1] ?? match[2]);
}

/** A source without its comments. */
export function withoutComments(code) {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

/** Runs Node on a script of the house; its words go to stderr, so that stdout stays for answers. Returns the exit code. */
export function runNode(args, options = {}) {
  const done = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 2, 2], ...options });
  if (done.error) throw done.error;
  return done.status ?? 1;
}

/**
 * Ends a checker: prints what it read, then each fault. The exit code is 1 when there are faults, or when it read fewer files than it
 * is known to have, because a check that read nothing is not green.
 */
export function report(check, { read, floor, faults, what = 'files' }) {
  const all = read < floor ? [...faults, `read only ${read} ${what}, expected at least ${floor}`] : faults;
  for (const fault of all) console.error(`${check}: ${fault}`);
  console.log(`${check}: ${read} ${what} read, ${all.length} ${all.length === 1 ? 'fault' : 'faults'}`);
  process.exitCode = all.length ? 1 : 0;
}

/** All texts of the screens in a language, by name: of the frame, and of the rooms that bring theirs along. */
export function screenTexts(language) {
  const folder = 'apps/web/src/messages';
  const files = [`${folder}/${language}.json`, ...filesUnder(`${folder}/rooms`, (name) => name.endsWith(`.${language}.json`))];
  return Object.assign({}, ...files.map((file) => JSON.parse(readText(file))));
}
