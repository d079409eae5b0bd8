import { closeSync, fstatSync, openSync, read } from 'node:fs';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const readAt = promisify(read);
const inflated = promisify(inflateRaw);

/** A file in an archive: where its packed bytes lie, how many they are, and the check sum of what they unpack to. */
export interface ZipEntry {
  readonly at: number;
  readonly packed: number;
  readonly bytes: number;
  readonly crc: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;

/** An archive as {@link writeZip} writes it, open for reading file by file. */
export class ZipReader {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly #file: number;

  private constructor(file: number, entries: ReadonlyMap<string, ZipEntry>) {
    this.#file = file;
    this.entries = entries;
  }

  /** Opens the archive at `path`. Throws where it is none. */
  static async open(path: string): Promise<ZipReader> {
    const file = openSync(path, 'r');
    try {
      return new ZipReader(file, await entriesIn(file));
    } catch (error) {
      closeSync(file);
      throw error;
    }
  }

  /** The bytes of a file of it. */
  async bytesOf({ at, packed, bytes }: ZipEntry): Promise<Buffer> {
    const head = await part(this.#file, at, LOCAL_BYTES);
    const begins = at + LOCAL_BYTES + head.readUInt16LE(26) + head.readUInt16LE(28);
    return inflated(await part(this.#file, begins, packed), { maxOutputLength: Math.max(bytes, 1) });
  }

  close(): void {
    closeSync(this.#file);
  }
}

async function entriesIn(file: number): Promise<ReadonlyMap<string, ZipEntry>> {
  const { size } = fstatSync(file);
  const end = await part(file, size - END_BYTES, END_BYTES);
  if (size < END_BYTES || end.readUInt32LE(0) !== END) throw new Error('expected an archive as Westgate writes it');
  const directory = await part(file, end.readUInt32LE(16), end.readUInt32LE(12));
  const entries = new Map<string, ZipEntry>();
  for (let from = 0; from + CENTRAL_BYTES <= directory.length && directory.readUInt32LE(from) === CENTRAL; ) {
    const nameBytes = directory.readUInt16LE(from + 28);
    const name = directory.toString('utf8', from + CENTRAL_BYTES, from + CENTRAL_BYTES + nameBytes);
    const [crc, packed, bytes, at] = [16, 20, 24, 42].map((offset) => directory.readUInt32LE(from + offset)) as [
      number,
      number,
      number,
      number,
    ];
    entries.set(name, { at, packed, bytes, crc });
    from += CENTRAL_BYTES + nameBytes + directory.readUInt16LE(from + 30) + directory.readUInt16LE(from + 32);
  }
  return entries;
}

async function part(file: number, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await readAt(file, buffer, done, length - done, at + done);
    if (bytesRead === 0) throw new Error('the archive ends too early');
    done += bytesRead;
  }
  return buffer;
}
