import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OWNER_ONLY } from '../disk/files.ts';
import { STORE_PERIODS } from '../limits/periods.ts';
import { type Identity, isInReach, isRunning, thisProcess } from '../ownership/identity.ts';

/** A folder of one process, for files that nobody needs once it has ended. */
export interface ProcessFolder {
  /** Where it is. It is made when it is first asked for, and anew where a cleaner of temporary files has removed it. */
  path(): string;
  /** Removes it. */
  remove(): void;
}

const NAME = /^westgate-process-/;
const OWNER = 'owner.json';

/** The folder of this process within that of the system for temporary files, named after nothing that another could foretell. */
export function processFolder(): ProcessFolder {
  let path: string | null = null;
  return {
    path() {
      if (path !== null && existsSync(path)) return path;
      path = mkdtempSync(join(tmpdir(), 'westgate-process-'));
      writeFileSync(join(path, OWNER), JSON.stringify(thisProcess()), { mode: OWNER_ONLY.file });
      return path;
    },
    remove() {
      if (path !== null) rmSync(path, { recursive: true, force: true });
    },
  };
}

/** Removes the folders of processes that have ended. One that is not ours to remove stays. */
export function sweepProcessFolders(): void {
  const mine = thisProcess();
  for (const name of namesIn(tmpdir()).filter((each) => NAME.test(each))) {
    const path = join(tmpdir(), name);
    try {
      if (isLeft(path, mine)) rmSync(path, { recursive: true, force: true });
    } catch {
      // Another process removed it, or it is another user's.
    }
  }
}

/** The names in a folder; none where it is missing or not ours to list: then nothing of ours is there to be removed. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isLeft(path: string, mine: Identity): boolean {
  const owner = ownerOf(path);
  if (owner !== null && isInReach(mine, owner)) return !isRunning(owner);
  return statSync(path).mtimeMs < Date.now() - STORE_PERIODS.unknownFolderMs;
}

/** Who made the folder; null where that is not told, or not yet. */
function ownerOf(path: string): Identity | null {
  const file = join(path, OWNER);
  if (!existsSync(file)) return null;
  const told: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return isIdentity(told) ? told : null;
}

function isIdentity(told: unknown): told is Identity {
  const isObject = typeof told === 'object' && told !== null;
  return isObject && 'pid' in told && typeof told.pid === 'number' && 'startTime' in told && 'bootId' in told && 'pidSpace' in told;
}
