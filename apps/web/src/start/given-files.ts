import type { GivenFile } from './folder-files.ts';
import { MOST_BYTES, MOST_FILES } from './folder-files.ts';

/** Bytes of one file that are read at all: more is refused by its size alone. */
const MOST_READ = MOST_BYTES * 2;

/** The files of a list, with the path that a folder's choice gives. One that is too large is there with its size alone, so that it is refused. */
export async function filesOfList(list: readonly File[]): Promise<readonly GivenFile[]> {
  let left = MOST_READ;
  const given: GivenFile[] = [];
  for (const file of list.slice(0, MOST_FILES + 1)) {
    left -= file.size;
    const path = file.webkitRelativePath === '' ? file.name : file.webkitRelativePath;
    given.push({ path, bytes: left < 0 ? new Uint8Array(MOST_BYTES + 1) : new Uint8Array(await file.arrayBuffer()) });
    if (left < 0) break;
  }
  return given;
}

/** The files that were dropped, folders walked through. */
export async function filesDropped(items: DataTransferItemList): Promise<readonly GivenFile[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const files: { readonly path: string; readonly file: File }[] = [];
  for (const entry of entries) await walk(entry, files);
  const read = await filesOfList(files.map(({ file }) => file));
  return read.map(({ bytes }, index) => ({ path: files[index]?.path ?? '', bytes }));
}

async function walk(entry: FileSystemEntry, files: { readonly path: string; readonly file: File }[]): Promise<void> {
  if (files.length > MOST_FILES) return;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    files.push({ path: entry.fullPath.replace(/^\//, ''), file });
    return;
  }
  if (!isFolder(entry)) return;
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    for (const each of some) await walk(each, files);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
