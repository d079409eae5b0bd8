import { useEffect, useRef, useState } from 'react';
import { useWords, type WordId } from '../messages/words.ts';
import { letGo } from '../scope/let-go.ts';
import { AsWritten } from './as-written.tsx';
import { Button } from './button.tsx';

/** A link that was just made, and whose it is. */
export interface FreshLink {
  readonly name: string;
  readonly link: string;
}

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

/** What a link is for: taking up an account once, submitting updates from outside, or subscribing to a calendar. */
type NoteWord = Extract<WordId, 'people.link.for' | 'outside.linkFor' | 'feeds.linkFor'>;

/** A new link, shown once, with what it is for, said in `note` with its `name`. */
export function LinkNote({ link, note = 'people.link.for' }: { readonly link: FreshLink; readonly note?: NoteWord }) {
  const word = useWords();
  const [isCopied, setCopied] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const address = location.origin + link.link;
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const copy = (): void => {
    letGo(() => navigator.clipboard.writeText(address).then(() => setCopied(true)));
  };
  return (
    <section className="asked link-note" aria-label={word('people.link')}>
      <p>{word(note, { name: link.name })}</p>
      <textarea
        ref={field}
        className="field"
        readOnly
        aria-label={word('people.link')}
        value={address}
        onFocus={(event) => event.target.select()}
        rows={2}
      />
      <p className="row">
        <Button name={word(isCopied ? 'people.link.copied' : 'people.link.copy')} onClick={copy} />
      </p>
    </section>
  );
}
