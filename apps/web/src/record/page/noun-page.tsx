import { Link, useNavigate } from '@tanstack/react-router';
import type { Bilingual } from '@westgate/base';
import type { Thing, ThingKindName } from '@westgate/contract';
import { type ReactNode, useEffect } from 'react';
import { useFollows } from '../../api/follows.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { AsWritten } from '../../parts/as-written.tsx';
import { Button } from '../../parts/button.tsx';
import { WhyNot } from '../../parts/error-text.tsx';
import { HeldFaultsOf } from '../../parts/held-faults.tsx';
import { NounIcon } from '../../parts/noun-icon.tsx';
import { pageOf } from '../../parts/thing-link.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { letGo } from '../../scope/let-go.ts';
import { AnsweringDepartment } from '../../scope/may-change.ts';
import { isTyping } from '../../scope/use-global-keys.ts';
import { useLanguage } from '../../scope/use-view.ts';
import { RecordActs } from './record-acts.tsx';

/** The page of a record: what it is, its content, its links at the right. */
export function NounPage({
  kind,
  id,
  name,
  about,
  tags,
  previous,
  next,
  links,
  answering,
  record,
  children,
}: {
  readonly kind: ThingKindName;
  readonly id: string;
  readonly name: Bilingual;
  /** Said after the id, such as the kind of place. */
  readonly about?: ReactNode;
  readonly tags?: ReactNode;
  readonly previous?: Thing | null;
  readonly next?: Thing | null;
  readonly links: ReactNode;
  /** The department that answers for the record; null for none. */
  readonly answering: Pick<Thing, 'id'> | null;
  /** What is told of the record, where its actions depend on how it stands. */
  readonly record?: object;
  readonly children: ReactNode;
}) {
  const word = useWords();
  const say = useSay();
  const language = useLanguage();
  const other = language === 'zh' ? name.en : name.zh;
  useTitle(kind === 'sentence' ? say(name) : `${say(name) || id} · ${word(`noun.${kind}`)}`);
  return (
    <AnsweringDepartment value={[answering?.id ?? null]}>
      <div className="noun-page">
        <article className="noun-main">
          <div className="eyebrow">
            <NounIcon kind={kind} />
            <b>{word(`noun.${kind}`)}</b>
            <span>{id}</span>
            {about}
            <span className="spring" />
            <FollowButton kind={kind} id={id} />
            <Neighbours previous={previous ?? null} next={next ?? null} />
          </div>
          <h1>
            <AsWritten text={say(name) || id} />{' '}
            {other && other !== say(name) && kind !== 'sentence' ? <small lang={language === 'zh' ? 'en' : 'zh-CN'}>{other}</small> : null}
          </h1>
          {tags ? <p className="tags">{tags}</p> : null}
          {kind === 'district' || kind === 'supervision' ? null : <RecordActs kind={kind} id={id} record={record} />}
          {kind === 'district' ? null : <HeldFaultsOf kind={kind} id={id} />}
          {children}
        </article>
        <aside className="panel noun-panel" aria-label={word('links.title')}>
          <div className="panel-body">{links}</div>
        </aside>
      </div>
    </AnsweringDepartment>
  );
}

/** Follows a record, or no longer, in one press: Today tells what became of it. */
function FollowButton({ kind, id }: { readonly kind: string; readonly id: string }) {
  const word = useWords();
  const { items, follow, error } = useFollows();
  const record = `${kind}:${id}`;
  const isFollowed = items.includes(record);
  return (
    <>
      <WhyNot said="bulk.failed" error={error} />
      <Button
        look="plain"
        name={word(isFollowed ? 'follow.followed' : 'follow.act')}
        className="follow"
        aria-pressed={isFollowed}
        title={word('follow.hint')}
        onClick={() => follow(record, !isFollowed)}
      />
    </>
  );
}

/** The records before and after this one, also by the keys `[` and `]`. */
function Neighbours({ previous, next }: { readonly previous: Thing | null; readonly next: Thing | null }) {
  const word = useWords();
  const say = useSay();
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event)) return;
      const thing = event.key === '[' ? previous : event.key === ']' ? next : null;
      if (!thing || thing.kind === 'district') return;
      const { kind, id } = thing;
      letGo(() => navigate(pageOf(kind, id)));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [previous, next, navigate]);
  return (
    <nav className="neighbours quiet-links" aria-label={word('neighbours.name')}>
      {previous && previous.kind !== 'district' ? (
        <Link {...pageOf(previous.kind, previous.id)} title={say(previous.name)} aria-keyshortcuts="[">
          ← {word('neighbours.previous')}
        </Link>
      ) : null}
      {next && next.kind !== 'district' ? (
        <Link {...pageOf(next.kind, next.id)} title={say(next.name)} aria-keyshortcuts="]">
          {word('neighbours.next')} →
        </Link>
      ) : null}
    </nav>
  );
}
