import { type ReactNode, useId, useState } from 'react';
import { base64Of } from '../api/plans.ts';
import { useWords } from '../messages/words.ts';
import { AsWritten } from '../parts/as-written.tsx';
import { letGo } from '../scope/let-go.ts';
import { DropArea, FileButton } from './file-button.tsx';

/** Larger files are not sent: the server would refuse them. */
const MOST_BYTES = 20_000_000;
/** So many characters of a name are sent. */
const MOST_NAME = 200;

/** A sheet as it is sent. */
export interface GivenSheet {
  readonly name: string;
  readonly base64: string;
}

/** Takes a sheet by its button or by dropping it; one that is too large is refused before it is sent. `children` stand below the button. */
export function SheetDrop({
  label,
  fileName,
  isBusy,
  onFile,
  children,
}: {
  readonly label: string;
  /** The file that was taken; null before one is. */
  readonly fileName: string | null;
  readonly isBusy: boolean;
  readonly onFile: (file: GivenSheet) => void;
  readonly children: ReactNode;
}) {
  const word = useWords();
  const id = useId();
  const [isTooLarge, setTooLarge] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setTooLarge(file.size > MOST_BYTES);
    if (file.size <= MOST_BYTES) onFile({ name: file.name.slice(0, MOST_NAME), base64: await base64Of(file) });
  };
  return (
    <DropArea className="sheet-source" onFiles={({ files }) => letGo(() => take(files[0]))}>
      <FileButton
        id={`${id}-file`}
        label={label}
        hint={fileName === null ? word('sheet.fileHint') : <AsWritten text={fileName} />}
        accept=".xlsx,.csv,.tsv"
        onFiles={([file]) => letGo(() => take(file))}
      />
      {children}
      <p role="status" className="small soft">
        {isBusy ? word('bring.reading') : ''}
      </p>
      {isTooLarge ? (
        <p role="alert" className="fault">
          {word('sheet.tooLarge')}
        </p>
      ) : null}
    </DropArea>
  );
}
