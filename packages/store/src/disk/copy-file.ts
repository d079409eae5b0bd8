import { createHash } from 'node:crypto';
import { closeSync, constants, existsSync, fchmodSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder, OWNER_ONLY } from './files.ts';

/** A file as it was written. */
export interface CopiedFile {
  /** As seen from the folder that it was written into. */
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 of these bytes. */
  readonly sha256: string;
}

const CHUNK = 1 << 20;

/**
 * A file written from its beginning. Bytes that stand there already and are the same are not written again, so what was interrupted goes on
 * where it ended, and an older, shorter copy stays whole while it grows.
 */
export class Copy {
  readonly #path: string;
  readonly #file: number;
  readonly #hash = createHash('sha256');
  readonly #held = Buffer.allocUnsafe(CHUNK);
  #end = 0;

  /** `path` as seen from `dir`. */
  constructor(dir: string, path: string) {
    makeFolder(dirname(join(dir, path)));
    this.#path = path;
    this.#file = openSync(join(dir, path), constants.O_RDWR | constants.O_CREAT, OWNER_ONLY.file);
    fchmodSync(this.#file, OWNER_ONLY.file);
  }

  get bytes(): number {
    return this.#end;
  }

  put(bytes: Buffer): void {
    this.#hash.update(bytes);
    for (let from = 0; from < bytes.length; from += CHUNK) {
      const part = bytes.subarray(from, from + CHUNK);
      const held = readSync(this.#file, this.#held, 0, part.length, this.#end);
      if (!part.equals(this.#held.subarray(0, held))) writeAll(this.#file, part, this.#end);
      this.#end += part.length;
    }
  }

  /** Cuts what an earlier try left behind the end, and returns when the file is on the disk. */
  finish(): CopiedFile {
    ftruncateSync(this.#file, this.#end);
    fsyncSync(this.#file);
    closeSync(this.#file);
    return { path: this.#path, bytes: this.#end, sha256: this.#hash.digest('hex') };
  }

  /** Frees the file as it is. */
  abandon(): void {
    closeSync(this.#file);
  }
}

/** Copies the first `bytes` bytes of `path` from one folder to another. */
export function copyFile(path: string, from: string, to: string, bytes: number): CopiedFile {
  const copy = new Copy(to, path);
  try {
    if (!readPart(join(from, path), bytes, (part) => copy.put(part))) throw new Error(`${join(from, path)} ends before byte ${bytes}`);
  } catch (error) {
    copy.abandon();
    throw error;
  }
  return copy.finish();
}

/** SHA-256 of the first `bytes` bytes of the file at `path`; null where there is no such file or it is shorter. */
export function hashFile(path: string, bytes: number): string | null {
  if (!existsSync(path)) return null;
  const hash = createHash('sha256');
  return readPart(path, bytes, (part) => hash.update(part)) ? hash.digest('hex') : null;
}

/** Gives the first `bytes` bytes of a file in parts; false where it has fewer. */
function readPart(path: string, bytes: number, take: (part: Buffer) => void): boolean {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.allocUnsafe(CHUNK);
    for (let done = 0; done < bytes; ) {
      const count = readSync(file, chunk, 0, Math.min(CHUNK, bytes - done), done);
      if (count === 0) return false;
      take(chunk.subarray(0, count));
      done += count;
    }
    return true;
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, bytes: Buffer, position: number): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, position + done);
}
