import { type DragEvent, type ReactNode, useState } from 'react';
import { useWords } from '../messages/words.ts';

/** Chooses files or a folder, as a button in the language of the screen. What was chosen is forgotten, so that it may be chosen again. */
export function FileButton({
  id,
  label,
  hint,
  accept,
  isFolder = false,
  isMany = false,
  onFiles,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint: ReactNode;
  readonly accept?: string;
  readonly isFolder?: boolean;
  readonly isMany?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const word = useWords();
  return (
    <div className="form-field">
      <span className="file-button">
        <input
          id={id}
          type="file"
          multiple={isMany || isFolder}
          accept={accept}
          ref={(field) => {
            if (field) field.webkitdirectory = isFolder;
          }}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = '';
            if (files.length > 0) onFiles(files);
          }}
        />
        <label className="button" htmlFor={id}>
          {word('start.choose', { what: label })}
        </label>
      </span>
      <p id={`${id}-hint`} className="note">
        {hint}
      </p>
    </div>
  );
}

/** A place that files may be dropped on, beside the buttons in it that choose them. */
export function DropArea({
  className = '',
  onFiles,
  children,
}: {
  readonly className?: string;
  readonly onFiles: (dropped: DataTransfer) => void;
  readonly children: ReactNode;
}) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    onFiles(event.dataTransfer);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the fields in it are the first
    <div
      className={['drop', className, isOver ? 'over' : ''].filter((part) => part !== '').join(' ')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
    </div>
  );
}
