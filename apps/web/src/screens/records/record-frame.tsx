import { Link } from '@tanstack/react-router';
import { inLanguage } from '@westgate/base';
import type { RecordRow } from '@westgate/contract';
import { type ReactNode, useEffect, useRef } from 'react';
import { useRow } from '../../api/edits.ts';
import type { FormKind } from '../../api/form-kinds.ts';
import { useWords } from '../../messages/words.ts';
import { AsWritten } from '../../parts/as-written.tsx';
import { Await } from '../../parts/await.tsx';
import { NounIcon } from '../../parts/noun-icon.tsx';
import { nameOfRow } from '../../parts/picker.tsx';
import { RecordLink } from '../../parts/thing-link.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useNounWord } from '../../record/form/field-words.ts';
import { useLanguage } from '../../scope/use-view.ts';

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

/** The same about a record that is there, as it is read; `title` may name its kind. */
export function RowFrame({
  kind,
  id,
  title,
  children,
}: {
  readonly kind: FormKind;
  readonly id: string;
  readonly title: 'form.edit' | 'takeOut.title' | 'merge.title' | 'link.title';
  readonly children: (row: RecordRow) => ReactNode;
}) {
  const word = useWords();
  const language = useLanguage();
  const nounWord = useNounWord();
  return (
    <Await query={useRow(kind, id)}>
      {(row) => (
        <RecordFrame
          kind={kind}
          id={id}
          title={word(title, { noun: nounWord(kind) })}
          name={inLanguage(nameOfRow(row.fields), language) ?? id}
        >
          {children(row)}
        </RecordFrame>
      )}
    </Await>
  );
}
