import type { HeldFile } from './held-file.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end record is 22 bytes and may be followed by a comment of up to 65,535. */
const LONGEST_TAIL = 22 + 65_535;
const MOST_DIRECTORY_BYTES = 4 * 1024 * 1024;
const MOST_ENTRIES = 10_000;
/** What all parts of a document may unpack to, and how many times its own length. */
const MOST_UNPACKED = 300 * 1024 * 1024;
const MOST_RATIO = 200;
/** A small document of plain text packs better than any ratio allows. */
const SMALL_UNPACKED = 8 * 1024 * 1024;
const ENCRYPTED = 1;

/** What an archive says of its parts. */
interface Directory {
  readonly names: ReadonlySet<string>;
  readonly unpacked: number;
  readonly packed: number;
}

/**
 * What is wrong with a Word or Excel file, as what was expected; null where nothing is. Only the list of its parts is read, nothing is
 * unpacked: `main` must be among them, they must not claim to unpack to too much, nor hold programs.
 */
export async function officeFault(file: HeldFile, main: string): Promise<string | null> {
  const directory = await readDirectory(file);
  if (typeof directory === 'string') return directory;
  const { names, unpacked, packed } = directory;
  if (!names.has('[Content_Types].xml') || !names.has(main)) return `a document with the part ${main}`;
  if ([...names].some((name) => /vbaProject\.bin$|\/activeX\/|\.(exe|dll|js|vbs|bat|cmd|ps1)$/i.test(name)))
    return 'a document without programs in it';
  if (packed > file.length) return 'a document whose parts do not overlap';
  if (unpacked > MOST_UNPACKED || (unpacked > SMALL_UNPACKED && unpacked > file.length * MOST_RATIO)) {
    return `a document that unpacks to at most ${MOST_UNPACKED} bytes and ${MOST_RATIO} times its own length`;
  }
  return null;
}

async function readDirectory(file: HeldFile): Promise<Directory | string> {
  const tailAt = Math.max(0, file.length - LONGEST_TAIL);
  const tail = await file.read(tailAt, LONGEST_TAIL);
  const end = endRecord(tail);
  if (end === null) return 'a whole document';
  const [count, size, at] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (count === 0 || count > MOST_ENTRIES || size > MOST_DIRECTORY_BYTES) return `a document of 1 to ${MOST_ENTRIES} parts`;
  if (at + size > tailAt + end) return 'a whole document';
  return entriesIn(await file.read(at, size), count);
}

function endRecord(tail: Buffer): number | null {
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === END && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return at;
  }
  return null;
}

function entriesIn(bytes: Buffer, count: number): Directory | string {
  const names = new Set<string>();
  let [at, unpacked, packed] = [0, 0, 0];
  for (let left = count; left > 0; left -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return 'a whole document';
    if ((bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0) return 'a document without a password';
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    if (name.startsWith('/') || name.includes('..') || name.includes('\\') || names.has(name))
      return 'a document with parts of its own names';
    names.add(name);
    packed += bytes.readUInt32LE(at + 20);
    unpacked += bytes.readUInt32LE(at + 24);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return { names, unpacked, packed };
}
