import { useEffect, useRef, useState } from 'react';
import { useWords } from '../messages/words.ts';
import { letGo } from '../scope/let-go.ts';
import { Button } from './button.tsx';

/** A link that was just made, and whose it is. */
export interface FreshLink {
  readonly name: string;
  readonly link: string;
}

/** A one-time link, shown once: it is to be given to that person alone. */
export function LinkNote({ link }: { readonly link: FreshLink }) {
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
      <p>{word('people.link.for', { name: link.name })}</p>
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
