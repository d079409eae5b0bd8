import { chmodSync, closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { WestgateError } from '@westgate/base';
import { isDiskFault, messageOf } from '../disk/disk-fault.ts';
import { makeFolder, OWNER_ONLY, syncFile, syncFolder, writeFileSafely } from '../disk/files.ts';
import { STORE_PERIODS } from '../limits/periods.ts';
import { follows, type KeptRun, newestFirst, type ReadRun, RUN_PART_BYTES, type RunKeep } from './run-keep.ts';

const RUNS = 'runs';
const RUN_FILES = 'files';
const RUN_END = '.json';
/** Ids and hashes, fit for a file. */
const NAME = /^[0-9a-z-]{1,64}$/;

/**
 * Runs in `<dataDir>/runs`, a file each, and what they made in the folder `files` there. The folder has one owner: runs that it finds there are those of a
 * process that has ended. `confirm` may throw just before a file takes its place.
 */
export function folderRunKeep(dataDir: string, confirm?: () => void): RunKeep {
  const folder = join(dataDir, RUNS);
  const fileFolder = join(folder, RUN_FILES);
  const pathOf = (id: string): string => join(folder, `${fit(id)}${RUN_END}`);
  const fileAt = (sha256: string): string => join(fileFolder, fit(sha256));
  /** Written by this process. */
  const own = new Set<string>();
  let held: Map<string, KeptRun> | null = null;
  /** Read when they are first asked for. */
  const runs = (): Map<string, KeptRun> => {
    held ??= new Map(
      namesIn(folder)
        .filter((name) => name.endsWith(RUN_END))
        .flatMap((name) => runIn(join(folder, name)) ?? [])
        .map((run) => [run.id, run]),
    );
    return held;
  };
  const write = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (!isDiskFault(error)) throw error;
      throw new WestgateError('WG_READ_ONLY', `A run could not be written (${messageOf(error)}).`);
    }
  };
  const read = (which: (run: KeptRun) => boolean): readonly ReadRun[] =>
    newestFirst([...runs().values()].filter(which)).map((run) => ({ ...run, quietMs: own.has(run.id) ? 0 : null }));
  return {
    all: async () => read(() => true),
    recent: async () => read(({ isOver }) => !isOver),
    async put(run) {
      if (!follows(runs().get(run.id), run)) return false;
      write(() => {
        makeFolder(folder);
        writeFileSafely(pathOf(run.id), JSON.stringify(run), confirm);
      });
      runs().set(run.id, run);
      own.add(run.id);
      return true;
    },
    seen: async () => undefined,
    async remove(ids, files) {
      write(() => {
        const gone = new Set([...files, ...ids.map((id) => runs().get(id)?.file)]);
        for (const id of ids) {
          runs().delete(id);
          rmSync(pathOf(id), { force: true });
        }
        const named = new Set([...runs().values()].map(({ file }) => file));
        for (const name of namesIn(fileFolder)) if (!named.has(name) && (gone.has(name) || isOld(fileAt(name)))) rmSync(fileAt(name));
        if (existsSync(folder)) syncFolder(folder);
      });
    },
    async keepFile(path, sha256) {
      write(() => {
        chmodSync(path, OWNER_ONLY.file);
        syncFile(path);
        makeFolder(fileFolder);
        renameSync(path, fileAt(sha256));
        syncFolder(fileFolder);
      });
    },
    filePart: async (sha256, part) => (existsSync(fileAt(sha256)) ? partOf(fileAt(sha256), part) : null),
  };
}

/** A name that we made. */
function fit(name: string): string {
  if (NAME.test(name)) return name;
  throw new Error(`invariant broken: "${name.slice(0, 80)}" is no name among the runs`);
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** A run as it was written; null for what cannot be read: runs are no part of the district, and none of them keeps it from opening. */
function runIn(path: string): KeptRun | null {
  try {
    const found: Partial<KeptRun> = JSON.parse(readFileSync(path, 'utf8'));
    return typeof found.id === 'string' && typeof found.askedAt === 'string' && typeof found.told === 'string' ? (found as KeptRun) : null;
  } catch {
    return null;
  }
}

function isOld(path: string): boolean {
  return statSync(path).mtimeMs < Date.now() - STORE_PERIODS.unnamedRunFileMs;
}

function partOf(path: string, part: number): Uint8Array | null {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(RUN_PART_BYTES);
    const count = readSync(file, bytes, 0, RUN_PART_BYTES, part * RUN_PART_BYTES);
    return count === 0 ? null : bytes.subarray(0, count);
  } finally {
    closeSync(file);
  }
}
