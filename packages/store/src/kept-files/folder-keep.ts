import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { WestgateError } from '@westgate/base';
import { hashFile } from '../disk/copy-file.ts';
import { isDiskFault, messageOf } from '../disk/disk-fault.ts';
import { makeFolder, OWNER_ONLY, syncFile, syncFolder } from '../disk/files.ts';
import type { FileKeep } from './file-keep.ts';

/** The folder of all kept files, inside a data folder or a backup. */
export const FILES = 'files';
const INCOMING = 'incoming';
const SHARD = /^[0-9a-f]{2}$/;
const NAME = /^[0-9a-f]{64}$/;

/** The files in `<dataDir>/files`, in a folder for each first two digits of their hashes. A folder is made with its first file. */
export function folderFileKeep(dataDir: string): FileKeep {
  const pathOf = (sha256: string): string => join(dataDir, filePath(sha256));
  return {
    async keep(path, sha256) {
      try {
        chmodSync(path, OWNER_ONLY.file);
        syncFile(path);
        makeFolder(dirname(pathOf(sha256)));
        renameSync(path, pathOf(sha256));
        syncFolder(dirname(pathOf(sha256)));
      } catch (error) {
        if (!isDiskFault(error)) throw error;
        throw new WestgateError('WG_READ_ONLY', `The file could not be kept (${messageOf(error)}); no deed was done.`);
      }
    },
    read: async (sha256) => (existsSync(pathOf(sha256)) ? readFileSync(pathOf(sha256)) : null),
    hash: async (sha256) => (existsSync(pathOf(sha256)) ? hashFile(pathOf(sha256), statSync(pathOf(sha256)).size) : null),
    async list(ageMs) {
      return keptFiles(dataDir).filter((sha256) => isOlder(pathOf(sha256), ageMs));
    },
    async remove(sha256, ageMs) {
      if (isOlder(pathOf(sha256), ageMs)) rmSync(pathOf(sha256), { force: true });
    },
  };
}

/** The files of a folder that is only looked at: none is kept or let go. */
export function lookingFileKeep(dataDir: string): FileKeep {
  const refuse = async (): Promise<void> => {
    throw new WestgateError('WG_READ_ONLY', 'The data folder was opened for looking only.');
  };
  return { ...folderFileKeep(dataDir), keep: refuse, remove: refuse };
}

/** A kept file, as seen from the data folder or from a backup. */
export function filePath(sha256: string): string {
  return `${FILES}/${sha256.slice(0, 2)}/${sha256}`;
}

/** The hash that names a file of a backup; null where `path` is not one of the kept files. */
export function hashInPath(path: string): string | null {
  const [folder, , name] = path.split('/');
  return folder === FILES && name !== undefined && NAME.test(name) && filePath(name) === path ? name : null;
}

/** The hashes of all files kept in a data folder or a backup, sorted. */
export function keptFiles(dir: string): readonly string[] {
  const folder = join(dir, FILES);
  if (!existsSync(folder)) return [];
  const shards = readdirSync(folder).filter((name) => SHARD.test(name));
  return shards.flatMap((shard) => readdirSync(join(folder, shard)).filter((name) => NAME.test(name) && name.startsWith(shard))).sort();
}

/** Where files lie while they still come in: on the disk they will be kept on. Made where it is missing. */
export function incomingFolder(dataDir: string): string {
  const folder = join(dataDir, FILES, INCOMING);
  makeFolder(folder);
  return folder;
}

/** Lets go what an earlier process had not taken in when it ended. */
export function clearIncoming(dataDir: string): void {
  rmSync(join(dataDir, FILES, INCOMING), { recursive: true, force: true });
}

function isOlder(path: string, ageMs: number): boolean {
  if (ageMs === 0) return true;
  return existsSync(path) && statSync(path).mtimeMs <= Date.now() - ageMs;
}
