import { readFileSync, rmSync } from 'node:fs';
import type { InstantString } from '@westgate/base';

/** A run as it is kept: one piece of long work that was asked for, and what came of it. */
export interface KeptRun {
  readonly id: string;
  /** How often it was written. */
  readonly rev: number;
  /** The process that does it. */
  readonly owner: string;
  /** It waits and works no more. */
  readonly isOver: boolean;
  readonly askedAt: InstantString;
  /** The SHA-256 of the file that it made; null for none. */
  readonly file: string | null;
  /** All else that is known of it, as JSON. */
  readonly told: string;
}

/** The same as it is read. */
export interface ReadRun extends KeptRun {
  /** Milliseconds since its process was last seen; null: that process has ended. */
  readonly quietMs: number | null;
}

/** Bytes of a part of a file that a run made. */
export const RUN_PART_BYTES = 4_000_000;

/**
 * Where runs and the files that they made lie: outside the deeds and the journal, in no backup. They outlive the process; several processes on one database
 * see the same ones.
 */
export interface RunKeep {
  /** Every run, the one asked for last first. */
  all(): Promise<readonly ReadRun[]>;
  /** Those of them that are not over, or were written in the last minutes. */
  recent(): Promise<readonly ReadRun[]>;
  /** Keeps a run in place of what was read at the revision before, or as a new one at revision 1; false where another stands there. */
  put(run: KeptRun): Promise<boolean>;
  /** Says that a process is there, of all its runs that are not over. */
  seen(owner: string): Promise<void>;
  /** Removes runs with their files, and other files; those that a run still names stay. */
  remove(ids: readonly string[], files: readonly string[]): Promise<void>;
  /** Keeps the file at `path`, which goes, under the SHA-256 of its bytes: it is on the disk when this returns. */
  keepFile(path: string, sha256: string): Promise<void>;
  /** A part of a kept file, counted from 0; null behind the last one, and where there is no such file. */
  filePart(sha256: string, part: number): Promise<Uint8Array | null>;
}

/** Runs that last as long as the process. */
export function memoryRunKeep(): RunKeep {
  const runs = new Map<string, KeptRun>();
  const files = new Map<string, Buffer>();
  return {
    all: async () => newestFirst([...runs.values()]).map((run) => ({ ...run, quietMs: 0 })),
    recent: async () => newestFirst([...runs.values()].filter(({ isOver }) => !isOver)).map((run) => ({ ...run, quietMs: 0 })),
    async put(run) {
      if (!follows(runs.get(run.id), run)) return false;
      runs.set(run.id, run);
      return true;
    },
    seen: async () => undefined,
    async remove(ids) {
      for (const id of ids) runs.delete(id);
      const named = new Set([...runs.values()].map(({ file }) => file));
      for (const sha256 of [...files.keys()]) if (!named.has(sha256)) files.delete(sha256);
    },
    async keepFile(path, sha256) {
      files.set(sha256, readFileSync(path));
      rmSync(path);
    },
    async filePart(sha256, part) {
      const bytes = files.get(sha256)?.subarray(part * RUN_PART_BYTES, (part + 1) * RUN_PART_BYTES);
      return bytes && bytes.length > 0 ? bytes : null;
    },
  };
}

/** Whether `run` may stand in place of `held`. */
export function follows(held: KeptRun | undefined, run: KeptRun): boolean {
  return run.rev === (held?.rev ?? 0) + 1;
}

export function newestFirst(runs: readonly KeptRun[]): readonly KeptRun[] {
  return runs.toSorted((a, b) => b.askedAt.localeCompare(a.askedAt) || b.id.localeCompare(a.id));
}
