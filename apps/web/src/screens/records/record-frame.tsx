import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import type { FormKind } from '../../api/form-kinds.ts';
import { useWords } from '../../messages/words.ts';
import { AsWritten } from '../../parts/as-written.tsx';
import { NounIcon } from '../../parts/noun-icon.tsx';
import { RecordLink } from '../../parts/thing-link.tsx';
import { useTitle } from '../../parts/use-title.ts';

/** The page of a form about a record: what it is about, the way back, the form. The heading takes the focus. */
export function RecordFrame({
  kind,
  id,
  title,
  name,
  children,
}: {
  readonly kind: FormKind;
  /** Null for a record that is not there yet. */
  readonly id: string | null;
  readonly title: string;
  readonly name?: string;
  readonly children: ReactNode;
}) {
  const word = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(name ? `${title} · ${name}` : title);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className="form-page">
      <article className="form-main">
        <p className="eyebrow">
          <NounIcon kind={kind} />
          <b>{word(`noun.${kind}`)}</b>
          {id === null ? (
            <Link to="/register" search={{ noun: kind }}>
              {word('form.toList')}
            </Link>
          ) : (
            <RecordLink kind={kind} id={id}>
              {word('form.toRecord')}
            </RecordLink>
          )}
        </p>
        <h1 tabIndex={-1} ref={heading}>
          {title} {name ? <AsWritten text={name} className="about-record" /> : null}
        </h1>
        {children}
      </article>
    </div>
  );
}
