import { type GivenFile, MOST_FILES } from './folder-files.ts';

/** The files of a list, with the path that a folder's choice gives. Nothing is read of them yet. */
export function filesOfList(list: readonly File[]): readonly GivenFile[] {
  return list
    .slice(0, MOST_FILES + 1)
    .map((file) => ({ path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, bytes: file }));
}

/** The files that were dropped, folders walked through. */
export async function filesDropped(items: DataTransferItemList): Promise<readonly GivenFile[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const files: GivenFile[] = [];
  for (const entry of entries) await walk(entry, files);
  return files;
}

async function walk(entry: FileSystemEntry, files: GivenFile[]): Promise<void> {
  if (files.length > MOST_FILES) return;
  if (isFile(entry)) {
    const bytes = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    files.push({ path: entry.fullPath.replace(/^\//, ''), bytes });
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
