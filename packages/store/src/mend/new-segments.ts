import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../disk/files.ts';
import { JOURNAL, readBeginning, segmentName } from '../journal/segments.ts';

const CHUNK = 1 << 20;

/** Where the new files begin. */
interface Beginning {
  /** The number of the first new file. */
  readonly number: number;
  /** The number of the last old one. */
  readonly last: number;
  /** Bytes after which another file is begun behind the last old one. */
  readonly segmentBytes: number;
}

/** Files of the journal written beside those that they will take the place of, each line in the file of the number it stood in. */
export class NewSegments {
  /** What the name of a new file ends with. */
  static readonly ENDING = '.mended';
  readonly #dataDir: string;
  readonly #last: number;
  readonly #segmentBytes: number;
  readonly #names: string[] = [];
  #number: number;
  #file: number | null = null;
  #bytes = 0;

  constructor(dataDir: string, { number, last, segmentBytes }: Beginning) {
    this.#dataDir = dataDir;
    this.#number = number;
    this.#last = last;
    this.#segmentBytes = segmentBytes;
  }

  /** Begins with the first `end` bytes of the old file. */
  begin(end: number): void {
    this.#open();
    if (end > 0) this.#copy(end);
  }

  /** Writes what the old file begins with. */
  #copy(end: number): void {
    const old = openSync(join(this.#dataDir, segmentName(this.#number)), 'r');
    try {
      const chunk = Buffer.allocUnsafe(CHUNK);
      for (let done = 0; done < end; ) {
        const count = readSync(old, chunk, 0, Math.min(CHUNK, end - done), done);
        if (count === 0) throw new Error(`${segmentName(this.#number)} ends at byte ${done}, expected ${end}`);
        this.#write(chunk.subarray(0, count));
        done += count;
      }
    } finally {
      closeSync(old);
    }
  }

  /** Adds a line. `number`: the file that it stood in; null for one that is written again, which stays with those before it. */
  put({ seq, line }: { readonly seq: number; readonly line: Buffer }, number: number | null): void {
    while ((number !== null && this.#number < number) || this.#isBegunBefore(seq)) this.#next();
    if (this.#number >= this.#last && this.#bytes > 0 && this.#bytes + line.length > this.#segmentBytes) this.#next();
    this.#write(line);
  }

  /** Brings the files to the disk; gives the names that they will have. */
  finish(): readonly string[] {
    this.#close();
    syncFolder(join(this.#dataDir, JOURNAL));
    return this.#names;
  }

  /** Frees the file as it is. */
  abandon(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }

  /** Whether the next file says that it begins before the deed `seq`: an owner began it when it took the folder. */
  #isBegunBefore(seq: number): boolean {
    if (this.#number >= this.#last) return false;
    const next = readBeginning(this.#dataDir, this.#number + 1);
    return next !== null && next !== 'unsound' && next.beginning.seq < seq;
  }

  /** Goes on to the next file, which keeps what it says of the one before. */
  #next(): void {
    this.#close();
    this.#number += 1;
    this.#open();
    const head = this.#number <= this.#last ? readBeginning(this.#dataDir, this.#number) : null;
    if (head !== null && head !== 'unsound') this.#copy(head.bytes);
  }

  #open(): void {
    const name = segmentName(this.#number);
    this.#file = openSync(join(this.#dataDir, `${name}${NewSegments.ENDING}`), 'w');
    this.#names.push(name);
    this.#bytes = 0;
  }

  #close(): void {
    if (this.#file === null) return;
    fsyncSync(this.#file);
    this.abandon();
  }

  #write(bytes: Buffer): void {
    if (this.#file === null) throw new Error('the new file of the journal is not open');
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done, bytes.length - done);
    this.#bytes += bytes.length;
  }
}
