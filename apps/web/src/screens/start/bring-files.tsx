import { useNavigate } from '@tanstack/react-router';
import type { Standing } from '@westgate/contract';
import { useId, useState } from 'react';
import { sendForm } from '../../api/client.ts';
import { useWrite } from '../../api/use-write.ts';
import { useWords } from '../../messages/words.ts';
import { Button } from '../../parts/button.tsx';
import { WriteProgress } from '../../parts/write-progress.tsx';
import { useKeyOf } from '../../record/use-key-of.ts';
import { letGo } from '../../scope/let-go.ts';
import { useWho } from '../../scope/signed-in.ts';
import { DropArea, FileButton } from '../../start/file-button.tsx';
import { type FilesReading, type GivenFile, MOST_BYTES, MOST_FILES, readGiven } from '../../start/folder-files.ts';
import { WhoField } from '../../start/who-field.tsx';
import { readZip } from '../../start/zip.ts';
import { ImportFaults } from './import-faults.tsx';
import { ImportPreview } from './import-preview.tsx';

/** Files to be imported, or only looked at. */
interface ImportAsk {
  readonly who: string;
  readonly key: string;
  readonly files: Readonly<Record<string, Blob>>;
  readonly partial: boolean;
  readonly dryRun: boolean;
}

/** A district folder, a zip of one, or single files of one: looked at first, stored when a person says so. */
export function BringFiles({ standing }: { readonly standing: Standing }) {
  const word = useWords();
  const prefix = useId();
  const navigate = useNavigate();
  const keyOf = useKeyOf();
  const [who, setWho] = useWho();
  const [isUnnamed, setUnnamed] = useState(false);
  const [isReading, setReading] = useState(false);
  const [reading, setFiles] = useState<FilesReading | null>(null);
  /** Names the files that were chosen last: what they hold is not looked at here. */
  const [brought, setBrought] = useState('');
  const [look, store] = [useImportFiles(), useImportFiles(() => navigate({ to: '/plan' }))];

  const take = async (given: readonly GivenFile[] | Promise<readonly GivenFile[]>): Promise<void> => {
    look.reset();
    store.reset();
    setReading(true);
    const read = await readBrought(await given);
    setReading(false);
    setFiles(read);
    setBrought(crypto.randomUUID());
    if (read.status === 'refused') return;
    // A look signs nothing; where nobody has said who they are, it is named for what it is.
    const signed = who.trim() || word('start.preview');
    look.mutate({ files: read.files, partial: read.status === 'part', dryRun: true, who: signed, key: crypto.randomUUID() });
  };
  const send = (): void => {
    setUnnamed(who.trim() === '');
    if (who.trim() === '') document.getElementById(`${prefix}-who`)?.focus();
    if (who.trim() === '' || reading === null || reading.status === 'refused') return;
    const ask = { files: reading.files, partial: reading.status === 'part', dryRun: false, who: who.trim() };
    store.mutate({ ...ask, key: keyOf({ ...ask, files: brought, after: standing.seq }) });
  };
  const report = look.data;
  return (
    <div className="start-form">
      <DropArea onFiles={({ items }) => letGo(() => take(filesDropped(items)))}>
        <p>{word('start.bring.about')}</p>
        <FileButton
          id={`${prefix}-folder`}
          label={word('start.bring.folder')}
          hint={word('start.bring.folderHint')}
          isFolder
          onFiles={(files) => letGo(() => take(filesOfList(files)))}
        />
        <FileButton
          id={`${prefix}-files`}
          label={word('start.bring.files')}
          hint={word('start.bring.filesHint')}
          isMany
          accept=".zip,.csv,.geojson,.json,.md"
          onFiles={(files) => letGo(() => take(filesOfList(files)))}
        />
        <p className="note">{word('start.bring.drop')}</p>
      </DropArea>
      <p role="status" className="small soft">
        {isReading ? word('start.bring.reading') : look.isPending ? word('start.bring.looking') : ''}
      </p>
      {reading?.status === 'refused' ? (
        <p className="fault" role="alert">
          {word(reading.word, { found: reading.found })}
        </p>
      ) : null}
      {look.error ? <ImportFaults error={look.error} /> : null}
      {report && reading && reading.status !== 'refused' ? (
        <>
          <ImportPreview report={report} district={reading.district} standing={standing} />
          {report.changeCount > 0 ? (
            <div className="start-send">
              <WhoField id={`${prefix}-who`} who={who} isFaulty={isUnnamed} onWho={setWho} />
              {store.error ? <ImportFaults error={store.error} /> : null}
              <Button
                look="filled"
                name={word('start.bring.send', { count: report.changeCount })}
                disabled={store.isPending}
                onClick={send}
              />
              <WriteProgress write={store} said={word('start.bring.storing')} />
            </div>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

/** One zip is unpacked; all else is taken as it is. */
async function readBrought(given: readonly GivenFile[]): Promise<FilesReading> {
  const [only, ...more] = given;
  if (!only || more.length > 0 || !/\.zip$/i.test(only.path)) return readGiven(given);
  if (only.bytes.size > MOST_BYTES) return readGiven(given);
  const zip = readZip(new Uint8Array(await only.bytes.arrayBuffer()));
  return zip.status === 'read' ? readGiven(zip.files) : zip;
}

/** The files of a list, with the path that a folder's choice gives. Nothing is read of them yet. */
function filesOfList(list: readonly File[]): readonly GivenFile[] {
  return list
    .slice(0, MOST_FILES + 1)
    .map((file) => ({ path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, bytes: file }));
}

/** The files that were dropped, folders walked through. */
async function filesDropped(items: DataTransferItemList): Promise<readonly GivenFile[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const files: GivenFile[] = [];
  for (const entry of entries) await walk(entry, files);
  return files;
}

async function walk(entry: FileSystemEntry, files: GivenFile[]): Promise<void> {
  if (files.length > MOST_FILES) return;
  if (isFile(entry)) {
    const bytes = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    files.push({ path: entry.fullPath.replace(/^\//, ''), bytes });
    return;
  }
  if (!isFolder(entry)) return;
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    for (const each of some) await walk(each, files);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** Imports files of a district folder, or tells what that would change. */
function useImportFiles(onDone?: () => unknown) {
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
