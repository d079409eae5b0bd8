import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { WestgateError } from '@westgate/base';
import type { SiteFile } from '@westgate/public';
import { type Folders, foldersAt, isMissing, isThere, publicationAt } from './folder.ts';
import { type About, entryOf, MANIFEST, type Manifest, type ManifestFile, manifestBytes, manifestOf } from './manifest.ts';

/** Files on their way to the disk at once. */
const AT_ONCE = 16;
/** In a draft: the process that writes it. */
const OWNER = '.westgate-publishing';

/**
 * Writes a site into `dir` in one step: all files go into a folder beside it and to the disk, then the folders change places. A run that is
 * killed leaves the earlier publication as it was; the next run clears up behind it. Throws `WG_NOT_EMPTY` where `dir` holds anything but a
 * publication as it was written, `WG_FOLDER_LOCKED` while another run writes to it. `onFile` is told how many files are on the disk.
 */
export async function saveSite(
  dir: string,
  about: About,
  files: Iterable<SiteFile>,
  onFile: (count: number) => void = () => undefined,
): Promise<Manifest> {
  await mkdir(dirname(resolve(dir)), { recursive: true });
  const folders = await foldersAt(dir);
  await clearUp(folders);
  await publicationAt(folders.target);
  await mkdir(folders.draft);
  try {
    await writeFile(join(folders.draft, OWNER), String(process.pid));
    const manifest = manifestOf(about, await writeAll(folders.draft, files, onFile));
    await writeDurably(join(folders.draft, MANIFEST), manifestBytes(manifest));
    await rm(join(folders.draft, OWNER));
    await syncFolder(folders.draft);
    await changePlaces(folders);
    return manifest;
  } catch (error) {
    await rm(folders.draft, { recursive: true, force: true });
    throw error;
  }
}

/** Sets right what a run left that was killed: its draft goes, and a publication that waited for its place comes back. */
async function clearUp({ target, draft, replaced }: Folders): Promise<void> {
  if (await isThere(draft)) {
    await refuseStranger(draft);
    await removeBut(draft, (await isThere(join(draft, OWNER))) ? OWNER : MANIFEST);
  }
  if (!(await isThere(replaced))) return;
  if (!(await isThere(target))) {
    await rename(replaced, target);
    return;
  }
  await publicationAt(replaced);
  await removeBut(replaced, MANIFEST);
}

/** Removes a folder, the file last that tells whose it is: when this is interrupted, the next run still knows. */
async function removeBut(dir: string, last: string): Promise<void> {
  for (const name of await readdir(dir)) if (name !== last) await rm(join(dir, name), { recursive: true });
  await rm(dir, { recursive: true });
}

/** A draft is ours where it names a process that has ended, or where it is a whole publication. */
async function refuseStranger(draft: string): Promise<void> {
  const owner = await readFile(join(draft, OWNER), 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (owner === null) {
    await publicationAt(draft);
    return;
  }
  if (isRunning(Number(owner)))
    throw new WestgateError('WG_FOLDER_LOCKED', `process ${owner} is publishing to this folder (${draft}); wait until it has ended`);
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Writes the files, some at a time, each brought to the disk. */
async function writeAll(draft: string, files: Iterable<SiteFile>, onFile: (count: number) => void): Promise<readonly ManifestFile[]> {
  const entries: ManifestFile[] = [];
  const folders = new Set<string>();
  const source = files[Symbol.iterator]();
  const work = async (): Promise<void> => {
    for (let next = source.next(); !next.done; next = source.next()) {
      const { path, content } = next.value;
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      entries.push(entryOf(path, bytes));
      const folder = dirname(join(draft, path));
      if (!folders.has(folder)) await mkdir(folder, { recursive: true });
      folders.add(folder);
      await writeDurably(join(draft, path), bytes);
      onFile(entries.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  for (const folder of folders) await syncFolder(folder);
  return entries;
}

async function writeDurably(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Brings the names in a folder to the disk; Windows does that itself and opens no folders. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/**
 * Puts the draft where the earlier publication stood. A system has no one call for that: between the two renames, which follow each other
 * at once, the earlier one stands whole under its waiting name, and the next run would put it back.
 */
async function changePlaces({ target, draft, replaced }: Folders): Promise<void> {
  const isFirst = !(await isThere(target));
  try {
    if (!isFirst) await rename(target, replaced);
    await rename(draft, target);
  } catch (error) {
    if (!isFirst && !(await isThere(target))) await rename(replaced, target);
    if (error instanceof Error && 'code' in error && (error.code === 'EBUSY' || error.code === 'EXDEV')) {
      const message = `${target} cannot change places with a new folder (is it a mounted disk?): name a folder inside it`;
      throw new WestgateError('WG_INPUT_INVALID', message, { dir: target });
    }
    throw error;
  }
  await syncFolder(dirname(target));
  if (!isFirst) await removeBut(replaced, MANIFEST);
}
