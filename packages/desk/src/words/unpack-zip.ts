import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end record is 22 bytes and may be followed by a comment of up to 65,535. */
const LONGEST_TAIL = 22 + 65_535;

/** What an archive may unpack to. */
export interface ZipLimits {
  readonly bytes: number;
  /** `<` and `=` in all files together: each is a node of an XML tree, some 500 bytes of memory. */
  readonly marks: number;
}

/**
 * The files of a zip archive that `isWanted`, by name; all of them are unpacked to see whether they fit into `limits`, since an archive may lie
 * about its sizes. `damaged` for what is no archive or not whole; zip64 and encrypted ones are taken for damaged too.
 */
export function unpackZip(
  zip: Uint8Array,
  limits: ZipLimits,
  isWanted: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> | 'too-large' | 'damaged' {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  const files = new Map<string, Uint8Array>();
  try {
    let left = limits;
    for (const at of entriesOf(bytes)) {
      const file = unpack(bytes, at, left.bytes);
      left = { bytes: left.bytes - file.length, marks: left.marks - countMarks(file) };
      if (left.bytes < 0 || left.marks < 0) return 'too-large';
      const name = nameOf(bytes, at);
      if (files.has(name)) return 'damaged';
      if (isWanted(name)) files.set(name, file);
    }
    return files;
  } catch (error) {
    return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged';
  }
}

function nameOf(bytes: Buffer, at: number): string {
  return bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28));
}

/** Where the directory entries of an archive stand. */
function entriesOf(bytes: Buffer): readonly number[] {
  const end = endRecord(bytes);
  const entries: number[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new Error('no directory entry');
    entries.push(at);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function endRecord(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - LONGEST_TAIL); at -= 1) if (bytes.readUInt32LE(at) === END) return at;
  throw new Error('no end record');
}

/** The file of a directory entry; throws a `RangeError` beyond `most` bytes. */
function unpack(bytes: Buffer, at: number, most: number): Buffer {
  const [flags, method, size, local] = [at + 8, at + 10, at + 20, at + 42];
  const header = bytes.readUInt32LE(local);
  if (bytes.readUInt32LE(header) !== LOCAL || (bytes.readUInt16LE(flags) & 1) === 1) throw new Error('no readable file');
  const from = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const packed = bytes.subarray(from, from + bytes.readUInt32LE(size));
  if (bytes.readUInt16LE(method) === 0) return packed;
  if (bytes.readUInt16LE(method) !== 8) throw new Error('an unknown way of packing');
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
}

function countMarks(file: Buffer): number {
  let marks = 0;
  for (const byte of file) if (byte === 0x3c || byte === 0x3d) marks += 1;
  return marks;
}
