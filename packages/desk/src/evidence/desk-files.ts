import type { Store } from '@westgate/store';
import { type ComingFile, type TakenFile, takeFile } from './take-file.ts';

/** The bytes of evidence. */
export interface DeskFiles {
  /** Where files may lie for a while: what a process leaves there when it is killed is cleared at the next opening. */
  incoming(): string;
  /** Takes a file in, part by part, and checks what it is. Throws `WG_FILE_REFUSED`, and `WG_BODY_TOO_LARGE` beyond `most` bytes. */
  take(file: ComingFile, most: number): Promise<TakenFile>;
  /** Keeps a taken file under its hash: it is on the disk when this returns. */
  keep(file: TakenFile): Promise<void>;
  /** The bytes kept under a hash; null where there are none. */
  bytes(sha256: string): Promise<Uint8Array | null>;
}

/** The files of a store. */
export function deskFiles(store: Store): DeskFiles {
  return {
    incoming: () => store.incoming(),
    take: (file, most) => takeFile(store.incoming(), file, most),
    keep: ({ path, sha256 }) => store.keepFile(path, sha256),
    bytes: (sha256) => store.fileBytes(sha256),
  };
}
