import { useState } from 'react';
import { useWords } from '../messages/words.ts';
import { letGo } from '../scope/let-go.ts';
import { AsWritten } from './as-written.tsx';

/**
 * A message for a chat that one press puts on the clipboard, with the address that `path` has on this site; where that is forbidden it stands
 * there to be copied by hand. `of`: what it is about, told to a screen reader.
 */
export function CopyText({ lines, path, of }: { readonly lines: readonly string[]; readonly path: string; readonly of?: string }) {
  const word = useWords();
  const text = [...lines, `${location.origin}${path}`].join('\n');
  const [isCopied, setCopied] = useState<boolean | null>(null);
  return (
    <span className="copy-message no-print">
      <button
        type="button"
        className="button plain"
        onClick={() =>
          letGo(() =>
            navigator.clipboard.writeText(text).then(
              () => setCopied(true),
              () => setCopied(false),
            ),
          )
        }
      >
        {word('message.copy')}
        {of ? (
          <span className="unseen">
            {' '}
            <AsWritten text={of} />
          </span>
        ) : null}
      </button>
      <output className="small soft">{isCopied ? word('message.copied') : ''}</output>
      {isCopied === false ? <textarea className="field" readOnly rows={6} aria-label={word('message.copy')} value={text} /> : null}
    </span>
  );
}
