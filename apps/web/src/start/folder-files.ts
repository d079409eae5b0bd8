import { FOLDER_TABLES, TABLES } from '@westgate/domain';
import type { WordId } from '../messages/words.ts';

/** A file that was chosen or dropped, by its path in the folder. */
export interface GivenFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Files to be imported: a whole folder, or some files of one; or why they cannot be. */
export type FilesReading =
  | {
      readonly status: 'folder' | 'part';
      /** Path in the district folder → text. */
      readonly files: Readonly<Record<string, string>>;
      /** The id that district.json gives; null where there is none, or it cannot be read. */
      readonly district: string | null;
    }
  | { readonly status: 'refused'; readonly word: WordId; readonly found: string };

/** Bytes of all files together that the screen takes; a larger folder is for the command line. */
export const MOST_BYTES = 24_000_000;
/** Files of one folder. */
export const MOST_FILES = 2_000;

const TABLE_FILES: readonly string[] = FOLDER_TABLES.map((name) => TABLES[name].file);
const DISTRICT_FILE = TABLES.district.file;
const PLAN_TEXT = /(?:^|\/)([^/]+\.(?:zh|en)\.md)$/;

/** The files as a district folder has them. Names that begin with a dot and what systems put beside them are passed over. */
export function readGiven(given: readonly GivenFile[]): FilesReading {
  const kept = given.filter(
    ({ path }) => !path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX' || part === 'Thumbs.db'),
  );
  if (kept.length === 0) return { status: 'refused', word: 'start.bring.nothing', found: '' };
  if (kept.length > MOST_FILES) return { status: 'refused', word: 'start.bring.tooMany', found: String(kept.length) };
  const size = kept.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size > MOST_BYTES) return { status: 'refused', word: 'start.bring.tooLarge', found: String(Math.ceil(size / 1_000_000)) };
  const roots = kept.filter(({ path }) => nameOf(path) === DISTRICT_FILE).map(({ path }) => path.slice(0, -DISTRICT_FILE.length));
  const [root, second] = roots.sort((a, b) => a.length - b.length);
  if (root !== undefined && second !== undefined) {
    return { status: 'refused', word: 'start.bring.severalDistricts', found: `${root}, ${second}` };
  }
  if (root !== undefined && kept.length > 1) return wholeFolder(kept, root);
  return someFiles(kept);
}

function wholeFolder(kept: readonly GivenFile[], root: string): FilesReading {
  const inside = kept.filter(({ path }) => path.startsWith(root)).map(({ path, bytes }) => ({ path: path.slice(root.length), bytes }));
  const files = Object.fromEntries(inside.map(({ path, bytes }) => [path, isOfFormat(path) ? textOf(bytes) : '']));
  return { status: 'folder', files, district: idIn(files[DISTRICT_FILE]) };
}

function someFiles(kept: readonly GivenFile[]): FilesReading {
  const files: Record<string, string> = {};
  for (const { path, bytes } of kept) {
    const place = placeInFolder(path);
    if (place === null) return { status: 'refused', word: 'start.bring.unknownFile', found: nameOf(path) };
    files[place] = textOf(bytes);
  }
  return { status: 'part', files, district: idIn(files[DISTRICT_FILE]) };
}

/** Where a file of this name lies in a district folder; null for one the format does not have. */
function placeInFolder(path: string): string | null {
  const table = TABLE_FILES.find((file) => nameOf(file) === nameOf(path));
  if (table !== undefined) return table;
  const text = PLAN_TEXT.exec(path)?.[1];
  return text === undefined ? null : `words/${text}`;
}

function isOfFormat(path: string): boolean {
  return TABLE_FILES.includes(path) || PLAN_TEXT.test(path);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** UTF-8, UTF-16 with a byte order mark, else GB18030, as the server reads a folder of its own machine. */
function textOf(bytes: Uint8Array): string {
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

function idIn(text: string | undefined): string | null {
  try {
    const json: unknown = JSON.parse(text ?? '');
    const id: unknown = typeof json === 'object' && json !== null && 'id' in json ? json.id : null;
    return typeof id === 'string' ? id : null;
  } catch {
    return null;
  }
}
