import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { invariant } from '@westgate/base';
import { type Deed, FIRST_HASH, type Head } from './deed.ts';
import { syncFolder } from './files.ts';
import { checkedHash, parseLine } from './journal-line.ts';

/** The deeds in order, one line each, every line chained to the one before by its hash. */
export interface Journal {
  readonly head: Head;
  /** Writes the line of `deed` and returns when it is on the disk. On failure the journal is as before and takes no more. */
  append(deed: Deed, line: Buffer): void;
  /** The deed `seq`, read back. */
  read(seq: number): Deed;
  /** Hash of the deed `seq`; {@link FIRST_HASH} for 0; null past the head. */
  hashAt(seq: number): string | null;
  close(): void;
}

/** The first line that is not as it was written. */
interface Damage {
  /** Line number from 1. */
  readonly line: number;
  /** Byte at which the line begins. */
  readonly offset: number;
}

/** A journal just opened: how it was found. */
export interface OpenedJournal {
  readonly journal: Journal;
  /** Bytes of an unfinished last line, which was never acknowledged; it has been moved to a file of its own. 0 when there was none. */
  readonly tornBytes: number;
  /** Set when an acknowledged line is damaged: the journal then holds the deeds before it and takes no more. */
  readonly damage: Damage | null;
}

const FILE = '000001.ndjson';
const CHUNK = 1 << 20;
const NEWLINE = 0x0a;

/** Opens `<dataDir>/journal`, checks every line, cuts a torn last one. With `untouched` nothing is written, not even a folder. */
export function openJournal(dataDir: string, untouched = false): OpenedJournal {
  const folder = join(dataDir, 'journal');
  const path = join(folder, FILE);
  if (untouched && !existsSync(path)) return { journal: memoryJournal(), tornBytes: 0, damage: null };
  if (!untouched && !existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, '', { flag: 'wx' });
    syncFolder(folder);
    syncFolder(dataDir);
  }
  const file = openSync(path, untouched ? 'r' : 'r+');
  const found = readChain(file);
  const size = fstatSync(file).size;
  const tornBytes = found.damage ? 0 : size - found.end;
  if (tornBytes > 0 && !untouched) {
    writeFileSync(join(folder, `torn-${found.end}.bytes`), readBytes(file, found.end, tornBytes));
    ftruncateSync(file, found.end);
    fdatasyncSync(file);
  }
  return { journal: fileJournal(file, found), tornBytes, damage: found.damage };
}

/** A journal that lives as long as the process: for tests and trials. */
export function memoryJournal(): Journal {
  const lines: Buffer[] = [];
  const hashes = [FIRST_HASH];
  return {
    get head() {
      return { seq: lines.length, hash: hashes[lines.length] ?? FIRST_HASH };
    },
    append(deed, line) {
      lines.push(line.subarray(0, -1));
      hashes.push(deed.hash);
    },
    read(seq) {
      const line = lines[seq - 1];
      invariant(line, `deed ${seq} is in the journal of ${lines.length}`);
      return parseLine(line, hashes[seq - 1] ?? FIRST_HASH);
    },
    hashAt: (seq) => hashes[seq] ?? null,
    close() {},
  };
}

interface Chain {
  /** `starts[i]` = byte at which line i + 1 begins. */
  readonly starts: number[];
  /** Byte after the last good line. */
  end: number;
  head: Head;
  damage: Damage | null;
}

function fileJournal(file: number, chain: Chain): Journal {
  const { starts } = chain;
  let { end, head } = chain;
  const lineAt = (seq: number) => {
    const start = starts[seq - 1];
    invariant(start !== undefined, `deed ${seq} is in the journal of ${starts.length}`);
    return readBytes(file, start, (starts[seq] ?? end) - 1 - start);
  };
  const hashAt = (seq: number) => {
    if (seq === 0) return FIRST_HASH;
    const start = starts[seq - 1];
    return start === undefined ? null : readBytes(file, start, 64).toString('latin1');
  };
  return {
    get head() {
      return head;
    },
    append(deed, line) {
      try {
        writeAll(file, line, end);
        fdatasyncSync(file);
      } catch (error) {
        ftruncateSync(file, end);
        throw error;
      }
      starts.push(end);
      end += line.length;
      head = { seq: deed.seq, hash: deed.hash };
    },
    read: (seq) => parseLine(lineAt(seq), hashAt(seq - 1) ?? FIRST_HASH),
    hashAt,
    close: () => closeSync(file),
  };
}

/** Reads the file in chunks and follows the hashes until a line does not fit. */
function readChain(file: number): Chain {
  const chain: Chain = { starts: [], end: 0, head: { seq: 0, hash: FIRST_HASH }, damage: null };
  const chunk = Buffer.allocUnsafe(CHUNK);
  let pending: Buffer[] = [];
  for (let position = 0; ; ) {
    const count = readSync(file, chunk, 0, CHUNK, position);
    if (count === 0) return chain;
    position += count;
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at !== -1 && at < count; at = chunk.indexOf(NEWLINE, from)) {
      const line = Buffer.concat([...pending, chunk.subarray(from, at)]);
      pending = [];
      from = at + 1;
      const hash = checkedHash(line, chain.head.hash);
      if (hash === null) {
        // A line that lost whole pages in a power cut was never acknowledged; any other fault was there once and is damage.
        const isLast = position - count + from === fstatSync(file).size;
        if (!(isLast && line.includes(0))) chain.damage = { line: chain.starts.length + 1, offset: chain.end };
        return chain;
      }
      chain.starts.push(chain.end);
      chain.end += line.length + 1;
      chain.head = { seq: chain.starts.length, hash };
    }
    pending.push(Buffer.from(chunk.subarray(from, count)));
  }
}

function readBytes(file: number, start: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  for (let done = 0; done < length; ) {
    const count = readSync(file, bytes, done, length - done, start + done);
    invariant(count > 0, `journal ends at byte ${start + done}, expected ${length - done} more`);
    done += count;
  }
  return bytes;
}

function writeAll(file: number, bytes: Buffer, position: number): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, position + done);
}
