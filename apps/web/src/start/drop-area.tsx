import { type DragEvent, type ReactNode, useState } from 'react';

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
