import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { WestgateError } from '@westgate/base';
import { evidencePath, type Row } from '@westgate/domain';
import type { BroughtFiles } from '../folder/read-folder-job.ts';
import type { DeskFiles } from './desk-files.ts';
import { dropFile, type TakenFile } from './take-file.ts';

/** Files of a folder that were looked at, to be kept; to be dropped in the end, whether they were kept or not. */
export interface FolderFilesTaken {
  keep(): Promise<void>;
  drop(): Promise<void>;
}

/**
 * Takes the files of a folder that `rows` name; a row may lack its file, and a file its row. Throws `WG_FOLDER_INVALID` where the bytes are not those
 * of the row, and as {@link DeskFiles.take} does; nothing is left of them then.
 */
export async function takeFolderFiles(
  files: DeskFiles,
  { dir, paths }: BroughtFiles,
  rows: readonly Row<'evidence'>[],
): Promise<FolderFilesTaken> {
  const byPath = new Map(rows.map((row) => [evidencePath(row), row]));
  const all: TakenFile[] = [];
  const drop = async (): Promise<void> => {
    for (const taken of all) await dropFile(taken);
  };
  try {
    for (const path of paths) {
      const row = byPath.get(path);
      if (!row) continue;
      const taken = await files.take({ name: row.file_name, content: createReadStream(join(dir, path)) }, row.bytes);
      all.push(taken);
      if (taken.sha256 === row.sha256) continue;
      const message = `${path}: expected bytes whose SHA-256 is its name, found ${taken.sha256}`;
      throw new WestgateError('WG_FOLDER_INVALID', message, { file: path });
    }
  } catch (error) {
    await drop();
    throw error;
  }
  return {
    async keep() {
      for (const taken of all) await files.keep(taken);
    },
    drop,
  };
}
