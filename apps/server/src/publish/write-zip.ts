import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive. */
interface ZipFile {
  /** Path within the archive, `/` between parts. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Version 2.0 of the format, names in UTF-8, deflated, of 1 January 1980, the first day it can tell: the same files give the same archive. */
const VERSION = 20;
const UTF8 = 0x800;
const DEFLATED = 8;
const FIRST_DAY = 0x21;
/** Entries that the end of the format without extensions can count. */
const MOST_ENTRIES = 0xffff;
const ZIP64_VERSION = 45;

/**
 * Writes a new zip archive (APPNOTE 6.3) at `path`, file by file, so that a large one stands in memory no more than a small one. Beyond 65,535
 * files it ends as Zip64 says. `onFile` is told how many files are written.
 */
export async function writeZip(path: string, files: Iterable<ZipFile>, onFile: (count: number) => void): Promise<void> {
  const out = createWriteStream(path, { mode: 0o600, flags: 'wx' });
  const ended = finished(out);
  const directory: Buffer[] = [];
  let at = 0;
  const put = async (bytes: Uint8Array): Promise<void> => {
    at += bytes.byteLength;
    if (!out.write(bytes)) await Promise.race([once(out, 'drain'), ended]);
  };
  for (const { path: name, bytes } of files) {
    const packed = deflateRawSync(bytes);
    const said = entryOf(name, bytes, packed.length);
    directory.push(centralOf(said, name, at));
    await put(Buffer.concat([uints([0x04034b50, 4], [VERSION, 2]), said, Buffer.from(name)]));
    await put(packed);
    onFile(directory.length);
  }
  const begins = at;
  for (const entry of directory) await put(entry);
  await put(endOf(directory.length, begins, at - begins));
  out.end();
  await ended;
}

/** What both the head of a file and its line in the directory say of it. */
function entryOf(name: string, bytes: Uint8Array, packed: number): Buffer {
  return uints(
    [UTF8, 2],
    [DEFLATED, 2],
    [0, 2],
    [FIRST_DAY, 2],
    [crc32(bytes), 4],
    [packed, 4],
    [bytes.byteLength, 4],
    [Buffer.byteLength(name), 2],
    [0, 2],
  );
}

function centralOf(said: Buffer, name: string, at: number): Buffer {
  const head = uints([0x02014b50, 4], [VERSION, 2], [VERSION, 2]);
  return Buffer.concat([head, said, uints([0, 2], [0, 2], [0, 2], [0, 4], [at, 4]), Buffer.from(name)]);
}

function endOf(count: number, at: number, bytes: number): Buffer {
  const isLarge = count > MOST_ENTRIES;
  const told = Math.min(count, MOST_ENTRIES);
  const end = uints([0x06054b50, 4], [0, 2], [0, 2], [told, 2], [told, 2], [bytes, 4], [at, 4], [0, 2]);
  if (!isLarge) return end;
  const large = uints(
    [0x06064b50, 4],
    [44, 8],
    [ZIP64_VERSION, 2],
    [ZIP64_VERSION, 2],
    [0, 4],
    [0, 4],
    [count, 8],
    [count, 8],
    [bytes, 8],
    [at, 8],
  );
  return Buffer.concat([large, uints([0x07064b50, 4], [0, 4], [at + bytes, 8], [1, 4]), end]);
}

/** Numbers in so many bytes each, the lowest first. Throws where one does not fit: an archive beyond 4 GB. */
function uints(...numbers: readonly (readonly [value: number, bytes: 2 | 4 | 8])[]): Buffer {
  const out = Buffer.alloc(numbers.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of numbers) {
    if (bytes === 8) out.writeBigUInt64LE(BigInt(value), at);
    else out.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return out;
}
