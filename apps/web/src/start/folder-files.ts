import { FOLDER_TABLES, isEvidencePath, isReadPath, TABLES } from '@westgate/domain';
import type { WordId } from '../messages/words.ts';

/** A file that was chosen or dropped, by its path in the folder. */
export interface GivenFile {
  readonly path: string;
  /** Its bytes, wherever they are: those of a large file stay on the disk until they are sent. */
  readonly bytes: Blob;
}

/** Files to be imported: a whole folder, or some files of one; or why they cannot be. */
export type FilesReading =
  | {
      readonly status: 'folder' | 'part';
      /** Path in the district folder → the bytes to be sent. */
      readonly files: Readonly<Record<string, Blob>>;
      /** The id that district.json gives; null where there is none, or it cannot be read. */
      readonly district: string | null;
    }
  | { readonly status: 'refused'; readonly word: WordId; readonly found: string };

/** Bytes of all files together that a server takes. */
export const MOST_BYTES = 500_000_000;
/** Bytes of a district.json that is looked into for its id. */
const MOST_DISTRICT_BYTES = 20_000_000;
/** Files of one folder. */
export const MOST_FILES = 2_000;

const TABLE_FILES: readonly string[] = FOLDER_TABLES.map((name) => TABLES[name].file);
const DISTRICT_FILE = TABLES.district.file;
const PLAN_TEXT = /(?:^|\/)([^/]+\.(?:zh|en)\.md)$/;

/** The files as a district folder has them. Names that begin with a dot and what systems put beside them are passed over. */
export async function readGiven(given: readonly GivenFile[]): Promise<FilesReading> {
  const kept = given.filter(
    ({ path }) => !path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX' || part === 'Thumbs.db'),
  );
  if (kept.length === 0) return { status: 'refused', word: 'start.bring.nothing', found: '' };
  if (kept.length > MOST_FILES) return { status: 'refused', word: 'start.bring.tooMany', found: String(kept.length) };
  const size = kept.reduce((sum, { bytes }) => sum + bytes.size, 0);
  if (size > MOST_BYTES) return { status: 'refused', word: 'start.bring.tooLarge', found: String(Math.ceil(size / 1_000_000)) };
  const roots = kept.filter(({ path }) => nameOf(path) === DISTRICT_FILE).map(({ path }) => path.slice(0, -DISTRICT_FILE.length));
  const [root, second] = roots.sort((a, b) => a.length - b.length);
  if (root !== undefined && second !== undefined) {
    return { status: 'refused', word: 'start.bring.severalDistricts', found: `${root}, ${second}` };
  }
  if (root !== undefined && kept.length > 1) return wholeFolder(kept, root);
  return someFiles(kept);
}

async function wholeFolder(kept: readonly GivenFile[], root: string): Promise<FilesReading> {
  const inside = kept.filter(({ path }) => path.startsWith(root)).map(({ path, bytes }) => ({ path: path.slice(root.length), bytes }));
  const files = Object.fromEntries(inside.map(({ path, bytes }) => [path, isReadPath(path) || isEvidencePath(path) ? bytes : new Blob()]));
  return { status: 'folder', files, district: await idIn(files[DISTRICT_FILE]) };
}

async function someFiles(kept: readonly GivenFile[]): Promise<FilesReading> {
  const files: Record<string, Blob> = {};
  for (const { path, bytes } of kept) {
    const place = placeInFolder(path);
    if (place === null) return { status: 'refused', word: 'start.bring.unknownFile', found: nameOf(path) };
    files[place] = bytes;
  }
  return { status: 'part', files, district: await idIn(files[DISTRICT_FILE]) };
}

/** Where a file of this name lies in a district folder; null for one the format does not have. */
function placeInFolder(path: string): string | null {
  const table = TABLE_FILES.find((file) => nameOf(file) === nameOf(path));
  if (table !== undefined) return table;
  const text = PLAN_TEXT.exec(path)?.[1];
  return text === undefined ? null : `words/${text}`;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

async function idIn(file: Blob | undefined): Promise<string | null> {
  try {
    const json: unknown = JSON.parse((await file?.slice(0, MOST_DISTRICT_BYTES).text()) ?? '');
    const id: unknown = typeof json === 'object' && json !== null && 'id' in json ? json.id : null;
    return typeof id === 'string' ? id : null;
  } catch {
    return null;
  }
}
