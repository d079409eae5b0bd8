import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { WestgateError } from '@westgate/base';
import { MANIFEST, type Manifest, manifestIn, sha256Of } from './manifest.ts';

/** Files that a desktop leaves in every folder: they are nobody's work. */
const LITTER = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** The three folders of a publication: where it stands, where the next one is made, and where the last one waits while they change places. */
export interface Folders {
  readonly target: string;
  readonly draft: string;
  readonly replaced: string;
}

/** The folders for a publication at `dir`; a symbolic link stands for what it leads to. */
export async function foldersAt(dir: string): Promise<Folders> {
  const given = resolve(dir);
  const target = await realpath(given).catch(async (error: unknown) => {
    if (!isMissing(error)) throw error;
    return join(await realpath(dirname(given)), basename(given));
  });
  return { target, draft: `${target}.publishing`, replaced: `${target}.replaced` };
}

/** The publication that stands whole at `dir`; null where the folder is missing or empty. Throws `WG_NOT_EMPTY` where anything else stands there. */
export async function publicationAt(dir: string): Promise<Manifest | null> {
  const found = await filesIn(dir);
  if (found === null || found.length === 0) return null;
  const manifest = found.includes(MANIFEST) ? manifestIn(await readFile(join(dir, MANIFEST), 'utf8')) : null;
  if (manifest === null)
    throw refused(dir, `"${found.find((path) => path !== MANIFEST) ?? MANIFEST}", and no list of an earlier publication`);
  const own = new Map(manifest.files.map((file) => [file.path, file]));
  for (const path of found) {
    if (path === MANIFEST) continue;
    const file = own.get(path);
    if (file === undefined) throw refused(dir, `"${path}", which Westgate did not write`);
    if (sha256Of(await readFile(join(dir, path))) !== file.sha256)
      throw refused(dir, `"${path}", which was changed since it was published`);
  }
  return manifest;
}

/** Whether something stands at a path. */
export async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Whether an error of the system says that nothing is there. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Paths of all files below a folder, `/` between parts, without litter; null where there is no folder. Throws where it is a file. */
async function filesIn(dir: string): Promise<readonly string[] | null> {
  if (!(await isThere(dir))) return null;
  if (!(await stat(dir)).isDirectory()) throw refused(dir, 'a file of that name');
  const paths: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(join(dir, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) await walk(path);
      else if (!LITTER.has(entry.name)) paths.push(path);
    }
  };
  await walk('');
  return paths;
}

function refused(dir: string, found: string): WestgateError {
  const expected = 'expected an empty or new folder, or one that holds a publication as it was written';
  return new WestgateError('WG_NOT_EMPTY', `${dir}: ${expected}; found ${found}. Nothing was written.`, { dir });
}
