import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { type FolderFiles, parseFolder, type RowsByTable } from '@westgate/desk';

/** The invented second district. */
export const HARBOUR = fileURLToPath(new URL('../../test/fixtures/harbour', import.meta.url));
/** The example district of the project. */
export const EXAMPLE = fileURLToPath(new URL('../../../../data/shijingshan', import.meta.url));

/** The rows of a folder that has no faults. */
export function rowsOf(files: FolderFiles): RowsByTable {
  const parsed = parseFolder(files);
  assert.deepEqual(parsed.status === 'faulty' ? parsed.faults.slice(0, 5) : [], []);
  assert.equal(parsed.status, 'valid');
  return parsed.rows;
}

/** The folder with `from` replaced by `to` in one file; fails where `from` does not stand there exactly once. */
export function edit(files: FolderFiles, file: string, from: string, to: string): FolderFiles {
  const text = files.get(file);
  assert.ok(text !== undefined, `${file} is in the folder`);
  assert.equal(text.split(from).length, 2, `“${from}” stands once in ${file}`);
  return new Map(files).set(
    file,
    text.replace(from, () => to),
  );
}
