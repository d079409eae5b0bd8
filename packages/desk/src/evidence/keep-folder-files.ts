import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { WestgateError } from '@westgate/base';
import type { Row } from '@westgate/domain';
import { evidencePath } from '../folder/paths.ts';
import type { BroughtFiles } from '../folder/read-folder-job.ts';
import type { DeskFiles } from './desk-files.ts';
import { dropFile } from './take-file.ts';

/**
 * Keeps the files of a folder that `rows` name; a row may lack its file, and a file its row. Throws `WG_FOLDER_INVALID` where the bytes are not those
 * of the row, and as {@link DeskFiles.take} does.
 */
export async function keepFolderFiles(files: DeskFiles, { dir, paths }: BroughtFiles, rows: readonly Row<'evidence'>[]): Promise<void> {
  const byPath = new Map(rows.map((row) => [evidencePath(row), row]));
  for (const path of paths) {
    const row = byPath.get(path);
    if (!row) continue;
    const taken = await files.take({ name: row.file_name, content: createReadStream(join(dir, path)) }, row.bytes);
    try {
      if (taken.sha256 !== row.sha256) {
        const message = `${path}: expected bytes whose SHA-256 is its name, found ${taken.sha256}`;
        throw new WestgateError('WG_FOLDER_INVALID', message, { file: path });
      }
      await files.keep(taken);
    } finally {
      await dropFile(taken);
    }
  }
}
