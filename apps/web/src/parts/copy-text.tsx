import { useState } from 'react';
import { useWords } from '../messages/words.ts';

/** A text for a chat that one press puts on the clipboard; where that is forbidden it stands there to be copied by hand. */
export function CopyText({ text, of }: { readonly text: string /** What it is about, told to a screen reader. */; readonly of?: string }) {
  const word = useWords();
  const [isCopied, setCopied] = useState<boolean | null>(null);
  return (
    <span className="copy-message no-print">
      <button
        type="button"
        className="button plain"
        onClick={() =>
          void navigator.clipboard.writeText(text).then(
            () => setCopied(true),
            () => setCopied(false),
          )
        }
      >
        {word('message.copy')}
        {of ? <span className="unseen"> {of}</span> : null}
      </button>
      <output className="small soft">{isCopied ? word('message.copied') : ''}</output>
      {isCopied === false ? <textarea className="field" readOnly rows={6} aria-label={word('message.copy')} value={text} /> : null}
    </span>
  );
}
