import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFolder, writeFileSafely } from '../disk/files.ts';

/** A file or folder that is to get another name; both as seen from the data folder. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
}

/** The file that says what is still to be renamed. While it is there the new state is decided, and every opening goes on with it. */
const REDO = 'mending.json';

/** Decides for these renamings, then does them. Killed before the decision nothing happened; after it the next opening ends them. */
export function renameTogether(dataDir: string, renamings: readonly Renaming[], tell: (step: string) => void = () => undefined): void {
  writeFileSafely(join(dataDir, REDO), `${JSON.stringify(renamings)}\n`);
  tell('decided');
  finishRenaming(dataDir, tell);
}

/** Ends what an earlier process decided and did not end; nothing where there is no such thing. */
export function finishRenaming(dataDir: string, tell: (step: string) => void = () => undefined): void {
  const path = join(dataDir, REDO);
  if (!existsSync(path)) return;
  const renamings = JSON.parse(readFileSync(path, 'utf8')) as readonly Renaming[];
  for (const { from, to } of renamings) {
    // Done before, where the source is gone or the target is there.
    if (!existsSync(join(dataDir, from)) || isKept(dataDir, to)) continue;
    renameSync(join(dataDir, from), join(dataDir, to));
    syncFolder(join(dataDir, dirname(to)));
    syncFolder(join(dataDir, dirname(from)));
    tell(`renamed ${from}`);
  }
  rmSync(path);
  syncFolder(dataDir);
  tell('ended');
}

/** What is set aside is never written over. */
function isKept(dataDir: string, to: string): boolean {
  return to.includes('aside-') && existsSync(join(dataDir, to));
}
