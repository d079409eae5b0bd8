import type { FileHandle } from 'node:fs/promises';

/** A file of which parts are looked at; the whole never lies in memory. */
export interface HeldFile {
  readonly length: number;
  /** The bytes from `at` on, at most `count` of them; fewer at the end of the file. */
  read(at: number, count: number): Promise<Buffer>;
}

/** An open file of `length` bytes. */
export function heldFile(handle: FileHandle, length: number): HeldFile {
  return {
    length,
    async read(at, count) {
      const wanted = Math.max(0, Math.min(count, length - at));
      const bytes = Buffer.alloc(wanted);
      const { bytesRead } = await handle.read(bytes, 0, wanted, at);
      return bytes.subarray(0, bytesRead);
    },
  };
}
