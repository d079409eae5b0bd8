import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFolder } from '@westgate/desk';
import { isEvidencePath } from '@westgate/domain';

/**
 * A district folder as a form: a part for each file, its path as the name; evidence files that lie in it as their bytes. Throws `WG_FOLDER_INVALID`
 * where there is no folder to read.
 */
export async function folderForm(folder: string, fields: Readonly<Record<string, boolean>>): Promise<FormData> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
  for (const [path, text] of await readFolder(folder)) {
    form.append('file', new Blob([isEvidencePath(path) ? await readFile(join(folder, path)) : text]), path);
  }
  return form;
}
