import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';

/** Where the bytes of evidence lie: outside the journal and the deeds, each file under the SHA-256 of what it holds. */
export interface FileKeep {
  /** Keeps the file at `path`, which goes: it is whole and on the disk when this returns. The same bytes are kept once. */
  keep(path: string, sha256: string): Promise<void>;
  /** The bytes kept under `sha256`; null where there are none. */
  read(sha256: string): Promise<Uint8Array | null>;
  /** The SHA-256 of what is really kept under `sha256`, reckoned anew; null where nothing is. */
  hash(sha256: string): Promise<string | null>;
  /** The names of all files that were last kept `ageMs` ago or earlier; 0 for all. */
  list(ageMs: number): Promise<readonly string[]>;
  /** Lets a file go that was last kept `ageMs` ago or earlier. Nothing happens where there is none. */
  remove(sha256: string, ageMs: number): Promise<void>;
}

/** Files that live as long as the process. */
export function memoryFileKeep(): FileKeep {
  const files = new Map<string, Uint8Array>();
  return {
    async keep(path, sha256) {
      files.set(sha256, readFileSync(path));
      rmSync(path);
    },
    read: async (sha256) => files.get(sha256) ?? null,
    async hash(sha256) {
      const bytes = files.get(sha256);
      return bytes ? createHash('sha256').update(bytes).digest('hex') : null;
    },
    list: async () => [...files.keys()].sort(),
    async remove(sha256) {
      files.delete(sha256);
    },
  };
}
