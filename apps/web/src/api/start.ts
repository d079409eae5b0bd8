import { sendForm } from './client.ts';
import { useWrite } from './use-write.ts';

/** Files to be imported, or only looked at. */
interface ImportAsk {
  readonly who: string;
  readonly key: string;
  readonly files: Readonly<Record<string, Blob>>;
  readonly partial: boolean;
  readonly dryRun: boolean;
}

/** Imports files of a district folder, or tells what that would change. */
export function useImportFiles(onDone?: () => unknown) {
  return useWrite(
    ({ files, partial, dryRun, who, key }: ImportAsk) =>
      sendForm('import-district', { form: formOf(files, { partial, dryRun, who, otherDistrict: true }), key }),
    onDone,
  );
}

/** The files as they are, each under its path: the browser reads them from the disk while it sends them. */
function formOf(files: ImportAsk['files'], fields: Readonly<Record<string, string | boolean>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
  for (const [path, bytes] of Object.entries(files)) form.append('file', bytes, path);
  return form;
}
