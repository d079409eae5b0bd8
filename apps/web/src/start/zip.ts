import { strToU8, unzipSync, zipSync } from 'fflate';
import type { WordId } from '../messages/words.ts';
import { type GivenFile, MOST_BYTES, MOST_FILES } from './folder-files.ts';

/** What a zip holds, or why it is not unpacked. */
export type ZipReading =
  | { readonly status: 'read'; readonly files: readonly GivenFile[] }
  | { readonly status: 'refused'; readonly word: WordId; readonly found: string };

/** The earliest time a zip can tell: the same district gives the same bytes. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * The files of a zip. What it says of the unpacked sizes is summed up before anything is unpacked, and no file grows beyond what it said,
 * so that a small zip of huge files takes no memory.
 */
export function readZip(bytes: Uint8Array): ZipReading {
  let [count, size] = [0, 0];
  let isTooLarge = false;
  const filter = ({ originalSize }: { readonly originalSize: number }): boolean => {
    count += 1;
    size += originalSize;
    isTooLarge ||= count > MOST_FILES || size > MOST_BYTES;
    return !isTooLarge;
  };
  try {
    const held = unzipSync(bytes, { filter });
    if (count > MOST_FILES) return { status: 'refused', word: 'start.bring.tooMany', found: String(count) };
    if (isTooLarge) return { status: 'refused', word: 'start.bring.tooLarge', found: String(Math.ceil(size / 1_000_000)) };
    const files = Object.entries(held).filter(([path]) => !path.endsWith('/'));
    return {
      status: 'read',
      files: files.map(([path, content]) => ({ path: path.replaceAll('\\', '/'), bytes: new Blob([content.slice()]) })),
    };
  } catch {
    return { status: 'refused', word: 'start.bring.badZip', found: '' };
  }
}

/** The files of a folder as a zip, in a folder of this name. */
export function writeZip(folder: string, files: Readonly<Record<string, string>>): Uint8Array {
  const entries = Object.entries(files).map(([path, text]) => [`${folder}/${path}`, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: NO_TIME });
}
