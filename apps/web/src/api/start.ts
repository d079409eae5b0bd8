import { ask, sendForm, tell } from './client.ts';
import { useWrite } from './use-write.ts';

/** Columns with their values. */
type Row = Readonly<Record<string, unknown>>;

/** Who writes, and the key under which the request is known when it is sent again. */
interface Written {
  readonly who: string;
  readonly key: string;
}

/** Begins a district; what was held goes, and comes back when that deed is undone. */
export function useStartDistrict(onDone: () => unknown) {
  return useWrite(
    ({ fields, outline, who, key }: Written & { readonly fields: Row; readonly outline: Row | undefined }) =>
      tell('start-district', { body: { who, fields, outline }, key }),
    onDone,
  );
}

/** Changes the district itself as it was read. */
export function useReviseDistrict() {
  return useWrite(({ fields, rev, who, key }: Written & { readonly fields: Row; readonly rev: number }) =>
    tell('change-district', { body: { who, fields }, rev, key }),
  );
}

/** Files to be imported, or only looked at. */
interface ImportAsk extends Written {
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

/** The files of the district folder as they are now. */
export async function askExport(): Promise<{ readonly seq: number; readonly files: Readonly<Record<string, string>> }> {
  return ask('district-export');
}
