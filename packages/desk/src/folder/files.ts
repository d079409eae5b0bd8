import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { WestgateError } from '@westgate/base';
import { isBaseMapPath, isPlanTextPath, isReadPath } from '@westgate/domain';

/** A district folder in memory: path with `/` within the folder → text. Files the format does not know are there with an empty text. */
export type FolderFiles = ReadonlyMap<string, string>;

const LIMITS = {
  /** Bytes of one file. */
  fileBytes: 250_000_000,
  /** Bytes of all files that are read. */
  folderBytes: 500_000_000,
  /** Files and folders looked at. */
  entries: 2_000,
} as const;

/** Reads a district folder. Names that begin with a dot are passed over. Throws `WG_FOLDER_INVALID` where there is no folder to read. */
export async function readFolder(dir: string): Promise<FolderFiles> {
  const files = new Map<string, string>();
  let bytesRead = 0;
  for (const path of (await listFiles(dir)).sort()) {
    if (!isReadPath(path)) {
      files.set(path, '');
      continue;
    }
    const size = (await lstat(join(dir, path))).size;
    bytesRead += size;
    if (size > LIMITS.fileBytes || bytesRead > LIMITS.folderBytes) throw tooLarge(path, size);
    files.set(path, decodeText(await readFile(join(dir, path))));
  }
  return files;
}

/**
 * Writes `files` into `dir`, made where it is missing. Every file is first written beside and then renamed into place, so a reader
 * never sees half a file. Plan texts of documents and base maps of sources that are gone are removed; files the format does not know are left alone.
 */
export async function saveFolder(dir: string, files: FolderFiles): Promise<void> {
  const draft = join(dir, `.westgate-export-${process.pid}`);
  await rm(draft, { recursive: true, force: true });
  try {
    for (const [path, text] of files) {
      await mkdir(dirname(join(draft, path)), { recursive: true });
      await writeFile(join(draft, path), text);
    }
    for (const path of files.keys()) {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await rename(join(draft, path), join(dir, path));
    }
    for (const path of await listFiles(dir)) {
      if ((isPlanTextPath(path) || isBaseMapPath(path)) && !files.has(path)) await rm(join(dir, path));
    }
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function listFiles(dir: string): Promise<string[]> {
  const paths: string[] = [];
  let entries = 0;
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(join(dir, folder), { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      entries += 1;
      if (entries > LIMITS.entries) throw notAFolder(dir, `more than ${LIMITS.entries} files`);
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) await walk(path);
      else paths.push(path);
    }
  };
  try {
    await walk('');
  } catch (error) {
    if (error instanceof WestgateError) throw error;
    throw notAFolder(dir, error instanceof Error ? error.message : String(error));
  }
  return paths;
}

function notAFolder(dir: string, found: string): WestgateError {
  return new WestgateError('WG_FOLDER_INVALID', `expected a district folder at ${dir}, found ${found}`, { dir });
}

function tooLarge(path: string, size: number): WestgateError {
  const limits = `${LIMITS.fileBytes / 1e6} MB a file and ${LIMITS.folderBytes / 1e6} MB in all`;
  return new WestgateError('WG_FOLDER_INVALID', `${path}: expected at most ${limits}, found ${size} bytes`, { file: path });
}

/**
 * The text of a file of a district folder: UTF-8 with or without a byte order mark, UTF-16 with one, else GB18030 (what Excel in
 * Chinese writes). Bytes that are none of these come out as U+FFFD, which the parser reports. Line ends become `\n`.
 */
function decodeText(bytes: Uint8Array): string {
  return decode(bytes).replaceAll(/\r\n?/g, '\n');
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return strictly('utf-8', bytes) ?? strictly('gb18030', bytes) ?? new TextDecoder('utf-8').decode(bytes);
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
