/** A file that can be kept: what its link says, what else a screen reader is told, where it is. */
export interface FileLink {
  readonly label: string;
  /** What the label belongs to, where several links say the same. */
  readonly of?: string;
  readonly href: string;
}

/** Links to files, side by side. */
export function FileLinks({ files }: { readonly files: readonly FileLink[] }) {
  return (
    <span className="file-links">
      {files.map(({ label, of, href }) => (
        <a key={href} href={href} download className="button plain">
          {label}
          {of ? <span className="unseen"> {of}</span> : null}
        </a>
      ))}
    </span>
  );
}
